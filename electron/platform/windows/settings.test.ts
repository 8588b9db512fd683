import { describe, expect, it } from 'vitest';
import type { Registry } from './registry/registry.ts';
import { settingsProbe } from './settings.ts';
import { recordedRegistry, recording, troubled } from './testing/recorded-registry.ts';
import { smallWindows } from './testing/small-windows.ts';
import { stagedMachine } from './testing/staged-machine.ts';

const wine = recordedRegistry(
  recording('fixtures/registry/wine-folders.reg', import.meta.url),
  recording('fixtures/registry/wine-vendor.reg', import.meta.url),
);
const bare = smallWindows();

/** Settings lie in the machine's registry alone: no drive is looked at. */
const settings = (registry: Registry) =>
  settingsProbe(stagedMachine('/nowhere', { registry })).read({ roots: [], exactPaths: [] });

describe('settings of products', () => {
  it('are read beside the name of the product', async () => {
    expect(await settings(wine)).toEqual({
      kind: 'ok',
      rows: [
        { product: 'Kaspersky Internet Security', name: 'self-protection', value: 'on' },
        { product: 'Kaspersky Internet Security', name: 'password-protection', value: 'on' },
        { name: 'management-server', value: 'ksc01.example' },
      ],
    });
  });

  it.each([
    ['"OPEP"=""', 'off'],
    ['"OPEP"=hex:', 'off'],
    ['"OPEP"="x"', 'on'],
    ['"OPEP"=hex:01', 'on'],
  ])('a password with %s is %s', async (value, expected) => {
    const key = 'HKEY_LOCAL_MACHINE\\SOFTWARE\\KasperskyLab\\AVP20.0\\Settings\\PasswordProtectionSettings';
    expect(await settings(recordedRegistry(bare, `[${key}]\n${value}\n`))).toEqual({
      kind: 'ok',
      rows: [{ name: 'password-protection', value: expected }],
    });
  });

  it('that are off or say nothing do not pass for on', async () => {
    const key = 'HKEY_LOCAL_MACHINE\\SOFTWARE\\KasperskyLab';
    const registry = recordedRegistry(
      bare,
      `[${key}\\AVP20.0\\Settings]\n"EnableSelfProtection"=dword:00000000\n`,
      `[${key}\\AVP21.0\\Settings]\n"EnableSelfProtection"="perhaps"\n`,
      `[${key}\\Components\\34\\1103\\1.0.0.0\\Statistics\\AVState]\n"Protection_AdmServer"=" "\n`,
    );
    expect(await settings(registry)).toEqual({
      kind: 'ok',
      rows: [{ name: 'self-protection', value: 'off' }],
    });
    expect(await settings(troubled(registry, ['HKLM\\SOFTWARE\\KasperskyLab']))).toMatchObject({
      kind: 'ok',
      rows: [],
      gaps: [{ kind: 'denied' }, { kind: 'denied' }],
    });
  });
});
