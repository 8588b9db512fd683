import { describe, expect, it, vi } from 'vitest';
import { found } from '../../core/testing/windows-hosts.ts';
import type { Listed, RunningProcess } from './machine.ts';
import type { ProcessList } from './processes.ts';
import { processesProbe } from './processes.ts';
import { askSystemInformation } from './system-information.ts';
import { stagedMachine } from './testing/staged-machine.ts';

const own = 4242;
const running = (pid: number, name: string, path?: string): RunningProcess => ({
  pid,
  name,
  path,
  parentPid: 4,
  startedAt: undefined,
});
const ownProcess = running(own, 'removal-assistant.exe', 'E:\\removal-assistant.exe');
const noList = { kind: 'denied', why: 'the list of processes: access denied' } as const;

const read = (told: Listed<RunningProcess>, list: ProcessList = () => Promise.resolve(undefined)) =>
  processesProbe(stagedMachine('/', { api: { processes: () => told } }), list, own).read({
    roots: [],
    exactPaths: [],
  });

describe('running programs', () => {
  it('are told by Windows, with their whole paths, and nothing else is asked then', async () => {
    const list = vi.fn<ProcessList>();
    const agent = 'C:\\Program Files (x86)\\Kaspersky Lab\\NetworkAgent\\klnagent.exe';
    const reading = await read({ kind: 'ok', rows: [ownProcess, running(8, 'klnagent.exe', agent)] }, list);
    expect(reading).toEqual({
      kind: 'ok',
      rows: [
        { pid: own, name: 'removal-assistant.exe', path: 'E:\\removal-assistant.exe' },
        { pid: 8, name: 'klnagent.exe', path: agent },
      ],
    });
    expect(list).not.toHaveBeenCalled();
    expect(found({ processes: reading.kind === 'ok' ? reading.rows : [] })).toEqual([
      'mgmt-nagent-win installed',
    ]);
  });

  it('keep their name alone where Windows protects them, which is still a sign', async () => {
    const reading = await read({
      kind: 'ok',
      rows: [ownProcess, running(8, 'klnagent.exe'), running(92, 'Registry', 'Registry')],
    });
    expect(reading).toMatchObject({
      rows: [{ pid: own }, { pid: 8, name: 'klnagent.exe' }, { pid: 92, name: 'Registry' }],
    });
    const rows = reading.kind === 'ok' ? reading.rows : [];
    expect(rows.slice(1).some((row) => 'path' in row)).toBe(false);
    expect(found({ processes: rows })).toEqual(['mgmt-nagent-win installed']);
  });

  it('are told by the second source where Windows’ own list cannot be had', async () => {
    const listed = [
      { pid: own, name: 'removal-assistant.exe', path: 'E:\\removal-assistant.exe' },
      { pid: 4, name: 'System', path: null },
    ];
    expect(await read(noList, () => Promise.resolve(listed))).toEqual({
      kind: 'ok',
      rows: [listed[0], { pid: 4, name: 'System' }],
    });
  });

  it('are not known from a list that is empty, lacks this very process, or never comes', async () => {
    expect(await read(noList, () => Promise.resolve([]))).toEqual(noList);
    expect(await read(noList, () => Promise.resolve([{ pid: 4, name: 'System' }]))).toEqual(noList);
    expect(await read(noList, () => Promise.reject(new Error('x')))).toEqual(noList);
    expect(await read(noList)).toEqual(noList);
  });
});

describe('systeminformation', () => {
  type Load = NonNullable<Parameters<typeof askSystemInformation>[2]>['load'];
  const asked = (
    isAdministrator: boolean | undefined,
    answer: () => Promise<string>,
    patienceMs = 60_000,
  ) => {
    const load = vi.fn<Load>(() => import('systeminformation').then((module) => module.default));
    const rights =
      isAdministrator === undefined
        ? ({ kind: 'failed', why: 'x' } as const)
        : ({ kind: 'ok', value: { sid: 'S-1-5-21-1', isAdministrator } } as const);
    const machine = stagedMachine('/', { api: { ownRights: () => rights } });
    return { load, answer: askSystemInformation(machine, answer, { load, patienceMs }) };
  };

  it('is asked by a process without rights', async () => {
    expect(await asked(false, () => Promise.resolve('x')).answer).toBe('x');
  });

  it('is not even loaded by one with administrator rights, nor by one that cannot tell', async () => {
    for (const rights of [true, undefined]) {
      const { load, answer } = asked(rights, () => Promise.resolve('x'));
      expect(await answer).toBeUndefined();
      expect(load).not.toHaveBeenCalled();
    }
  });

  it('has no answer when it fails, and none when it takes too long', async () => {
    expect(await asked(false, () => Promise.reject(new Error('x'))).answer).toBeUndefined();
    expect(await asked(false, () => new Promise<string>(() => undefined), 1).answer).toBeUndefined();
  });
});
