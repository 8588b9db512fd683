import { isKaspersky } from '../../../core/catalogue/vendor.ts';
import type { WindowsApi } from '../machine.ts';

/** What can be said of a file that a person took for Kaspersky's own removal tool. */
export type VendorTool =
  | { readonly kind: 'genuine'; readonly signer: string }
  | { readonly kind: 'missing' }
  | { readonly kind: 'not-signed' }
  /** Changed after it was signed, out of date, or from nobody whom this computer trusts. */
  | { readonly kind: 'not-trusted'; readonly signer: string }
  | { readonly kind: 'other-signer'; readonly signer: string }
  | { readonly kind: 'unknown'; readonly why: string };

/**
 * Looks at the signature of a downloaded removal tool, whatever the file is called. It is never started from here: a
 * person does that, by hand, as the last resort.
 */
export const checkVendorTool = (api: Pick<WindowsApi, 'signature'>, path: string): VendorTool => {
  const told = api.signature(path);
  if (told.kind === 'missing') return told;
  if (told.kind !== 'ok') return { kind: 'unknown', why: told.why };
  const { signer, trusted } = told.value;
  if (signer === undefined) return { kind: 'not-signed' };
  if (!trusted) return { kind: 'not-trusted', signer };
  // A certificate names a company; nothing but that name counts, so no address and no list of names either.
  return !/[<>@=]/.test(signer) && isKaspersky(signer)
    ? { kind: 'genuine', signer }
    : { kind: 'other-signer', signer };
};
