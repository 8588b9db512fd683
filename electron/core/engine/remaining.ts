import type { Report } from '../model/report.ts';
import { seal } from '../report/seal.ts';
import type { Desk } from './conclude.ts';
import type { Looked } from './remove.ts';
import type { LeftoverPorts } from './set-aside.ts';
import { surveyed } from './set-aside.ts';

/** Once the chosen products are gone: nothing of theirs is touched before. */
const mayBeCleanedUp = ({ verdict }: Report): boolean => verdict === 'removed' || verdict === 'leftovers';

/**
 * The report of a run with what may still be set aside, for whoever can ask a person about it. Only looks, and never
 * into a file.
 */
export const withRemaining = async (
  { catalogue }: Desk,
  ports: Pick<LeftoverPorts, 'quarantineOf' | 'own' | 'tellsRemaining'> | undefined,
  { snapshot, report }: Looked,
): Promise<Report> => {
  if (ports?.tellsRemaining !== true || report.run === undefined || !mayBeCleanedUp(report)) return report;
  const { own, quarantineOf } = ports;
  // Nobody was asked about people's own files here, so none is offered.
  const scene = {
    catalogue,
    snapshot,
    findings: report,
    accepted: [],
    own,
    stays: new Map(),
  };
  const { items, left, sizes } = await surveyed(quarantineOf(report.run.id), scene, 'glance');
  const sized = items.map((item) => ({ item, ...sizes.get(item.id) }));
  return seal({ ...report, remaining: { items: sized, left: [...left] } });
};
