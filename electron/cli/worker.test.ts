import { chmodSync, existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { build } from 'vite';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { encodeMessage } from '../core/elevation/frames.ts';
import type { ElevatedRequest, Elevator, WorkProgress } from '../core/ports.ts';
import { countingComputer, fullConsent } from '../core/testing/counting-computer.ts';
import type { ExecResult } from '../platform/exec.ts';
import { exec } from '../platform/exec.ts';
import { linuxElevator } from '../platform/linux/elevator.ts';
import { elevationScript, macosElevator, workerFiles } from '../platform/macos/elevator.ts';
import { channelFolder } from '../platform/shared/fifo-channel.ts';
import { thisMachine } from '../platform/shared/machine.ts';
import type { Owner } from '../platform/shared/root-only.ts';
import type { Talk } from '../platform/talk.ts';
import { talk } from '../platform/talk.ts';

/** pkexec as it behaves, without rights to give: a program of its own that asks, starts another and hands streams on. */
const pkexec = (then: string): string =>
  `#!/bin/sh\n[ "$1" = --disable-internal-agent ] || exit 99\nshift\n${then}\n`;
const yes = 'exec env -i PKEXEC_UID=$(id -u) "$@"';

const mine: Owner = { uid: 0, mode: 0o755, isFile: () => true, isDirectory: () => true };

describe.runIf(process.platform === 'linux')(
  'a window without rights and a worker in a process of its own',
  () => {
    let top: string;
    let folder: string;
    let program: string;
    let number = 0;
    const consent = fullConsent(countingComputer());
    beforeAll(async () => {
      top = mkdtempSync(join(tmpdir(), 'worker-'));
      await build({
        configFile: false,
        logLevel: 'silent',
        ssr: { noExternal: true },
        build: {
          ssr: join(import.meta.dirname, 'testing/fake-worker.ts'),
          outDir: top,
          emptyOutDir: false,
          rolldownOptions: { external: ['koffi'], output: { format: 'cjs', entryFileNames: 'worker.cjs' } },
        },
      });
      program = join(top, 'worker.cjs');
    }, 60_000);
    afterAll(() => rmSync(top, { recursive: true, force: true }));
    beforeEach(() => {
      number += 1;
      folder = join(top, String(number));
      mkdirSync(folder);
    });

    const inFolder = (name: string): string => join(folder, name);
    const lines = (name: string): readonly string[] =>
      existsSync(inFolder(name)) ? readFileSync(inFolder(name), 'utf8').split('\n').slice(0, -1) : [];

    const elevatorWith = (then: string): Elevator => {
      writeFileSync(inFolder('pkexec'), pkexec(then));
      chmodSync(inFolder('pkexec'), 0o755);
      return linuxElevator({
        place: { isPackaged: false, resources: '', app: '' },
        pkexec: inFolder('pkexec'),
        lookAt: () => Promise.resolve(mine),
        program: () =>
          Promise.resolve({ command: process.execPath, args: [program, folder], files: [process.execPath] }),
      });
    };

    const ask = (elevator: Elevator, request: ElevatedRequest = { kind: 'remove', consent }) => {
      const events: WorkProgress[] = [];
      let stop = (): void => undefined;
      const answer = elevator.carryOut(request, {
        onProgress: (event) => events.push(event),
        onGiven: () => events.push({ kind: 'looking-again' }),
        onStop: (listener) => (stop = listener),
      });
      return { answer, events, stop: () => stop() };
    };

    it('carry a removal out, and the report comes back', async () => {
      const { answer, events } = ask(elevatorWith(yes), {
        kind: 'remove',
        consent,
        subject: { ticket: '№ 7' },
      });
      expect(await answer).toMatchObject({
        ok: true,
        value: { kind: 'done', removed: { report: { verdict: 'removed', subject: { ticket: '№ 7' } } } },
      });
      expect(lines('reached')).toEqual([
        'package:dpkg:kesl-gui',
        'package:dpkg:kesl',
        'package:dpkg:klnagent64',
      ]);
      expect(events).toHaveLength(11);
      await expect.poll(() => lines('ended')).toEqual(['0']);
    });

    it.each([
      [
        'elevation-cancelled',
        'echo "Error executing command as another user: Request dismissed" >&2; exit 126',
      ],
      ['elevation-refused', 'echo "Error executing command as another user: Not authorized" >&2; exit 127'],
      [
        'elevation-unavailable',
        'echo "Error executing command as another user: No authentication agent found." >&2; exit 127',
      ],
      ['worker-not-started', 'echo "Error getting authority: no D-Bus" >&2; exit 127'],
      ['worker-not-started', 'exit 1'],
      ['worker-not-started', 'echo hello'],
      ['worker-not-started', 'exec env -i PKEXEC_UID=4711 "$@"'],
      ['worker-not-started', 'exec env -i "$@"'],
    ])('end as %s, and nothing is reached, when pkexec does this: %s', async (code, then) => {
      const { answer, events } = ask(elevatorWith(then));
      expect(await answer).toMatchObject({ ok: false, problem: { code } });
      expect(lines('reached')).toEqual([]);
      expect(events).toEqual([]);
    });

    it('can be called off while the question stands, which then goes away', async () => {
      const { answer, stop } = ask(elevatorWith(`echo $$ > ${inFolder('asking')}; exec sleep 60`));
      await expect.poll(() => lines('asking')).toHaveLength(1);
      stop();
      expect(await answer).toMatchObject({ problem: { code: 'cancelled' } });
      const asking = `/proc/${lines('asking')[0] ?? ''}`;
      await expect.poll(() => existsSync(asking)).toBe(false);
    });

    it('stop after the action that is running', async () => {
      writeFileSync(inFolder('wait'), '');
      const { answer, stop } = ask(elevatorWith(yes));
      await expect.poll(() => lines('reached')).toHaveLength(1);
      stop();
      await expect.poll(() => lines('heard')).toEqual(['bytes', 'bytes']);
      writeFileSync(inFolder('go'), '');
      expect(await answer).toMatchObject({
        value: { kind: 'done', removed: { report: { verdict: 'incomplete', run: { cancelled: true } } } },
      });
      expect(lines('reached')).toHaveLength(1);
    });

    it('start nothing that others than root could exchange', async () => {
      const elevator = linuxElevator({
        place: { isPackaged: true, resources: join(folder, 'resources'), app: folder },
        pkexec: inFolder('pkexec'),
      });
      writeFileSync(inFolder('pkexec'), pkexec(`echo started > ${inFolder('started')}`), { mode: 0o755 });
      const refused = { ok: false, problem: { code: 'elevation-untrusted' } };
      expect(await elevator.ready()).toMatchObject(refused);
      expect(await ask(elevator).answer).toMatchObject(refused);
      expect(existsSync(inFolder('started'))).toBe(false);
    });

    it('say what is missing', async () => {
      const place = { isPackaged: true, resources: '/no/such/place', app: '' };
      const lookAt = (path: string): Promise<Owner> =>
        path.startsWith('/no/such')
          ? Promise.reject(Object.assign(new Error('x'), { code: 'ENOENT' }))
          : Promise.resolve(mine);
      expect(await linuxElevator({ place, lookAt }).ready()).toMatchObject({
        problem: {
          code: 'elevation-unavailable',
          values: { why: expect.stringContaining('/no/such') as string },
        },
      });
      expect(await linuxElevator({ place, lookAt, program: async () => undefined }).ready()).toMatchObject({
        problem: { code: 'elevation-unavailable' },
      });
    });

    it('speak over named pipes where the system lends no streams', async () => {
      writeFileSync(
        inFolder('osascript'),
        `#!/bin/sh\n[ "$#:$1:$2" = '2:-e:${elevationScript}' ] || exit 99\nexec '${process.execPath}' '${program}' '${folder}' '${folder}'\n`,
        { mode: 0o755 },
      );
      const captured = { text: '', totalBytes: 0, truncated: false };
      const nobodyElse: ExecResult = {
        kind: 'exited',
        code: 0,
        asExpected: true,
        stdout: captured,
        stderr: captured,
      };
      const elevator = macosElevator({
        osascript: inFolder('osascript'),
        shared: folder,
        lookAt: (path) =>
          Promise.resolve({ ...mine, isFile: () => workerFiles.includes(path), isDirectory: () => true }),
        machine: {
          ...thisMachine,
          exec: (asked) => (asked.command === '/bin/ls' ? Promise.resolve(nobodyElse) : exec(asked)),
        },
      });
      expect(await ask(elevator).answer).toMatchObject({
        value: { kind: 'done', removed: { report: { verdict: 'removed' } } },
      });
      expect(lines('reached')).toHaveLength(3);
      expect(existsSync(channelFolder(folder, process.getuid?.() ?? -1))).toBe(false);
    });

    /** A worker that was started by nobody in particular, and whoever reads what it says. */
    const start = (reader: string): Talk => {
      const argv = [process.execPath, program, folder].map((word) => `'${word}'`).join(' ');
      const script = `PKEXEC_UID=1000 ${argv} | { ${reader}; }`;
      return talk({ command: '/bin/sh', args: ['-c', script], onOutput: () => undefined });
    };
    const nonce = 'ef'.repeat(32);
    const request = () =>
      encodeMessage({ type: 'remove', protocol: 1, nonce, request: { consent, passwords: [] } });
    const reached = async (n: number): Promise<void> => {
      await expect.poll(() => lines('reached')).toHaveLength(n);
    };
    const ended = async (): Promise<void> => {
      await expect.poll(() => lines('ended')).toEqual(['0']);
    };

    it('finish the running action and the journal when the window dies in the middle of it', async () => {
      writeFileSync(inFolder('wait'), '');
      const worker = start('head -n 1');
      worker.say(request());
      await reached(1);
      worker.hangUp();
      await expect.poll(() => lines('heard')).toEqual(['bytes', 'end']);
      writeFileSync(inFolder('go'), '');
      await ended();
      expect(lines('reached')).toEqual(['package:dpkg:kesl-gui']);
      expect(lines('journal').at(-1)).toBe('run-ended');
    });

    it('do not wait for a window that has stopped reading', async () => {
      writeFileSync(inFolder('chatty'), '');
      const worker = start(`while [ ! -e '${inFolder('read')}' ]; do sleep 0.05; done; cat`);
      worker.say(request());
      await reached(3);
      writeFileSync(inFolder('read'), '');
      await ended();
    });

    it('take a signal as a wish to stop, and the running action is finished', async () => {
      writeFileSync(inFolder('wait'), '');
      const worker = start('cat');
      worker.say(request());
      await reached(1);
      process.kill(Number(lines('pid')[0]), 'SIGTERM');
      await expect.poll(() => lines('heard')).toEqual(['bytes', 'signal']);
      writeFileSync(inFolder('go'), '');
      await ended();
      expect(lines('reached')).toEqual(['package:dpkg:kesl-gui']);
    });
  },
);
