import type { BadInput, Content } from './bad-input.ts';
import { lay, managed, nested, reportOf } from './bad-input.ts';

const good = reportOf(managed());
const whole = JSON.stringify(good);
const altered = 'This report was altered after it was written.';

const content = (what: string, text: Content, says: string): readonly BadInput[] => {
  const given = { what: `a report ${what}`, lay: lay.file('report.json', text), exit: 65, says };
  return [
    { ...given, args: ['verify', '--report', 'FOLDER/report.json'] },
    {
      ...given,
      what: `${given.what}, printed`,
      args: ['report', '--in', 'FOLDER/report.json', '--format', 'html', '--out', 'FOLDER/new.html'],
    },
  ];
};

/** Reports that somebody changed, and files that are none. */
export const badReports: readonly BadInput[] = [
  content('with a better verdict', whole.replace('"found"', '"clean"'), altered),
  content('with a line more', { ...good, note: 'checked' }, altered),
  content('with one product less', { ...good, detections: good.detections.slice(1) }, altered),
  content('with another digest', { ...good, sha256: 'a'.repeat(64) }, altered),
  content('without its digest', { ...good, sha256: undefined }, 'The report is not right at sha256'),
  content('with a verdict nobody knows', { ...good, verdict: 'fine' }, 'The report is not right at verdict'),
  content('of a newer version', { ...good, schema: 'removal-assistant/report/9' }, 'by a newer version'),
  content('that is a snapshot', managed(), 'it says removal-assistant/snapshot/1.'),
  content('that breaks off', whole.slice(0, -9), 'FOLDER/report.json is not JSON.'),
  content(
    'with something 100,000 levels deep',
    whole.replace('{', () => `{"x":${nested(100_000)},`),
    altered,
  ),
  content(
    'with five million escapes',
    whole.replace('{', () => `{"x":"${'\\n'.repeat(5_000_000)}",`),
    altered,
  ),
].flat();
