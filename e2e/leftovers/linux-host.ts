import type { Row } from '../../electron/core/model/tables.ts';
import type { StayingPart } from '../../electron/core/ports.ts';
import type { Dice } from '../corpus/dice.ts';
import { grow } from './grow.ts';
import { decoysAround } from './linux-decoys.ts';
import { ModelTree } from './model.ts';

/** A computer from which products of the vendor have gone, with what an honest person would and would not take. */
export interface LeftoverHost {
  readonly tree: ModelTree;
  readonly packages: readonly Row<'packages'>[];
  readonly units: readonly Row<'units'>[];
  readonly processes: readonly Row<'processes'>[];
  readonly accounts: readonly Row<'accounts'>[];
  readonly accepted: readonly string[];
  /** Paths, and names of groups, that are the vendor's and nobody's any more. */
  readonly truth: ReadonlySet<string>;
  /** How many innocent things lie around them, each of which has to stay to the last byte. */
  readonly decoys: number;
  /** Parts that only a closer look tells: packages own them, or another file system begins there. */
  readonly parts: readonly StayingPart[];
  /** Files that come after the look. */
  readonly late: readonly string[];
}

const vendor = 'Kaspersky Lab <support@kaspersky.com>';

interface Product {
  readonly id: string;
  readonly folder: string;
  /** Whether it has a folder for logs of its own; where no source says so, what lies there is nobody's we know. */
  readonly logs: boolean;
  /** Exact places outside the vendor's folders. */
  readonly outside: readonly string[];
  readonly groups: readonly string[];
}

const wants = '/etc/systemd/system/multi-user.target.wants';
const goers: readonly Product[] = [
  {
    id: 'linux-kesl',
    folder: 'kesl',
    logs: true,
    outside: [
      '/etc/systemd/system/kesl.service',
      `${wants}/kesl.service`,
      '/usr/bin/kesl-control',
      '/etc/init.d/kesl',
    ],
    groups: ['kesladmin', 'kesluser', 'keslaudit', 'nokesl'],
  },
  { id: 'linux-kics', folder: 'kics', logs: true, outside: [], groups: [] },
  { id: 'linux-kess', folder: 'kess', logs: true, outside: [], groups: [] },
  { id: 'linux-lena', folder: 'epagent', logs: false, outside: [], groups: [] },
  {
    id: 'linux-nagent',
    folder: 'klnagent64',
    logs: false,
    outside: [`${wants}/klnagent64.service`, '/etc/init.d/klnagent64'],
    groups: [],
  },
];

const tops = ['/opt/kaspersky', '/var/opt/kaspersky', '/etc/opt/kaspersky', '/var/log/kaspersky'];

/** `withLate`: whether something comes between the look at the computer and the taking. */
export const leftoverHost = (dice: Dice, withLate = true): LeftoverHost => {
  const tree = new ModelTree();
  const truth = new Set<string>();
  const units: Row<'units'>[] = [];
  const accounts: Row<'accounts'>[] = [];
  const parts: StayingPart[] = [];
  const late: string[] = [];
  const around = decoysAround(dice, tree);
  units.push(...around.units);
  accounts.push(...around.accounts);

  const gone = dice.some(goers, 1 + dice.int(3));
  const living = dice.chance(0.4) ? dice.pick(['agent', 'server', 'unknown'] as const) : undefined;
  const here = goers.find(({ folder }) => folder === 'klnagent64');
  const left = living === 'agent' ? gone.filter((product) => product !== here) : gone;
  const accepted = dice.chance(0.3) ? ['quarantine'] : [];
  for (const product of left)
    leaveBehind(dice, tree, product, { truth, units, accounts, parts, late, accepted, withLate });
  if (dice.chance(0.3)) {
    const top = dice.pick(tops);
    grow(dice, tree, `${top}/newthing`, living === undefined ? truth : new Set());
  }
  const packages = livingProduct(dice, tree, living);
  if (dice.chance(0.3)) {
    tree.file('/var/opt/kaspersky/klms/postgresql/base/1');
    tree.file('/opt/kaspersky/ksc64/bin/klserver');
  }
  // What nobody can name belongs to whoever is here and cannot be named.
  if (living === 'unknown') truth.clear();
  // A folder that products share goes when all that was in it has gone.
  if (living === undefined)
    for (const top of tops)
      if (
        tree.nodes.has(top) &&
        tree
          .below(top)
          .slice(1)
          .every((path) => truth.has(path))
      )
        truth.add(top);
  return {
    tree,
    packages: [...packages, ...around.packages],
    units,
    processes: [...around.processes, ...(living === 'agent' ? [agentProcess] : [])],
    accounts,
    accepted,
    truth,
    decoys: around.count,
    parts,
    late,
  };
};

const agentProcess = { name: 'klnagent', path: '/opt/kaspersky/klnagent64/sbin/klnagent', pid: 99 };

const livingProduct = (
  dice: Dice,
  tree: ModelTree,
  living: 'agent' | 'server' | 'unknown' | undefined,
): readonly Row<'packages'>[] => {
  const row = (name: string): Row<'packages'> => ({
    name,
    version: '15.1.0',
    publisher: vendor,
    manager: 'dpkg',
    state: 'installed',
  });
  switch (living) {
    case 'agent':
      grow(dice, tree, '/opt/kaspersky/klnagent64', new Set());
      tree.file('/opt/kaspersky/klnagent64/sbin/klnagent');
      tree.file('/var/opt/kaspersky/klnagent/certificates/key');
      return [row('klnagent64')];
    case 'server':
      grow(dice, tree, '/opt/kaspersky/ksc64', new Set());
      return [row('ksc64')];
    case 'unknown':
      tree.file('/opt/kaspersky/home/bin/guard');
      return [row('kaspersky-for-home-users')];
    case undefined:
      return [];
  }
};

interface Ledger {
  readonly truth: Set<string>;
  readonly units: Row<'units'>[];
  readonly accounts: Row<'accounts'>[];
  readonly parts: StayingPart[];
  readonly late: string[];
  readonly accepted: readonly string[];
  readonly withLate: boolean;
}

const leaveBehind = (dice: Dice, tree: ModelTree, product: Product, ledger: Ledger): void => {
  const { truth } = ledger;
  const own = product.logs ? tops : tops.slice(0, 3);
  for (const top of dice.some(own, 1 + dice.int(own.length)))
    grow(dice, tree, `${top}/${product.folder}`, truth);
  for (const path of product.outside)
    if (dice.chance(0.4)) truth.add(path.startsWith(wants) ? tree.link(path, '/gone') : tree.file(path));
  for (const [at, name] of product.groups.entries())
    if (dice.chance(0.5)) {
      ledger.accounts.push({ name, kind: 'group', id: String(990 + at) });
      truth.add(name);
    }
  const common = tree.nodes.get('/var/opt/kaspersky/kesl/common');
  if (product.folder === 'kesl' && common?.kind !== 'file' && common?.kind !== 'link' && dice.chance(0.5)) {
    const backup = '/var/opt/kaspersky/kesl/common/objects-backup';
    const file = tree.file(`${backup}/17`, 'quarantined');
    const isAgreed = ledger.accepted.includes('quarantine');
    // Folders above what stays stay too.
    markAbove(tree, file, truth, isAgreed);
    if (isAgreed) for (const path of [backup, file]) truth.add(path);
  }
  if (product.folder === 'kess' && dice.chance(0.5)) {
    const path = '/etc/systemd/system/kess.service';
    if (!tree.nodes.has(path)) {
      truth.add(tree.file(path));
      ledger.units.push({
        name: 'kess.service',
        path,
        program: '/opt/kaspersky/kess/libexec/kess',
        state: 'file-missing',
      });
    }
  }
  // No package can own a name with a line end in it.
  const inner = tree.below(`/opt/kaspersky/${product.folder}`).slice(1);
  const [kept] = dice.some(
    inner.filter((path) => !path.includes('\n')),
    1,
  );
  if (kept !== undefined && dice.chance(0.25)) {
    const why = dice.pick(['package-file', 'mounted', 'special-file'] as const);
    ledger.parts.push({ path: kept, why });
    for (const path of tree.below(kept)) truth.delete(path);
    markAbove(tree, kept, truth, false);
  }
  if (ledger.withLate && dice.chance(0.2)) {
    const path = `/opt/kaspersky/${product.folder}/notes-of-today.txt`;
    if (tree.nodes.has(`/opt/kaspersky/${product.folder}`)) {
      ledger.late.push(path);
      markAbove(tree, path, truth, false);
    }
  }
};

/** Folders above something that stays are no leftovers any more; above something that goes they may be. */
const markAbove = (tree: ModelTree, path: string, truth: Set<string>, goes: boolean): void => {
  for (let end = path.lastIndexOf('/'); end > 0; end = path.lastIndexOf('/', end - 1)) {
    const folder = path.slice(0, end);
    if (!goes) truth.delete(folder);
    else if (/^\/var\/opt\/kaspersky\/[^/]+/.test(folder) && tree.nodes.has(folder)) truth.add(folder);
  }
};
