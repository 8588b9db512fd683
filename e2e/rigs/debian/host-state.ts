import { succeed, type ExecResult } from './outside';

export interface FileState {
  readonly type: 'file' | 'folder' | 'link' | 'other';
  readonly mode: string;
  readonly owner: string;
  readonly size?: number;
  /** Of files outside /usr, which are few; the many under /usr are told apart by size and time. */
  readonly sha256?: string;
  readonly modified?: string;
  readonly target?: string;
}

export interface HostState {
  /** `name version status`, the status as dpkg says it, e.g. `install ok installed`. */
  readonly packages: readonly string[];
  /** `unit state`, e.g. `kesl.service enabled`. */
  readonly units: readonly string[];
  /** Services that run right now. */
  readonly running: readonly string[];
  readonly files: ReadonlyMap<string, FileState>;
}

export interface StateOptions {
  readonly roots?: readonly string[];
  /** Left out with everything below them. */
  readonly volatile?: readonly string[];
}

/** The parts of a machine that belong to somebody; /home as well, because documents must survive. */
export const stateRoots: readonly string[] = ['/etc', '/home', '/opt', '/srv', '/usr', '/var'];

/** What changes by itself or with every use of dpkg, so that a difference means something. */
export const volatilePaths: readonly string[] = [
  '/var/cache',
  '/var/tmp',
  '/var/lib/apt',
  '/var/lib/dpkg',
  '/var/lib/systemd',
  '/var/lib/dbus',
  '/var/log/apt',
  '/var/log/journal',
  '/var/log/dpkg.log',
  '/var/log/alternatives.log',
  '/var/log/wtmp',
  '/var/log/btmp',
  '/var/log/lastlog',
  '/var/log/faillog',
  '/etc/ld.so.cache',
  '/etc/.pwd.lock',
  '/etc/passwd-',
  '/etc/group-',
  '/etc/shadow-',
  '/etc/gshadow-',
  '/etc/subuid-',
  '/etc/subgid-',
  '/etc/mtab',
  '/usr/share/applications/mimeinfo.cache',
];

type Exec = (argv: readonly string[]) => Promise<ExecResult>;

const lines = (text: string): readonly string[] =>
  text
    .split('\n')
    .map((line) => line.trim().replaceAll(/\s+/g, ' '))
    .filter((line) => line !== '')
    .toSorted();

const types: Readonly<Record<string, FileState['type']>> = { f: 'file', d: 'folder', l: 'link' };

/** `type mode owner size time path TAB target`; a path may hold blanks, but no test makes one with a tab. */
const parseRecord = (record: string): readonly [string, FileState] => {
  const [type = '', mode = '', owner = '', size = '', modified = '', ...rest] = record.split(' ');
  const [path = '', target = ''] = rest.join(' ').split('\t');
  const common = { type: types[type] ?? 'other', mode, owner };
  // A folder's size and time change with whatever is in it, and that is listed by itself.
  if (type === 'f') return [path, { ...common, size: Number(size), modified }];
  return [path, type === 'l' ? { ...common, target } : common];
};

const records = (text: string): readonly string[] => text.split('\0').filter((record) => record !== '');

const isUnderUsr = (path: string): boolean => path === '/usr' || path.startsWith('/usr/');

const readFiles = async (exec: Exec, options: StateOptions): Promise<ReadonlyMap<string, FileState>> => {
  const roots = options.roots ?? stateRoots;
  const hashed = roots.filter((root) => !isUnderUsr(root));
  const prune = (options.volatile ?? volatilePaths).flatMap((path) => ['-path', path, '-prune', '-o']);
  const [list, hashes] = await Promise.all([
    exec(['find', ...roots, '-xdev', ...prune, '-printf', '%y %m %U:%G %s %T@ %p\\t%l\\0']),
    exec([
      'sh',
      '-c',
      'find "$@" -type f -print0 | xargs -0 -r sha256sum -z',
      'sh',
      ...hashed,
      '-xdev',
      ...prune,
    ]),
  ]);
  const files = new Map(records(list.stdout).map(parseRecord));
  for (const record of records(hashes.stdout)) {
    const path = record.slice(66);
    const { modified: _, ...file } = files.get(path) ?? { type: 'file', mode: '', owner: '' };
    files.set(path, { ...file, sha256: record.slice(0, 64) });
  }
  return files;
};

export const readState = async (exec: Exec, options: StateOptions = {}): Promise<HostState> => {
  const systemctl = (...args: readonly string[]): Promise<ExecResult> =>
    exec(['systemctl', ...args, '--no-legend', '--no-pager', '--plain']);
  const packages = succeed(
    'dpkg-query',
    await exec(['dpkg-query', '-W', '-f', '${Package} ${Version} ${Status}\n']),
  );
  const units = succeed('systemctl', await systemctl('list-unit-files'));
  const running = succeed('systemctl', await systemctl('list-units', '--type=service', '--state=running'));
  return {
    packages: lines(packages.stdout),
    units: lines(units.stdout).map((line) => line.split(' ').slice(0, 2).join(' ')),
    running: lines(running.stdout).map((line) => line.split(' ')[0] ?? ''),
    files: await readFiles(exec, options),
  };
};
