/** Records of wintrust.h as they lie in a 64-bit program. What is not named is zero: no callbacks, no context. */

const fileInfoBytes = 32;
const trustDataBytes = 88;

/** WTD_UI_NONE, WTD_REVOKE_NONE, WTD_CHOICE_FILE. */
const noWindow = 2;
const noRevocation = 0;
const aFile = 1;
/**
 * WTD_REVOCATION_CHECK_NONE, WTD_CACHE_ONLY_URL_RETRIEVAL: nothing is fetched from anywhere. WTD_DISABLE_MD2_MD4: a
 * digest that can be forged counts as none.
 */
const flags = 0x10 | 0x1000 | 0x2000;

export const actions = { verify: 1, close: 2 } as const;

/** WINTRUST_ACTION_GENERIC_VERIFY_V2, {00AAC56B-CD44-11D0-8CC2-00C04FC295EE}. */
export const verifyProgram = Buffer.from('6bc5aa0044cdd0118cc200c04fc295ee', 'hex');

/** WINTRUST_FILE_INFO: the name is for messages, what is read is the open file. */
export const fileInfo = (pathAddress: bigint, handle: bigint): Buffer => {
  const record = Buffer.alloc(fileInfoBytes);
  record.writeUInt32LE(fileInfoBytes);
  record.writeBigUInt64LE(pathAddress, 8);
  record.writeBigUInt64LE(handle, 16);
  return record;
};

/** WINTRUST_DATA. Windows leaves its state in it between `verify` and `close`. */
export const trustData = (fileInfoAddress: bigint): Buffer => {
  const record = Buffer.alloc(trustDataBytes);
  record.writeUInt32LE(trustDataBytes);
  record.writeUInt32LE(noWindow, 24);
  record.writeUInt32LE(noRevocation, 28);
  record.writeUInt32LE(aFile, 32);
  record.writeBigUInt64LE(fileInfoAddress, 40);
  record.writeUInt32LE(flags, 72);
  return record;
};

export const setAction = (record: Buffer, action: number): void => {
  record.writeUInt32LE(action, 48);
};

export const stateOf = (record: Buffer): bigint => record.readBigUInt64LE(56);

const noSignature = 0x800b_0100;
/** What the last error says then: there is none, or this kind of file never carries one. */
const reallyNone: ReadonlySet<number> = new Set([0, noSignature, 0x800b_0003, 0x800b_0001]);
/** The ranges of winerror.h in which TRUST_E_… and CERT_E_… lie, and CRYPT_E_REVOKED, CRYPT_E_SECURITY_SETTINGS. */
const verdictRanges: ReadonlySet<number> = new Set([0x800b_0, 0x8009_6]);
const verdicts: ReadonlySet<number> = new Set([0x8009_2010, 0x8009_2026]);

export type TrustVerdict = 'trusted' | 'untrusted' | 'unsigned' | 'unknown';

/** What an answer of WinVerifyTrust means; `lastError` as it was right after. Anything but a verdict is `unknown`. */
export const verdictFrom = (answer: number, lastError: number): TrustVerdict => {
  const code = answer >>> 0;
  if (code === 0) return 'trusted';
  if (code === noSignature) return reallyNone.has(lastError >>> 0) ? 'unsigned' : 'unknown';
  return verdictRanges.has(code >>> 12) || verdicts.has(code) ? 'untrusted' : 'unknown';
};
