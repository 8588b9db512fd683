import type { LeftoverEnd, RestoreEnd } from '../../../electron/core/engine/journal';
import type { LeftoverItem } from '../../../electron/core/model/leftover';
import type { QuarantineRecord, Survey } from '../../../electron/core/ports';
import { liveHives } from '../../../electron/platform/windows/api/nt-keys';
import { registryCalls, rootKeys } from '../../../electron/platform/windows/api/registry-calls';
import {
  holdingKey,
  openAbove,
  openKey,
  lastName,
} from '../../../electron/platform/windows/quarantine/branch';
import type { KeyContent } from '../../../electron/platform/windows/quarantine/held-key';
import { windowsQuarantine } from '../../../electron/platform/windows/quarantine/index';
import type { RegistryValue } from '../../../electron/platform/windows/registry/registry';

/** What a test asks of the quarantine inside, through the very code that ships. */

const run = '20261126-100000-000001';

export interface Taken {
  readonly survey: Survey;
  readonly record?: QuarantineRecord;
  readonly end?: LeftoverEnd;
}

const takeOne = async (folder: string, item: LeftoverItem): Promise<Taken> => {
  const quarantine = windowsQuarantine(run, folder);
  const [survey = { kind: 'gone' }] = await quarantine.survey([item]);
  if (survey.kind !== 'ready') return { survey };
  const recorded = await quarantine.record(1, item);
  if (!recorded.ok) throw new Error(recorded.problem.code);
  return { survey, record: recorded.value, end: await quarantine.setAside(recorded.value) };
};

const createLink = 0x2;
const allRights = 0xf_003f | 0x100;
const linkType = 6;

export const quarantineAnswers = {
  takeOne,
  putBack: (folder: string, record: QuarantineRecord): Promise<RestoreEnd> =>
    windowsQuarantine(run, folder).putBack(record),
  keyContent: (key: string): KeyContent =>
    holdingKey(openKey(liveHives, key, 'look'), (held) => held.content()),
  /** A key as no program with Windows' usual functions could make it. `hex`: data of the values. */
  oddKey: (key: string, className: string, values: readonly (readonly [string, number, string])[]): void =>
    holdingKey(openAbove(liveHives, key, 'write'), (above) =>
      holdingKey(above.make(lastName(key), className), (held) => {
        for (const [name, type, hex] of values)
          held.set({ name, type, data: Buffer.from(hex, 'hex') } satisfies RegistryValue);
      }),
    ),
  /** A key of the machine that leads to another one. */
  linkKey: (below: string, target: string): number => {
    const { create, set, close } = registryCalls();
    const made = Buffer.alloc(8);
    const code = create(rootKeys.HKLM, below, 0, null, createLink, allRights, null, made, null);
    if (code !== 0) return code;
    const data = Buffer.from(target, 'utf16le');
    const ended = set(made.readBigUInt64LE(), 'SymbolicLinkValue', 0, linkType, data, data.length);
    close(made.readBigUInt64LE());
    return ended;
  },
};
