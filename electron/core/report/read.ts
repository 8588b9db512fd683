import type { Report } from '../model/report.ts';
import { parseReport } from '../model/report.ts';
import type { Result } from '../model/result.ts';
import { fail } from '../model/result.ts';
import { endOfJsonText } from './json-text-end.ts';
import { checkSeal } from './seal.ts';

/** Deeper than any report, and far from what could exhaust a reader. */
const deepest = 64;

/**
 * Whether every reader of this JSON sees the same. Where a name stands twice in one object, one reader takes the first
 * value and the next one the last, so RFC 8785 has no form for it; what is nested without end none of them reads.
 * `json` has to be JSON already.
 */
export const isUnambiguous = (json: string): boolean => {
  const open: (Set<string> | undefined)[] = [];
  let text = '';
  for (let at = 0; at < json.length; at++) {
    const mark = json.charAt(at);
    if (mark === '"') {
      const end = endOfJsonText(json, at);
      text = json.slice(at, end + 1);
      at = end;
    } else if (mark === '{' || mark === '[') {
      if (open.length === deepest) return false;
      open.push(mark === '{' ? new Set() : undefined);
    } else if (mark === '}' || mark === ']') open.pop();
    else if (mark === ':') {
      const names = open.at(-1);
      const name = JSON.parse(text) as string;
      if (names?.has(name) === true) return false;
      names?.add(name);
    }
  }
  return true;
};

/**
 * The report in a file, if it is as it was written. Problems: `not-json` {path}, `wrong-schema`, `newer-schema`,
 * `bad-report` {path, fault}, `report-altered`.
 */
export const readReport = (text: string, path: string): Result<Report> => {
  let value: unknown;
  try {
    value = JSON.parse(text);
  } catch {
    return fail('not-json', { path });
  }
  if (!isUnambiguous(text)) return fail('report-altered');
  const parsed = parseReport(value);
  if (!parsed.ok) return parsed;
  const intact = checkSeal(parsed.value);
  return intact.ok ? parsed : intact;
};
