import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { Worker } from 'node:worker_threads';
import { afterEach, describe, expect, test } from 'vitest';
import { leftoverId } from '../../../core/model/leftover.ts';
import type { QuarantineRecord } from '../../../core/ports.ts';
import { folderComputer, noPackages } from '../../shared/quarantine/testing/folder-computer.ts';
import type { Stage } from '../../shared/quarantine/testing/stage.ts';
import { makeStage } from '../../shared/quarantine/testing/stage.ts';
import { linuxQuarantine } from './index.ts';

/**
 * Another user of this computer, who may write in the vendor's folders: a thread that puts links and other folders in
 * the place of folders and back, as fast as it can, while things are taken and put back.
 */
const hostile = `
const fs = require('node:fs');
const { workerData, parentPort } = require('node:worker_threads');
const { target, decoy, aside } = workerData;
let calm = workerData.calm;
let swaps = 0;
let going = true;
const attempt = (work) => { try { work(); return true; } catch { return false; } };
const clock = new Int32Array(new SharedArrayBuffer(4));
const pause = (most) => { const ms = Math.random() * most; if (ms > 0.2) Atomics.wait(clock, 0, 0, ms); };
const round = () => {
  for (let n = 0; n < 4; n++) {
    // Sometimes long enough for a whole try, sometimes right in the middle of it.
    pause(Math.random() < 0.5 ? calm : 3);
    // The folder away, a link to somebody's documents in its place, then back.
    if (attempt(() => fs.renameSync(target, aside))) {
      attempt(() => fs.symlinkSync(decoy, target));
      swaps += 1;
      pause(1);
      attempt(() => { if (fs.lstatSync(target).isSymbolicLink()) fs.unlinkSync(target); });
      attempt(() => fs.renameSync(aside, target));
    }
  }
  if (going) setImmediate(round);
  else {
    attempt(() => { if (fs.lstatSync(target).isSymbolicLink()) fs.unlinkSync(target); });
    attempt(() => { if (!fs.existsSync(target)) fs.renameSync(aside, target); });
    parentPort.postMessage(swaps);
  }
};
parentPort.on('message', (wish) => { if (wish === 'stop') going = false; else calm = wish; });
parentPort.postMessage('ready');
round();
`;

interface Attacker {
  /** Leaves everything alone for longer, or less long, at a time. */
  calm(factor: number): void;
  /** Ends it; answers with how often it swapped something. */
  stop(): Promise<number>;
}

const attack = async (target: string, decoy: string): Promise<Attacker> => {
  /** The longest time in which nothing is swapped, in milliseconds. */
  let calm = 20;
  const worker = new Worker(hostile, {
    eval: true,
    workerData: { target, decoy, calm, aside: `${target}.aside` },
  });
  const said = (): Promise<unknown> =>
    new Promise((resolve, reject) => {
      worker.once('message', resolve);
      worker.once('error', reject);
    });
  await said();
  // oxlint-disable-next-line unicorn/require-post-message-target-origin -- a thread, not a window
  const tell = (wish: number | 'stop'): void => worker.postMessage(wish);
  return {
    calm: (factor) => tell((calm = Math.min(1_000, Math.max(1, calm * factor)))),
    stop: async () => {
      const swaps = said();
      tell('stop');
      const count = Number(await swaps);
      await worker.terminate();
      return count;
    },
  };
};

let stage: Stage;
afterEach(() => stage.remove());

const rounds = process.env['RA_FULL'] === undefined ? 2 : 25;

const makeVictims = (apart: boolean): void => {
  stage = makeStage({ apart });
  for (let at = 0; at < 6; at++) {
    stage.file(`/var/opt/kaspersky/kesl/common/deep/file${String(at)}`, `data ${String(at)}`);
    // The same names, so that a path which is led astray finds something.
    stage.file(`/home/anna/Documents/kesl/common/deep/file${String(at)}`, `thesis ${String(at)}`);
    stage.file(`/home/anna/Documents/common/deep/file${String(at)}`, `thesis ${String(at)}`);
    stage.file(`/home/anna/Documents/deep/file${String(at)}`, `thesis ${String(at)}`);
    stage.file(`/home/anna/Documents/file${String(at)}`, `thesis ${String(at)}`);
  }
};

/** Every byte that the vendor left: in its place, beside it where the attacker left it, or in a quarantine. */
const contentsBelow = (top: string): readonly string[] => {
  const found: string[] = [];
  const visit = (path: string): void => {
    for (const entry of readdirSync(path, { withFileTypes: true })) {
      const child = join(path, entry.name);
      if (entry.isDirectory()) visit(child);
      else if (entry.isFile()) {
        const text = readFileSync(child, 'utf8');
        if (/^(?:data|thesis) \d$/.test(text)) found.push(text);
      }
    }
  };
  if (existsSync(top)) visit(top);
  return found.toSorted();
};

const everything = Array.from({ length: 6 }, (_, at) => `data ${String(at)}`);
describe.each([
  ['in the middle of the vendor’s folder', '/var/opt/kaspersky/kesl/common'],
  ['the product’s own folder', '/var/opt/kaspersky/kesl'],
  ['the folder that products share', '/var/opt/kaspersky'],
])('while somebody swaps %s for a link to documents', (_what, target) => {
  test.each([
    ['on one file system', false],
    ['between two file systems', true],
  ])(
    'nothing of anybody else is touched, read or lost, %s',
    async (_where, apart) => {
      let swaps = 0;
      for (let round = 0; round < rounds; round++) {
        makeVictims(apart);
        const documents = stage.state('/home');
        const computer = folderComputer(stage);
        const attacker = await attack(join(stage.root, target), join(stage.root, 'home/anna/Documents'));
        const report = await computer.setAside().then(
          (done) => (done.ok ? done.value.report : undefined),
          () => undefined,
        );
        swaps += await attacker.stop();
        expect(stage.state('/home')).toEqual(documents);
        const taken = contentsBelow(stage.run);
        expect(taken.filter((text) => text.startsWith('thesis'))).toEqual([]);
        // A copy may be there beside its original when the attacker came between the two.
        expect(new Set([...taken, ...contentsBelow(join(stage.root, 'var'))])).toEqual(new Set(everything));
        if (report?.run?.leftovers?.setAside.length !== undefined) await computer.undo();
        expect(stage.state('/home')).toEqual(documents);
        if (round < rounds - 1) stage.remove();
      }
      expect(swaps).toBeGreaterThan(rounds);
    },
    600_000,
  );

  test.each([
    ['on one file system', false],
    ['between two file systems', true],
  ])(
    'taking and putting back again and again leads nowhere else, %s',
    async (_where, apart) => {
      makeVictims(apart);
      const documents = stage.state('/home');
      const path = '/var/opt/kaspersky/kesl/common/deep';
      const item = {
        id: leftoverId('files', path),
        kind: 'files',
        path,
        root: '/var/opt/kaspersky',
      } as const;
      const quarantine = linuxQuarantine('20261126-100000-000001', stage.run, {
        exec: noPackages,
        root: stage.root,
      });
      const ends = new Map<string, number>();
      const count = (end: string): void => void ends.set(end, (ends.get(end) ?? 0) + 1);
      let number = 0;
      let record: QuarantineRecord | undefined;
      const attacker = await attack(join(stage.root, target), join(stage.root, 'home/anna/Documents'));
      const taken = (): number => ends.get('taken') ?? 0;
      const refused = (): number =>
        (ends.get('kept') ?? 0) + (ends.get('left') ?? 0) + (ends.get('not surveyed') ?? 0);
      const least = rounds * (apart ? 4 : 40);
      // Both have to come to pass: the attacker in the way, and not. How soon is chance, and how busy the machine is.
      for (let at = 0; at < least || (at < 1_000 && (taken() === 0 || refused() === 0)); at++) {
        if (at % 20 === 19 && taken() === 0) attacker.calm(2);
        if (at % 20 === 19 && refused() === 0) attacker.calm(0.5);
        if (record === undefined) {
          const [survey] = await quarantine.survey([item]);
          const written = survey?.kind === 'ready' ? await quarantine.record(++number, item) : undefined;
          if (written?.ok !== true) count('not surveyed');
          else if ((await quarantine.setAside(written.value)).kind === 'set-aside') record = written.value;
          count(record === undefined ? 'left' : 'taken');
        } else {
          const end = await quarantine.putBack(record);
          count(end.kind);
          if (end.kind === 'restored') record = undefined;
        }
      }
      await attacker.stop();
      expect(stage.state('/home')).toEqual(documents);
      const found = [...contentsBelow(stage.run), ...contentsBelow(join(stage.root, 'var'))];
      expect(new Set(found)).toEqual(new Set(everything));
      expect(refused(), String([...ends])).toBeGreaterThan(0);
      expect(taken(), String([...ends])).toBeGreaterThan(0);
    },
    600_000,
  );
});
