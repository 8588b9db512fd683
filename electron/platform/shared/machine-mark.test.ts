import { expect, test } from 'vitest';
import { machineMark } from './machine-mark.ts';

const id = '0123456789abcdef0123456789abcdef';

test('a mark tells one computer from the next, in whatever way its id is written, and does not hold the id', () => {
  const mark = machineMark(`${id}\n`);
  expect(mark).toMatch(/^[0-9a-f]{32}$/);
  expect(mark).not.toContain(id.slice(0, 8));
  expect(machineMark('{01234567-89AB-CDEF-0123-456789ABCDEF}')).toBe(mark);
  expect(machineMark('1123456789abcdef0123456789abcdef')).not.toBe(mark);
});

test.each(['', 'uninitialized', '0'.repeat(32), id.slice(1), `${id}0`, '0123456789abcdefg123456789abcdef'])(
  '%j is no id',
  (text) => expect(machineMark(text)).toBeUndefined(),
);
