import type { HostState } from './host-state';

export interface Difference {
  readonly added: readonly string[];
  readonly removed: readonly string[];
}

export interface StateDifference {
  readonly packages: Difference;
  readonly units: Difference;
  readonly running: Difference;
  readonly files: Difference & { readonly changed: readonly string[] };
}

const compare = (before: Iterable<string>, after: Iterable<string>): Difference => {
  const then = new Set(before);
  const now = new Set(after);
  return {
    added: [...now].filter((entry) => !then.has(entry)).toSorted(),
    removed: [...then].filter((entry) => !now.has(entry)).toSorted(),
  };
};

/** What became different, by name and to the last file; a changed package or unit shows as removed and added. */
export const compareStates = (before: HostState, after: HostState): StateDifference => ({
  packages: compare(before.packages, after.packages),
  units: compare(before.units, after.units),
  running: compare(before.running, after.running),
  files: {
    ...compare(before.files.keys(), after.files.keys()),
    changed: [...before.files]
      .filter(([path, file]) => {
        const now = after.files.get(path);
        return now !== undefined && JSON.stringify(now) !== JSON.stringify(file);
      })
      .map(([path]) => path)
      .toSorted(),
  },
});
