import { confirmStep } from './confirm/index.ts';
import { identifyStep } from './identify/index.ts';
import { prepareStep } from './prepare/index.ts';
import { removeStep } from './remove/index.ts';
import { restartStep } from './restart/index.ts';
import { startStep } from './start/index.ts';
import type { Step } from './step.ts';

/** The wizard: its steps in order. Nothing else knows the order. */
export const steps: readonly Step[] = [
  startStep,
  identifyStep,
  prepareStep,
  removeStep,
  restartStep,
  confirmStep,
];
