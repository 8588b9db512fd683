import type { Told } from '../machine.ts';
import { addressOf, lazily, systemLibrary } from '../api/koffi.ts';
import { parseSecurityDescriptor } from '../api/security-descriptor.ts';
import type { Trouble } from '../api/trouble.ts';
import { attempt, lastError, windowsTrouble } from '../api/trouble.ts';
import { pipeSecurity } from './pipe-security.ts';
import type { PipeEnd } from './pipe-stream.ts';

type Handle = bigint | number;

interface Calls {
  readonly create: (
    name: string,
    open: number,
    mode: number,
    instances: number,
    outBytes: number,
    inBytes: number,
    timeout: number,
    security: Buffer,
  ) => Handle;
  readonly connect: (pipe: Handle, overlapped: null) => number;
  readonly disconnect: (pipe: Handle) => number;
  readonly open: (
    name: string,
    rights: number,
    share: number,
    security: null,
    disposition: number,
    flags: number,
    template: number,
  ) => Handle;
  readonly setState: (pipe: Handle, mode: Buffer, most: null, timeout: null) => number;
  readonly read: (pipe: Handle, buffer: Buffer, size: number, done: Buffer, overlapped: null) => number;
  readonly write: (pipe: Handle, bytes: Buffer, size: number, done: Buffer, overlapped: null) => number;
  readonly clientId: (pipe: Handle, id: Buffer) => number;
  readonly security: (pipe: Handle, parts: number, record: Buffer, size: number, needed: Buffer) => number;
  readonly close: (handle: Handle) => number;
}

const calls = lazily((): Calls => {
  const library = systemLibrary('kernel32.dll');
  return {
    create: library.func(
      'intptr_t CreateNamedPipeW(str16, uint32, uint32, uint32, uint32, uint32, uint32, void *)',
    ),
    connect: library.func('int ConnectNamedPipe(intptr_t, void *)'),
    disconnect: library.func('int DisconnectNamedPipe(intptr_t)'),
    open: library.func('intptr_t CreateFileW(str16, uint32, uint32, void *, uint32, uint32, intptr_t)'),
    setState: library.func('int SetNamedPipeHandleState(intptr_t, void *, void *, void *)'),
    read: library.func('int ReadFile(intptr_t, void *, uint32, void *, void *)'),
    write: library.func('int WriteFile(intptr_t, void *, uint32, void *, void *)'),
    clientId: library.func('int GetNamedPipeClientProcessId(intptr_t, void *)'),
    security: systemLibrary('advapi32.dll').func(
      'int GetKernelObjectSecurity(intptr_t, uint32, void *, uint32, void *)',
    ),
    close: library.func('int CloseHandle(intptr_t)'),
  };
});

/** Error numbers of winerror.h. A pipe that does not wait says the first when it is empty, or when it is closing. */
const noData = 232;
const pipeConnected = 535;
const pipeListening = 536;

/** PIPE_ACCESS_DUPLEX, and FILE_FLAG_FIRST_PIPE_INSTANCE: whoever made a pipe of this name before us is noticed. */
const firstAndBothWays = 0x3 | 0x8_0000;
/** A stream of bytes that never waits, for programs of this computer alone: PIPE_NOWAIT, PIPE_REJECT_REMOTE_CLIENTS. */
const bytesOfThisComputer = 0x1 | 0x8;
const roomBytes = 1024 * 1024;

const what = 'the pipe to the worker';

export interface PipeServer {
  /** Looks once whether somebody is there. */
  readonly accept: () => Told<'waiting' | 'connected'>;
  /** The process at the other end. */
  readonly clientId: () => Told<number>;
  /** Sends whoever is there away and waits for the next. */
  readonly turnAway: () => void;
  readonly end: PipeEnd;
}

/** A pipe that only this person, the system and administrators may open, one at a time. */
export const openPipeServer = (name: string, person: string): Told<PipeServer> =>
  attempt<Told<PipeServer>>(what, () => {
    const descriptor = pipeSecurity(person);
    if (descriptor === undefined) return { kind: 'failed', why: `${person} is no SID` };
    const { create, connect, disconnect, clientId } = calls();
    // SECURITY_ATTRIBUTES with the descriptor behind it: what Windows reads lies in the very buffer that it is given.
    const security = Buffer.concat([Buffer.alloc(24), descriptor]);
    security.writeUInt32LE(24, 0);
    security.writeBigUInt64LE(addressOf(security) + 24n, 8);
    const pipe = create(name, firstAndBothWays, bytesOfThisComputer, 1, roomBytes, roomBytes, 0, security);
    if (pipe === -1) return windowsTrouble(what, lastError());
    return {
      kind: 'ok',
      value: {
        accept: () => {
          const code = connect(pipe, null) === 0 ? lastError() : pipeConnected;
          if (code === pipeConnected) return { kind: 'ok', value: 'connected' };
          if (code === pipeListening) return { kind: 'ok', value: 'waiting' };
          // Somebody came and went.
          if (code !== noData) return windowsTrouble(what, code);
          disconnect(pipe);
          return { kind: 'ok', value: 'waiting' };
        },
        clientId: () => {
          const id = Buffer.alloc(4);
          return clientId(pipe, id) === 0
            ? windowsTrouble(what, lastError())
            : { kind: 'ok', value: id.readUInt32LE() };
        },
        turnAway: () => void disconnect(pipe),
        end: endOf(pipe),
      },
    };
  });

export interface PipeClient {
  /** SID of whoever made the pipe. */
  readonly owner: string;
  readonly end: PipeEnd;
}

const openExisting = 3;
const genericReadAndWrite = 0xc000_0000;
const readControl = 0x2_0000;
/** SECURITY_SQOS_PRESENT with SECURITY_IDENTIFICATION: the other end may see who we are, and may not act as us. */
const notOnOurBehalf = 0x10_0000 | 0x1_0000;
const ownerAndList = 0x1 | 0x4;

/** The worker's end of such a pipe. A pipe that others may open as well is refused. */
export const openPipeClient = (name: string): Told<PipeClient> =>
  attempt<Told<PipeClient>>(what, () => {
    const { open, setState, security, close } = calls();
    const pipe = open(
      name,
      (genericReadAndWrite | readControl) >>> 0,
      0,
      null,
      openExisting,
      notOnOurBehalf,
      0,
    );
    if (pipe === -1) return windowsTrouble(what, lastError());
    const refused = (trouble: Trouble): Trouble => {
      close(pipe);
      return trouble;
    };
    const mode = Buffer.alloc(4);
    mode.writeUInt32LE(0x1);
    const record = Buffer.alloc(1024);
    // Whoever made it may have looked who came, and sent us away by now.
    if (
      security(pipe, ownerAndList, record, record.length, Buffer.alloc(4)) === 0 ||
      setState(pipe, mode, null, null) === 0
    )
      return refused(windowsTrouble(what, lastError()));
    const parsed = parseSecurityDescriptor(record);
    const isOurs =
      parsed !== undefined &&
      parsed.entries !== 'everybody' &&
      parsed.entries.every(({ sid }) => [parsed.owner, 'S-1-5-18', 'S-1-5-32-544'].includes(sid));
    if (!isOurs) return refused({ kind: 'failed', why: `${what} is not one that this program made` });
    return { kind: 'ok', value: { owner: parsed.owner, end: endOf(pipe) } };
  });

const endOf = (pipe: Handle): PipeEnd => {
  const { read, write, close } = calls();
  const done = Buffer.alloc(4);
  return {
    read: (buffer) => {
      if (read(pipe, buffer, buffer.length, done, null) !== 0) return done.readUInt32LE();
      return lastError() === noData ? 0 : undefined;
    },
    write: (bytes) =>
      write(pipe, Buffer.from(bytes.buffer, bytes.byteOffset, bytes.length), bytes.length, done, null) === 0
        ? undefined
        : done.readUInt32LE(),
    close: () => void close(pipe),
  };
};
