import type { WindowsMachine } from './machine.ts';

/**
 * What several probes of one look need is read once: every look has a `WindowsMachine` of its own, so what was made
 * for it is never older than that look.
 */
export const onceALook = <T>(make: (machine: WindowsMachine) => T): ((machine: WindowsMachine) => T) => {
  const made = new WeakMap<WindowsMachine, { readonly value: T }>();
  return (machine) => {
    const known = made.get(machine) ?? { value: make(machine) };
    made.set(machine, known);
    return known.value;
  };
};
