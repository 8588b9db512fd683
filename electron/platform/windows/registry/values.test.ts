import { describe, expect, it } from 'vitest';
import type { RegistryKey } from './registry.ts';
import { registryTypes } from './registry.ts';
import { numberOf, numberValue, textOf, textValue, textsOf, valueNamed } from './values.ts';

const stored = (type: number, data: Buffer) => ({ name: 'x', type, data });
const utf16 = (text: string) => Buffer.from(text, 'utf16le');

describe('a text', () => {
  it('keeps every script, emoji and a lone half of a character', () => {
    for (const text of ['Касперский', '卡巴斯基', 'a😀b', 'x\ud83dy', ''])
      expect(textOf(stored(registryTypes.sz, utf16(`${text}\0`)))).toBe(text);
  });

  it('ends at its first zero, or where the data does', () => {
    expect(textOf(stored(registryTypes.sz, utf16('C:\\a.exe\0\0rest\0')))).toBe('C:\\a.exe');
    expect(textOf(stored(registryTypes.expandSz, utf16('%x%')))).toBe('%x%');
    expect(textOf(stored(registryTypes.sz, Buffer.concat([utf16('ab'), Buffer.from([0x63])])))).toBe('ab');
    expect(textOf(stored(registryTypes.sz, Buffer.alloc(0)))).toBe('');
  });

  it('is not made of other kinds of values', () => {
    for (const type of [0, registryTypes.binary, registryTypes.dword, registryTypes.multiSz])
      expect(textOf(stored(type, utf16('a\0')))).toBeUndefined();
  });
});

describe('a list of texts', () => {
  const list = (data: string) => textsOf(stored(registryTypes.multiSz, utf16(data)));

  it('is read with and without its closing zeros', () => {
    for (const data of ['a\0b\0\0', 'a\0b\0', 'a\0b']) expect(list(data)).toEqual(['a', 'b']);
  });

  it('keeps an empty text between others and at the end: there it means something', () => {
    expect(list('\\??\\C:\\x\0\0\\??\\C:\\y\0\0\0')).toEqual(['\\??\\C:\\x', '', '\\??\\C:\\y', '']);
  });

  it('is empty when it holds nothing', () => {
    for (const data of ['', '\0', '\0\0']) expect(list(data)).toEqual([]);
  });

  it('is not made of a single text', () => {
    expect(textsOf(stored(registryTypes.sz, utf16('a\0')))).toBeUndefined();
  });
});

describe('a number', () => {
  it('is read from both sizes', () => {
    expect(numberOf(stored(registryTypes.dword, Buffer.from([1, 0, 0, 0x80])))).toBe(0x80000001);
    expect(numberOf(stored(registryTypes.qword, Buffer.from([1, 0, 0, 0, 1, 0, 0, 0])))).toBe(2 ** 32 + 1);
  });

  it('is not guessed from the wrong size, kind or from more than can be held', () => {
    expect(numberOf(stored(registryTypes.dword, Buffer.from([1])))).toBeUndefined();
    expect(numberOf(stored(registryTypes.qword, Buffer.from([1, 0, 0, 0])))).toBeUndefined();
    expect(numberOf(stored(registryTypes.qword, Buffer.alloc(8, 0xff)))).toBeUndefined();
    expect(numberOf(stored(registryTypes.binary, Buffer.alloc(4)))).toBeUndefined();
  });
});

describe('a key', () => {
  const key: RegistryKey = {
    kind: 'ok',
    subkeys: [],
    values: [
      { name: 'DisplayName', type: registryTypes.sz, data: utf16('Программа\0') },
      { name: '', type: registryTypes.sz, data: utf16('default\0') },
      { name: 'Count', type: registryTypes.dword, data: Buffer.from([7, 0, 0, 0]) },
    ],
  };

  it('finds its values without regard to case, the default one by its empty name', () => {
    expect(textValue(key, 'DISPLAYNAME')).toBe('Программа');
    expect(textValue(key, '')).toBe('default');
    expect(numberValue(key, 'count')).toBe(7);
    expect(valueNamed(key, 'Display')).toBeUndefined();
    expect(textValue(key, 'Count')).toBeUndefined();
  });
});
