import { closeSync, lstatSync, openSync, readSync, writeSync } from 'node:fs';

/** What is in the files of a played drive. */

export const readWhole = (path: string): Buffer => {
  const buffer = Buffer.alloc(lstatSync(path).size);
  readAt(path, buffer, 0);
  return buffer;
};

export const readAt = (path: string, buffer: Buffer, at: number): number => {
  const number = openSync(path, 'r');
  try {
    return readSync(number, buffer, 0, buffer.length, at);
  } finally {
    closeSync(number);
  }
};

export const writeAt = (path: string, bytes: Buffer, at: number): void => {
  const number = openSync(path, 'r+');
  try {
    writeSync(number, bytes, 0, bytes.length, at);
  } finally {
    closeSync(number);
  }
};
