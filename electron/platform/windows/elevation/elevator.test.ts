import { describe, expect, it } from 'vitest';
import type { Access, Told, WindowsMachine } from '../machine.ts';
import { stagedMachine } from '../testing/staged-machine.ts';
import { windowsElevator, workerProgram } from './elevator.ts';

const installed = { isPackaged: true, resources: 'C:\\Program Files\\Removal Assistant\\resources', app: '' };
const program = `${installed.resources}\\cli\\removal-assistant.exe`;

/** Somebody who may write there. */
const person = { effect: 'allow', sid: 'S-1-5-21-1-2-3-1001', mask: 0x2, flags: 0 } as const;

/** A computer on which every place is the administrators' alone, but for those that the test names. */
const machineWith = (odd: Readonly<Record<string, Told<Access>>>) => (): WindowsMachine =>
  stagedMachine('', {
    api: {
      ownRights: () => ({ kind: 'ok', value: { sid: person.sid, isAdministrator: false } }),
      access: (path) =>
        odd[path] ?? {
          kind: 'ok',
          value: {
            owner: 'S-1-5-32-544',
            entries: [{ effect: 'allow', sid: 'S-1-5-32-545', mask: 0x12_00a9, flags: 0 }],
            reparsePoint: false,
            kind: /\.(exe|node)$/.test(path) ? 'file' : 'folder',
          },
        },
    },
  });

describe('the worker’s program', () => {
  it('lies beside the app of a release, and where a checkout makes it', () => {
    expect(workerProgram(installed)).toBe(program);
    expect(workerProgram({ isPackaged: false, resources: '', app: 'C:\\src\\ra' })).toBe(
      'C:\\src\\ra\\build\\out\\win-cli\\removal-assistant.exe',
    );
  });

  it('is asked for only when nobody but administrators can exchange it', async () => {
    const ready = (odd: Parameters<typeof machineWith>[0]) =>
      windowsElevator({ place: installed, machine: machineWith(odd) }).ready();
    expect(await ready({})).toEqual({ ok: true, value: true });
    expect(await ready({ [program]: { kind: 'missing' } })).toMatchObject({
      problem: { code: 'elevation-unavailable' },
    });
    for (const place of [program, `${installed.resources}\\cli`]) {
      const kind = place === program ? 'file' : 'folder';
      const access: Access = { owner: 'S-1-5-32-544', entries: [person], reparsePoint: false, kind };
      expect(await ready({ [place]: { kind: 'ok', value: access } }), place).toMatchObject({
        problem: { code: 'elevation-untrusted' },
      });
    }
  });

  it('is not started when it cannot be trusted', async () => {
    let started = 0;
    const elevator = windowsElevator({
      place: installed,
      machine: machineWith({ [program]: { kind: 'denied', why: 'access denied' } }),
      runAs: async () => {
        started += 1;
        return { kind: 'not-allowed' };
      },
    });
    const watch = { onProgress: () => undefined, onGiven: () => undefined, onStop: () => undefined };
    const consent = { productIds: ['x'], actions: [], hazards: [] };
    expect(await elevator.carryOut({ kind: 'remove', consent }, watch)).toMatchObject({
      problem: { code: 'elevation-untrusted' },
    });
    expect(started).toBe(0);
  });
});
