import type { LibraryHandle } from 'koffi';

type Koffi = typeof import('koffi');

/** What `make` gives, made at the first call and kept. A failure is not kept: the next call tries again. */
export const lazily = <T>(make: () => T): (() => T) => {
  let made: { readonly value: T } | undefined;
  return () => (made ??= { value: make() }).value;
};

/**
 * The way to Windows' own functions (https://koffi.dev), loaded at the first call and on Windows only: importing this
 * file loads nothing. Throws where it cannot be had; `attempt` turns that into an answer.
 */
export const koffi = lazily((): Koffi => {
  if (process.platform !== 'win32') throw new Error('only Windows has these functions');
  // The layouts of records in this folder are those of 64-bit programs.
  if (process.arch !== 'x64' && process.arch !== 'arm64') throw new Error('a 64-bit program is needed');
  // Not an import: it would be loaded with this file, and the bundler leaves this word alone.
  const loaded: Koffi = require('koffi');
  // A call on another thread runs on a stack that koffi makes. Its default, 128 KB, is less than Windows gives any
  // thread (1 MB), and Windows Installer runs whole packages on it.
  loaded.config({ async_stack_size: 4 * 1024 * 1024 });
  return loaded;
});

const kernel32 = lazily(() => koffi().load('kernel32.dll'));

/** `C:\Windows\System32`, from Windows itself: the environment is the person's to change. */
const systemFolder = lazily((): string => {
  const call: (buffer: Buffer, size: number) => number = kernel32().func(
    'uint32 GetSystemDirectoryW(void *, uint32)',
  );
  const buffer = Buffer.alloc(2 * 260);
  const length = call(buffer, 260);
  if (length === 0 || length >= 260) throw new Error('Windows does not tell where its own folder is');
  return wideText(buffer, length);
});

const libraries = new Map<string, LibraryHandle>();

/**
 * One of Windows' own libraries, always from its own folder: a bare name would be looked up beside the program first,
 * and in a folder of downloads anybody may have put a `msi.dll`. (kernel32 is in every process before it begins.)
 */
export const systemLibrary = (name: string): LibraryHandle => {
  const known = libraries.get(name);
  if (known !== undefined) return known;
  const library = name === 'kernel32.dll' ? kernel32() : koffi().load(`${systemFolder()}\\${name}`);
  libraries.set(name, library);
  return library;
};

/** Text out of a buffer that Windows filled; `units` counts UTF-16 units without the closing zero. */
export const wideText = (buffer: Buffer, units: number): string => buffer.toString('utf16le', 0, 2 * units);

/** Text in a buffer of a fixed size that ends at its first zero. */
export const textUpToZero = (buffer: Buffer): string => {
  const text = buffer.toString('utf16le');
  const end = text.indexOf('\0');
  return end < 0 ? text : text.slice(0, end);
};

/**
 * The address of a buffer. A buffer whose address alone is in use may be collected at any time: what Windows is to read
 * must lie in a buffer that is itself an argument of the call.
 */
export const addressOf = (buffer: Buffer): bigint => koffi().address(buffer);
