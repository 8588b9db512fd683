import type { Computer, ComputerMark } from '../model/map.ts';
import type { Group } from './computers.ts';
import { sameLabel } from './computers.ts';
import type { ReportFacts } from './facts.ts';
import { judge } from './state.ts';
import type { Judged } from './state.ts';

/** One computer with all that was concluded about it. */
export interface Concluded {
  readonly computer: Computer;
  readonly judged?: Judged | undefined;
  /** When a removal was first begun there, in ms since 1970. */
  readonly begunAt?: number | undefined;
  /** Every name and tag that its reports gave it. */
  readonly names: readonly string[];
  readonly tags: readonly string[];
  /** Somebody's list of assets has it. */
  readonly listed: boolean;
}

/** What a computer is called: by its tag, else its name, else what else tells it apart. */
export const labelOf = (reports: readonly ReportFacts[]): string => {
  const last = reports.at(-1);
  const tag = reports.findLast(({ assetTag }) => assetTag !== undefined)?.assetTag;
  const name = reports.findLast((each) => each.name !== undefined)?.name;
  return tag ?? name ?? last?.machine ?? last?.file ?? '';
};

/** `shared`: reports whose label several computers answer to. */
export const conclude = ({ reports, unusable }: Group, shared: ReadonlySet<ReportFacts>): Concluded => {
  const judged = reports.length === 0 ? undefined : judge(reports);
  const all = [...reports, ...unusable];
  const shown = judged?.decides ?? all.at(-1);
  const ran = reports.flatMap(({ ranAt }) => ranAt ?? []);
  const looks = reports.map(({ lookedAt }) => lookedAt);
  const iso = (time: number): string => new Date(time).toISOString();
  const tag = shown?.assetTag ?? all.findLast(({ assetTag }) => assetTag !== undefined)?.assetTag;
  const name = shown?.name ?? all.findLast((each) => each.name !== undefined)?.name;
  const computer: Computer = {
    label: tag ?? name ?? labelOf(all),
    ...(tag === undefined ? {} : { assetTag: tag }),
    ...(name === undefined ? {} : { name }),
    ...(shown?.machine === undefined ? {} : { machine: shown.machine }),
    site: shown?.site ?? '',
    ...(shown === undefined ? {} : { os: shown.os, system: shown.system }),
    state: judged?.state ?? 'unknown',
    coverage: judged?.coverage ?? 'unusable',
    ...(judged === undefined
      ? {}
      : {
          verdict: judged.decides.verdict,
          lookedAt: iso(Math.max(...looks)),
          firstLookedAt: iso(Math.min(...looks)),
        }),
    reports: reports.length,
    products: judged === undefined ? [] : productsOf(judged),
    marks: marksOf(
      judged,
      unusable,
      reports.some((each) => shared.has(each)),
    ),
  };
  return {
    computer,
    judged,
    begunAt: ran.length === 0 ? undefined : Math.min(...ran),
    names: labels(all, (each) => each.name),
    tags: labels(all, ({ assetTag }) => assetTag),
    listed: false,
  };
};

const labels = (
  reports: readonly ReportFacts[],
  textOf: (report: ReportFacts) => string | undefined,
): readonly string[] => {
  const found: string[] = [];
  for (const report of reports) {
    const label = textOf(report);
    const same = label === undefined ? undefined : sameLabel(label);
    if (same !== undefined && !found.includes(same)) found.push(same);
  }
  return found;
};

const productsOf = ({ decides, removed }: Judged): Computer['products'] => [
  ...decides.products,
  ...removed.map((product) => ({ ...product, status: 'removed' as const })),
];

const marksOf = (
  judged: Judged | undefined,
  unusable: readonly ReportFacts[],
  sharesLabel: boolean,
): ComputerMark[] => {
  const marks: readonly (readonly [ComputerMark, boolean])[] = [
    ['conflict', sharesLabel || (judged !== undefined && judged.disagreeing.length > 0)],
    ['contradiction', judged?.contradiction === true],
    ['returned', judged?.returned === true],
    ['altered', unusable.some(({ intact }) => !intact)],
    ['future', unusable.some(({ intact }) => intact)],
  ];
  return marks.flatMap(([mark, holds]) => (holds ? mark : []));
};
