import { z } from 'zod';
import type { OperatingSystem } from './host.ts';

/** One declared table: its columns, and the systems on which no verdict *clean* is possible without it. */
interface TableSpec<Columns extends z.ZodRawShape> {
  readonly columns: Columns;
  readonly requiredOn: readonly OperatingSystem[];
}

const text = z.string();
const table = <Columns extends z.ZodRawShape>(
  columns: Columns,
  requiredOn: readonly OperatingSystem[] = [],
): TableSpec<Columns> => ({ columns, requiredOn });

const everywhere: readonly OperatingSystem[] = ['windows', 'macos', 'linux'];

/** Every surface the engine knows. A new table is an entry here; probes fill its rows. */
export const tables = {
  /** `state` is `not-installed` when Windows Installer surely does not know the product of the entry. */
  programs: table(
    {
      key: text,
      name: text,
      version: text,
      publisher: text,
      scope: text,
      view: text,
      productCode: text,
      uninstallCommand: text,
      quietUninstallCommand: text,
      installLocation: text,
      hidden: z.boolean(),
      user: text,
      state: text,
    },
    ['windows'],
  ),
  services: table({ name: text, displayName: text, path: text, state: text, startType: text }, ['windows']),
  kernelModules: table({ name: text, path: text, state: text }, ['windows']),
  processes: table({ name: text, path: text, pid: z.number() }, everywhere),
  files: table({ path: text, kind: text, size: z.number() }, everywhere),
  packages: table({ name: text, id: text, version: text, publisher: text, manager: text, state: text }, [
    'linux',
  ]),
  /** `path` is the unit file, `program` the executable that it starts. */
  units: table({ name: text, state: text, path: text, program: text }, ['linux']),
  apps: table({ name: text, bundleId: text, version: text, path: text }, ['macos']),
  /** `path` is the property list, `program` the executable that it starts; `state` says when that is missing. */
  launchItems: table({ label: text, path: text, domain: text, program: text, state: text }, ['macos']),
  systemExtensions: table({ bundleId: text, teamId: text, version: text, state: text }, ['macos']),
  kernelExtensions: table({ bundleId: text, version: text, path: text }),
  receipts: table({ id: text, version: text }, ['macos']),
  profiles: table({ id: text, organisation: text }),
  securityCentre: table({ name: text, kind: text, state: text }),
  browserExtensions: table({ browser: text, id: text, name: text, version: text, profile: text }),
  browserPolicies: table({ browser: text, name: text, value: text }),
  registry: table({ path: text, value: text, data: z.union([text, z.array(text)]) }),
  classFilters: table({ class: text, which: text, entries: z.array(text) }),
  networkBindings: table({ adapter: text, component: text }),
  encryption: table({
    volume: text,
    method: text,
    state: text,
    managedBy: text,
    preBoot: z.boolean(),
    removable: z.boolean(),
  }),
  settings: table({ product: text, name: text, value: text }),
  restartPending: table({ source: text, detail: text }),
  certificates: table({ subject: text, store: text, thumbprint: text }),
  scheduledTasks: table({ path: text, command: text }),
  startup: table({ name: text, command: text, scope: text }),
  /** Users and groups of the machine itself. `kind` is `user` or `group`, `id` its number. */
  accounts: table({ name: text, kind: text, id: text }),
  /** Where a package manager gets packages from: `path` is the file that says so, `state` `enabled` or `disabled`. */
  packageSources: table({ path: text, address: text, manager: text, state: text }),
} as const;

export type TableName = keyof typeof tables;
export type Column<T extends TableName> = keyof (typeof tables)[T]['columns'] & string;
export type Row<T extends TableName> = {
  readonly [C in Column<T>]?: z.infer<(typeof tables)[T]['columns'][C]> | undefined;
};
export type AnyRow = Readonly<Record<string, unknown>>;

export const tableNames = Object.keys(tables) as readonly TableName[];

export const isTableName = (name: string): name is TableName => Object.hasOwn(tables, name);

/** Tables without which this system cannot be called clean. */
export const requiredTables = (os: OperatingSystem): readonly TableName[] =>
  tableNames.filter((name) => tables[name].requiredOn.includes(os));

/** The schema of one row: every column optional, at least one present. */
export const rowSchema = (name: TableName): z.ZodType<AnyRow> =>
  z
    .object(tables[name].columns)
    .partial()
    .refine((row) => Object.values(row).some((value) => value !== undefined), {
      message: 'a row needs at least one known column',
    });
