import canonicalize from 'canonicalize';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { canonical } from './canonical.ts';

test('canonical JSON is what the reference implementation makes of it', () => {
  fc.assert(
    fc.property(fc.jsonValue({ noUnicodeString: false }), (value) => {
      const plain = JSON.parse(JSON.stringify(value)) as unknown;
      expect(canonical(plain)).toBe(canonicalize(plain));
    }),
    { numRuns: 500 },
  );
});

test.each([
  [{ b: 1, a: undefined, 10: 2, 9: 3 }, '{"10":2,"9":3,"b":1}'],
  [
    { '\u20ac': 1, '\r': 2, '\ud83d\ude00': 3, '\ufb33': 4 },
    '{"\\r":2,"\u20ac":1,"\ud83d\ude00":3,"\ufb33":4}',
  ],
  [[1e21, 1e-7, 4.5, -0, '\u0000\ud800'], '[1e+21,1e-7,4.5,0,"\\u0000\\ud800"]'],
])('%j', (value, text) => {
  expect(canonical(value)).toBe(text);
});
