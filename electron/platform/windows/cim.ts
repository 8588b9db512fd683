import type { Gap } from '../../core/model/reading.ts';
import { readerTimeoutMs, troubleOf } from '../shared/machine.ts';
import { windowsFolders } from './folders.ts';
import type { WindowsMachine } from './machine.ts';

/** What is asked of Windows' own information model (WMI), through PowerShell. Names only: they become part of a script. */
export interface CimQuestion {
  readonly namespace: string;
  readonly classes: readonly string[];
  readonly properties: readonly string[];
}

/** Properties of one instance as JSON gives them, and the class that it is of as `class`. */
export type CimRow = Readonly<Record<string, unknown>>;

/** A class that could not be read beside others that could is a gap. `unavailable`: this Windows has none of them. */
export type CimAnswer =
  | { readonly kind: 'ok'; readonly rows: readonly CimRow[]; readonly gaps: readonly Gap[] }
  | { readonly kind: 'unavailable' | 'denied' | 'failed'; readonly why: string };

/** Asks once for all classes: to start PowerShell takes longer than any of them. */
export const askCim = async (
  { registry, exec }: WindowsMachine,
  question: CimQuestion,
): Promise<CimAnswer> => {
  const folders = await windowsFolders(registry);
  if (folders.kind !== 'ok')
    return { kind: 'failed', why: "PowerShell is in Windows' folder, which is not known" };
  const result = await exec({
    command: `${folders.value.systemRoot}\\System32\\WindowsPowerShell\\v1.0\\powershell.exe`,
    args: ['-NoLogo', '-NoProfile', '-NonInteractive', '-Command', scriptFor(question)],
    timeoutMs: readerTimeoutMs,
  });
  const trouble = troubleOf('PowerShell', result);
  return trouble ?? parseCimAnswer(result.kind === 'exited' ? result.stdout.text : '');
};

const modules = ['Microsoft.PowerShell.Utility', 'CimCmdlets'];
const quoted = (name: string): string => `'${name.replaceAll("'", "''")}'`;

/**
 * Modules are loaded from PowerShell's own folder by their whole path, and none by itself: PowerShell looks in folders of
 * the person first, and what lies there would run with the rights of this process. The answer is written as bytes, since
 * a console has a code page; numbers and the names of errors are the same in every language.
 */
export const scriptFor = ({ namespace, classes, properties }: CimQuestion): string =>
  [
    "$ErrorActionPreference = 'Stop'",
    "$PSModuleAutoLoadingPreference = 'None'",
    ...modules.map((name) => `Import-Module ($PSHOME + ${quoted(`\\Modules\\${name}\\${name}.psd1`)})`),
    '$rows = @()',
    '$failed = @()',
    `foreach ($class in @(${classes.map(quoted).join(', ')})) {` +
      ` try { foreach ($one in @(Get-CimInstance -Namespace ${quoted(namespace)} -ClassName $class -OperationTimeoutSec 30)) {` +
      ` $rows += @{ class = $class; ${properties.map((name) => `${name} = $one.${name}`).join('; ')} } } }` +
      ' catch { $failed += @{ class = $class; code = $_.Exception.HResult; name = [string]$_.Exception.NativeErrorCode } } }',
    '$json = ConvertTo-Json -InputObject @{ rows = @($rows); failed = @($failed) } -Depth 3 -Compress',
    '$bytes = [Text.Encoding]::UTF8.GetBytes($json)',
    '$out = [Console]::OpenStandardOutput()',
    '$out.Write($bytes, 0, $bytes.Length)',
    '$out.Flush()',
  ].join('; ');

/** What the script wrote. Nothing at all is no answer, whatever the exit code was. */
export const parseCimAnswer = (text: string): CimAnswer => {
  const answer = objectIn(text.trim());
  const rows = answer?.['rows'];
  const failed = answer?.['failed'];
  if (!Array.isArray(rows) || !Array.isArray(failed))
    return {
      kind: 'failed',
      why:
        text.trim() === '' ? 'PowerShell printed nothing' : 'what PowerShell printed could not be understood',
    };
  const troubles = failed.map(troubleIn);
  const [first] = troubles;
  if (rows.length === 0 && first !== undefined) return { kind: first.kind, why: first.why };
  return {
    kind: 'ok',
    rows: rows.filter(isObject),
    gaps: troubles.map(({ source, kind, why }) => ({
      source,
      kind: kind === 'denied' ? 'denied' : 'failed',
      why,
    })),
  };
};

const objectIn = (text: string): CimRow | undefined => {
  try {
    const parsed: unknown = JSON.parse(text);
    return isObject(parsed) ? parsed : undefined;
  } catch {
    return undefined;
  }
};

const isObject = (value: unknown): value is CimRow =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

/** `WBEM_E_…` of wbemcli.h and `E_ACCESSDENIED`, as signed numbers; the names are those of `MI_Result`. */
const deniedCodes: readonly unknown[] = [0x80041003 | 0, 0x80070005 | 0, 'AccessDenied'];
const absentCodes: readonly unknown[] = [0x8004100e | 0, 0x80041010 | 0, 'InvalidNamespace', 'InvalidClass'];

const troubleIn = (
  failure: unknown,
): { readonly source: string; readonly kind: 'unavailable' | 'denied' | 'failed'; readonly why: string } => {
  const { class: asked, code, name } = isObject(failure) ? failure : {};
  const source = typeof asked === 'string' ? asked : 'WMI';
  if ([code, name].some((said) => deniedCodes.includes(said)))
    return { source, kind: 'denied', why: `${source}: access denied` };
  if ([code, name].some((said) => absentCodes.includes(said)))
    return { source, kind: 'unavailable', why: `${source}: this Windows does not know it` };
  const detail = [name, typeof code === 'number' ? `0x${(code >>> 0).toString(16)}` : '']
    .filter((part): part is string => typeof part === 'string' && part !== '')
    .join(' ');
  return { source, kind: 'failed', why: `${source}: ${detail === '' ? 'Windows gave no reason' : detail}` };
};
