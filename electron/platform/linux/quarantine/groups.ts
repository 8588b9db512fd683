import { readFile } from 'node:fs/promises';
import { z } from 'zod';
import type { LeftoverEnd, RestoreEnd } from '../../../core/engine/journal.ts';
import type { LeftoverOf, LeftReason } from '../../../core/model/leftover.ts';
import type { Handling, Keeper, SurveyedAs } from '../../shared/quarantine/keeper.ts';
import { keeperOf } from '../../shared/quarantine/keeper.ts';
import { isMissing, whyOf } from '../../shared/why.ts';
import type { Machine } from '../machine.ts';
import { pathIn, troubleOf } from '../machine.ts';

type GroupItem = LeftoverOf<'group'>;

/** A group exactly as group(5) and gshadow(5) have it. */
const savedGroupSchema = z.object({
  line: z.string(),
  /** Absent where passwords of groups are not kept apart, or not for this one. */
  shadow: z.string().optional(),
});
type SavedGroup = z.infer<typeof savedGroupSchema>;

interface Accounts {
  readonly groups: readonly string[];
  readonly shadows: readonly string[];
  readonly users: readonly string[];
}

/**
 * Groups of the machine, taken away and made again by the system's own tools, and only those of which nothing would be
 * lost: nobody is in them, nobody's own group they are, and they are such as groupadd(8) makes them.
 */
export const groupKeeper = (machine: Machine): Keeper =>
  keeperOf<GroupItem, SavedGroup>({
    kind: 'group',
    isOf: (item): item is GroupItem => item.kind === 'group',
    saved: savedGroupSchema,
    survey: (items) => Promise.all(items.map((item) => surveyOne(machine, item))),
    handle: (item, saved) => handlingOf(machine, item, saved),
  });

const linesOf = async (machine: Machine, path: string): Promise<readonly string[]> => {
  try {
    const text = await readFile(pathIn(machine, path), 'utf8');
    return text.split('\n').filter((line) => line !== '');
  } catch (error) {
    // gshadow need not be there.
    if (isMissing(error) && path === '/etc/gshadow') return [];
    throw error;
  }
};

const readAccounts = async (machine: Machine): Promise<Accounts> => ({
  groups: await linesOf(machine, '/etc/group'),
  shadows: await linesOf(machine, '/etc/gshadow'),
  users: await linesOf(machine, '/etc/passwd'),
});

const lineOf = (lines: readonly string[], name: string): string | undefined =>
  lines.find((line) => line.startsWith(`${name}:`));

/** Why a group stays; undefined: it is empty, and made again it would be the same. */
export const whyGroupStays = (
  { groups, shadows, users }: Accounts,
  { name, gid }: Pick<GroupItem, 'name' | 'gid'>,
): LeftReason | undefined => {
  const line = lineOf(groups, name);
  const shadow = lineOf(shadows, name);
  if (line !== `${name}:x:${gid}:`) return 'account-in-use';
  if (shadow !== undefined && shadow !== `${name}:!::`) return 'account-in-use';
  if (shadow === undefined && shadows.length > 0) return 'account-in-use';
  const isSomebodys = users.some((user) => user.split(':')[3] === gid);
  const isTwice = groups.filter((other) => other.split(':')[2] === gid).length > 1;
  return isSomebodys || isTwice ? 'account-in-use' : undefined;
};

const surveyOne = async (machine: Machine, item: GroupItem): Promise<SurveyedAs<SavedGroup>> => {
  const stays = (why: LeftReason, detail?: string): SurveyedAs<SavedGroup> => ({
    kind: 'stays',
    parts: [{ path: item.name, why, ...(detail === undefined ? {} : { detail }) }],
  });
  try {
    const accounts = await readAccounts(machine);
    const line = lineOf(accounts.groups, item.name);
    if (line === undefined) return { kind: 'gone' };
    const why = whyGroupStays(accounts, item);
    if (why !== undefined) return stays(why);
    const shadow = lineOf(accounts.shadows, item.name);
    return { kind: 'ready', entries: [], saved: { line, ...(shadow === undefined ? {} : { shadow }) } };
  } catch (error) {
    return stays('could-not-look', whyOf(error));
  }
};

const handlingOf = (machine: Machine, item: GroupItem, saved: SavedGroup): Handling => {
  const isHere = async (): Promise<boolean> =>
    lineOf((await readAccounts(machine)).groups, item.name) !== undefined;
  const done: LeftoverEnd = {
    kind: 'set-aside',
    done: {
      what: item.name,
      kind: 'group',
      ...(item.productId === undefined ? {} : { productId: item.productId }),
    },
  };
  return {
    setAside: () =>
      guarded(async () => {
        const why = whyGroupStays(await readAccounts(machine), item);
        if (why !== undefined) return { kind: 'left', why };
        const trouble = await run(machine, 'groupdel', [item.name]);
        if (!(await isHere())) return done;
        return {
          kind: 'left',
          why: 'refused-by-system',
          ...(trouble === undefined ? {} : { detail: trouble }),
        };
      }),
    settle: () => guarded(async () => ((await isHere()) ? { kind: 'left', why: 'cancelled' } : done)),
    putBack: () => putBack(machine, item, saved),
  };
};

const guarded = async (work: () => Promise<LeftoverEnd>): Promise<LeftoverEnd> => {
  try {
    return await work();
  } catch (error) {
    return { kind: 'left', why: 'could-not-look', detail: whyOf(error) };
  }
};

/** With its own number and no other: files may still carry it. */
const putBack = async (
  machine: Machine,
  { name, gid }: GroupItem,
  saved: SavedGroup,
): Promise<RestoreEnd> => {
  const isAsItWas = async (): Promise<boolean> => {
    const { groups, shadows } = await readAccounts(machine);
    return lineOf(groups, name) === saved.line && lineOf(shadows, name) === saved.shadow;
  };
  try {
    if (await isAsItWas()) return { kind: 'restored' };
    const { groups } = await readAccounts(machine);
    const isTaken = groups.some((line) => line.startsWith(`${name}:`) || line.split(':')[2] === gid);
    if (isTaken) return { kind: 'kept', why: 'occupied' };
    const trouble = await run(machine, 'groupadd', ['--gid', gid, name]);
    if (await isAsItWas()) return { kind: 'restored' };
    return { kind: 'kept', why: 'refused-by-system', ...(trouble === undefined ? {} : { detail: trouble }) };
  } catch (error) {
    return { kind: 'kept', why: 'refused-by-system', detail: whyOf(error) };
  }
};

const run = async (
  machine: Machine,
  command: string,
  args: readonly string[],
): Promise<string | undefined> => {
  const root = machine.root === '/' ? [] : ['--root', machine.root];
  const result = await machine.exec({ command, args: [...root, ...args], outlivesUs: true });
  return troubleOf(command, result)?.why;
};
