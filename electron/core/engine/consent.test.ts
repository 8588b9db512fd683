import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { catalogue } from '../catalogue/index.ts';
import { consentSchema } from '../model/consent.ts';
import type { HazardFinding, HazardLevel } from '../model/hazard.ts';
import { hazardIds } from '../model/hazard.ts';
import type { Action } from '../model/plan.ts';
import { debianSnapshot, managedRows, packageRow } from '../testing/hosts.ts';
import { conclude } from './conclude.ts';
import { beyondConsent, consentTo } from './consent.ts';
import { blockers } from './guard.ts';
import { targetOf } from './plan.ts';

const desk = { catalogue, tool: { name: 'removal-assistant', version: '0.0.0' } };
const reportOf = (...packages: Parameters<typeof packageRow>[]) =>
  conclude(
    desk,
    debianSnapshot({ ...managedRows, packages: packages.map((row) => packageRow(...row)) }),
    {},
    '2026-11-23T10:00:00.000Z',
  );

const products = ['linux-kesl', 'linux-nagent'];
const shown = reportOf(['kesl'], ['kesl-gui'], ['klnagent64']);
const everything = shown.hazards.map(({ id }) => id);
const agreed = consentTo(shown, products, everything);

describe('a consent', () => {
  test('covers what was shown, and fits the form in which it travels', () => {
    expect(beyondConsent(shown, agreed)).toBeUndefined();
    expect(consentSchema.parse(agreed)).toEqual(agreed);
    expect(agreed.actions.map(({ target }) => target)).toEqual([
      'package:dpkg:kesl-gui',
      'package:dpkg:kesl',
      'package:dpkg:klnagent64',
    ]);
  });

  test('covers a plan that has less in it', () => {
    expect(beyondConsent(reportOf(['kesl'], ['klnagent64']), agreed)).toBeUndefined();
  });

  test('does not cover a product that was not chosen', () => {
    const one = consentTo(shown, ['linux-kesl'], everything);
    expect(beyondConsent(shown, one)?.actions).toEqual(['linux-nagent:dpkg:klnagent64']);
  });

  test('does not cover what was shown as left alone', () => {
    const held = consentTo(reportOf(['kesl', { state: 'on-hold' }], ['klnagent64']), products, everything);
    expect(beyondConsent(reportOf(['kesl'], ['klnagent64']), held)?.actions).toEqual([
      'linux-kesl:dpkg:kesl',
    ]);
  });

  test('does not cover the same name for another target, nor another name for the same one', () => {
    const [first, ...rest] = agreed.actions;
    const id = first?.id ?? '';
    const swapped = { ...agreed, actions: [{ id, target: 'package:rpm:kesl-gui' }, ...rest] };
    expect(beyondConsent(shown, swapped)?.actions).toEqual([id]);
    const renamed = { ...agreed, actions: [{ id: 'x', target: first?.target ?? '' }, ...rest] };
    expect(beyondConsent(shown, renamed)?.actions).toEqual([id]);
  });

  test('does not cover a hazard that was shown and not accepted', () => {
    const without = everything.filter((id) => id !== 'managed-redeploy');
    expect(beyondConsent(shown, consentTo(shown, products, without))?.hazards).toEqual(['managed-redeploy']);
  });

  test('says that a chosen product is not here by that id', () => {
    const more = { ...agreed, productIds: [...products, 'linux-klms'] };
    expect(beyondConsent(shown, more)?.products).toEqual(['linux-klms']);
  });

  const finding = (level: HazardLevel, productIds: string[]): HazardFinding => ({
    id: 'fde',
    level,
    state: 'present',
    productIds,
    evidence: [],
  });
  const before = { ...shown, hazards: [finding('confirm', ['linux-kesl'])] };
  const after = (level: HazardLevel, productIds: string[]) => ({
    ...shown,
    hazards: [finding(level, productIds)],
  });

  test.each<readonly [string, HazardLevel, string[], boolean]>([
    ['the same', 'confirm', ['linux-kesl'], true],
    ['milder', 'inform', ['linux-kesl'], true],
    ['also about something that stays here', 'confirm', ['linux-kesl', 'linux-klms'], true],
    ['worse', 'stop', ['linux-kesl'], false],
    ['now about another product that goes', 'confirm', ['linux-kesl', 'linux-nagent'], false],
  ])('to a hazard holds when it is %s: %s %s %s', (_, level, about, holds) => {
    const consent = consentTo(before, products, ['fde']);
    expect(beyondConsent(after(level, about), consent)?.hazards ?? []).toEqual(holds ? [] : ['fde']);
  });

  test('to a stop is none', () => {
    const stopped = after('stop', ['linux-kesl']);
    expect(beyondConsent(stopped, consentTo(stopped, products, ['fde']))?.hazards).toEqual(['fde']);
  });
});

const ids = ['linux-kesl', 'linux-nagent', 'linux-klms', 'linux-kics'];
const actionOf = fc
  .record({
    product: fc.constantFrom(...ids),
    package: fc.constantFrom('kesl', 'kesl-gui', 'klnagent64', 'klms', 'kics'),
    manager: fc.constantFrom('dpkg' as const, 'rpm' as const),
    refused: fc.boolean(),
  })
  .map(({ product, package: name, manager, refused }): Action => ({
    id: `${product}:${manager}:${name}`,
    productId: product,
    kind: 'remove-package',
    phase: 'product',
    title: name,
    needsElevation: true,
    manager,
    package: name,
    ...(refused ? { refusal: 'package-on-hold' } : {}),
  }));
const hazardOf = fc.record<HazardFinding>({
  id: fc.constantFrom(...hazardIds),
  level: fc.constantFrom<HazardLevel>('stop', 'confirm', 'inform'),
  state: fc.constant('present'),
  productIds: fc.uniqueArray(fc.constantFrom(...ids), { minLength: 1 }),
  evidence: fc.constant([]),
});
const seen = fc
  .record({
    actions: fc.uniqueArray(actionOf, { selector: ({ id }) => id, maxLength: 6 }),
    hazards: fc.uniqueArray(hazardOf, { selector: ({ id }) => id, maxLength: 5 }),
  })
  .map(({ actions, hazards }) => ({ ...shown, plan: { actions, blockedBy: [] }, hazards }));
const accepting = fc.uniqueArray(fc.constantFrom(...hazardIds));
const choosing = fc.uniqueArray(fc.constantFrom(...ids), { minLength: 1 });

describe('whatever was shown and whatever is seen afresh', () => {
  test('what a consent covers is agreed to, every piece of it, and nothing holds it up', () => {
    let covered = 0;
    fc.assert(
      fc.property(seen, seen, choosing, accepting, (then, now, chosen, accepted) => {
        const fresh = {
          ...now,
          detections: chosen.map((productId) => ({ ...shown.detections[0]!, productId })),
        };
        const consent = consentTo(then, chosen, accepted);
        if (beyondConsent(fresh, consent) !== undefined) return;
        covered += fresh.plan.actions.length > 0 ? 1 : 0;
        const shownThen = then.plan.actions.filter(
          ({ productId, refusal }) => refusal === undefined && chosen.includes(productId),
        );
        for (const action of fresh.plan.actions.filter(({ refusal }) => refusal === undefined))
          expect(shownThen.map(targetOf)).toContain(targetOf(action));
        expect(blockers(fresh.hazards, fresh.plan.actions, chosen, accepted)).toEqual([]);
      }),
      { numRuns: process.env['RA_FULL'] === undefined ? 3_000 : 50_000 },
    );
    expect(covered).toBeGreaterThan(20);
  });

  test('who accepts every hazard that was shown, none of them a stop, has agreed to exactly that', () => {
    fc.assert(
      fc.property(seen, choosing, (then, chosen) => {
        const actions = then.plan.actions.filter(({ productId }) => chosen.includes(productId));
        const hazards = then.hazards.filter(({ level }) => level !== 'stop');
        const detections = chosen.map((productId) => ({ ...shown.detections[0]!, productId }));
        const fresh = { ...then, plan: { actions, blockedBy: [] }, hazards, detections };
        expect(beyondConsent(fresh, consentTo(fresh, chosen, [...hazardIds]))).toBeUndefined();
      }),
    );
  });
});
