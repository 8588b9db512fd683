import type { HazardId } from '../model/hazard.ts';
import { hazardIds } from '../model/hazard.ts';
import { circumstanceHazards } from './hazards/circumstances.ts';
import { computerHazards } from './hazards/computer.ts';
import { encryptionHazards } from './hazards/encryption.ts';
import { managementHazards } from './hazards/management.ts';
import { networkHazards } from './hazards/network.ts';
import { ownDataHazards } from './hazards/own-data.ts';
import type { HazardRule } from './hazards/rule.ts';

/** Every published hazard has exactly one rule: a missing one is a build error. */
const rules: Readonly<Record<HazardId, HazardRule>> = {
  ...encryptionHazards,
  ...managementHazards,
  ...ownDataHazards,
  ...networkHazards,
  ...computerHazards,
  ...circumstanceHazards,
};

export interface DeclaredHazard extends HazardRule {
  readonly id: HazardId;
}

/** What has to be thought of before the first change, in the order of its weight. */
export const hazardRules: readonly DeclaredHazard[] = hazardIds.map((id) => ({ id, ...rules[id] }));
