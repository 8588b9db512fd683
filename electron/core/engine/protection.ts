import { isOtherAntivirus } from '../catalogue/antivirus.ts';
import type { Protection } from '../model/protection.ts';
import { isOn } from '../model/protection.ts';
import type { Snapshot } from '../model/snapshot.ts';

/** What else guards this computer, by the system's own list. Only a whole list can say that nothing does. */
export const protectionOf = ({ host, readings: { securityCentre } }: Snapshot): Protection => {
  if (host.os !== 'windows' || host.server === true || securityCentre?.kind === 'not-applicable')
    return { state: 'not-listed', others: [] };
  if (securityCentre?.kind !== 'ok') return { state: 'unknown', others: [] };
  const others = securityCentre.rows.filter(isOtherAntivirus).map(({ name, state }) => ({
    name: name ?? '?',
    ...(state === undefined ? {} : { state }),
  }));
  if (others.some(({ state }) => isOn(state))) return { state: 'active', others };
  return { state: (securityCentre.gaps ?? []).length === 0 ? 'none' : 'unknown', others };
};
