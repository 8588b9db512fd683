import type { Evidence } from '../model/evidence.ts';
import type { Look, Report, Surface } from '../model/report.ts';
import { rowLabel } from '../text/sentences.ts';

/** The columns, in their order. What was there stays where it was: a new one is added at the end. */
export const columns = [
  'computer',
  'assetTag',
  'ticket',
  'createdAt',
  'verdict',
  /** `before` a removal, or `now`. */
  'look',
  'productId',
  'product',
  'version',
  /** Of a product, or the outcome of an action, the state of a hazard or of an antivirus, the end of a look at a place. */
  'status',
  'confidence',
  'table',
  /** What was seen, done, set aside or left, in the computer's own words; the id of a hazard. */
  'evidence',
  /** The code of why. */
  'reason',
  'example',
  /** What a line is about: `report`, `evidence`, `unattributed`, `unchecked`, `surface`, `hazard`, … */
  'record',
  'detail',
  'exitCode',
  'startedAt',
  'endedAt',
  /** Of a place: rows looked at, and those that are signs of Kaspersky. Of what was set aside: files and folders. */
  'looked',
  'signs',
  'operator',
  'account',
  'directive',
  'machine',
  'takenAt',
  'tool',
  'redacted',
  'sha256',
] as const;
type Column = (typeof columns)[number];
export type Line = { readonly [C in Column]?: string | number | undefined };

/** What stands on every line, so that lines of many reports can lie in one table. */
const common = (report: Report): Line => ({
  computer: report.host.name,
  machine: report.host.machine,
  assetTag: report.subject?.assetTag,
  ticket: report.subject?.ticket,
  directive: report.subject?.reason,
  createdAt: report.createdAt,
  takenAt: report.takenAt,
  verdict: report.verdict,
  example: report.host.example,
});

const seen = ({ table, row, reason }: Evidence): Line => ({ table, evidence: rowLabel(row), reason });

const ofLook = (
  look: 'before' | 'now',
  { detections, unattributed, surfaces }: Pick<Look, 'detections' | 'unattributed' | 'surfaces'>,
): readonly Line[] => [
  ...detections.flatMap(({ productId, name, version, status, confidence, evidence }) =>
    evidence.map((each): Line => {
      const product = { productId, product: name, version, status, confidence };
      return { record: 'evidence', look, ...product, ...seen(each) };
    }),
  ),
  ...unattributed.map((each): Line => ({
    record: 'unattributed',
    look,
    status: 'unattributed',
    ...seen(each),
  })),
  ...surfaces.map(({ table, kind, looked, signs }: Surface): Line => {
    return { record: 'surface', look, table, status: kind, looked, signs };
  }),
];

const ofUnchecked = ({ unchecked }: Report): readonly Line[] =>
  unchecked.map(({ table, kind, source, why, required }) => ({
    record: 'unchecked',
    look: 'now',
    table,
    status: kind,
    evidence: source,
    reason: required === true ? 'required' : '',
    detail: why,
  }));

const ofHazards = ({ hazards, run }: Report): readonly Line[] =>
  hazards.map(({ id, level, state, productIds }) => {
    const answer = run?.acceptances?.find(({ hazard }) => hazard === id);
    return {
      record: 'hazard',
      productId: productIds.join(' '),
      status: run?.accepted.includes(id) === true ? 'accepted' : state,
      evidence: id,
      reason: level,
      startedAt: answer?.at,
      operator: answer?.operator,
      account: answer?.account,
    };
  });

const ofActions = ({ plan, run }: Report): readonly Line[] =>
  plan.actions.map(({ id, productId, title, version, kind, refusal }) => {
    const result = run?.actions.find((each) => each.id === id);
    return {
      record: run === undefined ? 'planned' : 'action',
      productId,
      product: title,
      version,
      status: result?.outcome ?? refusal ?? (run === undefined ? '' : 'no-result'),
      evidence: kind,
      detail: result?.detail,
      exitCode: result?.exitCode,
      startedAt: result?.startedAt,
      endedAt: result?.endedAt,
    };
  });

const ofLeftovers = ({ run }: Report): readonly Line[] => [
  ...(run?.leftovers?.setAside ?? []).map(({ what, productId, entries, gaps }): Line => ({
    record: 'set-aside',
    productId,
    evidence: what,
    looked: entries,
    detail: gaps?.join(' '),
  })),
  ...(run?.leftovers?.left ?? []).map(({ what, productId, why, detail }): Line => ({
    record: 'left',
    productId,
    evidence: what,
    reason: why,
    detail,
  })),
];

const ofProtection = ({ protection }: Report): readonly Line[] =>
  protection === undefined
    ? []
    : [
        { record: 'protection', look: 'now', status: protection.state },
        ...protection.others.map(({ name, state }): Line => ({
          record: 'antivirus',
          look: 'now',
          evidence: name,
          status: state,
        })),
      ];

/** Everything that a report says, a line each; the first one is the report itself. */
export const linesOf = (report: Report): readonly Line[] => {
  const { tool, sha256, before, run } = report;
  const itself: Line = {
    record: 'report',
    look: 'now',
    operator: report.subject?.operator,
    tool: `${tool.name} ${tool.version} ${tool.catalogue}`,
    redacted: report.redacted === true ? 'yes' : 'no',
    detail: run?.id,
    startedAt: run?.startedAt,
    endedAt: run?.endedAt,
    sha256,
  };
  return [
    itself,
    ...(before === undefined ? [] : ofLook('before', before)),
    ...ofLook('now', report),
    ...ofUnchecked(report),
    ...ofHazards(report),
    ...ofActions(report),
    ...ofLeftovers(report),
    ...ofProtection(report),
  ].map((line) => ({ ...common(report), ...line }));
};
