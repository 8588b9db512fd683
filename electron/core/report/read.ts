import type { Report } from '../model/report.ts';
import { parseReport } from '../model/report.ts';
import type { Result } from '../model/result.ts';
import { fail } from '../model/result.ts';
import { checkSeal } from './seal.ts';

/** Deeper than any report, and far from what could exhaust a reader. */
const deepest = 64;

const tokens = /"[^"\\]*(?:\\.[^"\\]*)*"|[{}[\],:]/g;

/**
 * Whether every reader of this JSON sees the same. Where a name stands twice in one object, one reader takes the first
 * value and the next one the last, so RFC 8785 has no form for it; what is nested without end none of them reads.
 * `json` has to be JSON already.
 */
export const isUnambiguous = (json: string): boolean => {
  const open: (Set<string> | undefined)[] = [];
  let text = '';
  for (const [token] of json.matchAll(tokens)) {
    if (token === '{' || token === '[') {
      if (open.length === deepest) return false;
      open.push(token === '{' ? new Set() : undefined);
    } else if (token === '}' || token === ']') open.pop();
    else if (token === ':') {
      const names = open.at(-1);
      const name = JSON.parse(text) as string;
      if (names?.has(name) === true) return false;
      names?.add(name);
    } else text = token;
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
