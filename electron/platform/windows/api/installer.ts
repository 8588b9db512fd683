import type { Installer, Told } from '../machine.ts';
import { installerCalls } from './installer-calls.ts';
import { packageProperty } from './package-property.ts';
import { attempt } from './trouble.ts';

/** INSTALLUILEVEL_NONE: no window, and no question either. */
const noWindow = 2;
const defaultLevel = 0;
const absent = 2;

const isProductCode = (text: string): boolean =>
  /^\{[0-9A-F]{8}(?:-[0-9A-F]{4}){3}-[0-9A-F]{12}\}$/i.test(text);

/** Windows Installer's states of a product (msi.h, INSTALLSTATE_…) in so far as MsiQueryProductState gives them. */
const states = { badConfiguration: -6, invalidArgument: -2, unknown: -1, advertised: 1, absent: 2 } as const;
const installedStates: readonly number[] = [3, 4, 5];

/**
 * What a state says about "is it here". Only "unknown" is a sure no: an advertised product has its registration, and is
 * removed like another; one that is another account's is on this computer all the same.
 */
export const installedFrom = (state: number): Told<boolean> => {
  if (installedStates.includes(state) || state === states.advertised) return { kind: 'ok', value: true };
  switch (state) {
    case states.unknown:
      return { kind: 'ok', value: false };
    case states.absent:
      return { kind: 'failed', why: 'it is installed for another account' };
    case states.badConfiguration:
      return { kind: 'failed', why: 'the record that Windows Installer keeps of it is damaged' };
    case states.invalidArgument:
      return { kind: 'failed', why: 'Windows Installer takes it for no product code' };
    default:
      return { kind: 'failed', why: `Windows Installer gives it the unknown state ${String(state)}` };
  }
};

/**
 * A restart is always held back; the caller's own properties follow. In memory that is not shared with others and that
 * is wiped, since a password may be in it.
 */
const withoutRestart = (properties: Buffer): Buffer => {
  const head = Buffer.from('REBOOT=ReallySuppress ', 'utf16le');
  const whole = Buffer.alloc(head.length + properties.length + 2);
  head.copy(whole);
  properties.copy(whole, head.length);
  return whole;
};

/** Rejects only when Windows Installer's own library cannot be called at all. */
const remove = async (productCode: string, properties: Buffer): Promise<number> => {
  const { setWindow, enableLog, configure } = installerCalls();
  setWindow(noWindow, null);
  enableLog(0, null, 0);
  const whole = withoutRestart(properties);
  try {
    return await new Promise<number>((resolve, reject) => {
      configure.async(productCode, defaultLevel, absent, whole, (error, code) => {
        if (error instanceof Error) reject(error);
        else resolve(code);
      });
    });
  } finally {
    whole.fill(0);
  }
};

export const installer: Installer = {
  remove,
  isInstalled: (productCode) =>
    attempt(productCode, () =>
      isProductCode(productCode)
        ? installedFrom(installerCalls().productState(productCode))
        : installedFrom(states.invalidArgument),
    ),
  packageProperty,
};
