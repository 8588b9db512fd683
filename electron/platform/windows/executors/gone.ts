import type { Told, WindowsMachine } from '../machine.ts';
import type { RegistryView } from '../registry/registry.ts';
import { registryViews } from '../registry/registry.ts';

type Machine = Pick<WindowsMachine, 'registry' | 'api'>;

/** Where every program of this computer stands that can be removed. Machine-wide: only administrators write there. */
export const programEntries = 'HKLM\\SOFTWARE\\Microsoft\\Windows\\CurrentVersion\\Uninstall';

/**
 * Whether what an action is to take away is still here. `unknown` is neither: nothing is concluded from it.
 * `what`: Windows Installer knows the product, or only its entry in the list of programs is left.
 */
export type EndState =
  | { readonly kind: 'gone' }
  | { readonly kind: 'there'; readonly what: 'product' | 'entry' }
  | { readonly kind: 'unknown'; readonly why: string };

/** Of one program entry. */
export const stateOfEntry = async (
  { registry }: Pick<Machine, 'registry'>,
  entry: string,
  view: RegistryView,
): Promise<EndState> => {
  const key = await registry.read(`${programEntries}\\${entry}`, view);
  switch (key.kind) {
    case 'ok':
      return { kind: 'there', what: 'entry' };
    case 'missing':
      return { kind: 'gone' };
    case 'denied':
    case 'failed':
      return { kind: 'unknown', why: key.why };
  }
};

/** Of a product of Windows Installer: it knows it no longer, and neither half of the registry has its entry. */
export const stateOfProduct = async (machine: Machine, productCode: string): Promise<EndState> => {
  const installed = installedState(machine.api.installer.isInstalled(productCode));
  if (installed.kind === 'there') return installed;
  const entries = await Promise.all(registryViews.map((view) => stateOfEntry(machine, productCode, view)));
  const states = [...entries, installed];
  return (
    states.find(({ kind }) => kind === 'there') ??
    states.find(({ kind }) => kind === 'unknown') ?? { kind: 'gone' }
  );
};

const installedState = (told: Told<boolean>): EndState => {
  if (told.kind === 'ok') return told.value ? { kind: 'there', what: 'product' } : { kind: 'gone' };
  return { kind: 'unknown', why: told.kind === 'missing' ? 'Windows Installer did not answer' : told.why };
};
