import { describe, expect, it } from 'vitest';
import { elevationScript, macosElevator, problemOfEnd, workerFiles } from './elevator.ts';

describe('the command that macOS runs with rights', () => {
  it('is one constant string with one absolute path and one word in it', () => {
    expect(elevationScript).toBe(
      `do shell script "${workerFiles[0] ?? ''} elevated-worker" with administrator privileges`,
    );
    // Nothing in it that a shell or AppleScript would read as more than a word.
    expect(/"([^"]*)"/.exec(elevationScript)?.[1]).toMatch(/^\/[A-Za-z0-9./-]+ elevated-worker$/);
    expect(elevationScript.split('"')).toHaveLength(3);
  });
});

describe('the end of osascript', () => {
  const ended = (text: string, code = 1) =>
    problemOfEnd({
      kind: 'exited',
      code,
      asExpected: code === 0,
      stdout: { text: '', totalBytes: 0, truncated: false },
      stderr: { text, totalBytes: 0, truncated: false },
    });

  it.each([
    ['0:120: execution error: User canceled. (-128)\n', 'elevation-cancelled'],
    ['0:120: execution error: Vom Benutzer abgebrochen. (-128)\n', 'elevation-cancelled'],
    [
      '0:120: execution error: The administrator user name or password was incorrect. (-60007)\n',
      'elevation-refused',
    ],
    ['0:120: execution error: The command exited with a non-zero status. (64)\n', 'worker-not-started'],
    ['', 'worker-not-started'],
  ])('says %j: %s', (text, code) => {
    expect(ended(text)).toMatchObject({ code });
  });

  it('is told in its own words when nothing else is known', () => {
    expect(problemOfEnd({ kind: 'missing' })).toEqual({
      code: 'worker-not-started',
      values: { why: 'missing' },
    });
  });
});

describe('a Mac', () => {
  it('asks nobody where the helper is not installed', async () => {
    const elevator = macosElevator({ osascript: '/no/such/program' });
    expect(await elevator.ready()).toMatchObject({ problem: { code: 'elevation-unavailable' } });
  });
});
