import { describe, expect, test } from 'vitest';
import { hazardIds } from '../model/hazard.ts';
import type { ColumnTest } from '../model/product.ts';
import { tables } from '../model/tables.ts';
import { hazardText, textsFor } from '../text/index.ts';
import { hazardRules } from './hazards.ts';
import { catalogue, products } from './index.ts';
import { isAtOrBelow } from './paths.ts';

const tests = products.flatMap((product) =>
  product.signatures.flatMap((signature) =>
    Object.entries<ColumnTest>(signature.match).map(([column, columnTest]) => ({
      product,
      signature,
      column,
      columnTest,
    })),
  ),
);

describe('the catalogue', () => {
  test('gives every product an id of its own', () => {
    expect(new Set(products.map((product) => product.id)).size).toBe(products.length);
  });

  test('names things exactly: no wildcard, and every pattern is anchored at both ends', () => {
    for (const { product, columnTest } of tests) {
      if ('pattern' in columnTest) expect(columnTest.pattern.source, product.id).toMatch(/^\^.*\$$/);
      if ('is' in columnTest) for (const name of columnTest.is) expect(name, product.id).not.toMatch(/[*?]/);
      if ('under' in columnTest)
        for (const path of columnTest.under) expect(path, product.id).toMatch(/^\/[^*?]+\/[^*?]+$/);
    }
  });

  test('tests only columns that its tables have', () => {
    for (const { product, signature, column } of tests)
      expect(Object.keys(tables[signature.table].columns), product.id).toContain(column);
  });

  test('has no signature that matches an empty row', () => {
    for (const { product, signature } of tests)
      expect(
        Object.values<ColumnTest>(signature.match).some((columnTest) => !('absent' in columnTest)),
        product.id,
      ).toBe(true);
  });

  test('never lets one product claim the folder that all of them share', () => {
    for (const { product, columnTest } of tests)
      if ('under' in columnTest && product.fallback !== true)
        for (const path of columnTest.under)
          expect(catalogue.roots, `${product.id} ${path}`).not.toContain(path);
  });

  test('keeps residue below a Kaspersky root or names it as one exact place', () => {
    for (const product of products)
      for (const path of product.residue) {
        if (path.startsWith('HK')) {
          expect(path, product.id).toMatch(/^HKLM\\SOFTWARE\\(?:WOW6432Node\\)?KasperskyLab\\[^*?]+$/);
          continue;
        }
        const below = catalogue.roots.some((root) => isAtOrBelow(path, root) && path !== root);
        expect(below || path.split('/').length >= 3, `${product.id} ${path}`).toBe(true);
      }
  });

  test('offers no way out for a product that is only to be reported', () => {
    for (const product of products)
      if (product.role === 'report-only') {
        expect(product.routes, product.id).toEqual([]);
        expect(product.hazards, product.id).toContain('server-role');
      }
  });

  test('has words for every hazard that it can raise', () => {
    for (const rule of hazardRules) {
      expect(hazardIds).toContain(rule.id);
      expect(hazardText(textsFor('en'), rule.id).title, rule.id).not.toBe(rule.id);
    }
  });
});
