import type { Machine } from '../../shared/machine.ts';
import { readerTimeoutMs, troubleOf } from '../../shared/machine.ts';
import type { LookAt, Trust } from '../../shared/root-only.ts';
import { placesOf, trustByMode } from '../../shared/root-only.ts';

export type { LookAt, Owner, Trust } from '../../shared/root-only.ts';

/** Whether only root can have put this program here, by owner, by mode and by access list. */
export const trustOf = async (path: string, machine: Machine, lookAt?: LookAt): Promise<Trust> => {
  const byMode = await trustByMode(path, lookAt);
  if (byMode.kind !== 'trusted') return byMode;
  const why = await whyNotByLists(placesOf(path), machine);
  return why === undefined ? byMode : { kind: 'refused', why };
};

/** `ls -e` writes access lists below each entry: ` 0: user:ann inherited allow add_file,delete_child`. */
const whyNotByLists = async (places: readonly string[], machine: Machine): Promise<string | undefined> => {
  const result = await machine.exec({
    command: '/bin/ls',
    args: ['-lde', ...places],
    timeoutMs: readerTimeoutMs,
  });
  const trouble = troubleOf('ls', result);
  if (trouble !== undefined) return `who else can write there is not known: ${trouble.why}`;
  const writers = result.kind === 'exited' ? writersIn(result.stdout.text) : [];
  return writers.length === 0 ? undefined : `an access list lets ${writers.join(', ')} write there`;
};

const writing = new Set([
  'write',
  'append',
  'add_file',
  'add_subdirectory',
  'delete',
  'delete_child',
  'writeattr',
  'writeextattr',
  'writesecurity',
  'chown',
]);

/** Who but root is allowed to change something by an access list. */
export const writersIn = (listing: string): readonly string[] => {
  const found = [...listing.matchAll(/^ +\d+: (.+?)(?: inherited)? allow (\S+)/gm)].flatMap(
    ([, who = '', rights = '']) =>
      who !== 'user:root' && rights.split(',').some((right) => writing.has(right)) ? [who] : [],
  );
  return [...new Set(found)];
};
