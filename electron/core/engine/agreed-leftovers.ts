import { comparablePath } from '../catalogue/paths.ts';
import type { LeftoverConsent } from '../model/consent.ts';
import type { OperatingSystem } from '../model/host.ts';
import type { LeftoverItem, LeftReason } from '../model/leftover.ts';
import { leftoverId } from '../model/leftover.ts';

/** Ids of items that a person was not shown, neither themselves nor as a part of something that they were. */
export const notShown = (
  os: OperatingSystem,
  items: readonly LeftoverItem[],
  { agreed, declined }: LeftoverConsent,
): readonly string[] => {
  const shown = keysOf(os, [...agreed, ...declined]);
  return items.filter((item) => !isCovered(os, item, shown)).map(({ id }) => id);
};

type NoWord = Extract<LeftReason, 'not-agreed' | 'declined'>;

/** Why an item stays for want of a word; undefined: it was agreed to. What was to stay wins over what may go. */
export const whyNotAgreed = (
  os: OperatingSystem,
  consent: LeftoverConsent | undefined,
): ((item: LeftoverItem) => NoWord | undefined) => {
  if (consent === undefined) return () => undefined;
  const agreed = keysOf(os, consent.agreed);
  const declined = keysOf(os, consent.declined);
  return (item) => {
    if (isCovered(os, item, declined) || holds(os, item, declined)) return 'declined';
    return isCovered(os, item, agreed) ? undefined : 'not-agreed';
  };
};

/** Paths that are the same on the computer are the same here. */
const keyOf = (os: OperatingSystem, id: string): string => (os === 'windows' ? comparablePath(id) : id);
const keysOf = (os: OperatingSystem, ids: readonly string[]): ReadonlySet<string> =>
  new Set(ids.map((id) => keyOf(os, id)));

/** A folder covers all that is below it, a key of the registry too. */
const isCovered = (os: OperatingSystem, item: LeftoverItem, keys: ReadonlySet<string>): boolean =>
  keys.has(keyOf(os, item.id)) || wholeAbove(os, item).some((key) => keys.has(key));

const holds = (os: OperatingSystem, item: LeftoverItem, keys: ReadonlySet<string>): boolean => {
  const own = `${keyOf(os, item.id)}/`;
  return (
    (item.kind === 'files' || item.kind === 'registry-branch') && [...keys].some((key) => key.startsWith(own))
  );
};

/** Ids of what would take this with it. */
const wholeAbove = (os: OperatingSystem, item: LeftoverItem): readonly string[] => {
  switch (item.kind) {
    case 'files':
      return above(keyOf(os, item.id));
    case 'empty-folder':
      return above(`${keyOf(os, leftoverId('files', item.path))}/`);
    case 'registry-branch':
      return above(keyOf(os, item.id));
    case 'empty-key':
      return above(`${keyOf(os, leftoverId('registry-branch', item.key))}/`);
    case 'class-filter':
    case 'service':
    case 'group':
      return [];
  }
};

const above = (key: string): readonly string[] => {
  const keys: string[] = [];
  for (let end = key.lastIndexOf('/'); end > 0; end = key.lastIndexOf('/', end - 1))
    keys.push(key.slice(0, end));
  return keys;
};
