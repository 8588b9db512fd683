import type { ReactElement } from 'react';
import { productsAskingPassword } from '../../../electron/core/model/asking-password.ts';
import type { HazardId } from '../../../electron/core/model/hazard.ts';
import type { Report } from '../../../electron/core/model/report.ts';
import { useApp, useTexts } from '../../store/react.tsx';
import { Group } from '../../ui/group.tsx';
import { ToneIcon } from '../../ui/icons.tsx';

const ofServer: readonly HazardId[] = ['managed-redeploy'];
const ofEncryption: readonly HazardId[] = ['fde', 'fle', 'removable-encryption', 'bitlocker-managed'];

/** On a work computer: what is not for its user to decide. Only what is so on this computer is said. */
export const Administrator = ({ report }: { readonly report: Report }): ReactElement | null => {
  const words = useTexts().work.administrator;
  const isWork = useApp((state) => state.who === 'work');
  if (!isWork) return null;
  const has = (ids: readonly HazardId[]): boolean => report.hazards.some(({ id }) => ids.includes(id));
  const needsRights =
    !report.host.elevated && report.plan.actions.some(({ needsElevation }) => needsElevation);
  const lines = [
    ...(has(ofServer) ? [words.server] : []),
    ...(has(ofEncryption) ? [words.encryption] : []),
    ...(productsAskingPassword(report).length > 0 ? [words.password] : []),
    ...(needsRights ? [words.rights] : []),
  ];
  if (lines.length === 0) return null;
  return (
    <Group heading={words.heading} note={words.lead}>
      <ul className="card rows">
        {lines.map((line) => (
          <li key={line} className="row" data-tone="now">
            <ToneIcon tone="now" />
            <span className="grow">{line}</span>
          </li>
        ))}
        <li className="row soft">{words.helpDeskNote}</li>
      </ul>
    </Group>
  );
};
