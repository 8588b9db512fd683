import type { z } from 'zod';
import type { Directive } from '../model/directive.ts';
import { directiveSchema, directiveSchemaName, phaseSchema } from '../model/directive.ts';
import type { Result } from '../model/result.ts';
import { fail, ok } from '../model/result.ts';
import { checkSchemaName, faultOf } from '../model/schema-name.ts';
import { nearest } from './nearest.ts';

/**
 * Binding Operational Directive 17-01 of the United States Department of Homeland Security, "Removal of
 * Kaspersky-branded Products", issued on 13 September 2017: identify within 30 days, plan within 60, begin at 90.
 * https://www.cisa.gov/news-events/directives/bod-17-01-removal-kaspersky-branded-products (from general knowledge, not
 * looked up from here)
 */
const bod1701: Directive = {
  schema: directiveSchemaName,
  id: 'bod-17-01',
  name: 'BOD 17-01',
  start: '2017-09-13',
  source: 'https://www.cisa.gov/news-events/directives/bod-17-01-removal-kaspersky-branded-products',
  phases: [
    { id: 'identify', days: 30, measure: 'looked' },
    { id: 'plan', days: 60, measure: 'planned' },
    { id: 'begin-removal', days: 90, measure: 'begun' },
  ],
};

/** Directives that need no file. One line each. */
export const directives: readonly Directive[] = [bod1701];

/** Whether it is a day of the calendar, written as YYYY-MM-DD. */
export const isDay = (text: string): boolean =>
  /^\d{4}-\d{2}-\d{2}$/.test(text) &&
  !Number.isNaN(Date.parse(`${text}T00:00:00Z`)) &&
  new Date(`${text}T00:00:00Z`).toISOString().startsWith(text);

/**
 * Reads a directive of one's own. Problems: those of the schema's name, and `bad-directive` {path, at, fault, meant?}:
 * `at` is the place of the fault in the file, `meant` the key or value that it looks like.
 */
export const parseDirective = (input: unknown, path: string): Result<Directive> => {
  const named = checkSchemaName(input, directiveSchemaName);
  if (!named.ok) return schemaProblem(input, named, path);
  const parsed = directiveSchema.safeParse(input, { reportInput: true });
  if (!parsed.success) return fail('bad-directive', { path, ...directiveFault(parsed.error) });
  if (!isDay(parsed.data.start))
    return fail('bad-directive', { path, at: 'start', fault: 'not a day of the calendar' });
  return ok(parsed.data);
};

/** A file without its first line, or with a slip in it, is told so; any other kind of file is told from it. */
const schemaProblem = (
  input: unknown,
  problem: Result<never> & { ok: false },
  path: string,
): Result<never> => {
  const keys = typeof input === 'object' && input !== null ? Object.keys(input) : [];
  const slip = keys.find((key) => key !== 'schema' && nearest(key, ['schema']) !== undefined);
  if (slip !== undefined && !keys.includes('schema'))
    return fail('bad-directive', { path, at: slip, fault: 'not a known key', meant: 'schema' });
  return problem;
};

interface Fault {
  readonly at: string;
  readonly fault: string;
  readonly meant?: string;
}

const directiveFault = (error: z.ZodError): Fault => {
  const slip = error.issues.find(({ code }) => code === 'unrecognized_keys');
  if (slip?.code === 'unrecognized_keys') {
    const [key = ''] = slip.keys;
    const known = Object.keys(slip.path.length === 0 ? directiveSchema.shape : phaseSchema.shape);
    const at = [...slip.path, key].join('.');
    return { at, fault: 'not a known key', ...meantOf(key, known) };
  }
  const [first] = error.issues;
  const { path: at, fault } = faultOf(error);
  const typed = first?.code === 'invalid_value' ? textOf(first.input) : '';
  const values = first?.code === 'invalid_value' ? first.values.map(String) : [];
  return { at, fault, ...meantOf(typed, values) };
};

const textOf = (input: unknown): string => (typeof input === 'string' ? input : '');

const meantOf = (typed: string, words: readonly string[]): { meant?: string } => {
  const meant = typed === '' ? undefined : nearest(typed, words);
  return meant === undefined ? {} : { meant };
};
