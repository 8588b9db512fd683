import type { BadInput, Content, Lay } from './bad-input.ts';
import { lay, managed, nested, reportOf, tooLarge } from './bad-input.ts';

const scan = ['scan', '--from', 'FOLDER/pc.json'];
const laid = (what: string, how: Lay, says: string, more: Partial<BadInput> = {}): BadInput => ({
  what: `a snapshot ${what}`,
  lay: how,
  args: scan,
  exit: 65,
  says,
  ...more,
});
const content = (what: string, text: Content, says: string, more: Partial<BadInput> = {}): BadInput =>
  laid(what, lay.file('pc.json', text), says, more);

const good = managed();
const whole = JSON.stringify(good);
const notJson = 'FOLDER/pc.json is not JSON.';
const noSchema = 'The file is not a removal-assistant/snapshot/1 file; it says none.';
const unreadable = (why: string): string => `Could not read FOLDER/pc.json: ${why}.`;
const wrongAt = (path: string): string => `The snapshot is not right at ${path}: `;
/** The good one with one place of it exchanged, as text: JSON holds values that no program would write. */
const exchanged = (from: string, to: string): string => {
  if (!whole.includes(from)) throw new Error(`There is no ${from} in the snapshot.`);
  return whole.replace(from, () => to);
};

const noText: readonly BadInput[] = [
  laid('that is not there', () => undefined, 'There is no file FOLDER/pc.json.'),
  laid('that is a folder', lay.folder('pc.json'), unreadable('it is a folder')),
  laid(
    'that is a link to itself',
    lay.link('pc.json', 'pc.json'),
    unreadable('it is a link, or links go in a circle'),
  ),
  laid(
    'that is a pipe without another end',
    lay.pipe('pc.json'),
    unreadable('it is a pipe that nobody writes into'),
  ),
  laid('that never ends', lay.link('pc.json', '/dev/zero'), unreadable('it is larger than 200 MB')),
  laid('of more than 200 MB', lay.hole('pc.json', tooLarge), unreadable('it is larger than 200 MB')),
  content(
    'with bytes that are no text',
    Buffer.from('{"\xff\xfe\xc0"', 'latin1'),
    unreadable('it is not text in UTF-8 or UTF-16'),
  ),
  content(
    'in half a character of UTF-16',
    Buffer.from([0xff, 0xfe, 0x7b]),
    unreadable('it is not text in UTF-8 or UTF-16'),
  ),
  content('without a letter', '', notJson),
  content('of NUL bytes', Buffer.alloc(4_096), notJson),
  content('with NUL bytes at its end', `${whole}\0\0\0\0`, notJson),
  content('that breaks off', whole.slice(0, whole.length / 2), notJson),
  content('that is a page of the web', '<!doctype html><p>Sign in', notJson),
  content('twice in one file', `${whole}\n${whole}`, notJson),
  content('of 200 MB of letters', Buffer.alloc(tooLarge - 1, 'x'), notJson, { isLarge: true }),
  content('of a million open brackets', '['.repeat(1_000_000), unreadable('it is nested too deeply')),
  content('of 100,000 lists in each other', nested(100_000), unreadable('it is nested too deeply')),
  content(
    'with a column nobody knows, 100,000 levels deep',
    exchanged('"name":"kesl"', `"name":"kesl","x":${nested(100_000)}`),
    unreadable('it is nested too deeply'),
  ),
];

const noSnapshot: readonly BadInput[] = [
  ...['[]', '7', 'null', '"removal-assistant/snapshot/1"', '{}', '{"__proto__":{"schema":"x"}}'].map((text) =>
    content(`that is only ${text}`, text, noSchema),
  ),
  content('whose schema is a list', exchanged('"removal-assistant/snapshot/1"', '["x"]'), noSchema),
  content('of a newer version', exchanged('snapshot/1', 'snapshot/2'), 'was written by a newer version'),
  content('that is a report', reportOf(good), 'it says removal-assistant/report/1.'),
  content('without a host', exchanged('"host":', '"guest":'), wrongAt('host')),
  content('taken on no day', exchanged(good.takenAt, 'yesterday'), wrongAt('takenAt')),
  content('with words for yes', exchanged('"elevated":true', '"elevated":"yes"'), wrongAt('host.elevated')),
  content('with endless room', exchanged('50000000000', '1e999'), wrongAt('host.freeBytes')),
  content('with a system nobody knows', exchanged('"os":"linux"', '"os":"plan9"'), wrongAt('host.os')),
  content(
    'with an unknown kind of reading',
    exchanged('"kind":"ok"', '"kind":"fine"'),
    'The snapshot is not right at readings.',
  ),
  content(
    'with a row that is a number',
    exchanged('"rows":[{', '"rows":[7,{'),
    'The snapshot is not right at readings.',
  ),
  content(
    'with a row that is nothing',
    exchanged('"rows":[{', '"rows":[null,{'),
    'The snapshot is not right at readings.',
  ),
  content(
    'with a column of a wrong type',
    exchanged('"name":"kesl"', '"name":["kesl"]'),
    wrongAt('readings.processes.rows[0].name'),
  ),
];

/** Everything that can be wrong with a saved scan, and so with what a stranger hands in. */
export const badSnapshots: readonly BadInput[] = [...noText, ...noSnapshot];
