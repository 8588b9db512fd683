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

/**
 * WINTRUST_DATA, the WINTRUST_FILE_INFO that it points to, and the path that this one points to, all in one buffer: it
 * is handed to Windows itself, so none of the three can be collected while Windows reads it. The name is for messages,
 * what is read is the open file. Windows leaves its state in it between `verify` and `close`.
 */
export const trustRequest = (path: string, handle: bigint, addressOf: (buffer: Buffer) => bigint): Buffer => {
  const name = Buffer.from(`${path}\0`, 'utf16le');
  const nameAt = trustDataBytes + fileInfoBytes;
  const whole = Buffer.alloc(nameAt + name.length);
  name.copy(whole, nameAt);
  const start = addressOf(whole);

  whole.writeUInt32LE(trustDataBytes);
  whole.writeUInt32LE(noWindow, 24);
  whole.writeUInt32LE(noRevocation, 28);
  whole.writeUInt32LE(aFile, 32);
  whole.writeBigUInt64LE(start + BigInt(trustDataBytes), 40);
  whole.writeUInt32LE(flags, 72);

  const file = whole.subarray(trustDataBytes);
  file.writeUInt32LE(fileInfoBytes);
  file.writeBigUInt64LE(start + BigInt(nameAt), 8);
  file.writeBigUInt64LE(handle, 16);
  return whole;
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

/** Where pointers stand in the records that Windows keeps of a signer (CRYPT_PROVIDER_SGNR) and a certificate. */
export const signerChainAt = 56;
export const certificateContextAt = 8;
/** CERT_CHAIN_CONTEXT: its size, then the error bits of CERT_TRUST_STATUS. */
export const chainErrorsAt = 4;

/**
 * CERT_TRUST_IS_NOT_SIGNATURE_VALID, …_IS_UNTRUSTED_ROOT, …_IS_PARTIAL_CHAIN: no chain with one of these leads to a root
 * that is trusted here. WinVerifyTrust says so itself; Wine's forgets to for signatures with SHA-256. The other bits
 * are for it to weigh: a signature with a time stamp outlives its certificate.
 */
export const isBrokenChain = (errorBits: number): boolean => (errorBits & 0x1_0028) !== 0;
