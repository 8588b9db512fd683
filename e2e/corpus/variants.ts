import type { Dice } from './dice.ts';
import type { LabelledHost, Part } from './host.ts';
import { labelled } from './host.ts';
import { windowsAround } from './innocents.ts';
import { hosts } from './machines.ts';
import { homeInstall, vpnInstall } from './windows-home.ts';
import { agentInstall, kesBuilds, kesInstall } from './windows-business.ts';
import { homeLines } from './windows-builds.ts';
import { kswsInstall } from './windows-servers.ts';

/** The same products on machines that are set up in another way. */

const respelled = (part: Part, spell: (text: string, column: string) => string): Part => {
  const value = (given: unknown, column: string): unknown => {
    if (typeof given === 'string') return spell(given, column);
    return Array.isArray(given) ? given.map((one) => value(one, column)) : given;
  };
  const rows = Object.fromEntries(
    Object.entries(part.rows).map(([table, some]) => [
      table,
      (some as readonly object[]).map((row) =>
        Object.fromEntries(Object.entries(row).map(([column, given]) => [column, value(given, column)])),
      ),
    ]),
  );
  return { ...part, rows };
};

const pathColumns = new Set(['path', 'installLocation', 'command', 'uninstallCommand']);

const spellings: Readonly<Record<string, (text: string, column: string) => string>> = {
  'a 32-bit Windows': (text) =>
    text.replaceAll('Program Files (x86)', 'Program Files').replaceAll('WOW6432Node\\', ''),
  'another drive': (text) => text.replace(/C:(?=\\Program)/g, 'D:'),
  'a folder of its own': (text) => text.replaceAll('C:\\Program Files (x86)\\Kaspersky Lab', 'D:\\Soft'),
  'an old German Windows': (text) => text.replaceAll('Program Files (x86)', 'Programme'),
  'paths in capitals': (text, column) => (pathColumns.has(column) ? text.toUpperCase() : text),
  'paths in small letters': (text, column) => (pathColumns.has(column) ? text.toLowerCase() : text),
  'native paths': (text, column) =>
    column === 'path' ? text.replace(/^C:\\Windows/, '\\SystemRoot').replace(/^C:/, '\\??\\C:') : text,
  'forward slashes': (text, column) => (column === 'installLocation' ? text.replaceAll('\\', '/') : text),
};

export const variantHosts = (dice: Dice): LabelledHost[] =>
  Object.entries(spellings).flatMap(([name, spell]) => {
    const lines = dice.some(homeLines, 3);
    const machines: readonly (readonly [string, readonly Part[]])[] = [
      ...lines.map(
        (line) => [line.id, [homeInstall(dice, line, dice.pick(line.builds)), vpnInstall(dice)]] as const,
      ),
      ['kes', [kesInstall(dice, dice.pick(kesBuilds)), agentInstall(dice)]],
      ['server', [kswsInstall(dice)]],
    ];
    return machines.map(([what, parts]) =>
      labelled(
        `windows/${name}/${what}`,
        hosts.windows(dice),
        windowsAround(dice),
        parts.map((part) => respelled(part, spell)),
      ),
    );
  });
