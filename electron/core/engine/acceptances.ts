import type { Subject } from '../model/report.ts';
import type { Acceptance } from '../model/run.ts';
import type { AcceptedBy, JournalEntry } from './journal.ts';

/** What a line of the journal says of who answers for it; nothing where nobody is known. */
export const acceptedBy = (
  subject: Subject | undefined,
  account: string | undefined,
): { readonly by?: AcceptedBy } => {
  const by = {
    ...(subject?.operator === undefined || subject.operator === '' ? {} : { operator: subject.operator }),
    ...(account === undefined || account === '' ? {} : { account }),
  };
  return Object.keys(by).length === 0 ? {} : { by };
};

/** Who accepted which hazard first, and when, as the journal tells it. */
export const acceptancesIn = (entries: readonly JournalEntry[]): Acceptance[] => {
  const first = new Map<string, Acceptance>();
  for (const entry of entries) {
    if (entry.kind !== 'run-started' && entry.kind !== 'run-resumed') continue;
    for (const hazard of entry.accepted)
      if (!first.has(hazard)) first.set(hazard, { hazard, at: entry.at, ...entry.by });
  }
  return [...first.values()];
};
