import { describe, expect, test } from 'vitest';
import { catalogue } from '../../electron/core/catalogue/index.ts';
import { conclude } from '../../electron/core/engine/conclude.ts';
import { parseSnapshot } from '../../electron/core/model/snapshot.ts';
import { generate } from './generate.ts';
import { emptyJudgement, printed, scores, weigh } from './judge.ts';

const desk = { catalogue, tool: { name: 'removal-assistant', version: '0.0.0' } };
const now = '2026-11-23T10:00:05.000Z';
const corpus = generate(20_261_123);
/** `npm run prove` judges the engine on many more computers. */
const moreSeeds = process.env['RA_FULL'] === undefined ? [] : Array.from({ length: 20 }, (_, at) => at + 1);

describe('the corpus', () => {
  test('has at least 300 hosts, each a snapshot that the schema takes whole', () => {
    expect(corpus.length).toBeGreaterThanOrEqual(300);
    for (const host of corpus) {
      const parsed = parseSnapshot(JSON.parse(JSON.stringify(host.snapshot)));
      expect(parsed.ok ? parsed.value.ignored : parsed.problem, host.name).toEqual([]);
    }
  });
  test('is the same for the same seed', () => {
    expect(generate(7)).toEqual(generate(7));
    expect(new Set(corpus.map((host) => host.name)).size).toBe(corpus.length);
  });
});

test('the conclusions agree with the labels', () => {
  const judgement = emptyJudgement();
  const hosts = [...corpus, ...moreSeeds.flatMap((seed) => generate(seed))];
  for (const host of hosts) weigh(judgement, host, conclude(desk, host.snapshot, {}, now));
  // The table is the point: what was found, missed and named wrongly, product by product.
  console.log(printed(judgement));
  const { recall, precision, identity, verdict } = scores(judgement);
  expect(recall).toBeGreaterThanOrEqual(0.995);
  expect(precision).toBeGreaterThanOrEqual(0.995);
  expect(identity).toBeGreaterThanOrEqual(0.99);
  expect(verdict).toBeGreaterThanOrEqual(0.995);
});
