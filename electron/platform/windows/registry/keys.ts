import type { Gap, Reading } from '../../../core/model/reading.ts';
import { okReading } from '../../../core/model/reading.ts';
import type { Registry, RegistryKey, RegistryView } from './registry.ts';
import { spelled } from './spelling.ts';

export interface FoundKey {
  /** The last part of its path, as stored. */
  readonly name: string;
  readonly path: string;
  readonly key: RegistryKey;
}

/** Reads the keys of one probe and remembers which of them stayed closed. */
export interface KeyReader {
  /** What could not be read, in the order of its discovery; grows with every question. */
  readonly gaps: readonly Gap[];
  /** Undefined when there is no such key, or when it could not be read: that is a gap. */
  optional(path: string, view?: RegistryView): Promise<RegistryKey | undefined>;
  /** For a key that every Windows has: to miss it is a gap as well. */
  required(path: string, view?: RegistryView): Promise<RegistryKey | undefined>;
  /** The keys right below one, in its order, where `wanted` takes their name. */
  below(
    path: string,
    options?: {
      readonly required?: boolean;
      readonly view?: RegistryView;
      readonly wanted?: (name: string) => boolean;
    },
  ): Promise<readonly FoundKey[]>;
}

export const keyReader = (registry: Registry): KeyReader => {
  const gaps: Gap[] = [];
  const read = async (path: string, view: RegistryView, isRequired: boolean) => {
    const reading = await registry.read(path, view);
    switch (reading.kind) {
      case 'ok':
        return reading;
      case 'missing':
        if (isRequired)
          gaps.push({ source: spelled(path, view), kind: 'failed', why: `${path}: there is no such key` });
        return undefined;
      case 'denied':
      case 'failed':
        gaps.push({ source: spelled(path, view), kind: reading.kind, why: reading.why });
        return undefined;
    }
  };
  return {
    gaps,
    optional: (path, view = '64') => read(path, view, false),
    required: (path, view = '64') => read(path, view, true),
    below: async (path, { required = false, view = '64', wanted = () => true } = {}) => {
      const above = await read(path, view, required);
      const names = (above?.subkeys ?? []).filter(wanted);
      const found = await Promise.all(
        names.map(async (name) => {
          const key = await read(`${path}\\${name}`, view, false);
          return key === undefined ? [] : [{ name, path: `${path}\\${name}`, key }];
        }),
      );
      return found.flat();
    },
  };
};

/** Rows with the gaps beside them. No row at all, and a gap, says nothing: then the first gap is the answer. */
export const readingOf = <Row>(rows: readonly Row[], gaps: readonly Gap[]): Reading<Row> => {
  const [first] = gaps;
  return rows.length === 0 && first !== undefined
    ? { kind: first.kind, why: first.why }
    : okReading(rows, gaps);
};
