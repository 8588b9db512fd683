import type { OwnRights, Told } from '../machine.ts';
import { addressOf, lazily, systemLibrary } from './koffi.ts';
import { sidText } from './sid.ts';
import { attempt, lastError, windowsTrouble } from './trouble.ts';

type Handle = bigint | number;

const queryToken = 0x8;
const tokenUser = 1;
/** More than the longest SID (68 bytes) and the record before it need. */
const tokenBytes = 256;
/** BUILTIN\Administrators, S-1-5-32-544. */
const administrators = Buffer.from('01020000000000052000000020020000', 'hex');

interface Calls {
  readonly self: () => Handle;
  readonly openToken: (process: Handle, rights: number, token: Buffer) => number;
  readonly information: (
    token: bigint,
    what: number,
    record: Buffer,
    size: number,
    returned: Buffer,
  ) => number;
  readonly isMember: (token: number, sid: Buffer, answer: Buffer) => number;
  readonly close: (handle: Handle) => number;
}

const calls = lazily((): Calls => {
  const kernel32 = systemLibrary('kernel32.dll');
  const advapi32 = systemLibrary('advapi32.dll');
  return {
    self: kernel32.func('intptr_t GetCurrentProcess()'),
    openToken: advapi32.func('int OpenProcessToken(intptr_t, uint32, void *)'),
    information: advapi32.func('int GetTokenInformation(intptr_t, int, void *, uint32, void *)'),
    isMember: advapi32.func('int CheckTokenMembership(intptr_t, void *, void *)'),
    close: kernel32.func('int CloseHandle(intptr_t)'),
  };
});

const what = 'the rights of this program';

/** An administrator whose rights UAC holds back has the group for refusals only; that is no membership. */
export const ownRights = (): Told<OwnRights> =>
  attempt<Told<OwnRights>>(what, () => {
    const sid = ownSid();
    if (sid.kind !== 'ok') return sid;
    const answer = Buffer.alloc(4);
    if (calls().isMember(0, administrators, answer) === 0) return windowsTrouble(what, lastError());
    return { kind: 'ok', value: { sid: sid.value, isAdministrator: answer.readInt32LE() !== 0 } };
  });

const ownSid = (): Told<string> => {
  const { self, openToken, information, close } = calls();
  const opened = Buffer.alloc(8);
  if (openToken(self(), queryToken, opened) === 0) return windowsTrouble(what, lastError());
  const token = opened.readBigUInt64LE();
  try {
    const record = Buffer.alloc(tokenBytes);
    if (information(token, tokenUser, record, tokenBytes, Buffer.alloc(4)) === 0)
      return windowsTrouble(what, lastError());
    // TOKEN_USER begins with a pointer to the SID, which stands in the same buffer.
    const at = record.readBigUInt64LE() - addressOf(record);
    const isInside = at > 0n && at < BigInt(tokenBytes);
    const sid = isInside ? sidText(record.subarray(Number(at))) : undefined;
    return sid === undefined ? { kind: 'failed', why: `${what} cannot be read` } : { kind: 'ok', value: sid };
  } finally {
    close(token);
  }
};
