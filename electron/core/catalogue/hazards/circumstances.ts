import type { Detection } from '../../model/detection.ts';
import type { HazardId } from '../../model/hazard.ts';
import type { Row } from '../../model/tables.ts';
import { isAtOrBelow } from '../paths.ts';
import { anyOwn, anything, either, macProtection, oneOf } from './groups.ts';
import { evidence, plain, productRows, rowsOf, shownBy } from './rule.ts';
import type { HazardRule, Scene, Sign } from './rule.ts';

/** How a removal on this computer differs: what was tried before, how macOS does it, what an order asks for. */

const isInstaller = (table: string): boolean => ['programs', 'packages', 'apps'].includes(table);

/**
 * A product of which only one half is left: drivers or services at work without an entry to uninstall it, or such an
 * entry whose services have all lost their files. The list of programs must have been read whole to say so.
 */
const isHalfThere = (detection: Detection): boolean => {
  const services = detection.evidence.filter(
    ({ table }) => table === 'services' || table === 'kernelModules',
  );
  if (detection.status !== 'installed' || services.length === 0) return false;
  const hasEntry = detection.evidence.some(({ table }) => isInstaller(table));
  const gone = services.filter(({ row }) => row['state'] === 'file-missing');
  return hasEntry ? gone.length === services.length : gone.length < services.length;
};

const halfRemoved = ({ snapshot, live }: Scene): readonly Detection[] => {
  const { programs } = snapshot.readings;
  return programs?.kind === 'ok' && (programs.gaps ?? []).length === 0 ? live.filter(isHalfThere) : [];
};

const triedBefore = (scene: Scene): Sign | undefined => {
  if (scene.snapshot.host.os !== 'windows') return undefined;
  const tools = scene.live.filter(oneOf('tool-remover'));
  return shownBy(productRows([...tools, ...halfRemoved(scene)]));
};

const vendorFolder = '/Library/Application Support/Kaspersky Lab';
const below = (scene: Scene, folder: string) =>
  rowsOf(scene.snapshot, 'files').filter((row) => isAtOrBelow(row.path ?? '', `${vendorFolder}/${folder}`));

/** The protection and the agent live in one folder: who deletes it for the one breaks the other. */
const sharedFolder = (scene: Scene): Sign | undefined => {
  const [protection] = below(scene, 'KAV');
  const [agent] = below(scene, 'klnagent');
  if (protection === undefined || agent === undefined) return undefined;
  return { evidence: evidence('files', [protection, agent], 'vendor-folder') };
};

/** Kaspersky's own, and not already on its way out. */
const isActiveExtension = (row: Row<'systemExtensions'>): boolean =>
  (row.teamId === '2Y8XE5CQ94' || /^com\.kaspersky\./i.test(row.bundleId ?? '')) &&
  !plain(row.state).startsWith('terminated');

const always = (): Sign => ({ evidence: [] });

export const circumstanceHazards = {
  'third-party-removers': { about: either(anyOwn, oneOf('tool-remover')), sign: triedBefore },
  'macos-sysext': {
    about: macProtection,
    sign: ({ snapshot }) =>
      shownBy(
        evidence(
          'systemExtensions',
          rowsOf(snapshot, 'systemExtensions').filter(isActiveExtension),
          'bundle-id',
        ),
      ),
  },
  'macos-shared-folder': { about: either(macProtection, oneOf('mac-nagent')), sign: sharedFolder },
  'multi-os-updates': { about: anyOwn, sign: always },
  /** An order can cover a tool, or another vendor's product that carries the engine, as well. */
  'legal-scope': { about: anything, sign: always },
} satisfies Partial<Record<HazardId, HazardRule>>;
