import { lstatSync, mkdirSync, mkdtempSync, rmSync, symlinkSync, utimesSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';

import type { LeftoverItem } from '../../../electron/core/model/leftover';
import { ask, equip } from './api-questions';
import { wineUsable } from './available';
import { startMachine, type Machine } from './machine';

const lab = 'C:\\ProgramData\\Kaspersky Lab';
const branch = 'HKLM\\SOFTWARE\\WOW6432Node\\KasperskyLab\\protected\\KES';
const files = (path: string): LeftoverItem => ({ id: path, kind: 'files', path, root: path });
const keys = (key: string): LeftoverItem => ({ id: key, kind: 'registry-branch', key });

let places = 0;
/** A folder of a run, as Windows and as this machine call it. */
const runFolder = (machine: Machine): string => {
  places += 1;
  const folder = `C:\\runs\\${String(places)}`;
  mkdirSync(machine.at(folder), { recursive: true });
  return folder;
};

describe.runIf(wineUsable())('the quarantine on Windows', () => {
  let machine: Machine;
  let elsewhere: string;
  beforeAll(async () => {
    machine = await startMachine('windows-quarantine');
    await equip(machine);
    // Another file system of this machine as drive D.
    elsewhere = mkdtempSync('/dev/shm/drive-d-');
    symlinkSync(elsewhere, join(dirname(machine.at('C:\\')), 'dosdevices', 'd:'));
  });
  afterAll(async () => {
    await machine.close();
    rmSync(elsewhere, { recursive: true, force: true });
  });

  /** Takes it and brings it back in another process. */
  const roundTrip = async (item: LeftoverItem, between: () => Promise<void> | void) => {
    const folder = runFolder(machine);
    const [taken] = await ask(machine, [['takeOne', folder, item]]);
    if (taken.record === undefined || taken.end?.kind !== 'set-aside') throw new Error(JSON.stringify(taken));
    await between();
    const [back] = await ask(machine, [['putBack', folder, taken.record]]);
    return back;
  };

  it('copies to another volume and back, with attributes and times', async () => {
    const there = join(elsewhere, 'Program Files/Kaspersky Lab/KES');
    const path = 'D:\\Program Files\\Kaspersky Lab\\KES';
    mkdirSync(join(there, 'Ж'), { recursive: true });
    writeFileSync(join(there, 'Ж/bases.dat'), Buffer.alloc(2_500_000, 5));
    writeFileSync(join(there, 'hidden.ini'), 'x=1\n');
    for (const name of ['Ж/bases.dat', 'hidden.ini', 'Ж', ''])
      utimesSync(join(there, name), 1_600_000_000, 1_500_000_000.123);
    await machine.run('attrib.exe', ['+s', '+h', `${path}\\hidden.ini`]);
    const look = async (): Promise<unknown> => [
      ['Ж/bases.dat', 'hidden.ini', 'Ж', ''].map((name) => {
        // Not its mode: Wine makes one of an access list, and no access list of one.
        const { mtimeNs, size } = lstatSync(join(there, name), { bigint: true });
        return [name, mtimeNs, name.includes('.') ? size : 0n];
      }),
      (await machine.run('attrib.exe', [`${path}\\hidden.ini`])).out,
    ];
    const born = await look();
    expect(await roundTrip(files(path), () => expect(() => lstatSync(there)).toThrow('ENOENT'))).toEqual({
      kind: 'restored',
    });
    expect(await look()).toEqual(born);
  });

  it('takes names as they are, also those that end in a dot or a blank', async () => {
    const path = `${lab}\\odd`;
    const [twin, odd] = [`${path}\\name`, `${path}\\name. `];
    machine.write(twin, 'twin\n');
    writeFileSync(machine.at(path) + '/name. ', 'odd\n');
    expect(await roundTrip(files(odd), () => expect(machine.read(twin)).toBe('twin\n'))).toEqual({
      kind: 'restored',
    });
    expect(lstatSync(machine.at(path) + '/name. ').size).toBe(4);
  });

  it('gives keys back with their class, with zeros in names, and with data of any kind', async () => {
    await machine.importRegistry([{ path: branch, values: { here: 'x' } }]);
    const [, born] = await ask(machine, [
      [
        'oddKey',
        `${branch}\\odd`,
        'a class',
        [
          ['hidden\0name', 1, '410000'],
          ['', 0xffff_0001, 'ff00'],
          ['empty', 3, ''],
        ],
      ],
      ['keyContent', `${branch}\\odd`],
    ]);
    expect([born.className, born.values.map(({ name, type }) => [name, type])]).toEqual([
      'a class',
      expect.arrayContaining([
        ['hidden\0name', 1],
        ['', 0xffff_0001],
        ['empty', 3],
      ]),
    ]);
    expect(
      await roundTrip(keys(branch), async () => expect(await machine.exportRegistry(branch)).toBeUndefined()),
    ).toEqual({ kind: 'restored' });
    const [back] = await ask(machine, [['keyContent', `${branch}\\odd`]]);
    expect({ ...back, writtenAt: 0n }).toEqual({ ...born, writtenAt: 0n });
  });

  it('never follows a key that is a link, and keeps to one view of the registry', async () => {
    const secret = 'HKLM\\SOFTWARE\\Somebody';
    const wide = 'HKLM\\SOFTWARE\\KasperskyLab\\protected\\KES';
    await machine.importRegistry([
      { path: secret, values: { x: 'y' } },
      { path: wide, values: { view: '64' } },
    ]);
    const folder = runFolder(machine);
    const [made, linked] = await ask(machine, [
      [
        'linkKey',
        'SOFTWARE\\WOW6432Node\\KasperskyLab\\protected\\KES\\link',
        '\\Registry\\Machine\\SOFTWARE\\Somebody',
      ],
      ['takeOne', folder, keys(branch)],
    ]);
    expect(made).toBe(0);
    expect(linked.survey).toMatchObject({ kind: 'stays', parts: [{ why: 'link-in-path' }] });
    expect(await machine.exportRegistry(secret)).toContain('"x"="y"');
    expect(await machine.exportRegistry(branch)).toContain('"here"="x"');
    const narrow = branch.replace('KES', 'KES11');
    await machine.importRegistry([{ path: narrow, values: { view: '32' } }]);
    expect(
      await roundTrip(keys(narrow), async () => expect(await machine.exportRegistry(wide)).toContain('"64"')),
    ).toEqual({ kind: 'restored' });
  });
});
