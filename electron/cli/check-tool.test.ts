import { expect, test } from 'vitest';
import { cli } from './testing/cli.ts';

const check = (tool: Parameters<typeof cli>[1]['tool'], ...more: string[]) =>
  cli('', { computer: {}, ...(tool === undefined ? {} : { tool }) }, 'check-tool', 'kavremvr.exe', ...more);

test('a tool that Kaspersky signed is 0, and still left to a person', async () => {
  const { code, out } = await check({ kind: 'genuine', signer: 'Kaspersky Lab JSC' });
  expect(code).toBe(0);
  expect(out).toContain('Kaspersky Lab JSC');
  expect(out).toContain('Start it yourself');
});

test.each([
  [{ kind: 'missing' }, 'no such file'],
  [{ kind: 'not-signed' }, 'do not start'],
  [{ kind: 'not-trusted', signer: 'Kaspersky Lab JSC' }, 'Do not start it'],
  [{ kind: 'other-signer', signer: 'Kaspersky Removal Ltd' }, 'not by Kaspersky'],
  [{ kind: 'unknown', why: 'no rights' }, 'Do not start it'],
] as const)('%j is 65, with the reason', async (tool, words) => {
  const { code, out } = await check(tool);
  expect(code).toBe(65);
  expect(out).toContain(words);
  expect(JSON.parse((await check(tool, '--json')).out)).toMatchObject({
    schema: 'removal-assistant/tool-check/1',
    kind: tool.kind,
  });
});

test('elsewhere than on Windows nothing can be said', async () => {
  const { code, err } = await check(undefined);
  expect(code).toBe(64);
  expect(err).toBe('Only a Windows computer can tell that.\n');
});
