import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { PlayedWindows, playedSids } from '../testing/played-windows.ts';
import { programEntries, stateOfEntry, stateOfProduct } from './gone.ts';
import { ownershipOf, packedCode } from './machine-wide.ts';

const code = '{0F05E4E5-5A89-482C-9A62-47CC58643788}';
const packed = packedCode(code);
const computers = `HKLM\\SOFTWARE\\Classes\\Installer\\Products\\${packed}`;
const own = `HKU\\${playedSids.self}\\Software\\Microsoft\\Installer\\Products\\${packed}`;

let pc: PlayedWindows;
beforeEach(() => (pc = new PlayedWindows()));
afterEach(() => pc.remove());

it('a product code is packed as Windows Installer names its keys', () => {
  // As Wine's Windows Installer stored them.
  expect(packedCode('{11111111-AAAA-4AAA-8AAA-000000000003}')).toBe('11111111AAAAAAA4A8AA000000000030');
  expect(packed).toBe('5E4E50F098A5C284A92674CC85467388');
});

describe('a product of Windows Installer', () => {
  const kind = async () => (await ownershipOf(pc.machine, code)).kind;

  it('is the computer’s by its record there, and a person’s by one in the own account', async () => {
    expect(await kind()).toBe('unrecorded');
    pc.setKey(computers);
    expect(await kind()).toBe('computer');
    pc.setKey(own);
    expect(await kind()).toBe('person');
  });

  it('is nobody’s for sure when a record cannot be read', async () => {
    pc.setKey(computers);
    pc.closeKey(own, { kind: 'denied', why: 'x' });
    expect(await kind()).toBe('unknown');
    pc.dropKey(own);
    pc.closeKey(computers, { kind: 'failed', why: 'x' });
    expect(await kind()).toBe('unknown');
    const api = { ...pc.machine.api, ownRights: () => ({ kind: 'failed', why: 'x' }) as const };
    expect((await ownershipOf({ registry: pc.machine.registry, api }, code)).kind).toBe('unknown');
  });

  it('is gone when Windows Installer and both halves of the registry know it no longer', async () => {
    expect(await stateOfProduct(pc.machine, code)).toEqual({ kind: 'gone' });
    pc.setKey(`${programEntries}\\${code}`, {}, ['32']);
    expect(await stateOfProduct(pc.machine, code)).toEqual({ kind: 'there', what: 'entry' });
    pc.installed.add(code);
    expect(await stateOfProduct(pc.machine, code)).toEqual({ kind: 'there', what: 'product' });
  });

  it('is not gone as long as one of them does not answer', async () => {
    const installer = {
      ...pc.machine.api.installer,
      isInstalled: () => ({ kind: 'failed', why: 'x' }) as const,
    };
    const mute = { ...pc.machine, api: { ...pc.machine.api, installer } };
    expect(await stateOfProduct(mute, code)).toEqual({ kind: 'unknown', why: 'x' });
    pc.closeKey(`${programEntries}\\${code}`, { kind: 'denied', why: 'y' });
    expect(await stateOfProduct(pc.machine, code)).toEqual({ kind: 'unknown', why: 'y' });
  });
});

it('an entry is gone only when its key is missing', async () => {
  const state = () => stateOfEntry(pc.machine, 'Kaspersky', '32');
  expect(await state()).toEqual({ kind: 'gone' });
  pc.setKey(`${programEntries}\\Kaspersky`, {}, ['64']);
  expect(await state()).toEqual({ kind: 'gone' });
  pc.closeKey(`${programEntries}\\Kaspersky`, { kind: 'denied', why: 'x' });
  expect(await state()).toEqual({ kind: 'unknown', why: 'x' });
});
