import type { Row } from '../model/tables.ts';

/** What Windows Security's list says of protection by others than Kaspersky. */

const plain = (text: string | undefined): string => (text ?? '').trim().toLowerCase();

/** A name that the vendor gives itself in Windows Security. */
const isKasperskyName = (name: string | undefined): boolean => /^kaspersky\b/.test(plain(name));

export const isOtherAntivirus = ({ kind, name }: Row<'securityCentre'>): boolean =>
  ['antivirus', 'antivirusproduct'].includes(plain(kind)) && !isKasperskyName(name);
