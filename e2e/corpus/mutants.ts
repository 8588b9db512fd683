import type { Mutant } from './mutant.ts';
import { quietMutants } from './mutants-quiet.ts';
import { linuxMutants, macMutants } from './mutants-unix.ts';
import { windowsMutants } from './mutants-windows.ts';

export const mutants = (): readonly Mutant[] => [
  ...windowsMutants(),
  ...quietMutants(),
  ...linuxMutants(),
  ...macMutants(),
];
