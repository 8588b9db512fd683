import { mkdirSync, symlinkSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { expect, test } from 'vitest';
import type { Exec } from '../../electron/platform/exec.ts';
import {
  folderComputer,
  noPackages,
} from '../../electron/platform/shared/quarantine/testing/folder-computer.ts';
import type { Stage } from '../../electron/platform/shared/quarantine/testing/stage.ts';
import { makeStage } from '../../electron/platform/shared/quarantine/testing/stage.ts';
import { diceOf } from '../corpus/dice.ts';
import type { LeftoverHost } from './linux-host.ts';
import { leftoverHost } from './linux-host.ts';

const hosts = process.env['RA_FULL'] === undefined ? 6 : 200;

const build = (stage: Stage, { tree }: LeftoverHost): void => {
  for (const [path, node] of [...tree.nodes].toSorted(([a], [b]) => (a < b ? -1 : 1))) {
    const real = join(stage.root, path);
    mkdirSync(dirname(real), { recursive: true });
    if (node.kind === 'folder') mkdirSync(real, { recursive: true });
    else if (node.kind === 'link') symlinkSync(node.target, real);
    else writeFileSync(real, node.content);
  }
};

const captured = (text: string) => ({ text, truncated: false, totalBytes: text.length });

/** A package manager that looks after the parts that the computer says packages own. */
const packagesOf =
  ({ parts }: LeftoverHost): Exec =>
  async (request) => {
    if (request.command !== 'dpkg-query') return noPackages(request);
    const owned = parts.map(({ path }) => path).filter((path) => request.args.includes(path));
    const stdout = captured(owned.map((path) => `widget: ${path}\n`).join(''));
    return { kind: 'exited', code: 0, asExpected: true, stdout, stderr: captured('') };
  };

/** Folders of the system itself show in their own times that something in them went or came. */
const apartFromSystem = (state: ReadonlyMap<string, string>): readonly (readonly [string, string])[] =>
  [...state].filter(([path]) => !systemFolders.has(path));
const systemFolders = new Set([
  '',
  '/opt',
  '/var/opt',
  '/var/log',
  '/etc/opt',
  '/etc/init.d',
  '/etc/systemd/system',
  '/etc/systemd/system/multi-user.target.wants',
  '/usr/bin',
]);

test(`on ${String(hosts)} computers of real folders only leftovers go, and undo gives every byte back`, async () => {
  let [planted, taken] = [0, 0];
  for (let seed = 1; seed <= hosts; seed++) {
    const host = leftoverHost(diceOf(seed), false);
    // A folder of its own file system cannot be had here; what stays for another reason stays as a package's.
    const own = { ...host, parts: host.parts.map((part) => ({ ...part, why: 'package-file' as const })) };
    const stage = makeStage();
    try {
      build(stage, own);
      const { units, packages, processes } = own;
      const computer = folderComputer(stage, { units, packages, processes }, packagesOf(own));
      const before = stage.state();
      const done = await computer.setAside({ accepted: own.accepted, productIds: [] });
      if (!done.ok) {
        // A server that is only reported holds a plan up that could be about nothing else.
        expect(done.problem.code).toBe('blocked-by-hazard');
        expect(stage.state()).toEqual(before);
        continue;
      }
      const after = stage.state();
      const where = `computer ${String(seed)}`;
      const files = new Set([...own.truth].filter((path) => path.startsWith('/')));
      const gone = [...before.keys()].filter((path) => !after.has(path));
      expect(
        gone.filter((path) => !files.has(path)),
        where,
      ).toEqual([]);
      expect(
        [...after.keys()].filter((path) => !before.has(path)),
        where,
      ).toEqual([]);
      // To the last byte, mode, owner and nanosecond; the vendor's folder around what went may show it.
      const around = new Set(gone.map((path) => dirname(path)));
      const changed = apartFromSystem(after).filter(
        ([path, state]) => before.get(path) !== state && !around.has(path),
      );
      expect(changed, where).toEqual([]);
      planted += files.size;
      taken += gone.length;

      // On a computer without leftovers there is no run, and nothing to have back.
      if (done.value.runId === undefined) continue;
      const undone = await computer.undo();
      expect(undone, where).toMatchObject({ ok: true, value: { refused: [] } });
      expect(apartFromSystem(stage.state()), where).toEqual(apartFromSystem(before));
    } finally {
      stage.remove();
    }
  }
  expect(planted).toBeGreaterThan(hosts * 5);
  expect(taken / planted).toBeGreaterThanOrEqual(0.98);
}, 1_800_000);
