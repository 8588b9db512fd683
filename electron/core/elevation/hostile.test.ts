import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { targetOf } from '../engine/plan.ts';
import type { Report } from '../model/report.ts';
import type { Row } from '../model/tables.ts';
import {
  asker,
  countingComputer,
  fullConsent,
  managedPackages,
  workerOn,
} from '../testing/counting-computer.ts';
import type { Json } from '../testing/hostile-bytes.ts';
import { changed, changes, tears, torn } from '../testing/hostile-bytes.ts';
import { packageRow } from '../testing/hosts.ts';
import { encodeMessage } from './frames.ts';
import { windowSession } from './window-session.ts';

/**
 * Whoever holds the window's end of the channel may send what he likes. Nothing but what the worker's own plan has in
 * it and the consent names may ever reach an executor, each thing once.
 */

const full = process.env['RA_FULL'] !== undefined;
const nonce = 'cd'.repeat(32);
/** All that any plan for these computers may ever do. */
const legal = new Set(managedPackages().map(({ name }) => `package:dpkg:${String(name)}`));

const innocent: readonly Row<'packages'>[] = ['openssh-server', 'sudo', 'kess'].map((name) =>
  packageRow(name, { publisher: 'Debian <d@example.org>' }),
);
interface Specification {
  readonly own: readonly Row<'packages'>[];
  readonly held: boolean;
  readonly low: boolean;
}
const specifications = fc.record<Specification>({
  own: fc.subarray(managedPackages()),
  held: rarely(),
  low: rarely(),
});
const computerOf = ({ own, held, low }: Specification) =>
  countingComputer(
    [...innocent, ...own.map((row, at) => (held && at === 0 ? { ...row, state: 'on-hold' } : row))],
    low ? { freeBytes: 1_000 } : {},
  );

/** There are few computers and many messages: what a look at each concludes is worked out once. */
const known = new Map<string, { readonly before: Report; readonly consent: Json }>();
const lookAt = (specification: Specification) => {
  const key = JSON.stringify(specification);
  const pc = computerOf(specification);
  const seen = known.get(key) ?? { before: pc.report(), consent: fullConsent(pc) as unknown as Json };
  known.set(key, seen);
  return seen;
};

function rarely(): fc.Arbitrary<boolean> {
  return fc.nat(9).map((n) => n === 0);
}

/** What follows the first line, or comes in its place. */
type Further = 'again' | 'cancel' | 'foreign cancel' | 'password' | 'noise' | 'hang up';
const further = fc.array(
  fc.constantFrom<Further>('again', 'cancel', 'foreign cancel', 'password', 'noise', 'hang up'),
  { maxLength: 3 },
);

const bytesOf = (kind: Exclude<Further, 'hang up'>, request: Uint8Array): Uint8Array => {
  switch (kind) {
    case 'again':
      return request.slice();
    case 'cancel':
      return encodeMessage({ type: 'cancel', nonce });
    case 'foreign cancel':
      return encodeMessage({ type: 'cancel', nonce: '0'.repeat(64) });
    case 'password':
      return Uint8Array.from(Buffer.from('6161\n'));
    case 'noise':
      return Uint8Array.from([0, 255, 0x7b, 10]);
  }
};

/** Every text that stands as a target in any line that was sent: read as loosely as can be. */
const targetsIn = (sent: readonly Uint8Array[]): ReadonlySet<string> =>
  new Set(
    [
      ...Buffer.concat(sent)
        .toString('latin1')
        .matchAll(/"target":"([^"\\]*)"/g),
    ].map(([, target = '']) => target),
  );

/** What a person has to answer for before these may go. */
const holding = ({ plan, hazards }: Report, reached: readonly string[]): readonly string[] => {
  const products = plan.actions.flatMap((action) =>
    reached.includes(targetOf(action)) ? [action.productId] : [],
  );
  return hazards
    .filter(({ level, productIds }) => level !== 'inform' && productIds.some((id) => products.includes(id)))
    .map(({ id }) => id);
};

describe('a hostile window', () => {
  test(
    'reaches nothing that is not in the worker’s own plan and in its own consent, and nothing twice',
    async () => {
      let carriedOut = 0;
      let askedAgain = 0;
      await fc.assert(
        fc.asyncProperty(
          specifications,
          fc.option(specifications, { freq: 3 }),
          fc.array(changes, { maxLength: 3 }),
          tears,
          further,
          fc.boolean(),
          async (real, shown, mutations, tear, more, during) => {
            const pc = computerOf(real);
            const { before } = lookAt(real);
            const passwords = more[0] === 'password' ? ['linux-kesl'] : [];
            const whole: Json = {
              type: 'remove',
              protocol: 1,
              nonce,
              request: { consent: lookAt(shown ?? real).consent, passwords },
            };
            const message = mutations.reduce(changed, whole);
            const line = encodeMessage(typeof message === 'object' && message !== null ? message : [message]);
            const first = torn(line, tear);
            const { session, said } = workerOn(pc);
            const sent = [first];
            let left = more;
            const follow = (): void => {
              const now = left;
              left = [];
              for (const kind of now) {
                if (kind === 'hang up') session.hangUp();
                else {
                  const bytes = bytesOf(kind, line);
                  sent.push(bytes);
                  session.push(bytes.slice());
                }
              }
            };
            pc.onReach = () => {
              if (during) follow();
            };
            session.push(first.slice());
            if (!during || passwords.length > 0) follow();
            // A line that has not come to its end is waited for as long as the window lives.
            setImmediate(() => session.hangUp());
            await session.ended;

            const named = targetsIn(sent);
            for (const target of pc.reached) {
              expect(legal).toContain(target);
              expect(named).toContain(target);
            }
            expect(new Set(pc.reached).size).toBe(pc.reached.length);
            expect(pc.runs).toBeLessThanOrEqual(1);
            for (const id of holding(before, pc.reached))
              expect(Buffer.concat(sent).includes(`"${id}"`), id).toBe(true);
            for (const row of innocent) expect(pc.packages).toContainEqual(row);
            carriedOut += pc.reached.length > 0 ? 1 : 0;
            askedAgain += Buffer.concat(said).includes('"type":"changed"') ? 1 : 0;
          },
        ),
        { numRuns: full ? 100_000 : 2_500 },
      );
      // The hostile ones are near enough to the good ones that some of them get through to work, and to a no.
      expect(carriedOut).toBeGreaterThan(20);
      expect(askedAgain).toBeGreaterThan(20);
    },
    full ? 1_800_000 : 120_000,
  );
});

describe('a hostile worker', () => {
  const words: readonly Json[] = [
    { type: 'ready', protocol: 1, asker },
    { type: 'progress', nonce, progress: { kind: 'started', actionId: 'x', at: 'now' } },
    { type: 'done', nonce, report: {} },
    { type: 'changed', nonce, change: { actions: ['x'], hazards: [], products: [] }, report: {} },
    { type: 'refused', nonce, problem: { code: 'cancelled' } },
  ];
  test('is told nothing before it named the right person, and cannot make the window believe a report', async () => {
    const consent = fullConsent(countingComputer());
    await fc.assert(
      fc.asyncProperty(
        fc.array(fc.tuple(fc.constantFrom(...words), fc.array(changes, { maxLength: 2 }), tears), {
          maxLength: 5,
        }),
        async (lines) => {
          let asked = 0;
          const window = windowSession({
            nonce,
            asker,
            request: { kind: 'remove', consent },
            watch: { onProgress: () => undefined, onGiven: () => undefined, onStop: () => undefined },
            send: () => (asked += 1),
          });
          const sent = lines.map(([word, mutations, tear]) => {
            const message = mutations.reduce(changed, word);
            return torn(
              encodeMessage(typeof message === 'object' && message !== null ? message : [message]),
              tear,
            );
          });
          for (const bytes of sent) window.push(bytes.slice());
          window.closed({ code: 'elevation-refused' });
          const answer = await window.answer;
          expect(answer.ok).toBe(false);
          if (asked > 0) expect(Buffer.concat(sent).toString('latin1')).toContain(`"asker":"${asker}"`);
        },
      ),
      { numRuns: full ? 20_000 : 1_000 },
    );
  });
});
