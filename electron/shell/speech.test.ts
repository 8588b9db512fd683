import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { createSpeech } from './speech.ts';
import type { SpeechOptions } from './speech.ts';

let folder: string;
beforeEach(() => void (folder = mkdtempSync(join(tmpdir(), 'removal-assistant-speech-'))));
afterEach(() => rmSync(folder, { recursive: true, force: true }));

const file = (): string => join(folder, 'settings.json');
const speechWith = (options: Partial<SpeechOptions>) =>
  createSpeech({
    file: file(),
    asked: undefined,
    preferred: ['fr-CH', 'de'],
    onChange: () => undefined,
    ...options,
  });

describe('the language of the window', () => {
  it('is the system’s, and a mere look leaves no file behind', async () => {
    const speech = await speechWith({});
    expect(speech.texts().language).toBe('fr');
    expect(existsSync(file())).toBe(false);
  });

  it('is what was chosen before, unless the start asks for another one', async () => {
    const first = await speechWith({});
    await first.choose('es');
    expect((await speechWith({})).texts().language).toBe('es');
    expect((await speechWith({ asked: 'de-AT' })).texts().language).toBe('de');
    expect((await speechWith({ asked: 'tlh' })).texts().language).toBe('es');
  });

  it('changes at once, and what is drawn once is told', async () => {
    const told: string[] = [];
    const speech = await speechWith({ onChange: ({ language }) => told.push(language) });
    await speech.choose('de');
    expect(speech.texts().shell.edit).toBe('Bearbeiten');
    expect(told).toEqual(['de']);
  });

  it('stays when a language is asked for that nobody knows', async () => {
    const speech = await speechWith({});
    await speech.choose('../../etc');
    expect([speech.texts().language, existsSync(file())]).toEqual(['fr', false]);
  });

  it.each(['', '{', '[]', '{"language": 7}', '{"language": "tlh"}'])(
    'follows the system when the file says %j',
    async (content) => {
      writeFileSync(file(), content);
      expect((await speechWith({})).texts().language).toBe('fr');
      expect(readFileSync(file(), 'utf8')).toBe(content);
    },
  );

  it('changes also where it cannot be remembered', async () => {
    const warn = vi.spyOn(console, 'warn').mockImplementation(() => undefined);
    const speech = await speechWith({ file: join(folder, 'not', 'there', 'settings.json') });
    await speech.choose('de');
    expect([speech.texts().language, warn.mock.calls.length]).toEqual(['de', 1]);
    warn.mockRestore();
  });
});
