import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { RunningProcess } from '../machine.ts';
import type { ProcessTree } from './process-tree.ts';
import { grown, isUnchanged, treeOf } from './process-tree.ts';

const process = (
  pid: number,
  parentPid: number,
  startedAt?: number,
  name = `p${String(pid)}.exe`,
): RunningProcess => ({
  pid,
  parentPid,
  name,
  path: undefined,
  startedAt: startedAt === undefined ? undefined : BigInt(startedAt),
});
const system = process(4, 0, 1, 'System');
const root = { pid: 100, name: 'uninst.exe' };
const started = process(100, 50, 1_000, 'uninst.exe');

/** The numbers of the members after each look. */
const members = (...looks: readonly (readonly RunningProcess[])[]): readonly (readonly number[])[] => {
  let tree: ProcessTree = treeOf(root, [system]);
  return looks.map((now) => {
    tree = grown(tree, [system, ...now]);
    return [...tree.alive.keys()];
  });
};

describe('a tree of processes', () => {
  it('is the program and what it starts, and what that starts', () => {
    const child = process(101, 100, 1_001);
    const grandchild = process(102, 101, 1_002);
    expect(members([started], [started, child], [started, child, grandchild], [grandchild], [])).toEqual([
      [100],
      [100, 101],
      [100, 101, 102],
      [102],
      [],
    ]);
  });

  it('keeps a child whose parent ended before anybody looked, as NSIS does it', () => {
    const copy = process(101, 100, 1_001, 'Au_.exe');
    expect(members([copy], [copy], [])).toEqual([[101], [101], []]);
  });

  it('keeps a whole chain that came up between two looks, in whatever order it is listed', () => {
    expect(
      members([started], [process(103, 102, 1_003), process(102, 101, 1_002), process(101, 100, 1_001)]),
    ).toEqual([[100], [101, 102, 103]]);
  });

  it('takes what runs from its own folder for temporary files, although nobody saw who started it', () => {
    const orphan = { ...process(103, 102, 1_003), path: 'C:\\Work-1\\late.exe' };
    const neighbour = { ...process(104, 102, 1_003), path: 'C:\\work-12\\late.exe' };
    const found = grown(treeOf(root, [system]), [system, orphan, neighbour], 'C:\\work-1');
    expect([...found.alive.keys()]).toEqual([103]);
    expect(members([orphan])).toEqual([[]]);
  });

  it('takes no stranger: not an older process, not one that was there before, not its own parent', () => {
    const older = process(101, 100, 500);
    const parent = process(50, 4, 10);
    expect(members([started, older, parent])).toEqual([[100]]);
    const tree = treeOf(root, [process(101, 100)]);
    expect([...grown(tree, [started, process(101, 100)]).alive.keys()]).toEqual([100]);
  });

  it('does not go on with the next process of the same number', () => {
    const other = process(100, 4, 5_000, 'uninst.exe');
    expect(members([started], [other, process(101, 100, 5_001)], [process(102, 100, 5_002)])).toEqual([
      [100],
      [],
      [],
    ]);
  });

  it('takes no child of a number whose process ended at an earlier look', () => {
    expect(members([started], [], [process(101, 100, 6_000)])).toEqual([[100], [], []]);
  });

  it('takes a child that its parent left behind, although the number is somebody else’s by now', () => {
    const other = process(100, 4, 5_000, 'other.exe');
    expect(members([started], [other, process(101, 100, 1_500), process(102, 100, 5_500)])).toEqual([
      [100],
      [101],
    ]);
  });

  it('goes by numbers and names where Windows does not tell when a process started', () => {
    const child = process(101, 100);
    expect(
      members(
        [process(100, 50, undefined, 'UNINST.EXE')],
        [child],
        [child],
        [process(101, 4, undefined, 'x.exe')],
      ),
    ).toEqual([[100], [101], [101], []]);
  });

  it('leaves alone what stays open for the person', () => {
    const page = process(101, 100, 1_001, 'MSEdge.exe');
    expect(members([started, page], [page, process(102, 101, 1_002, 'crashpad.exe')])).toEqual([[100], []]);
  });

  it('says whether anybody came or went', () => {
    const one = grown(treeOf(root, []), [started]);
    expect(isUnchanged(one, grown(one, [started, system]))).toBe(true);
    expect(isUnchanged(one, grown(one, [started, process(101, 100, 1_001)]))).toBe(false);
    expect(isUnchanged(one, grown(one, []))).toBe(false);
  });
});

/** A played computer: what really descends from the program is known, whatever numbers are given again. */
interface Played {
  readonly pid: number;
  readonly parentPid: number;
  readonly startedAt: number;
  readonly ours: boolean;
}

it('with a look after every event, it is exactly what descends from the program, however numbers are reused', () => {
  const event = fc.record({
    kind: fc.constantFrom('start', 'start', 'end'),
    who: fc.nat({ max: 40 }),
    pid: fc.integer({ min: 100, max: 106 }),
  });
  fc.assert(
    fc.property(fc.array(event, { maxLength: 40 }), (events) => {
      let running: Played[] = [
        { pid: 4, parentPid: 0, startedAt: 1, ours: false },
        { pid: 100, parentPid: 4, startedAt: 10, ours: true },
      ];
      const list = () =>
        running.map(({ pid, parentPid, startedAt }) =>
          process(pid, parentPid, startedAt, pid === 100 && startedAt === 10 ? 'uninst.exe' : 'p.exe'),
        );
      let tree = grown(treeOf(root, [system]), list());
      events.forEach(({ kind, who, pid }, index) => {
        const chosen = running[who % running.length];
        if (chosen === undefined) return;
        if (kind === 'end') running = chosen.pid === 4 ? running : running.filter((each) => each !== chosen);
        else if (!running.some((each) => each.pid === pid))
          running = [...running, { pid, parentPid: chosen.pid, startedAt: 20 + index, ours: chosen.ours }];
        tree = grown(tree, list());
        const ours = running.filter((each) => each.ours).map((each) => each.pid);
        expect(new Set(tree.alive.keys())).toEqual(new Set(ours));
      });
    }),
    { numRuns: 500 },
  );
});
