import type { ActionOf, PasswordProperty } from '../../../core/model/plan.ts';
import { secretOf } from '../../../core/model/secret.ts';
import type { ExecutionProgress } from '../../../core/ports.ts';
import { programEntries } from '../executors/gone.ts';
import { packedCode } from '../executors/machine-wide.ts';
import { msiExecutor } from '../executors/msi-executor.ts';
import { localPath } from '../local-path.ts';
import type { Played } from './played-windows.ts';
import { PlayedWindows } from './played-windows.ts';

/** The one product of the computer. */
export const code = '{0F05E4E5-5A89-482C-9A62-47CC58643788}';
/** Windows Installer's own record of it. */
export const record = `HKLM\\SOFTWARE\\Classes\\Installer\\Products\\${packedCode(code)}`;
export const entry = `${programEntries}\\${code}`;
export const msiexec = 'C:\\Windows\\System32\\msiexec.exe';

export const installedProduct = (): PlayedWindows => {
  const pc = new PlayedWindows();
  pc.installed.add(code);
  pc.setKey(record);
  pc.setKey(entry, { DisplayName: 'Kaspersky' }, ['64']);
  return pc;
};

export const takeAway = (pc: PlayedWindows): void => {
  pc.installed.delete(code);
  pc.dropKey(record);
  pc.dropKey(entry);
};

/** What stands behind `/l*v`, as a place on this disk. */
export const logOf = (pc: PlayedWindows, { request: { args } }: Played): string => {
  const path = args[args.indexOf('/l*v') + 1];
  if (path === undefined) throw new Error('no log was asked for');
  return localPath(pc.machine, path);
};

interface Scene {
  readonly property?: PasswordProperty;
  readonly password?: string;
  readonly lockWaitSeconds?: number;
  readonly productCode?: string;
}

/** Has the product removed by Windows Installer. */
export const removeIt = async (
  pc: PlayedWindows,
  { property, password, lockWaitSeconds = 60, productCode = code }: Scene = {},
  cancellation = { aborted: false, leave: false },
) => {
  const action: ActionOf<'run-msi'> = {
    id: 'x',
    productId: 'business-kes-win',
    kind: 'run-msi',
    phase: 'product',
    title: '',
    needsElevation: true,
    productCode,
    ...(property === undefined ? {} : { password: property }),
  };
  const progress: ExecutionProgress[] = [];
  const result = await msiExecutor({ ...pc.parts, lockWaitSeconds }).run(action, {
    agreed: [],
    onProgress: (event) => progress.push(event),
    cancellation,
    password: password === undefined ? undefined : secretOf(Buffer.from(password)),
  });
  return { result, progress };
};
