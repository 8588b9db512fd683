import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';

import type { Report } from '../../../electron/core/model/report.ts';
import { assistantFiles } from '../wine/assistant';
import { bundled, equip, nodeExe } from '../wine/api-questions';
import { wineUsable } from '../wine/available';
import { kes } from '../wine/fixtures/kes';
import { installMsi } from '../wine/fixtures/msi';
import { startMachine, type Machine } from '../wine/machine';
import type { Pipes, Removal } from './pipe-driver';

const driver = 'C:\\node\\pipe-driver.cjs';
const cli = 'C:\\Program Files\\Removal Assistant\\resources\\cli';

/**
 * The way from the window to the worker on Windows, through Windows' own functions as Wine has them: the pipe, its access
 * list, who is at its other end, and how the worker is started. Wine has no User Account Control, so nobody is asked.
 */
describe.runIf(wineUsable())('the pipe between a window and its worker', () => {
  let machine: Machine;
  beforeAll(async () => {
    machine = await startMachine('worker-pipe');
    await equip(machine);
    machine.write(driver, await bundled(join(__dirname, 'pipe-driver.ts')));
    for (const { name, file } of await assistantFiles()) machine.put(`${cli}\\${name}`, file);
  });
  afterAll(() => machine.close());

  const drive = async <Answer>(what: string): Promise<Answer> => {
    const file = `C:\\rig\\${what}.json`;
    const { code, out, err } = await machine.run(nodeExe, [driver, what, file]);
    if (code !== 0) throw new Error(`${out}${err}${machine.exists(file) ? machine.read(file) : ''}`);
    return JSON.parse(machine.read(file)) as Answer;
  };

  it('is the first of its name, and believes no other program than the worker', async () => {
    const { first, second, stranger, heard } = await drive<Pipes>('pipes');
    expect(first).toBe('ok');
    // ERROR_PIPE_BUSY: there is one, and no more.
    expect(second).toContain('231');
    // Sent away at once, it may not even have got its end open.
    const sentAway = [
      'opened, and sent away',
      'not opened: the pipe to the worker: nobody is at the other end',
    ];
    expect(sentAway).toContain(JSON.parse(heard));
    expect(stranger).toBe('worker-not-started: it ended without a word');
  });

  it('carries a removal: the worker looks, plans and removes, and its report comes back whole', async () => {
    await installMsi(machine, kes());
    const { ready, answer, events } = await drive<Removal>('remove');
    expect(ready).toEqual({ ok: true, value: true });
    if (!answer.ok || answer.value.kind !== 'done') throw new Error(JSON.stringify(answer).slice(0, 2_000));
    const { report, runId } = answer.value.removed;
    expect(report).toMatchObject({ subject: { ticket: '№ 7' }, run: { id: runId } });
    expect(report.run?.actions.map(({ outcome }) => outcome)).toEqual(['removed']);
    expect(events.slice(0, 2)).toEqual(['given', 'started']);
    const kept = `C:\\ProgramData\\removal-assistant\\runs\\${runId ?? ''}\\report.json`;
    expect((JSON.parse(machine.read(kept)) as Report).sha256).toBe(report.sha256);
  });
});
