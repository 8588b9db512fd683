import { readdirSync, readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';

import { ask, equip } from './api-questions';
import { wineUsable } from './available';
import { installMsi, willAnswer } from './fixtures/msi';
import type { MsiPackage } from './fixtures/msi-package';
import { startMachine, type Machine } from './machine';

const usable = wineUsable();
const password = 'Can4ry-S3cret';

const product = (number: number, more: Partial<MsiPackage>): MsiPackage => ({
  name: `Продукт 卡巴 ${String(number)}`,
  version: '1.2.3',
  publisher: 'AO Somebody',
  productCode: `{00000000-AAAA-4BBB-8CCC-00000000000${String(number)}}`,
  upgradeCode: `{00000000-AAAA-4BBB-8CCC-1000000000${String(number).padStart(2, '0')}}`,
  arch: 'x64',
  folder: `C:\\Program Files\\Somebody\\Product ${String(number)}`,
  files: [{ name: 'readme.txt', content: 'x' }],
  registry: [],
  ...more,
});

const guarded = product(1, { removal: { password: { property: 'KLPASSWD', value: password } } });
const narrow = product(2, { arch: 'x86', folder: 'C:\\Program Files (x86)\\Somebody\\Narrow' });
const restarting = product(3, { removal: { restart: true } });
const answering = product(4, { removal: { answers: true } });

/** Every file of the machine that a program made and that has the text in it, in either of the encodings in use. */
const filesWith = (machine: Machine, text: string): readonly string[] => {
  const needles = [Buffer.from(text, 'utf8'), Buffer.from(text, 'utf16le')];
  const walk = (folder: string): readonly string[] =>
    readdirSync(folder, { withFileTypes: true }).flatMap((entry) => {
      const path = join(folder, entry.name);
      if (entry.isDirectory()) return walk(path);
      // What still is the template's own has another name there.
      if (!entry.isFile() || statSync(path).nlink > 1) return [];
      const content = readFileSync(path);
      return needles.some((needle) => content.includes(needle)) ? [path] : [];
    });
  return walk(machine.at('C:\\'));
};

describe.runIf(usable)('Windows Installer in this process', () => {
  let machine: Machine;
  beforeAll(async () => {
    machine = await startMachine('installer-api');
    await equip(machine);
    for (const msi of [guarded, narrow, restarting, answering]) await installMsi(machine, msi);
  });
  afterAll(() => machine.close());

  const yes = { kind: 'ok', value: true };
  const no = { kind: 'ok', value: false };

  it('knows what is installed, and reads the package that is kept of it', async () => {
    const code = guarded.productCode;
    const [there, unknown, noCode, name, missing, ofNothing] = await ask(machine, [
      ['isInstalled', code.toLowerCase()],
      ['isInstalled', '{00000000-AAAA-4BBB-8CCC-999999999999}'],
      ['isInstalled', 'Somebody'],
      ['property', code, 'ProductName'],
      ['property', code, 'MsiLogging'],
      ['property', '{00000000-AAAA-4BBB-8CCC-999999999999}', 'ProductName'],
    ]);
    expect([there, unknown]).toEqual([yes, no]);
    expect(noCode.kind).toBe('failed');
    expect(name).toEqual({ kind: 'ok', value: guarded.name });
    expect(missing).toEqual({ kind: 'missing' });
    expect(ofNothing.kind).toBe('failed');
  });

  it('removes with the right password alone, writes it nowhere, and lets others go on meanwhile', async () => {
    const code = guarded.productCode;
    const [bare, wrong, still] = await ask(machine, [
      ['remove', code, ''],
      ['remove', code, 'KLPASSWD="wrong"'],
      ['isInstalled', code],
    ]);
    expect([bare.result, wrong.result, still]).toEqual([1603, 1603, yes]);
    expect(machine.exists(`${guarded.folder}\\readme.txt`)).toBe(true);

    // The package that this machine keeps has it too, as data of the fixture.
    expect(filesWith(machine, password).every((path) => path.endsWith('.msi'))).toBe(true);
    const [right, there, again] = await ask(machine, [
      ['remove', code, `KLLOGIN="KLAdmin" KLPASSWD="${password}"`],
      ['isInstalled', code],
      ['remove', code, ''],
    ]);
    expect([right.result, there, again.result]).toEqual([0, no, 1605]);
    expect(right.turns).toBeGreaterThan(2);
    expect(machine.exists(`${guarded.folder}\\readme.txt`)).toBe(false);
    // The question itself is the test's own file.
    expect(filesWith(machine, password).filter((path) => !/asked-\d+\.json$/.test(path))).toEqual([]);
  });

  it('removes an x86 package, tells of a restart without making one, and of a person who said no', async () => {
    willAnswer(machine, answering, [1602]);
    const [wide, wideAfter, restart, restartAfter, refused, agreed] = await ask(machine, [
      ['remove', narrow.productCode, ''],
      ['isInstalled', narrow.productCode],
      ['remove', restarting.productCode, ''],
      ['isInstalled', restarting.productCode],
      ['remove', answering.productCode, ''],
      ['remove', answering.productCode, ''],
    ]);
    expect([wide.result, wideAfter]).toEqual([0, no]);
    expect([restart.result, restartAfter]).toEqual([3010, no]);
    expect([refused.result, agreed.result]).toEqual([1602, 0]);
  });
});
