import { describe, expect, it } from 'vitest';
import { remove } from '../engine/remove.ts';
import { executorFor } from '../engine/executor.ts';
import type { Report } from '../model/report.ts';
import type { Outcome } from '../model/run.ts';
import { desk, everythingAccepted, WindowsComputer } from '../testing/windows-computer.ts';
import { textsFor } from './index.ts';
import { lastResort } from './sentences.ts';

const texts = textsFor('en');

const afterOutcome = async (outcome: Outcome): Promise<Report> => {
  const pc = new WindowsComputer();
  const executors = [executorFor('run-msi', async () => ({ outcome }))];
  const done = await remove(desk, { ...pc.ports(), executors }, { accepted: everythingAccepted });
  if (!done.ok) throw new Error(done.problem.code);
  return done.value.report;
};

describe('the vendor’s own removal tool', () => {
  it.each<[Outcome]>([['failed'], ['still-there'], ['source-missing'], ['removed']])(
    'is named, with its address and a way to check it, when its uninstaller ended %s and the product works',
    async (outcome) => {
      const said = lastResort(texts, await afterOutcome(outcome)).join('\n');
      expect(said).toContain('https://support.kaspersky.com/');
      expect(said).toContain('check-tool');
    },
  );

  it.each<[Outcome]>([['wrong-password-or-rights'], ['cancelled'], ['busy'], ['needs-person']])(
    'is not the first advice after %s',
    async (outcome) => {
      expect(lastResort(texts, await afterOutcome(outcome))).toEqual([]);
    },
  );

  it('is not named of a mere look, nor on another system', async () => {
    const report = await afterOutcome('failed');
    const { run: _run, ...look } = report;
    expect(lastResort(texts, look)).toEqual([]);
    expect(lastResort(texts, { ...report, host: { ...report.host, os: 'linux' } })).toEqual([]);
  });
});
