import type { Evidence } from '../../model/evidence.ts';
import { evidence, plain, rowsOf } from './rule.ts';
import type { Scene, Sign } from './rule.ts';
import { productRows } from './rule.ts';

/** What products say of themselves, where a probe or a person wrote it down. */

const offWords: ReadonlySet<string> = new Set([
  'off',
  'false',
  '0',
  'no',
  'disabled',
  'none',
  'not-installed',
]);
const isOff = (value: string | undefined): boolean => value !== undefined && offWords.has(plain(value));
const isUnsaid = (value: string | undefined): boolean => ['', 'unknown'].includes(plain(value));

/** The rows of one setting that are not plainly about another product. */
const rowsFor = (scene: Scene, names: readonly string[]) => {
  const others = new Set(
    scene.live
      .filter((detection) => !scene.concerned.includes(detection))
      .flatMap((detection) => [plain(detection.productId), plain(detection.name)]),
  );
  return rowsOf(scene.snapshot, 'settings').filter(
    (row) => names.includes(plain(row.name)) && !others.has(plain(row.product)),
  );
};

/** Settings that say *on* or carry a text such as the name of a server. */
export const settingsOn = (scene: Scene, ...names: readonly string[]): readonly Evidence[] =>
  evidence(
    'settings',
    rowsFor(scene, names).filter((row) => !isOff(row.value) && !isUnsaid(row.value)),
    'setting',
  );

/** Whether everything that was read of a setting says *off*. Nothing read says nothing. */
export const isSwitchedOff = (scene: Scene, ...names: readonly string[]): boolean => {
  const rows = rowsFor(scene, names);
  return rows.length > 0 && rows.every((row) => isOff(row.value));
};

/** There as soon as the product is, unless its setting says plainly that it is off. */
export const unlessOff =
  (...names: readonly string[]) =>
  (scene: Scene): Sign | undefined => {
    if (isSwitchedOff(scene, ...names)) return undefined;
    const on = settingsOn(scene, ...names);
    return { evidence: on.length > 0 ? on : productRows(scene.concerned) };
  };
