/** A security identifier in its written form (`S-1-5-32-544`); undefined when the bytes end before it does. */
export const sidText = (bytes: Buffer): string | undefined => {
  if (bytes.length < 8 || bytes.readUInt8(0) !== 1) return undefined;
  const count = bytes.readUInt8(1);
  if (count > 15 || bytes.length < 8 + 4 * count) return undefined;
  // An authority above 2^32 is written in hexadecimal (MS-DTYP 2.4.2.1); none is in use.
  const authority = bytes.readUIntBE(2, 6);
  const head = authority < 2 ** 32 ? String(authority) : `0x${authority.toString(16).padStart(12, '0')}`;
  const parts = Array.from({ length: count }, (_, index) => bytes.readUInt32LE(8 + 4 * index));
  return ['S-1', head, ...parts].join('-');
};
