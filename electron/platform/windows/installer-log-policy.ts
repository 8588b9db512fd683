import type { Told } from './machine.ts';
import type { Registry } from './registry/registry.ts';
import { numberValue, textValue } from './registry/values.ts';

const policies = 'HKLM\\SOFTWARE\\Policies\\Microsoft\\Windows\\Installer';

/**
 * Whether the administrator has told Windows Installer to write down what it does although nobody asked for a log: its
 * policies `Logging` (a log file of every run, with the properties' values) and `Debug` (the same for a debugger).
 * `MsiEnableLog` switches off what a program asked for, not these.
 * https://learn.microsoft.com/windows/win32/msi/logging and …/msi/debug
 */
export const installerIsLogged = async (registry: Registry): Promise<Told<boolean>> => {
  const key = await registry.read(policies, '64');
  if (key.kind === 'missing') return { kind: 'ok', value: false };
  if (key.kind !== 'ok') return key;
  const isLogged = (textValue(key, 'Logging') ?? '') !== '' || (numberValue(key, 'Debug') ?? 0) !== 0;
  return { kind: 'ok', value: isLogged };
};
