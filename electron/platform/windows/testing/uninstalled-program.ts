import type { ActionOf } from '../../../core/model/plan.ts';
import { secretOf } from '../../../core/model/secret.ts';
import type { ExecutionProgress } from '../../../core/ports.ts';
import { programEntries } from '../executors/gone.ts';
import { uninstallerExecutor } from '../executors/uninstaller-executor.ts';
import { PlayedWindows } from './played-windows.ts';
import type { Played } from './played-windows.ts';

const entry = 'Kaspersky VPN';
export const key = `${programEntries}\\${entry}`;
export const program = 'C:\\Program Files\\Kaspersky Lab\\VPN\\uninst.exe';

/** A computer with one program entry; what its program does when it is started is yet to be said. */
export const installedProgram = (): PlayedWindows => {
  const pc = new PlayedWindows();
  pc.setKey(key, { UninstallString: `"${program}"`, QuietUninstallString: `"${program}" /S` }, ['64']);
  return pc;
};

/** As an uninstaller that does its work at once. */
export const works =
  (pc: PlayedWindows) =>
  ({ exit }: Played): void => {
    pc.dropKey(key);
    exit(0);
  };

/** Has the program removed by its own uninstaller. `progress`: without the lines of output. */
export const uninstallIt = async (
  pc: PlayedWindows,
  { name = entry, password }: { readonly name?: string; readonly password?: string } = {},
  cancellation = { aborted: false, leave: false },
) => {
  const action: ActionOf<'run-uninstaller'> = {
    id: 'x',
    productId: 'vpn-win',
    kind: 'run-uninstaller',
    phase: 'vpn',
    title: '',
    needsElevation: true,
    entry: name,
    view: '64',
  };
  const progress: ExecutionProgress[] = [];
  const result = await uninstallerExecutor({ ...pc.parts, lockWaitSeconds: 60 }).run(action, {
    agreed: [],
    onProgress: (event) => progress.push(event),
    cancellation,
    password: password === undefined ? undefined : secretOf(Buffer.from(password)),
  });
  return { result, progress: progress.filter(({ kind }) => kind !== 'output') };
};
