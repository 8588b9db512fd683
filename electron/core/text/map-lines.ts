import type { FleetMap, Skipped } from '../model/map.ts';
import type { Texts } from './index.ts';

/** What a person has to look into, one line each. */
export const settleLines = (map: FleetMap, texts: Texts): readonly string[] => {
  const t = texts.map;
  return [
    ...map.altered.map(({ file }) => t.altered(file)),
    ...map.future.map(({ file, lookedAt }) => t.future(file, lookedAt)),
    ...map.conflicts.map(({ kind, label, files }) => `${label}: ${t.conflicts[kind]} (${files.join(', ')})`),
    ...map.clones.map(({ computers }) => t.clones(computers.join(', '))),
  ];
};

/** A file that was no report, and why. */
export const skippedLine = ({ file, why, detail }: Skipped, { map }: Texts): string =>
  `${file}: ${map.skipped[why]}${detail === undefined ? '' : ` (${detail})`}`;
