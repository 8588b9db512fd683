import type { ReportFacts } from './facts.ts';

/** Reports that are of one computer, as far as anybody can tell. Altered ones and those of the future apart. */
export interface Group {
  readonly reports: ReportFacts[];
  /** They name this computer and decide nothing. */
  readonly unusable: ReportFacts[];
}

/** One label that several computers answer to. */
export interface SharedLabel {
  readonly kind: 'same-tag' | 'same-name';
  readonly label: string;
  readonly reports: readonly ReportFacts[];
}

export interface Grouped {
  readonly groups: readonly Group[];
  readonly shared: readonly SharedLabel[];
}

/** Tags and names are compared without regard to case and to blanks around them. */
export const sameLabel = (text: string): string => text.trim().normalize('NFC').toLowerCase();

/**
 * Tells which reports are of the same computer. Two computers are never made one, for then the good end of one would
 * cover the other; where that cannot be told, both are counted:
 *
 * 1. An asset tag names a computer. Where the marks of the machines differ, one tag is on several.
 * 2. Without a tag the host name does, in the same way. Such reports join those with a tag that bear the same name, when
 *    there is only one such computer and the marks do not contradict.
 * 3. Without both, the mark of the machine does: they join the only computer with that mark.
 * 4. A report with none of them stands for a computer of its own.
 */
export const groupReports = (usable: readonly ReportFacts[], unusable: readonly ReportFacts[]): Grouped => {
  const shared: SharedLabel[] = [];
  const byTag = split(usable.filter(hasTag), tagOf, 'same-tag', shared);
  const named = split(
    usable.filter((each) => !hasTag(each) && each.name !== undefined),
    nameOf,
    'same-name',
    shared,
  );
  const groups = [...byTag, ...joinByName(named, byTag)];
  const bare = usable.filter((each) => !hasTag(each) && each.name === undefined);
  joinByMachine(bare, groups);
  joinUnusable(unusable, groups);
  return { groups, shared };
};

const hasTag = ({ assetTag }: ReportFacts): boolean => assetTag !== undefined;
const tagOf = ({ assetTag }: ReportFacts): string => sameLabel(assetTag ?? '');
const nameOf = ({ name }: ReportFacts): string => sameLabel(name ?? '');

const newGroup = (reports: ReportFacts[], unusable: ReportFacts[] = []): Group => ({ reports, unusable });

const gather = <Item>(
  items: readonly Item[],
  keyOf: (item: Item) => string | undefined,
): Map<string, Item[]> => {
  const found = new Map<string, Item[]>();
  for (const item of items) {
    const key = keyOf(item);
    if (key === undefined) continue;
    const sofar = found.get(key);
    if (sofar === undefined) found.set(key, [item]);
    else sofar.push(item);
  }
  return found;
};

/** Groups by a label, then by the mark of the machine. A report without a mark joins the only one, else stays apart. */
const split = (
  reports: readonly ReportFacts[],
  labelOf: (report: ReportFacts) => string,
  kind: SharedLabel['kind'],
  shared: SharedLabel[],
): Group[] =>
  [...gather(reports, labelOf).values()].flatMap((same) => {
    const byMachine = [...gather(same, ({ machine }) => machine).values()];
    const unmarked = same.filter(({ machine }) => machine === undefined);
    if (byMachine.length <= 1) return [newGroup(same)];
    const [first] = same;
    const label = (kind === 'same-tag' ? first?.assetTag : first?.name) ?? '';
    shared.push({ kind, label, reports: same });
    return [...byMachine, unmarked].filter((each) => each.length > 0).map((each) => newGroup(each));
  });

const machinesOf = ({ reports }: Group): ReadonlySet<string> =>
  new Set(reports.flatMap(({ machine }) => machine ?? []));

/** Joins reports without a tag to the computer with one that they fit; what fits none, or several, stays for itself. */
const joinByName = (named: readonly Group[], tagged: readonly Group[]): Group[] => {
  const owners = gather(
    tagged.flatMap((group) => {
      const names = group.reports.filter(({ name }) => name !== undefined).map(nameOf);
      const machines = machinesOf(group);
      return [...new Set(names)].map((name) => ({ name, group, machines }));
    }),
    ({ name }) => name,
  );
  const nameOfGroup = ({ reports: [first] }: Group): string => (first === undefined ? '' : nameOf(first));
  const sameName = gather(named, nameOfGroup);
  return named.filter((group) => {
    const name = nameOfGroup(group);
    const found = owners.get(name) ?? [];
    const mine = machinesOf(group);
    const marked = found.filter(({ machines }) => [...mine].some((machine) => machines.has(machine)));
    const open = mine.size === 0 || found[0]?.machines.size === 0;
    const only = found.length === 1 && sameName.get(name)?.length === 1 && open;
    const owner = marked.length === 1 ? marked[0] : only ? found[0] : undefined;
    owner?.group.reports.push(...group.reports);
    return owner === undefined;
  });
};

const joinByMachine = (bare: readonly ReportFacts[], groups: Group[]): void => {
  const owners = gather(
    groups.flatMap((group) => [...machinesOf(group)].map((machine) => ({ machine, group }))),
    ({ machine }) => machine,
  );
  for (const [machine, reports] of gather(bare, (report) => report.machine)) {
    const found = owners.get(machine) ?? [];
    if (found.length === 1) found[0]?.group.reports.push(...reports);
    else groups.push(newGroup(reports));
  }
  for (const report of bare) if (report.machine === undefined) groups.push(newGroup([report]));
};

/** What cannot be trusted still names a computer: one that is known already, or one of which nothing else is known. */
const joinUnusable = (unusable: readonly ReportFacts[], groups: Group[]): void => {
  const keyOf = (report: ReportFacts): string =>
    report.assetTag === undefined ? `name ${nameOf(report)}` : `tag ${tagOf(report)}`;
  const owners = gather(
    groups.flatMap((group) => [...new Set(group.reports.flatMap(keysOf))].map((key) => ({ key, group }))),
    ({ key }) => key,
  );
  const alone = new Map<string, Group>();
  for (const report of unusable) {
    const key = report.assetTag === undefined && report.name === undefined ? report.file : keyOf(report);
    const found = owners.get(key)?.map(({ group }) => group) ?? [];
    const group = found[0] ?? alone.get(key) ?? newGroup([]);
    if (found.length === 0 && !alone.has(key)) {
      alone.set(key, group);
      groups.push(group);
    }
    for (const each of found.length === 0 ? [group] : found) each.unusable.push(report);
  }
};

const keysOf = (report: ReportFacts): string[] => [
  ...(report.assetTag === undefined ? [] : [`tag ${tagOf(report)}`]),
  ...(report.name === undefined ? [] : [`name ${nameOf(report)}`]),
];
