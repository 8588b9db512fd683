import type { WindowsMachine } from './machine.ts';
import type { KeyReading, Registry } from './registry/registry.ts';

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

/** A registry that reads each key once: several probes need the same ones, and see the same in them. */
export const readOnce = (registry: Registry): Registry => {
  const readings = new Map<string, Promise<KeyReading>>();
  return {
    read(path, view) {
      const key = `${view} ${path.toLowerCase()}`;
      const reading = readings.get(key) ?? registry.read(path, view);
      readings.set(key, reading);
      return reading;
    },
  };
};
