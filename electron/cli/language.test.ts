import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { managedRows } from '../core/testing/hosts.ts';
import { cli, temporaryFolder } from './testing/cli.ts';
import type { Seat } from './testing/cli.ts';

let folder: ReturnType<typeof temporaryFolder>;
beforeEach(() => void (folder = temporaryFolder()));
afterEach(() => folder.remove());

const run = (seat: Seat, ...argv: string[]) => cli(folder.path, seat, ...argv);
const computer = () => ({ packages: [...(managedRows.packages ?? [])] });

describe('the language of the command line', () => {
  it.each([
    [
      'is the first of the person’s languages that is known',
      ['nds_DE', 'fr_CA.UTF-8', 'de'],
      [],
      'Kaspersky est sur',
    ],
    ['is English when none is known', ['nds', 'C'], [], 'Kaspersky is on'],
    ['is the one that was asked for', ['fr'], ['--lang', 'de'], 'Kaspersky ist auf'],
    ['may be asked for with its country, and in one word', ['fr'], ['--lang=es-MX'], 'Kaspersky está en'],
  ])('%s', async (_words, languages, asked, sentence) => {
    const { out, code } = await run({ computer: computer(), languages }, 'scan', ...asked);
    expect([code, out.split('\n')[0]]).toEqual([10, expect.stringContaining(sentence)]);
  });

  it('is that of the plan, of its hazards and of each action', async () => {
    const { out } = await run({ computer: computer() }, 'plan', '--lang', 'de');
    expect(out).toContain('Ein Server kann Kaspersky zurückbringen [managed-redeploy]');
    expect(out).toMatch(/2\. .* entfernen \(Paket kesl\) \[/);
    expect(out).toContain('--accept managed-redeploy');
  });

  it('is that of the report, whose file names and codes stay', async () => {
    const out = join(folder.path, 'r.html');
    const go = ['remove', '--yes', '--accept', 'managed-redeploy'];
    await run({ computer: computer() }, ...go);
    const { code } = await run({}, 'report', '--format', 'html', '--out', out, '--lang', 'fr');
    const page = readFileSync(out, 'utf8');
    expect([code, page.includes('<html lang="fr"')]).toEqual([0, true]);
    expect(page).toContain('Rapport de suppression de Kaspersky');
    expect(page).toMatch(/Supprimer [^<]* \(paquet kesl\)/);
  });

  it('is that of what is wrong with the command line, and of its help', async () => {
    const wrong = await run({ languages: ['de_DE'] }, 'scna');
    expect(wrong.err).toBe(
      'Den Befehl „scna“ gibt es nicht (gemeint ist vielleicht scan). „removal-assistant --help“ zeigt, was es gibt.\n',
    );
    const { out } = await run({ languages: ['de_DE'] }, 'remove', '--help');
    for (const words of [
      'Verwendung: removal-assistant remove [Optionen]',
      'Allgemeine Optionen:',
      '(Vorgabe: 600)',
    ])
      expect(out).toContain(words);
    expect(out).not.toMatch(/Usage:|Options:|\(default/);
  });

  it.each([
    ['de', 'ja', 0],
    ['de', 'Yes', 0],
    ['es', ' SI ', 0],
    ['es', 'sí', 0],
    ['de', 'oui', 24],
  ])('in %s “%s” is an answer that ends with %i', async (language, typed, end) => {
    const seat = { computer: computer(), answer: () => typed, languages: [language] };
    const { code } = await run(seat, 'remove', '--accept', 'managed-redeploy');
    expect(code).toBe(end);
  });

  it('changes no JSON', async () => {
    const said = async (...argv: string[]) => {
      const [english, german] = await Promise.all(
        ['en', 'de'].map((language) => run({ computer: computer() }, ...argv, '--json', '--lang', language)),
      );
      return [english?.out, german?.out];
    };
    for (const argv of [
      ['scan'],
      ['plan'],
      ['scna'],
      ['schema', 'report'],
      ['schema', 'map'],
      ['report', '--format', 'x'],
    ]) {
      const [english, german] = await said(...argv);
      expect(german, argv.join(' ')).toBe(english);
    }
  });
});
