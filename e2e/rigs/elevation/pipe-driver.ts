import { readFileSync, writeFileSync } from 'node:fs';

import { catalogue } from '../../../electron/core/catalogue/index';
import { conclude } from '../../../electron/core/engine/conclude';
import { consentTo } from '../../../electron/core/engine/consent';
import { takeSnapshot } from '../../../electron/core/engine/scan';
import type { ElevatedAnswer } from '../../../electron/core/ports';
import type { Result } from '../../../electron/core/model/result';
import { systemClock } from '../../../electron/platform/shared/clock';
import { windowsElevator } from '../../../electron/platform/windows/elevation/elevator';
import { openPipeClient, openPipeServer } from '../../../electron/platform/windows/elevation/pipe-calls';
import { newPipeName } from '../../../electron/platform/windows/elevation/pipe-name';
import { runAsAdministrator } from '../../../electron/platform/windows/elevation/run-as';
import { windowsInspector } from '../../../electron/platform/windows/index';
import { openWindowsMachine } from '../../../electron/platform/windows/this-machine';

/**
 * Runs inside, as `node.exe pipe-driver.cjs WHAT ANSWER-FILE`: the window's side of the way to the worker, through the
 * very code that ships.
 */

export interface Removal {
  readonly ready: Result<true>;
  readonly answer: Result<ElevatedAnswer>;
  readonly events: readonly string[];
}

export interface Pipes {
  readonly first: string;
  /** A second pipe of the same name. */
  readonly second: string;
  /** What became of the question when another program came, and what that one got to hear. */
  readonly stranger: string;
  readonly heard: string;
}

const resources = 'C:\\Program Files\\Removal Assistant\\resources';
const machine = openWindowsMachine;

/** What a person who saw everything and agreed to it would have this computer do, from the window to the report. */
const removeAll = async (): Promise<Removal> => {
  const desk = { catalogue, tool: { name: 'driver', version: '0' } };
  const cancellation = { aborted: false };
  const ports = {
    inspector: windowsInspector,
    clock: systemClock,
    cancellation,
    onProgress: () => undefined,
  };
  const taken = await takeSnapshot(ports, catalogue);
  if (!taken.ok) throw new Error(taken.problem.code);
  const shown = conclude(desk, taken.value, {}, systemClock.now());
  const consent = consentTo(
    shown,
    [...new Set(shown.plan.actions.map(({ productId }) => productId))],
    shown.hazards.map(({ id }) => id),
  );
  const elevator = windowsElevator({ place: { isPackaged: true, resources, app: '' }, machine });
  const events: string[] = [];
  const answer = await elevator.carryOut(
    { kind: 'remove', consent, subject: { ticket: '№ 7' } },
    {
      onProgress: ({ kind }) => events.push(kind),
      onGiven: () => events.push('given'),
      onStop: () => undefined,
    },
  );
  return { ready: await elevator.ready(), answer, events };
};

/** A pipe as the window makes it, a second one of its name, and a visitor that is not the worker. */
const tryPipes = async (): Promise<Pipes> => {
  const own = machine().api.ownRights();
  if (own.kind !== 'ok') throw new Error('own rights');
  const name = newPipeName();
  const first = openPipeServer(name, own.value.sid);
  const second = openPipeServer(name, own.value.sid);
  const elevator = windowsElevator({
    place: { isPackaged: true, resources, app: '' },
    machine,
    // In the worker's place another program of the same person comes, and says what the worker would.
    runAs: (_program, parameters, folder) => {
      const pipe = parameters.split(' ')[1] ?? '';
      const words = [process.argv[1] ?? '', 'stranger', strangersFile, pipe, own.value.sid];
      return runAsAdministrator(process.execPath, words.join(' '), folder);
    },
  });
  const consent = { productIds: ['x'], actions: [], hazards: [] };
  const answer = await elevator.carryOut(
    { kind: 'remove', consent },
    { onProgress: () => undefined, onGiven: () => undefined, onStop: () => undefined },
  );
  const heard = readFileSync(strangersFile, 'utf8');
  return {
    first: first.kind,
    second: second.kind === 'ok' || second.kind === 'missing' ? second.kind : second.why,
    heard,
    stranger: answer.ok ? 'believed' : `${answer.problem.code}: ${String(answer.problem.values?.['why'])}`,
  };
};

const strangersFile = 'C:\\rig\\stranger.json';

const [what = '', file = '', pipe = '', sid = ''] = process.argv.slice(2);

/** Opens the worker's pipe and claims to be it. */
const comeUninvited = async (): Promise<string> => {
  const client = openPipeClient(pipe);
  if (client.kind !== 'ok') return `not opened: ${client.kind === 'missing' ? 'missing' : client.why}`;
  const { end } = client.value;
  end.write(Buffer.from(`${JSON.stringify({ type: 'ready', protocol: 1, asker: sid })}\n`));
  const buffer = Buffer.alloc(1_000);
  for (;;) {
    const bytes = end.read(buffer);
    if (bytes === undefined) return 'opened, and sent away';
    if (bytes > 0) return `opened, and told: ${buffer.toString('utf8', 0, bytes)}`;
    await new Promise((wake) => setTimeout(wake, 20));
  }
};

const works = { remove: removeAll, pipes: tryPipes, stranger: comeUninvited };
const work: () => Promise<unknown> = works[what as keyof typeof works];
work().then(
  (answer) => {
    writeFileSync(file, JSON.stringify(answer));
    process.exit(0);
  },
  (error: unknown) => {
    writeFileSync(file, JSON.stringify({ error: String((error as Error).stack) }));
    process.exit(1);
  },
);
