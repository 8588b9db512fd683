import type { BadInput } from './bad-input.ts';
import { lay, managed } from './bad-input.ts';

const saved = lay.file('pc.json', managed());
const print = (out: string): readonly string[] => [
  'report',
  '--from',
  'FOLDER/pc.json',
  '--format',
  'html',
  '--out',
  out,
];
const unwritable = (what: string, out: string, why: string, laid = saved): BadInput => ({
  what: `a report to be written ${what}`,
  lay: laid,
  args: print(out),
  exit: 65,
  says: `Could not write ${out}: ${why}.`,
});
const removalTo = (what: string, out: string, why: string): BadInput => ({
  what: `a removal whose reports go ${what}`,
  lay: saved,
  args: ['remove', '--yes', '--out', out],
  exit: 65,
  says: `Could not write ${out}: ${why}.`,
});
const usage = (what: string, args: readonly string[], says: string): BadInput => ({
  what,
  lay: saved,
  args,
  exit: 64,
  says,
});
const plan = ['plan', '--from', 'FOLDER/pc.json'];

/** Places that cannot be written to, and words that mean nothing. */
export const badPlaces: readonly BadInput[] = [
  unwritable('into no folder', 'FOLDER/none/r.html', 'no such file or folder'),
  unwritable('over a folder', 'FOLDER/sub', 'it is a folder', (folder) => {
    saved(folder);
    lay.folder('sub')(folder);
  }),
  unwritable('below a file', 'FOLDER/pc.json/r.html', 'a part of the path is not a folder'),
  unwritable('onto a full disk', '/dev/full', 'the disk is full'),
  unwritable('where the system has its own files', '/proc/removal/r.html', 'no such file or folder'),
  unwritable('under a name of 5,000 letters', `FOLDER/${'n'.repeat(5_000)}`, 'the name is too long'),
  removalTo('where no folder can be made', '/proc/removal/assistant', 'no such file or folder'),
  removalTo('below a file', 'FOLDER/pc.json/reports', 'a part of the path is not a folder'),
  removalTo('into a file', 'FOLDER/pc.json', 'it is not a folder'),
  usage(
    'a hazard that every object has',
    [...plan, '--accept', '__proto__'],
    'No hazard has the id “__proto__”.',
  ),
  usage('a hazard that is a function', [...plan, '--accept', 'constructor'], 'No hazard has the id'),
  usage(
    'a product that is a path',
    [...plan, '--product', '../../x'],
    'No product has the id “../../x” here.',
  ),
  usage('a product that every object has', [...plan, '--product', '__proto__'], 'No product has the id'),
  usage(
    'a product that rewrites the screen',
    [...plan, '--product', '\u001b[2J\u202e'],
    'No product has the id',
  ),
  usage('an option that rewrites the screen', [...plan, '--\u001b]0;x\u0007'], 'Unknown option'),
  usage(
    'a format that every object has',
    print('x').map((word) => (word === 'html' ? 'toString' : word)),
    'Choose html',
  ),
  usage('a schema that every object has', ['schema', '__proto__'], ''),
  usage('a command nobody knows', ['\u202eevomer'], 'nknown command'),
];
