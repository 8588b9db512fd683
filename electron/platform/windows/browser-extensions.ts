import { okReading } from '../../core/model/reading.ts';
import type { Probe } from '../../core/ports.ts';
import { readBrowserExtensions } from '../shared/browser-extensions.ts';
import { localPath, windowsPath } from './local-path.ts';
import type { WindowsMachine } from './machine.ts';
import { peopleOf } from './people.ts';

/** Browser extensions in every profile of everybody; folders of people that are closed to us are gaps. */
export const browserExtensionsProbe = (machine: WindowsMachine): Probe<'browserExtensions'> => ({
  table: 'browserExtensions',
  read: async () => {
    const people = await peopleOf(machine);
    const found = await Promise.all(
      people.folders.map((folder) => readBrowserExtensions(localPath(machine, folder), 'windows')),
    );
    const shown = (path: string): string => windowsPath(machine, path);
    return okReading(
      found.flatMap(({ rows }) =>
        rows.map((row) => ({
          ...row,
          ...(row.profile === undefined ? {} : { profile: shown(row.profile) }),
        })),
      ),
      [
        ...people.gaps,
        ...found.flatMap(({ gaps }) => gaps.map((gap) => ({ ...gap, source: shown(gap.source) }))),
      ],
    );
  },
});
