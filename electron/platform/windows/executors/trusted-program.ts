import { win32 } from 'node:path';
import type { Access, WindowsApi } from '../machine.ts';
import { changingRights, othersWith } from '../trusted-sids.ts';
import { isPlainPath } from './uninstall-command.ts';

export type Trust =
  | { readonly kind: 'trusted' }
  | { readonly kind: 'missing' }
  | { readonly kind: 'refused'; readonly why: string };

/**
 * Rights on a folder that let somebody put another thing in the place of what lies below: delete or rename it, delete or
 * rename the folder itself, or take such a right. What merely adds beside it does not, and every Windows lets people
 * make folders in `C:\`. Neither does changing attributes: only an empty folder can be turned into a junction.
 * GENERIC_WRITE of a folder is adding, GENERIC_ALL is everything (winnt.h).
 */
export const replacingRights =
  0x40 | // FILE_DELETE_CHILD
  0x1_0000 | // DELETE
  0x4_0000 | // WRITE_DAC
  0x8_0000 | // WRITE_OWNER
  0x1000_0000; // GENERIC_ALL

/**
 * Whether only administrators (`trusted` SIDs) can have put this program here: nobody else may change it, add to its own
 * folder (a library beside it would be loaded), or replace a folder on the way. No place on the way may be a link, and a
 * place that cannot be looked at is not trusted. Nobody else can change it between this look and its start either, so
 * the look counts when it comes right before.
 */
export const trustOfProgram = (
  api: Pick<WindowsApi, 'access'>,
  path: string,
  trusted: ReadonlySet<string>,
): Trust =>
  trustAlong(api, path, trusted, [
    { kind: 'file', rights: changingRights },
    { kind: 'folder', rights: changingRights },
  ]);

/** The same of a folder that is written to with rights: nobody else may change it, or what it lies in. */
export const trustOfFolder = (
  api: Pick<WindowsApi, 'access'>,
  path: string,
  trusted: ReadonlySet<string>,
): Trust => trustAlong(api, path, trusted, [{ kind: 'folder', rights: changingRights }]);

interface Demand {
  readonly kind: Access['kind'];
  /** What nobody else may hold. */
  readonly rights: number;
}

const further: Demand = { kind: 'folder', rights: replacingRights };

/** `nearest` are the demands on the place itself and those right above it. */
const trustAlong = (
  api: Pick<WindowsApi, 'access'>,
  path: string,
  trusted: ReadonlySet<string>,
  nearest: readonly Demand[],
): Trust => {
  if (!isPlainPath(path)) return { kind: 'refused', why: `${path}: it is no whole path on a drive` };
  for (const [index, place] of [path, ...foldersAbove(path)].entries()) {
    const told = api.access(place);
    if (told.kind === 'missing') return told;
    if (told.kind !== 'ok') return { kind: 'refused', why: `${place}: ${told.why}` };
    const why = whyNot(told.value, nearest[index] ?? further, trusted);
    if (why !== undefined) return { kind: 'refused', why: `${place}: ${why}` };
  }
  return { kind: 'trusted' };
};

/** Up to the drive. */
const foldersAbove = (path: string): readonly string[] => {
  const folder = win32.dirname(path);
  return folder === path ? [] : [folder, ...foldersAbove(folder)];
};

const whyNot = (access: Access, demand: Demand, trusted: ReadonlySet<string>): string | undefined => {
  if (access.reparsePoint) return 'it is a link to another place';
  if (access.kind !== demand.kind) return `it is not a ${demand.kind}`;
  const others = othersWith(access, trusted, { rights: demand.rights });
  return others.length === 0 ? undefined : `others than administrators can change it: ${others.join(', ')}`;
};
