import type { CallInput } from '../core/contract/contract.ts';
import type { Secret } from '../core/model/secret.ts';
import { secretOf } from '../core/model/secret.ts';

export type Passwords = ReadonlyMap<string, Secret>;

/** Takes the bytes over from the call, and wipes them after `work`, however that ends. */
export const withPasswords = async <T>(
  given: CallInput<'remove'>['passwords'],
  work: (passwords: Passwords) => Promise<T>,
): Promise<T> => {
  const passwords = new Map((given ?? []).map(({ productId, utf8 }) => [productId, secretOf(utf8)]));
  try {
    return await work(passwords);
  } finally {
    for (const secret of passwords.values()) secret.wipe();
  }
};
