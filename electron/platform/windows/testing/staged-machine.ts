import { mkdirSync, mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { answering } from '../../linux/fixtures/recorded.ts';
import { localPath } from '../local-path.ts';
import type { WindowsApi, WindowsMachine } from '../machine.ts';
import type { Registry } from '../registry/registry.ts';
import { recordedRegistry } from './recorded-registry.ts';
import { smallWindows } from './small-windows.ts';

const untold = { kind: 'failed', why: 'nothing was recorded for it' } as const;

const silentApi: WindowsApi = {
  serviceStates: () => untold,
  processes: () => untold,
  access: () => untold,
  ownRights: () => untold,
  systemFacts: () => untold,
  signature: () => untold,
  startMark: () => untold,
  installer: {
    remove: () => Promise.resolve(1601),
    isInstalled: () => untold,
    packageProperty: () => untold,
  },
};

interface Stage {
  readonly registry?: Registry;
  /** What Windows' own functions answer; the others say that they cannot tell. */
  readonly api?: Partial<WindowsApi>;
}

/** A Windows whose drives are folders below `root`, with no programs to start. Without a registry, a small one. */
export const stagedMachine = (root: string, { registry, api = {} }: Stage = {}): WindowsMachine => ({
  registry: registry ?? recordedRegistry(smallWindows()),
  api: { ...silentApi, ...api },
  exec: answering(() => ({ kind: 'missing' })),
  root,
});

export const stagedRoot = (): string => mkdtempSync(join(tmpdir(), 'windows-'));

/** Puts a file at a Windows path below `root`. */
export const put = (root: string, path: string, content: string | Buffer = ''): void => {
  const local = localPath({ root }, path);
  mkdirSync(dirname(local), { recursive: true });
  writeFileSync(local, content);
};
