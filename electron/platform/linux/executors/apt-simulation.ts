/** What `apt-get --simulate` says it would do, line by line. */
export interface Simulation {
  /** Packages that would go (`Remv`, `Purg`), as apt names them: with `:ARCH` only for a foreign one. */
  readonly removed: readonly string[];
  /** Packages that would be installed, upgraded or downgraded (`Inst`). */
  readonly installed: readonly string[];
}

/** apt-get(8), --simulate: `Remv NAME [VERSION]`, `Purg NAME [VERSION]`, `Inst NAME (VERSION …)`, `Conf NAME (…)`. */
export const parseSimulation = (text: string): Simulation => {
  const named = (verbs: RegExp): string[] =>
    text.split('\n').flatMap((line) => {
      const [verb = '', name = ''] = line.split(' ');
      return verbs.test(verb) && name !== '' ? [name] : [];
    });
  return { removed: named(/^(Remv|Purg)$/), installed: named(/^Inst$/) };
};

/** What would happen beyond the packages that the person agreed to lose. Installing anything is always beyond. */
export const beyondAgreed = (simulation: Simulation, agreed: readonly string[]): readonly string[] => [
  ...simulation.removed.filter((name) => !agreed.some((candidate) => samePackage(name, candidate))),
  ...simulation.installed.map((name) => `+${name}`),
];

/** Names are equal; an architecture counts where both give one. */
export const samePackage = (a: string, b: string): boolean => {
  const [nameA, archA] = a.split(':');
  const [nameB, archB] = b.split(':');
  return nameA === nameB && (archA === undefined || archB === undefined || archA === archB);
};
