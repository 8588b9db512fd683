import type { ReactElement } from 'react';
import type { Detection } from '../../electron/core/model/detection.ts';
import type { Action } from '../../electron/core/model/plan.ts';
import { useTexts } from '../store/react.tsx';
import { MachineText } from './machine-text.tsx';

export const productName = (action: Action, detections: readonly Detection[]): string =>
  detections.find((detection) => detection.productId === action.productId)?.name ?? action.productId;

/** The name that tells two actions of one product apart, for those who cannot see the row. */
export const actionLabel = (action: Action, detections: readonly Detection[]): string => {
  const name = productName(action, detections);
  return action.kind === 'remove-package' ? `${name}, ${action.package}` : name;
};

interface ActionNameProps {
  readonly action: Action;
  readonly detections: readonly Detection[];
}

/** Whose product, then the exact package: one product can be several packages. */
export const ActionName = ({ action, detections }: ActionNameProps): ReactElement => {
  const words = useTexts().window.prepare;
  return (
    <>
      <p>
        <strong>{productName(action, detections)}</strong>
      </p>
      <p className="meta">
        {action.kind === 'remove-package' ? (
          <>
            {words.packageBefore}
            <MachineText>{action.package}</MachineText>
          </>
        ) : null}
        {action.kind === 'remove-package' && action.version !== undefined ? ' · ' : null}
        {action.version === undefined ? null : <MachineText>{action.version}</MachineText>}
      </p>
    </>
  );
};
