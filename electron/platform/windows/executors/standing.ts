import type { ExecutionResult } from '../../../core/ports.ts';
import type { WindowsFolders } from '../folders.ts';
import { windowsFolders } from '../folders.ts';
import type { OwnFolders } from '../../shared/state-folder.ts';
import type { WindowsMachine } from '../machine.ts';
import { windowsOwnFolders } from '../own-folders.ts';
import { readTrustedSids } from '../trusted-sids.ts';

/** What every executor knows before it does anything. */
export interface Standing {
  readonly folders: WindowsFolders;
  /** Who counts as an administrator. */
  readonly trusted: ReadonlySet<string>;
  /** How folders are made that only administrators write in. */
  readonly own: OwnFolders;
}

/** Or why nothing can be begun at all. */
export const standingOf = async ({
  machine,
  ownFolders = windowsOwnFolders(() => machine),
}: {
  readonly machine: WindowsMachine;
  readonly ownFolders?: OwnFolders | undefined;
}): Promise<Standing | { readonly result: ExecutionResult }> => {
  const own = machine.api.ownRights();
  if (own.kind === 'ok' && !own.value.isAdministrator)
    return {
      result: { outcome: 'wrong-password-or-rights', detail: 'this program has no administrator’s rights' },
    };
  const folders = await windowsFolders(machine.registry);
  if (folders.kind !== 'ok') {
    const why = folders.kind === 'missing' ? 'Windows’ own folders are not known' : folders.why;
    return { result: { outcome: 'failed', detail: why } };
  }
  return { folders: folders.value, trusted: await readTrustedSids(machine), own: ownFolders };
};
