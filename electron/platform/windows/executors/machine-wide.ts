import type { WindowsMachine } from '../machine.ts';

export const productCodeShape = /^\{[0-9A-F]{8}-[0-9A-F]{4}-[0-9A-F]{4}-[0-9A-F]{4}-[0-9A-F]{12}\}$/i;

/**
 * A product code as Windows Installer names its own keys: the first three groups back to front, then every pair of
 * digits turned round.
 */
export const packedCode = (productCode: string): string => {
  const digits = productCode.replace(/[{}-]/g, '').toUpperCase();
  const groups = [digits.slice(0, 8), digits.slice(8, 12), digits.slice(12, 16)];
  const pairs = digits.slice(16).match(/../g) ?? [];
  return [...groups, ...pairs].map(backwards).join('');
};

const backwards = (text: string): string => text.split('').reduce((turned, sign) => sign + turned, '');

export type Ownership =
  | { readonly kind: 'computer' }
  /** Windows Installer has no record of it for this computer; an entry in the list of programs may be left. */
  | { readonly kind: 'unrecorded' }
  /** A person installed it for himself. What it does when it is removed is his to say, so it is not run with rights. */
  | { readonly kind: 'person' }
  | { readonly kind: 'unknown'; readonly why: string };

/**
 * Whose a product of Windows Installer is. Where a product is there twice, Windows Installer takes that of the account
 * which asks, and everybody can install one for himself under any product code: so a record in our own account's hive
 * comes first here too.
 */
export const ownershipOf = async (
  { registry, api }: Pick<WindowsMachine, 'registry' | 'api'>,
  productCode: string,
): Promise<Ownership> => {
  const own = api.ownRights();
  if (own.kind !== 'ok')
    return { kind: 'unknown', why: own.kind === 'missing' ? 'it is not known who we are' : own.why };
  const packed = packedCode(productCode);
  const ours = await registry.read(
    `HKU\\${own.value.sid}\\Software\\Microsoft\\Installer\\Products\\${packed}`,
    '64',
  );
  if (ours.kind === 'ok') return { kind: 'person' };
  if (ours.kind !== 'missing') return { kind: 'unknown', why: ours.why };
  const computers = await registry.read(`HKLM\\SOFTWARE\\Classes\\Installer\\Products\\${packed}`, '64');
  switch (computers.kind) {
    case 'ok':
      return { kind: 'computer' };
    case 'missing':
      return { kind: 'unrecorded' };
    case 'denied':
    case 'failed':
      return { kind: 'unknown', why: computers.why };
  }
};
