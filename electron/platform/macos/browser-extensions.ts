import type { Gap } from '../../core/model/reading.ts';
import { okReading } from '../../core/model/reading.ts';
import type { Row } from '../../core/model/tables.ts';
import type { Probe } from '../../core/ports.ts';
import { readBrowserExtensions } from '../shared/browser-extensions.ts';
import type { Machine } from '../shared/machine.ts';
import { pathIn, readerTimeoutMs, thisMachine, troubleOf } from '../shared/machine.ts';
import { withFix } from './denial.ts';
import { homesOf } from './homes.ts';

/** Extensions of every person's browsers, and those that Safari has for the person who runs this. */
export const browserExtensionsProbe = (
  machine: Machine = thisMachine,
  isRoot: boolean = process.geteuid?.() === 0,
): Probe<'browserExtensions'> => ({
  table: 'browserExtensions',
  read: async () => {
    const homes = await homesOf(machine);
    const [safari, ...others] = await Promise.all([
      safariExtensions(machine, isRoot),
      ...homes.paths.map((home) => readBrowserExtensions(pathIn(machine, home), 'macos')),
    ]);
    const gaps = others.flatMap((each) => each.gaps).map((gap) => withFix(gap));
    return okReading(
      [...safari.rows, ...others.flatMap((each) => each.rows)],
      [...homes.gaps, ...safari.gaps, ...gaps],
    );
  },
});

interface Found {
  readonly rows: readonly Row<'browserExtensions'>[];
  readonly gaps: readonly Gap[];
}

const points = ['com.apple.Safari.extension', 'com.apple.Safari.web-extension'];

/** Safari's extensions are parts of applications; the list is kept for each person and answers only to that one. */
const safariExtensions = async (machine: Machine, isRoot: boolean): Promise<Found> => {
  if (isRoot)
    return {
      rows: [],
      gaps: [
        {
          source: 'Safari',
          kind: 'failed',
          why: 'Safari tells its extensions only to the person who uses it, and this runs as root',
        },
      ],
    };
  const answers = await Promise.all(
    points.map(async (point): Promise<Found> => {
      const result = await machine.exec({
        command: '/usr/bin/pluginkit',
        args: ['-mA', '-p', point],
        timeoutMs: readerTimeoutMs,
      });
      const trouble = troubleOf('pluginkit', result);
      if (trouble !== undefined) return { rows: [], gaps: [{ source: 'Safari', ...trouble }] };
      return { rows: result.kind === 'exited' ? parsePlugins(result.stdout.text) : [], gaps: [] };
    }),
  );
  return { rows: answers.flatMap((each) => each.rows), gaps: answers.flatMap((each) => each.gaps) };
};

/** A mark for the person's choice, the id, the version in parentheses. None at all is a fair answer. */
export const parsePlugins = (text: string): readonly Row<'browserExtensions'>[] =>
  text.split('\n').flatMap((line) => {
    const [, id, version] = /^[+\-!=?\s]*([A-Za-z0-9._-]+)\(([^)]*)\)/.exec(line) ?? [];
    if (id === undefined) return [];
    const known = version !== undefined && version !== '' && version !== '(null)';
    return [{ browser: 'Safari', id, ...(known ? { version } : {}) }];
  });
