import { readdir } from 'node:fs/promises';
import { join } from 'node:path';
import type { Gap, Reading } from '../../core/model/reading.ts';
import { okReading } from '../../core/model/reading.ts';
import type { Row } from '../../core/model/tables.ts';
import type { Probe } from '../../core/ports.ts';
import type { ExecResult } from '../exec.ts';
import type { Machine } from '../shared/machine.ts';
import { pathIn, readerTimeoutMs, thisMachine, troubleOf } from '../shared/machine.ts';
import { isMissing } from '../shared/why.ts';
import { bundleFacts } from './apps.ts';
import { gapOf } from './denial.ts';
import { readPlist } from './plist.ts';

/** Kernel extensions: those loaded now, and those that lie where other vendors put theirs. */
export const kernelExtensionsProbe = (machine: Machine = thisMachine): Probe<'kernelExtensions'> => ({
  table: 'kernelExtensions',
  read: async () => {
    const [loaded, onDisk] = await Promise.all([loadedIn(machine), extensionsOnDisk(machine)]);
    if (loaded.kind !== 'ok' && onDisk.rows.length === 0) return loaded;
    if (loaded.kind === 'ok') return okReading([...loaded.rows, ...onDisk.rows], onDisk.gaps);
    const kind = loaded.kind === 'denied' ? 'denied' : 'failed';
    return okReading(onDisk.rows, [{ source: 'kmutil', kind, why: loaded.why }, ...onDisk.gaps]);
  },
});

/** `kmutil` came with macOS 11; `kextstat` writes the same columns. */
const tools: readonly (readonly [string, readonly string[]])[] = [
  ['/usr/bin/kmutil', ['showloaded', '--list-only']],
  ['/usr/sbin/kextstat', ['-l']],
];

const loadedIn = async (machine: Machine): Promise<Reading<Row<'kernelExtensions'>>> => {
  let last: ExecResult = { kind: 'missing' };
  for (const [command, args] of tools) {
    last = await machine.exec({ command, args, timeoutMs: readerTimeoutMs });
    if (last.kind !== 'missing') break;
  }
  const trouble = troubleOf('kmutil', last);
  return trouble ?? parseLoaded(last.kind === 'exited' ? last.stdout.text : '');
};

/** Index, references, address, size, wired, id, version in parentheses; what follows is for the linker. */
const loadedLine = /^\s*\d+\s+\d+\s+0x?[0-9a-f]*\s+\S+\s+\S+\s+([A-Za-z0-9._-]+)\s+\(([^)]*)\)/i;

/** The kernel's own parts are always in the list, so an empty one was not understood. */
export const parseLoaded = (text: string): Reading<Row<'kernelExtensions'>> => {
  const rows = text.split('\n').flatMap((line) => {
    const [, bundleId, version] = loadedLine.exec(line) ?? [];
    return bundleId === undefined ? [] : [{ bundleId, ...(version === undefined ? {} : { version }) }];
  });
  return rows.length > 0
    ? okReading(rows)
    : { kind: 'failed', why: 'the list of loaded kernel extensions could not be understood' };
};

const extensionsOnDisk = async (
  machine: Machine,
): Promise<{ readonly rows: readonly Row<'kernelExtensions'>[]; readonly gaps: readonly Gap[] }> => {
  const folder = '/Library/Extensions';
  const gaps: Gap[] = [];
  const rows: Row<'kernelExtensions'>[] = [];
  try {
    for (const name of await readdir(pathIn(machine, folder))) {
      if (!/\.kext$/i.test(name)) continue;
      const path = join(folder, name);
      const info = await readPlist(pathIn(machine, join(path, 'Contents/Info.plist'))).catch(
        (error: unknown) => {
          if (!isMissing(error)) gaps.push(gapOf(path, error));
        },
      );
      rows.push({ path, ...(info === undefined ? {} : bundleFacts(info)) });
    }
  } catch (error) {
    if (!isMissing(error)) gaps.push(gapOf(folder, error));
  }
  return { rows, gaps };
};
