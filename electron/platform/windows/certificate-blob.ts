/**
 * A certificate as Windows keeps it in the registry: a list of properties, each with its number, a word that is always 1,
 * the size of its data and the data; property 32 (`CERT_CERT_PROP_ID`, wincrypt.h) is the certificate in DER. Undefined
 * where that one is missing or cut off; the others are not needed and may hold anything.
 */
export const certificateIn = (blob: Buffer): Buffer | undefined => {
  const head = 12;
  for (let at = 0; at + head <= blob.length;) {
    const property = blob.readUInt32LE(at);
    const begin = at + head;
    const end = begin + blob.readUInt32LE(at + 8);
    if (end > blob.length) return undefined;
    if (property === certificateProperty) return blob.subarray(begin, end);
    at = end;
  }
  return undefined;
};

const certificateProperty = 32;
