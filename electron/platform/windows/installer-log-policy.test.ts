import { describe, expect, it } from 'vitest';
import { installerIsLogged } from './installer-log-policy.ts';
import type { KeyReading, RegistryValue } from './registry/registry.ts';
import { registryTypes } from './registry/registry.ts';

const asked = (reading: KeyReading) =>
  installerIsLogged({
    read: (path) =>
      Promise.resolve(
        path === 'HKLM\\SOFTWARE\\Policies\\Microsoft\\Windows\\Installer'
          ? reading
          : { kind: 'failed', why: 'another key' },
      ),
  });
const holding = (...values: readonly RegistryValue[]): KeyReading => ({ kind: 'ok', subkeys: [], values });
const text = (name: string, data: string): RegistryValue => ({
  name,
  type: registryTypes.sz,
  data: Buffer.from(`${data}\0`, 'utf16le'),
});
const number = (name: string, data: number): RegistryValue => ({
  name,
  type: registryTypes.dword,
  data: Buffer.from(Uint32Array.of(data).buffer),
});

describe('whether Windows Installer writes down what it does by policy', () => {
  it('is a no without the policies, and where they are empty', async () => {
    const no = { kind: 'ok', value: false };
    expect(await asked({ kind: 'missing' })).toEqual(no);
    expect(await asked(holding())).toEqual(no);
    expect(await asked(holding(text('Logging', ''), number('Debug', 0)))).toEqual(no);
  });

  it('is a yes for either of them', async () => {
    const yes = { kind: 'ok', value: true };
    expect(await asked(holding(text('logging', 'voicewarmup')))).toEqual(yes);
    expect(await asked(holding(number('Debug', 7)))).toEqual(yes);
  });

  it('is not known when the policies could not be read', async () => {
    expect(await asked({ kind: 'denied', why: 'x' })).toEqual({ kind: 'denied', why: 'x' });
  });
});
