import type { HeldKey, Hives } from '../quarantine/held-key.ts';
import type { Security } from '../quarantine/security.ts';
import { closedToOthers } from '../quarantine/security.ts';
import type { KeyReading, Registry, RegistryValue } from '../registry/registry.ts';
import { registryTypes } from '../registry/registry.ts';
import { sameName } from '../registry/values.ts';
import { playedSecurity } from './played-security.ts';
import { parseRegFile } from './reg-file.ts';

/** A key of a played registry. */
export interface PlayedKey {
  readonly name: string;
  className: string;
  security: Security;
  values: RegistryValue[];
  keys: PlayedKey[];
  isVolatile: boolean;
}

const newKey = (name: string): PlayedKey => ({
  name,
  className: '',
  security: playedSecurity(),
  values: [],
  keys: [],
  isVolatile: false,
});

const throwing = (code: string, path: string): Error => Object.assign(new Error(path), { code });

/** A registry in memory that programs change, from the text of exports. It keeps the 32-bit view where Windows does. */
export class PlayedHives implements Hives {
  /** Asked before every change; a test ends the program here. */
  spend: () => void = () => undefined;
  readonly #top = newKey('');
  #clock = 1n;

  constructor(...exports: readonly string[]) {
    this.add(...exports);
  }

  add(...exports: readonly string[]): void {
    for (const { path, values } of exports.flatMap(parseRegFile)) {
      const key = this.make(path.replace(/^HKEY_LOCAL_MACHINE/, 'HKLM').replace(/^HKEY_USERS/, 'HKU'));
      for (const value of values) put(key, value);
    }
  }

  find(path: string): PlayedKey | undefined {
    return path.split('\\').reduce<PlayedKey | undefined>((key, name) => key && child(key, name), this.#top);
  }

  make(path: string): PlayedKey {
    return path.split('\\').reduce((key, name) => {
      const known = child(key, name);
      if (known !== undefined) return known;
      const made = newKey(name);
      key.keys.push(made);
      return made;
    }, this.#top);
  }

  remove(path: string): void {
    const above = this.find(path.slice(0, path.lastIndexOf('\\')));
    if (above !== undefined)
      above.keys = above.keys.filter(({ name }) => !sameName(name, path.slice(path.lastIndexOf('\\') + 1)));
  }

  readonly registry: Registry = {
    read: (path, view) => {
      const real = view === '32' ? path.replace(/^HKLM\\SOFTWARE(?=\\|$)/i, '$&\\WOW6432Node') : path;
      const key = this.find(real) ?? (view === '32' ? this.find(path) : undefined);
      const reading: KeyReading =
        key === undefined
          ? { kind: 'missing' }
          : { kind: 'ok', subkeys: key.keys.map(({ name }) => name), values: [...key.values] };
      return Promise.resolve(reading);
    },
  };

  top(path: string): HeldKey {
    const key = this.find(path);
    if (key === undefined) throw throwing('ENOENT', path);
    return this.#held(key, undefined, path);
  }

  /** Everything that is in it, as lines. */
  state(path = 'HKLM'): readonly string[] {
    const lines: string[] = [];
    const visit = (key: PlayedKey, place: string): void => {
      const values = key.values.map(
        ({ name, type, data }) => `${name}=${String(type)}:${data.toString('hex')}`,
      );
      lines.push(
        [place, key.className, key.security.descriptor.toString('hex'), ...values.toSorted()].join(' | '),
      );
      for (const below of key.keys) visit(below, `${place}\\${below.name}`);
    };
    const top = this.find(path);
    if (top !== undefined) visit(top, path);
    return lines.toSorted();
  }

  #held(key: PlayedKey, above: PlayedKey | undefined, path: string): HeldKey {
    const isThere = (): void => {
      if (above !== undefined && !above.keys.includes(key)) throw throwing('ENOENT', path);
    };
    const change = (work: () => void): void => {
      isThere();
      this.spend();
      this.#clock += 1n;
      work();
    };
    return {
      path,
      content: () => {
        isThere();
        const { className, values, keys, isVolatile } = key;
        const subkeys = keys.map(({ name }) => name);
        return { subkeys, values: [...values], className, writtenAt: this.#clock, isVolatile };
      },
      security: () => key.security,
      into: (name) => {
        const found = child(key, name);
        if (found === undefined) throw throwing('ENOENT', `${path}\\${name}`);
        return this.#held(found, key, `${path}\\${name}`);
      },
      make: (name, className) => {
        const made = newKey(name);
        change(() => {
          if (child(key, name) !== undefined) throw throwing('EEXIST', `${path}\\${name}`);
          Object.assign(made, { className, security: { descriptor: closedToOthers, isAudited: true } });
          key.keys.push(made);
        });
        return this.#held(made, key, `${path}\\${name}`);
      },
      set: (value) => change(() => put(key, value)),
      drop: (name) =>
        change(() => {
          key.values = key.values.filter((value) => !sameName(value.name, name));
        }),
      remove: () =>
        change(() => {
          if (key.keys.length > 0) throw throwing('EPERM', path);
          if (above !== undefined) above.keys = above.keys.filter((each) => each !== key);
        }),
      secure: (security) =>
        change(() => {
          key.security = security;
        }),
      flush: () => undefined,
      close: () => undefined,
    };
  }
}

const child = ({ keys }: PlayedKey, name: string): PlayedKey | undefined =>
  keys.find((key) => sameName(key.name, name));

const put = (key: PlayedKey, value: RegistryValue): void => {
  const at = key.values.findIndex(({ name }) => sameName(name, value.name));
  if (at === -1) key.values.push(value);
  else key.values[at] = value;
};

/** `REG_MULTI_SZ`. */
export const list = (name: string, ...entries: readonly string[]): RegistryValue => ({
  name,
  type: registryTypes.multiSz,
  data: Buffer.from(`${entries.map((entry) => `${entry}\0`).join('')}\0`, 'utf16le'),
});
