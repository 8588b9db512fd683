import type { FileSignature, Told } from '../machine.ts';
import { addressOf, lazily, systemLibrary, textUpToZero } from './koffi.ts';
import type { FileHandle } from './open-handle.ts';
import { withOpenFile } from './open-handle.ts';
import {
  actions,
  certificateContextAt,
  chainErrorsAt,
  isBrokenChain,
  signerChainAt,
  setAction,
  stateOf,
  trustRequest,
  verdictFrom,
  verifyProgram,
} from './signature-records.ts';
import { attempt, lastError } from './trouble.ts';

type Pointer = bigint | number;

const genericRead = 0x8000_0000;
/** Nobody may write to it while it is looked at; reading and moving it away stay allowed. */
const nobodyWrites = 0x1 | 0x4;

/** CERT_NAME_ATTR_TYPE with the object identifier of the common name. */
const byAttribute = 3;
const commonName = Buffer.from('2.5.4.3\0', 'latin1');
const nameUnits = 512;

interface Calls {
  readonly verify: (window: number, action: Buffer, data: Buffer) => number;
  readonly provider: (state: bigint) => Pointer;
  readonly signer: (provider: Pointer, index: number, isCounter: number, counterIndex: number) => Pointer;
  readonly certificate: (signer: Pointer, index: number) => Pointer;
  readonly name: (
    certificate: bigint,
    kind: number,
    flags: number,
    attribute: Buffer,
    name: Buffer,
    units: number,
  ) => number;
  readonly copy: (target: Buffer, source: bigint, bytes: number) => void;
}

const calls = lazily((): Calls => {
  const wintrust = systemLibrary('wintrust.dll');
  return {
    verify: wintrust.func('int32 WinVerifyTrust(intptr_t, void *, void *)'),
    provider: wintrust.func('uintptr_t WTHelperProvDataFromStateData(uintptr_t)'),
    signer: wintrust.func('uintptr_t WTHelperGetProvSignerFromChain(uintptr_t, uint32, int, uint32)'),
    certificate: wintrust.func('uintptr_t WTHelperGetProvCertFromChain(uintptr_t, uint32)'),
    name: systemLibrary('crypt32.dll').func(
      'uint32 CertGetNameStringW(uintptr_t, uint32, uint32, void *, void *, uint32)',
    ),
    copy: systemLibrary('ntdll.dll').func('void RtlMoveMemory(void *, uintptr_t, size_t)'),
  };
});

/**
 * The signature inside a program, library or package, without a window and without the network: a certificate that was
 * revoked lately still counts. A signature that lies in a catalogue of Windows, as those of its own files and of many
 * drivers do, is not looked for: such a file reads as unsigned.
 */
export const signature = (path: string): Told<FileSignature> =>
  attempt(path, () =>
    withOpenFile<FileSignature>(path, { rights: genericRead, share: nobodyWrites, flags: 0 }, (handle) =>
      signatureOf(path, handle),
    ),
  );

const signatureOf = (path: string, handle: FileHandle): Told<FileSignature> => {
  const data = trustRequest(path, BigInt(handle), addressOf);
  setAction(data, actions.verify);
  const answer = calls().verify(-1, verifyProgram, data);
  const code = lastError();
  const verdict = verdictFrom(answer, code);
  try {
    switch (verdict) {
      case 'trusted':
      case 'untrusted': {
        const { name, isBroken } = signerOf(stateOf(data));
        return { kind: 'ok', value: { trusted: verdict === 'trusted' && !isBroken, signer: name } };
      }
      case 'unsigned':
        return { kind: 'ok', value: { trusted: false, signer: undefined } };
      case 'unknown':
        return {
          kind: 'failed',
          why: `${path}: its signature could not be looked at (0x${(answer >>> 0).toString(16)}, ${String(code)})`,
        };
    }
  } finally {
    setAction(data, actions.close);
    calls().verify(-1, verifyProgram, data);
  }
};

interface Signer {
  readonly name: string | undefined;
  readonly isBroken: boolean;
}

/** The first signer and the certificate at the end of its chain, as far as they could be got out of the signature. */
const signerOf = (state: bigint): Signer => {
  const { provider, signer, certificate, name } = calls();
  const known = provider(state);
  const first = isNothing(known) ? 0 : signer(known, 0, 0, 0);
  const entry = isNothing(first) ? 0 : certificate(first, 0);
  const chain = isNothing(first) ? 0n : pointerAt(first, signerChainAt);
  const isBroken = chain !== 0n && isBrokenChain(bytesAt(chain, chainErrorsAt, 4).readUInt32LE());
  const context = isNothing(entry) ? 0n : pointerAt(entry, certificateContextAt);
  if (context === 0n) return { name: undefined, isBroken };
  const text = Buffer.alloc(2 * nameUnits);
  const units = name(context, byAttribute, 0, commonName, text, nameUnits);
  return { name: units > 1 ? textUpToZero(text) : undefined, isBroken };
};

const isNothing = (pointer: Pointer): boolean => Number(pointer) === 0;

const bytesAt = (address: Pointer, offset: number, size: number): Buffer => {
  const bytes = Buffer.alloc(size);
  calls().copy(bytes, BigInt(address) + BigInt(offset), size);
  return bytes;
};

const pointerAt = (address: Pointer, offset: number): bigint => bytesAt(address, offset, 8).readBigUInt64LE();
