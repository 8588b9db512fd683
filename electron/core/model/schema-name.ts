import type { z } from 'zod';
import type { Result } from './result.ts';
import { fail, ok } from './result.ts';

/** `removal-assistant/KIND/N`: tells a foreign file from one that a newer version of this tool wrote. */
export const checkSchemaName = (input: unknown, expected: string): Result<true> => {
  const found =
    typeof input === 'object' && input !== null ? (input as Record<string, unknown>)['schema'] : undefined;
  if (found === expected) return ok(true);
  const family = expected.slice(0, expected.lastIndexOf('/') + 1);
  if (typeof found !== 'string' || !found.startsWith(family))
    return fail('wrong-schema', { expected, found: typeof found === 'string' ? found : 'none' });
  return Number(found.slice(family.length)) > Number(expected.slice(family.length))
    ? fail('newer-schema', { expected, found })
    : fail('wrong-schema', { expected, found });
};

/** The first fault of a failed parse: where it is, written as a path, and what is wrong there. */
export const faultOf = (error: z.ZodError): { path: string; fault: string } => {
  const issue = error.issues[0];
  const path = (issue?.path ?? []).reduce<string>((text, part) => {
    if (typeof part === 'number') return `${text}[${part}]`;
    return text === '' ? String(part) : `${text}.${String(part)}`;
  }, '');
  return { path: path === '' ? '(top level)' : path, fault: issue?.message ?? 'unreadable' };
};
