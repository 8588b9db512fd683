import type { Reading } from '../../core/model/reading.ts';
import type { Row } from '../../core/model/tables.ts';
import type { Probe } from '../../core/ports.ts';
import { askCim } from './cim.ts';
import type { CimRow } from './cim.ts';
import type { WindowsMachine } from './machine.ts';
import { keyReader, readingOf } from './registry/keys.ts';
import type { RegistryKey } from './registry/registry.ts';
import { numberValue, textValue } from './registry/values.ts';

const providersKey = 'HKLM\\SOFTWARE\\Microsoft\\Security Center\\Provider';

/** Where Windows Security keeps each kind of product: in the registry, and in WMI. */
const kinds = [
  { kind: 'antivirus', key: 'Av', class: 'AntiVirusProduct' },
  { kind: 'firewall', key: 'Fw', class: 'FirewallProduct' },
  { kind: 'antispyware', key: 'As', class: 'AntiSpywareProduct' },
] as const;

/**
 * Products that have registered with Windows Security, those that have gone without a word among them: an entry alone
 * proves nothing. The registry holds the list since Windows 10; where it does not, WMI is asked. Servers have no list.
 */
export const securityCentreProbe = (machine: WindowsMachine): Probe<'securityCentre'> => ({
  table: 'securityCentre',
  read: async () => {
    const facts = machine.api.systemFacts();
    if (facts.kind === 'ok' && facts.value.server)
      return { kind: 'not-applicable', why: 'a server edition of Windows has no Windows Security' };
    const reader = keyReader(machine.registry);
    const providers = await reader.optional(providersKey);
    if (providers === undefined && reader.gaps.length === 0) return askedOfCim(machine);
    const found = await Promise.all(
      kinds.map(async ({ kind, key }) =>
        (await reader.below(`${providersKey}\\${key}`)).flatMap((provider) =>
          parseProvider(kind, provider.key),
        ),
      ),
    );
    return readingOf(found.flat(), reader.gaps);
  },
});

export const parseProvider = (kind: string, key: RegistryKey): readonly Row<'securityCentre'>[] =>
  rowOf(kind, textValue(key, 'DISPLAYNAME'), numberValue(key, 'STATE'));

const askedOfCim = async (machine: WindowsMachine): Promise<Reading<Row<'securityCentre'>>> => {
  const answer = await askCim(machine, {
    namespace: 'root/SecurityCenter2',
    classes: kinds.map(({ class: name }) => name),
    properties: ['displayName', 'productState'],
  });
  return answer.kind === 'ok' ? readingOf(answer.rows.flatMap(parseProduct), answer.gaps) : answer;
};

export const parseProduct = (row: CimRow): readonly Row<'securityCentre'>[] => {
  const kind = kinds.find(({ class: name }) => name === row['class'])?.kind;
  const name = row['displayName'];
  const state = row['productState'];
  return rowOf(
    kind ?? 'unknown',
    typeof name === 'string' ? name : undefined,
    typeof state === 'number' ? state : undefined,
  );
};

const rowOf = (
  kind: string,
  name: string | undefined,
  stored: number | undefined,
): readonly Row<'securityCentre'>[] => {
  const state = stored === undefined ? undefined : productState(stored);
  if (name === undefined && state === undefined) return [];
  return [{ ...(name === undefined ? {} : { name }), kind, ...(state === undefined ? {} : { state }) }];
};

/**
 * What the number of a product says of its protection. Undocumented; in practice the bits 0xF000 hold it in the order
 * of `WSC_SECURITY_PRODUCT_STATE` (iwscapi.h) turned around, 0x0F00 tell Windows' own products, and 0x00F0 that the
 * signatures are old (mcpforlife.com/2020/04/14/how-to-resolve-this-state-value-of-av-providers, and the examples that
 * many inventories publish: 266240 is on, 262144 off, 393472 Defender off, 397568 Defender on).
 */
export const productState = (stored: number): string | undefined =>
  ({ 0: 'off', 1: 'on', 2: 'snoozed', 3: 'expired' })[(stored >>> 12) & 0xf];
