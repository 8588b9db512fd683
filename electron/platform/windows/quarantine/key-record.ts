import { z } from 'zod';
import type { RegistryValue } from '../registry/registry.ts';
import { savedSecurity, securityFrom, securitySchema } from './entry-record.ts';
import type { HeldKey } from './held-key.ts';
import { isSameSecurity } from './security.ts';

const digits = z.string().regex(/^\d+$/);

/** One key with everything that has to come back. Data of values in base64, exactly as stored. */
export const keySchema = z.object({
  /** Below the branch, with backslashes; empty for its top. */
  path: z.string(),
  className: z.string(),
  /** In 100 ns steps since 1601; told, and not given back. */
  writtenAt: digits,
  security: securitySchema,
  values: z.array(z.object({ name: z.string(), type: z.number().int().nonnegative(), data: z.base64() })),
});
export type SavedKey = z.infer<typeof keySchema>;

export const keyFrom = (path: string, held: HeldKey): SavedKey & { readonly subkeys: readonly string[] } => {
  const { className, writtenAt, values, subkeys } = held.content();
  return {
    path,
    className,
    writtenAt: String(writtenAt),
    security: savedSecurity(held.security()),
    values: values.map(({ name, type, data }) => ({ name, type, data: data.toString('base64') })),
    subkeys,
  };
};

export const valueFrom = ({ name, type, data }: SavedKey['values'][number]): RegistryValue => ({
  name,
  type,
  data: Buffer.from(data, 'base64'),
});

/** How two values are told apart: by every byte. Windows does not tell `A` from `a` in names. */
export const valueMark = ({ name, type, data }: SavedKey['values'][number]): string =>
  JSON.stringify([name.toLowerCase(), type, data]);

export const hasSameSecurity = (one: SavedKey, other: SavedKey): boolean =>
  isSameSecurity(securityFrom(one.security).descriptor, securityFrom(other.security).descriptor);

/** Whether nothing of a key has changed, but for values that Windows changes by itself. */
export const isSameKey = (was: SavedKey, is: SavedKey, ignored: ReadonlySet<string>): boolean => {
  const marks = ({ values }: SavedKey): readonly string[] =>
    values.filter(({ name }) => !ignored.has(name.toLowerCase())).map(valueMark);
  const now = new Set(marks(is));
  return (
    marks(was).length === now.size && marks(was).every((mark) => now.has(mark)) && hasSameSecurity(was, is)
  );
};
