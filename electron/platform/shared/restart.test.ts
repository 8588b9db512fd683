import { expect, test } from 'vitest';
import type { Exec, ExecRequest, ExecResult } from '../exec.ts';
import { restartLinux } from '../linux/restart.ts';
import { restartMac } from '../macos/restart.ts';
import { restartWindows } from '../windows/restart.ts';

const captured = { text: '', totalBytes: 0, truncated: false };
const ended = (code: number, said = ''): ExecResult => ({
  kind: 'exited',
  code,
  asExpected: code === 0,
  stdout: captured,
  stderr: { ...captured, text: said },
});

/** Never the real one: that would restart this very computer. */
const playing = (answer: ExecResult): { readonly exec: Exec; readonly asked: ExecRequest[] } => {
  const asked: ExecRequest[] = [];
  return { asked, exec: (request) => (asked.push(request), Promise.resolve(answer)) };
};

test.each([
  ['Linux', restartLinux, { command: 'systemctl', args: ['reboot'] }],
  ['Windows', restartWindows, { command: 'shutdown.exe', args: ['/r', '/t', '0'] }],
  [
    'macOS',
    restartMac,
    { command: '/usr/bin/osascript', args: ['-e', 'tell application "System Events" to restart'] },
  ],
] as const)('%s is restarted by its own command', async (_, restart, request) => {
  const { exec, asked } = playing(ended(0));
  expect(await restart(exec)()).toEqual({ ok: true, value: true });
  expect(asked).toEqual([request]);
});

test('why it was not restarted is what the command said', async () => {
  expect(await restartLinux(playing(ended(1, 'Interactive authentication required.\n')).exec)()).toEqual({
    ok: false,
    problem: {
      code: 'restart-failed',
      values: { why: 'systemctl ended with 1: Interactive authentication required.' },
    },
  });
});
