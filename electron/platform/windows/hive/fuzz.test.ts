import { readFileSync } from 'node:fs';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { KeyReading, Registry, RegistryValue } from '../registry/registry.ts';
import type { HiveKey } from '../testing/hive-file.ts';
import { hiveFile } from '../testing/hive-file.ts';
import type { Hive } from './cells.ts';
import { baseBlockSize, binsOf, budgetFor, nothing } from './cells.ts';
import { keyAt, subkeyOffsets } from './keys.ts';
import { openHive } from './open-hive.ts';

/** `npm run prove` runs ten times as many. */
const runs = process.env['RA_FULL'] === undefined ? 1_500 : 15_000;
const mount = 'HKU\\X';

const fixture = (name: string): Buffer =>
  readFileSync(new URL(`../fixtures/hive/${name}.dat`, import.meta.url));
const person = fixture('person');

/** Every key from the top on, as far as each can be read. */
const walk = async (registry: Registry, path = mount): Promise<ReadonlyMap<string, KeyReading>> => {
  const key = await registry.read(path, '64');
  const below = key.kind === 'ok' ? key.subkeys : [];
  const deeper = await Promise.all(below.map((name) => walk(registry, `${path}\\${name}`)));
  return new Map([[path, key], ...deeper.flatMap((each) => [...each])]);
};

const walkFile = async (bytes: Buffer) => {
  const hive = openHive(bytes, mount);
  return hive.kind === 'ok' ? walk(hive.registry) : undefined;
};

/** Each with the file in a larger piece of memory, so that a look beyond its end would find something. */
const mutated = (
  file: Buffer,
  changes: readonly (readonly [number, number])[],
  length = file.length,
): Buffer => {
  const memory = Buffer.alloc(file.length + 65_536, 0x6e);
  file.copy(memory);
  const bytes = memory.subarray(0, length);
  for (const [at, byte] of changes) if (at < length) bytes[at] = byte;
  return bytes;
};

const change = (file: Buffer) =>
  fc.tuple(fc.integer({ min: 0, max: file.length - 1 }), fc.integer({ min: 0, max: 255 }));

describe('a hive with any keys and values', () => {
  const value = fc.record({
    name: fc.string({ unit: 'binary', maxLength: 20 }),
    type: fc.integer({ min: 0, max: 12 }),
    data: fc
      .oneof(
        { weight: 30, arbitrary: fc.uint8Array({ maxLength: 60 }) },
        { weight: 1, arbitrary: fc.constant(new Uint8Array(40_000).fill(7)) },
      )
      .map((bytes) => Buffer.from(bytes)),
  });
  const name = fc
    .string({ unit: 'binary', minLength: 1, maxLength: 20 })
    .filter((text) => !text.includes('\\') && text !== '__proto__');
  const above = (below: fc.Arbitrary<HiveKey>): fc.Arbitrary<HiveKey> =>
    fc.record({
      values: fc.array(value, { maxLength: 3 }),
      keys: fc.dictionary(name, below, { maxKeys: 3, noNullPrototype: true }),
    });
  const key = above(above(above(fc.constant({ values: [], keys: {} }))));

  const plain = (values: readonly RegistryValue[]) =>
    values.map(({ name: of, type, data }) => [of, type, data.toString('hex')]);
  const same = async (registry: Registry, path: string, expected: HiveKey): Promise<void> => {
    const children = Object.entries(expected.keys ?? {});
    const read = await registry.read(path, '64');
    if (read.kind !== 'ok') throw new Error(read.kind);
    expect(read.subkeys).toEqual(children.map(([child]) => child));
    expect(plain(read.values)).toEqual(plain(expected.values ?? []));
    for (const [child, below] of children) await same(registry, `${path}\\${child}`, below);
  };

  it('is read as it was written', async () => {
    await fc.assert(
      fc.asyncProperty(key, fc.constantFrom('li', 'lf', 'lh', 'ri'), async (top, list) => {
        const hive = openHive(hiveFile(top, { list }), mount);
        if (hive.kind !== 'ok') throw new Error(hive.why);
        await same(hive.registry, mount, top);
      }),
      { numRuns: runs / 10 },
    );
  });
});

describe('a hive with bytes changed at random', () => {
  it.each(['person', 'dirty', 'torn-end', 'torn-key'])('(%s) is read or fails, and ends', async (name) => {
    const file = fixture(name);
    await fc.assert(
      fc.asyncProperty(fc.array(change(file), { minLength: 1, maxLength: 12 }), async (changes) => {
        for (const reading of (await walkFile(mutated(file, changes)))?.values() ?? [])
          expect(['ok', 'failed']).toContain(reading.kind);
      }),
      { numRuns: runs },
    );
  });

  it('and large values in it', async () => {
    const file = fixture('large');
    await fc.assert(
      fc.asyncProperty(fc.array(change(file), { minLength: 1, maxLength: 40 }), async (changes) => {
        await walkFile(mutated(file, changes));
      }),
      { numRuns: runs / 10 },
    );
  });

  it('and cut off anywhere never says that a key is missing', async () => {
    const whole = await walkFile(person);
    await fc.assert(
      fc.asyncProperty(fc.integer({ min: 0, max: person.length - 1 }), async (length) => {
        const hive = openHive(mutated(person, [], length), mount);
        if (hive.kind !== 'ok') return;
        expect(hive.doubt).toBeDefined();
        for (const [path, reading] of whole ?? []) {
          const now = await hive.registry.read(path, '64');
          if (now.kind !== 'failed') expect(now).toEqual(reading);
        }
      }),
      { numRuns: runs / 3 },
    );
  });
});

describe('a hive whose structure is damaged', () => {
  /** Where the file says which keys there are: sizes of cells, marks, parents, counts and lists. */
  const structure = (): readonly number[] => {
    const hive: Hive = { bytes: person, bins: binsOf(person, person.length), root: person.readUInt32LE(36) };
    const places: number[] = [];
    const add = (offset: number, from: number, to: number) => {
      for (let at = from; at < to; at += 1) places.push(baseBlockSize + offset + at);
    };
    const visit = (offset: number): void => {
      const key = keyAt(hive, offset, budgetFor(hive));
      add(offset, 0, 4 + 2);
      add(offset, 4 + 16, 4 + 24);
      add(offset, 4 + 28, 4 + 32);
      if (key.subkeys.list !== nothing) add(key.subkeys.list, 0, 4 + 4 + key.subkeys.count * 8);
      subkeyOffsets(hive, key, budgetFor(hive)).forEach(visit);
    };
    visit(hive.root);
    return places;
  };

  it('loses no key in silence: each is as it was, or fails', async () => {
    const whole = await walkFile(person);
    const places = structure();
    expect(whole?.size).toBeGreaterThan(10);
    await fc.assert(
      fc.asyncProperty(
        fc.array(fc.tuple(fc.constantFrom(...places), fc.integer({ min: 0, max: 255 })), {
          minLength: 1,
          maxLength: 3,
        }),
        async (changes) => {
          const hive = openHive(mutated(person, changes), mount);
          if (hive.kind !== 'ok') return;
          for (const [path, reading] of whole ?? []) {
            const now = await hive.registry.read(path, '64');
            if (now.kind === 'failed' || reading.kind !== 'ok') continue;
            expect(now.kind).toBe('ok');
            if (now.kind === 'ok')
              expect([...now.subkeys].toSorted()).toEqual([...reading.subkeys].toSorted());
          }
        },
      ),
      { numRuns: runs },
    );
  });
});
