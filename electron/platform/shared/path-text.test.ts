import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { nameBytes, nameText } from './path-text.ts';

/** Any bytes, and bytes that look like escapes. */
const names = fc
  .array(
    fc.oneof(
      fc.constantFrom('\\', 'x', '\\x', '5c', 'ä', 'e4', 'c3').map((text) => Buffer.from(text)),
      fc.uint8Array({ minLength: 1, maxLength: 3 }).map((bytes) => Buffer.from(bytes)),
    ),
    { maxLength: 12 },
  )
  .map((parts) => Buffer.concat(parts));

describe('the name of a file as text', () => {
  it('is the name itself for every ordinary one', () => {
    for (const name of ['kesl.conf', 'Bericht für März.txt', 'a\\b', 'a b', 'журнал'])
      expect(nameText(Buffer.from(name))).toBe(name);
  });

  it('shows bytes that are no UTF-8', () => {
    expect(nameText(Buffer.from([0x61, 0xe4, 0x62]))).toBe('a\\xe4b');
  });

  it('leads back to the same bytes, whatever they are', () => {
    fc.assert(
      fc.property(names, (name) => nameBytes(nameText(name)).equals(name)),
      { numRuns: 2_000 },
    );
  });
});
