import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { parseArguments, quoteArguments } from './arguments.ts';

describe('a line of arguments', () => {
  it.each([
    ['', []],
    ['  /S   /x ', ['/S', '/x']],
    ['"a b" c', ['a b', 'c']],
    ['/D="C:\\a b" /S', ['/D=C:\\a b', '/S']],
    ['"C:\\a b\\\\" x', ['C:\\a b\\', 'x']],
    ['a\\b\\ c\\\\d', ['a\\b\\', 'c\\\\d']],
    // The examples of "Parsing C command-line arguments".
    ['"abc" d e', ['abc', 'd', 'e']],
    ['a\\\\b d"e f"g h', ['a\\\\b', 'de fg', 'h']],
    ['a\\\\\\"b c d', ['a\\"b', 'c', 'd']],
    ['a\\\\\\\\"b c" d e', ['a\\\\b c', 'd', 'e']],
    ['"" x', ['', 'x']],
    ['"never closed', ['never closed']],
    // CommandLineToArgvW: three quotes in a row are one that is meant.
    ['"a""b c" d', ['a"b', 'c d']],
    ['a"""b c"""', ['a"b', 'c"']],
    ['x\u00a0y', ['x\u00a0y']],
  ])('%j is read as %j', (line, expected) => {
    expect(parseArguments(line)).toEqual(expected);
  });

  it('gives back every list of arguments', () => {
    const argument = fc.oneof(
      fc.string(),
      fc
        .array(fc.constantFrom('\\', '"', ' ', '\t', 'a', '/'), { maxLength: 12 })
        .map((parts) => parts.join('')),
    );
    fc.assert(
      fc.property(fc.array(argument), (args) => {
        expect(parseArguments(quoteArguments(args))).toEqual(args);
      }),
    );
  });

  it('keeps the last argument of an NSIS uninstaller without quotes, where that can be', () => {
    expect(quoteArguments(parseArguments('/S _?=C:\\Program Files\\X'))).toBe('/S _?=C:\\Program Files\\X');
  });
});
