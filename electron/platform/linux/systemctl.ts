import type { Gap } from '../../core/model/reading.ts';
import type { Machine } from './machine.ts';
import { readerBytes, readerTimeoutMs, troubleOf } from './machine.ts';

/** A unit that systemd has loaded, in systemd's own words. */
export interface LoadedUnit {
  readonly name: string;
  /** Its other names too. */
  readonly names: readonly string[];
  /** loaded, not-found, bad-setting, error, masked … */
  readonly load: string;
  /** active, reloading, inactive, failed, activating, deactivating, maintenance. */
  readonly active: string;
  /** enabled, enabled-runtime, static, disabled, masked, generated, bad …; empty when it has no file. */
  readonly file: string;
  readonly path?: string;
  readonly program?: string;
}

export type LoadedUnits =
  { readonly kind: 'ok'; readonly units: readonly LoadedUnit[] } | Pick<Gap, 'kind' | 'why'>;

const properties = 'Id,Names,LoadState,ActiveState,FragmentPath,UnitFileState,ExecStart';

/**
 * All loaded units in one call (0.1 s for 100). `--all` is needed: without it systemctl(1) leaves the inactive ones
 * out. Units that nothing has loaded are not in the answer; asking for them by name would load them.
 */
export const readLoadedUnits = async (machine: Machine): Promise<LoadedUnits> => {
  const patterns = ['*.service', '*.timer', '*.socket', '*.path'];
  const result = await machine.exec({
    command: 'systemctl',
    args: ['show', '--all', '--no-pager', `--property=${properties}`, '--', ...patterns],
    timeoutMs: readerTimeoutMs,
    keepBytes: readerBytes,
  });
  const trouble = troubleOf('systemctl', result);
  if (trouble !== undefined) return trouble;
  const units = result.kind === 'exited' ? parseShow(result.stdout.text) : [];
  // A running systemd has at least its own services.
  return units.length === 0 ? { kind: 'failed', why: 'systemctl lists no unit' } : { kind: 'ok', units };
};

/** `systemctl show`: `KEY=VALUE` lines, an empty line between units; ExecStart comes once for every command. */
export const parseShow = (text: string): readonly LoadedUnit[] =>
  text.split(/\n{2,}/).flatMap((block) => {
    const values = new Map<string, string>();
    for (const line of block.split('\n')) {
      const at = line.indexOf('=');
      const key = line.slice(0, at);
      if (at > 0 && !values.has(key)) values.set(key, line.slice(at + 1));
    }
    const name = values.get('Id') ?? '';
    if (name === '') return [];
    const path = values.get('FragmentPath') ?? '';
    const program = /^\{ path=(.*?) ; argv\[\]=/.exec(values.get('ExecStart') ?? '')?.[1];
    return [
      {
        name,
        names: (values.get('Names') ?? name).split(' '),
        load: values.get('LoadState') ?? '',
        active: values.get('ActiveState') ?? '',
        file: values.get('UnitFileState') ?? '',
        ...(path === '' ? {} : { path }),
        ...(program === undefined || program === '' ? {} : { program }),
      },
    ];
  });
