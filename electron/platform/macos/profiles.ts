import type { Reading } from '../../core/model/reading.ts';
import { okReading } from '../../core/model/reading.ts';
import type { Row } from '../../core/model/tables.ts';
import type { Probe } from '../../core/ports.ts';
import type { Machine } from '../shared/machine.ts';
import { readerBytes, readerTimeoutMs, thisMachine, troubleOf } from '../shared/machine.ts';
import type { PlistDict } from './plist.ts';
import { parsePlist, textIn } from './plist.ts';

/** Configuration profiles of the computer and of every person. macOS shows them to root alone. */
export const profilesProbe = (
  machine: Machine = thisMachine,
  isRoot: boolean = process.geteuid?.() === 0,
): Probe<'profiles'> => ({
  table: 'profiles',
  read: async () => {
    if (!isRoot) return { kind: 'denied', why: 'macOS shows configuration profiles to administrators only' };
    const result = await machine.exec({
      command: '/usr/bin/profiles',
      args: ['show', '-all', '-output', 'stdout-xml'],
      timeoutMs: readerTimeoutMs,
      keepBytes: readerBytes,
    });
    const trouble = troubleOf('profiles', result);
    return trouble ?? parseProfiles(result.kind === 'exited' ? result.stdout.text : '');
  },
});

/** A list of profiles for `_computerlevel` and for each person. Where there is none the tool may say so in words. */
export const parseProfiles = (text: string): Reading<Row<'profiles'>> => {
  if (/there are no configuration profiles/i.test(text)) return okReading([]);
  const start = text.indexOf('<?xml');
  try {
    const owners = parsePlist(Buffer.from(text.slice(Math.max(0, start))));
    return okReading(
      Object.values(owners).flatMap((list) => (Array.isArray(list) ? list.flatMap(rowOf) : [])),
    );
  } catch {
    return { kind: 'failed', why: 'what profiles said could not be understood' };
  }
};

const rowOf = (profile: unknown): Row<'profiles'>[] => {
  if (typeof profile !== 'object' || profile === null) return [];
  const dict = profile as PlistDict;
  const id = textIn(dict, 'ProfileIdentifier');
  const organisation = textIn(dict, 'ProfileOrganization');
  if (id === undefined && organisation === undefined) return [];
  return [{ ...(id === undefined ? {} : { id }), ...(organisation === undefined ? {} : { organisation }) }];
};
