import type { ReactElement } from 'react';
import type { Detection } from '../../electron/core/model/detection.ts';
import type { Action } from '../../electron/core/model/plan.ts';
import { useTexts } from '../store/react.tsx';
import { MachineText } from './machine-text.tsx';

export const productName = (action: Action, detections: readonly Detection[]): string =>
  detections.find((detection) => detection.productId === action.productId)?.name ?? action.productId;

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
        {words.packageBefore}
        <MachineText>{action.package}</MachineText>
        {action.version === undefined ? null : (
          <>
            {' · '}
            <MachineText>{action.version}</MachineText>
          </>
        )}
      </p>
    </>
  );
};
