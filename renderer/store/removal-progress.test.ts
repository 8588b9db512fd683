import { describe, expect, it } from 'vitest';
import { action } from '../testing/reports.ts';
import { startOf, withEvents } from './removal-progress.ts';

const kesl = action('linux-kesl', 'kesl');
const at = '2026-03-02T10:50:00.000Z';

describe('the progress of a removal', () => {
  it('waits only for what will be carried out', () => {
    const refused = { ...action('linux-nagent', 'klnagent64'), refusal: 'package-on-hold' } as const;
    expect(Object.keys(startOf([kesl, refused]).byAction)).toEqual([kesl.id]);
  });

  it('takes the start that main says although a line overtook it', () => {
    const progress = withEvents(startOf([kesl]), [
      { kind: 'output', actionId: kesl.id, at, line: 'Removing kesl' },
      { kind: 'started', actionId: kesl.id, at: '2026-03-02T10:49:00.000Z' },
    ]);
    expect(progress.byAction[kesl.id]).toEqual({
      kind: 'working',
      startedAt: '2026-03-02T10:49:00.000Z',
      line: 'Removing kesl',
    });
  });

  it('goes back to working when the other installer is done', () => {
    const progress = withEvents(startOf([kesl]), [
      { kind: 'started', actionId: kesl.id, at },
      { kind: 'waiting', actionId: kesl.id, holder: 'apt', seconds: 3 },
      { kind: 'output', actionId: kesl.id, at: '2026-03-02T10:51:00.000Z', line: 'Removing kesl' },
    ]);
    expect(progress.byAction[kesl.id]).toEqual({ kind: 'working', startedAt: at, line: 'Removing kesl' });
  });

  it('keeps a late line in the log although its action has ended', () => {
    const progress = withEvents(startOf([kesl]), [
      { kind: 'ended', actionId: kesl.id, at, outcome: 'removed' },
      { kind: 'output', actionId: kesl.id, at, line: 'Processing triggers' },
    ]);
    expect(progress.log.map((line) => line.text)).toEqual(['Processing triggers']);
    expect(progress.byAction[kesl.id]).toMatchObject({ kind: 'ended', outcome: 'removed' });
  });
});
