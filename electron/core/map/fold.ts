import type { FleetMap, Skipped, SkipReason } from '../model/map.ts';
import type { ReportFacts, SeenProduct } from './facts.ts';
import { rollUp } from './roll-up.ts';
import type { FoldEnding } from './roll-up.ts';

/** Skipped files that are named one by one; beyond that they are only counted. */
const mostNamed = 10_000;

/** Takes reports one after the other, in any order, and keeps of each only what the map is made of. */
export interface Fold {
  add(facts: ReportFacts): void;
  skip(skipped: Skipped): void;
  otherFile(): void;
  /** Files that were opened as reports so far. */
  files(): number;
  finish(ending: FoldEnding): FleetMap;
}

export const createFold = (): Fold => {
  const intact = new Map<string, ReportFacts>();
  const altered: ReportFacts[] = [];
  const skipped: Skipped[] = [];
  const reasons: Partial<Record<SkipReason, number>> = {};
  const keep = sharing();
  let copies = 0;
  let otherFiles = 0;
  let files = 0;
  return {
    add(facts) {
      files += 1;
      const slim = keep(facts);
      if (!slim.intact) {
        altered.push(slim);
        return;
      }
      const twin = intact.get(slim.sha256);
      if (twin !== undefined) copies += 1;
      // Of copies the first by its path stands for all, whichever was read first.
      if (twin === undefined || slim.file < twin.file) intact.set(slim.sha256, slim);
    },
    skip(one) {
      if (one.why !== 'link' && one.why !== 'not-a-file') files += 1;
      reasons[one.why] = (reasons[one.why] ?? 0) + 1;
      if (skipped.length < mostNamed) skipped.push(one);
    },
    otherFile() {
      otherFiles += 1;
    },
    files: () => files,
    finish(ending) {
      const source = { folder: ending.folder, files, reports: intact.size, copies, otherFiles };
      const total = Object.values(reasons).reduce((sum, n) => sum + n, 0);
      const named = skipped.toSorted((a, b) => (a.file < b.file ? -1 : 1));
      return rollUp(
        { ...ending, source, usable: [...intact.values()], altered },
        { total, reasons, files: named },
      );
    },
  };
};

/** Many reports say the same of the same product: their words are kept once. */
const sharing = (): ((facts: ReportFacts) => ReportFacts) => {
  const products = new Map<string, SeenProduct>();
  const lists = new Map<string, readonly SeenProduct[]>();
  const one = (product: SeenProduct): readonly [string, SeenProduct] => {
    const key = JSON.stringify([product.productId, product.name, product.version, product.status]);
    const known = products.get(key);
    if (known === undefined) products.set(key, product);
    return [key, known ?? product];
  };
  const list = (some: readonly SeenProduct[]): readonly SeenProduct[] => {
    const pairs = some.map(one);
    const key = pairs.map(([name]) => name).join();
    const known = lists.get(key);
    const kept = known ?? pairs.map(([, product]) => product);
    if (known === undefined) lists.set(key, kept);
    return kept;
  };
  const texts = new Map<string, string>();
  const text = (some: string): string => {
    const known = texts.get(some);
    if (known === undefined) texts.set(some, some);
    return known ?? some;
  };
  return (facts) => ({
    ...facts,
    site: text(facts.site),
    system: text(facts.system),
    products: list(facts.products),
    before: list(facts.before),
  });
};
