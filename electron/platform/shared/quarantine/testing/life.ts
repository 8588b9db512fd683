/**
 * The life of the program in a test: it is ended before the n-th thing that it does to the disk. From then on nothing that
 * it calls does anything any more, its own cleaning up included.
 */
export const life = {
  left: Infinity,
  moments: 0,
  /** Something is about to change. */
  spend: (): void => {
    life.moments += 1;
    if (life.left <= 0) throw new Error('killed');
    life.left -= 1;
  },
  check: (): void => {
    if (life.left <= 0) throw new Error('killed');
  },
};

type Call = (...args: unknown[]) => unknown;

const changing = new Set(['mkdir', 'rename', 'link', 'unlink', 'rmdir', 'symlink', 'lchown', 'lutimes']);
const inHandle = new Set([
  'appendFile',
  'writeFile',
  'write',
  'sync',
  'datasync',
  'chown',
  'chmod',
  'truncate',
]);

const guarded =
  (name: string, call: Call, list: ReadonlySet<string>): Call =>
  async (...args) => {
    if (name !== 'close') (list.has(name) ? life.spend : life.check)();
    return call(...args);
  };

const wrapHandle = (handle: object): object =>
  new Proxy(handle, {
    get: (target, name) => {
      const value = Reflect.get(target, name, target) as unknown;
      return typeof value === 'function'
        ? guarded(String(name), (value as Call).bind(target), inHandle)
        : value;
    },
  });

/** Node's file functions as a program has them that may be ended; what `vi.mock` gives in their place. */
export const mortalFiles = <T extends object>(real: T): T => {
  const functions = Object.entries(real).map(([name, value]) => {
    if (typeof value !== 'function') return [name, value];
    if (name === 'open')
      return [
        name,
        async (...args: unknown[]) => {
          // A new file is a change, an open one is none.
          (typeof args[1] === 'string' && args[1] !== 'r' ? life.spend : life.check)();
          return wrapHandle((await (value as Call)(...args)) as object);
        },
      ];
    return [name, guarded(name, value as Call, changing)];
  });
  return Object.fromEntries(functions) as T;
};

/** Does it, and is ended before its moment of this number; says whether it came to its end. */
export const until = async (moment: number, work: () => Promise<unknown>): Promise<boolean> => {
  let died = false;
  life.left = moment;
  try {
    await work();
  } catch (error) {
    if (life.left > 0) throw error;
  } finally {
    died = life.left <= 0;
    life.left = Infinity;
  }
  return !died;
};

export const momentsOf = async (work: () => Promise<unknown>): Promise<number> => {
  life.moments = 0;
  await work();
  return life.moments;
};
