import type { Dice } from '../corpus/dice.ts';
import { reportOf } from './report.ts';

export interface BrokenFile {
  readonly name: string;
  readonly content: string | Buffer;
  /** As what it is to be listed; undefined: it is not even opened. */
  readonly why: string | undefined;
}

/** Files that lie among reports and are none. */
export const brokenFiles = (dice: Dice, rows: number, at: number): readonly BrokenFile[] => {
  const machine = { tag: `BROKEN-${at}`, name: 'broken', mark: undefined, os: 'linux' } as const;
  const report = reportOf({ machine, hour: 1, verdict: 'clean', products: [] }, dice, rows);
  const text = JSON.stringify(report);
  const changed = (change: object): string => JSON.stringify({ ...report, ...change });
  const deep = `${'['.repeat(60_000)}${']'.repeat(60_000)}`;
  return [
    { name: `cut-${at}.json`, content: text.slice(0, 40 + dice.int(text.length - 41)), why: 'not-json' },
    { name: `empty-${at}.json`, content: '', why: 'not-json' },
    {
      name: `latin1-${at}.json`,
      content: Buffer.from(text.replace('broken', 'bücher'), 'latin1'),
      why: 'encoding',
    },
    {
      name: `foreign-${at}.json`,
      content: '{"scanner":"other","machine":"PC-1","infected":false}',
      why: 'foreign',
    },
    { name: `list-${at}.json`, content: '[1,2,3]', why: 'foreign' },
    { name: `null-${at}.json`, content: 'null', why: 'foreign' },
    {
      name: `snapshot-${at}.json`,
      content: '{"schema":"removal-assistant/snapshot/1","readings":{}}',
      why: 'other-document',
    },
    {
      name: `newer-${at}.json`,
      content: changed({ schema: 'removal-assistant/report/2' }),
      why: 'newer-version',
    },
    { name: `half-${at}.json`, content: changed({ verdict: 'splendid' }), why: 'bad-report' },
    { name: `lists-${at}.json`, content: changed({ detections: {} }), why: 'bad-report' },
    { name: `deep-${at}.json`, content: text.replace('{', `{"deep":${deep},`), why: 'bad-report' },
    { name: `when-${at}.json`, content: changed({ takenAt: 'yesterday' }), why: 'no-date' },
    {
      name: `example-${at}.json`,
      content: JSON.stringify(
        reportOf(
          {
            machine,
            hour: 1,
            verdict: 'clean',
            products: [],
            more: { host: { os: 'linux', version: 'x', arch: 'x64', elevated: true, example: 'home-pc' } },
          },
          dice,
          rows,
        ),
      ),
      why: 'example',
    },
    { name: `report-${at}.html`, content: '<!doctype html>', why: undefined },
    { name: `notes-${at}.txt`, content: text, why: undefined },
  ];
};
