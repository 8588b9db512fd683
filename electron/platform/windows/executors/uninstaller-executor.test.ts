import { existsSync } from 'node:fs';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { localPath } from '../local-path.ts';
import type { PlayedWindows } from '../testing/played-windows.ts';
import { installedProgram, key, program, uninstallIt, works } from '../testing/uninstalled-program.ts';

let pc: PlayedWindows;
beforeEach(() => (pc = installedProgram()));
afterEach(() => pc.remove());
const seconds = () => pc.timings.now() / 1_000;

describe('an uninstaller', () => {
  it('is started by its argument list, with the quiet command, in a clean environment of its own', async () => {
    pc.program(program, works(pc));
    expect((await uninstallIt(pc)).result).toEqual({ outcome: 'removed', exitCode: 0 });
    expect(pc.started).toEqual([
      expect.objectContaining({
        command: program,
        args: ['/S'],
        outlivesUs: true,
        unheard: true,
        window: false,
        environment: expect.objectContaining({
          TEMP: expect.stringMatching(/^C:\\ProgramData\\removal-assistant\\work-/),
          ProgramFiles: 'C:\\Program Files',
        }),
      }),
    ]);
    expect(pc.started[0]).not.toHaveProperty('verbatim');
    expect(pc.workFolders()).toEqual([]);
  });

  it('opens the vendor’s window when there is no quiet command', async () => {
    pc.setKey(key, { UninstallString: `${program} /x` }, ['64']);
    pc.program(program, works(pc));
    expect((await uninstallIt(pc)).result.outcome).toBe('removed');
    expect(pc.started[0]).toMatchObject({ args: ['/x'], window: true });
  });

  it('gets what its text says to the letter where arguments alone would change it', async () => {
    pc.setKey(key, { QuietUninstallString: `"${program}" /S /D="C:\\a b"  _?=C:\\c d` }, ['64']);
    pc.program(program, works(pc));
    await uninstallIt(pc);
    expect(pc.started[0]).toMatchObject({ verbatim: '/S /D="C:\\a b"  _?=C:\\c d' });
  });

  it('that copies itself and returns at once is waited for through its copy', async () => {
    pc.program(program, ({ spawn, after, exit }) => {
      const copy = spawn('Au_.exe');
      exit(0);
      after(20_000, () => pc.dropKey(key));
      after(21_000, copy.end);
    });
    const { result, progress } = await uninstallIt(pc);
    expect(result).toEqual({ outcome: 'removed', exitCode: 0 });
    expect(progress).toEqual([{ kind: 'quiet', seconds: 15 }]);
    expect(seconds()).toBeCloseTo(24, 0);
  });

  it('is waited for through a child that outlives every parent', async () => {
    pc.program(program, ({ spawn, after, exit }) => {
      const child = spawn('helper.exe');
      after(500, () => {
        exit(0);
        const grandchild = spawn('worker.exe', child.pid);
        after(500, child.end);
        after(30_000, () => pc.dropKey(key));
        after(40_000, grandchild.end);
      });
    });
    expect((await uninstallIt(pc)).result.outcome).toBe('removed');
    expect(seconds()).toBeGreaterThan(40);
  });

  it('does not wait for the page that it opens at the end', async () => {
    pc.program(program, (played) => {
      played.spawn('msedge.exe');
      works(pc)(played);
    });
    expect((await uninstallIt(pc)).result.outcome).toBe('removed');
    expect(seconds()).toBeLessThan(5);
  });

  it('whose work goes on where nobody sees it has some time left', async () => {
    pc.program(program, ({ exit, after }) => {
      exit(0);
      after(10_000, () => pc.dropKey(key));
    });
    expect((await uninstallIt(pc)).result.outcome).toBe('removed');
  });

  it.each([
    [0, 'still-there'],
    [2, 'failed'],
    [1602, 'cancelled'],
    [3010, 'restart-needed'],
  ])('that returns %i and leaves everything is told as %s', async (code, outcome) => {
    pc.program(program, ({ exit }) => exit(code));
    expect((await uninstallIt(pc)).result).toMatchObject({ outcome, exitCode: code });
    expect(seconds()).toBeCloseTo(code === 0 ? 15 : 5, 0);
  });

  it('that met another installation is started again after that', async () => {
    let starts = 0;
    pc.program(program, (played) => {
      starts += 1;
      if (starts === 1) played.exit(0x8007_0652);
      else works(pc)(played);
    });
    const { result, progress } = await uninstallIt(pc);
    expect(result.outcome).toBe('removed');
    expect(progress).toEqual([{ kind: 'waiting', holder: 'Windows Installer', seconds: 5 }]);
  });

  it('that returns an error and yet took everything away has removed it', async () => {
    pc.program(program, ({ exit }) => {
      pc.dropKey(key);
      exit(7);
    });
    expect((await uninstallIt(pc)).result).toEqual({ outcome: 'removed', exitCode: 7 });
  });

  it('after which the product comes back has removed nothing', async () => {
    pc.program(program, (played) => {
      works(pc)(played);
      played.after(2_000, () => pc.setKey(key, { UninstallString: program }, ['64']));
    });
    expect((await uninstallIt(pc)).result.outcome).toBe('still-there');
  });

  it('is judged by its own end and its entry where Windows does not list processes', async () => {
    pc.processTrouble = 'access is denied';
    pc.program(program, works(pc));
    expect((await uninstallIt(pc)).result.outcome).toBe('removed');
  });

  it('is waited for again when Windows lists its processes again and one of its own is among them', async () => {
    pc.program(program, ({ spawn, after, exit }) => {
      pc.processTrouble = 'access is denied';
      const copy = spawn('Au_.exe');
      exit(0);
      after(10_000, () => (pc.processTrouble = undefined));
      after(30_000, copy.end);
      after(40_000, () => pc.dropKey(key));
    });
    expect((await uninstallIt(pc)).result.outcome).toBe('removed');
  });

  it('whose entry cannot be looked for afterwards is not called removed', async () => {
    pc.program(program, ({ exit }) => {
      pc.closeKey(key, { kind: 'failed', why: 'torn' });
      exit(0);
    });
    expect((await uninstallIt(pc)).result).toMatchObject({ outcome: 'failed', detail: 'torn' });
  });

  it('that waits for ever is told as quiet, never ended, and left to itself when a person says so', async () => {
    pc.program(program, () => undefined);
    const cancellation = { aborted: false, leave: false };
    pc.after(5_000, () => (cancellation.aborted = true));
    pc.after(100_000, () => (cancellation.leave = true));
    const { result, progress } = await uninstallIt(pc, {}, cancellation);
    expect(result).toEqual({ outcome: 'left-running' });
    expect(progress.map((event) => (event.kind === 'quiet' ? event.seconds : event))).toEqual([
      15, 30, 45, 60, 75, 90,
    ]);
    const listed = pc.machine.api.processes();
    expect(listed.kind === 'ok' && listed.rows.some(({ name }) => name === 'uninst.exe')).toBe(true);
    const temporary = pc.started[0]?.environment?.['TEMP'] ?? '';
    expect(existsSync(localPath(pc.machine, temporary))).toBe(true);
  });

  it('gets no password, and a person is sent to its window when it fails without one', async () => {
    pc.program(program, ({ exit }) => exit(5));
    const { result } = await uninstallIt(pc, { password: 'S3cret' });
    expect(result).toMatchObject({ outcome: 'needs-person', exitCode: 5 });
    expect(JSON.stringify([result, pc.started])).not.toContain('S3cret');
  });
});
