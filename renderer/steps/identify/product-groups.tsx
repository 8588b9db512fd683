import type { ReactElement } from 'react';
import type { Detection, DetectionStatus } from '../../../electron/core/model/detection.ts';
import type { Report } from '../../../electron/core/model/report.ts';
import { useApp, useTexts } from '../../store/react.tsx';
import { mayBeChosen, removableIds } from '../../store/scan.ts';
import { EvidenceTable } from '../../ui/evidence-table.tsx';
import { Group } from '../../ui/group.tsx';
import { ProductCard } from '../../ui/product-card.tsx';

/** Weightiest first: what can go, what may not, what stayed behind, what only looks like it. */
const order: readonly DetectionStatus[] = [
  'installed',
  'report-only',
  'leftovers',
  'vendor-tool',
  'successor',
  'oem',
];

interface ProductGroupsProps {
  readonly report: Report;
  /** Of this computer. What another computer's scan found is shown without ticks. */
  readonly here: boolean;
}

export const ProductGroups = ({ report, here }: ProductGroupsProps): ReactElement => {
  const words = useTexts().window.identify;
  return (
    <div data-products>
      {order.map((status) => (
        <StatusGroup key={status} status={status} report={report} here={here} />
      ))}
      {report.unattributed.length === 0 ? null : (
        <Group heading={words.unattributed}>
          <div className="card">
            <EvidenceTable name={words.unattributed} evidence={report.unattributed} />
          </div>
        </Group>
      )}
    </div>
  );
};

/** As they would be removed, what a plan does not speak of last. */
const inOrderOfPlan = ({ detections, plan }: Report): readonly Detection[] => {
  const placeOf = ({ productId }: Detection): number => {
    const at = plan.actions.findIndex((action) => action.productId === productId);
    return at < 0 ? plan.actions.length : at;
  };
  return detections.toSorted((a, b) => placeOf(a) - placeOf(b));
};

interface StatusGroupProps extends ProductGroupsProps {
  readonly status: DetectionStatus;
}

const StatusGroup = ({ status, report, here }: StatusGroupProps): ReactElement | null => {
  const texts = useTexts();
  const words = texts.window.identify;
  const chosen = useApp((state) => state.chosen);
  const choose = useApp((state) => state.choose);
  const detections = inOrderOfPlan(report).filter((detection) => detection.status === status);
  if (detections.length === 0) return null;
  const mayChoose = here && mayBeChosen(status);
  const ownChosen = chosen.filter((id) => removableIds(report).includes(id));
  return (
    <Group
      heading={status === 'installed' && !here ? words.installedSaved : words.groups[status]}
      {...(mayChoose && status === 'installed'
        ? { remark: words.chosen(ownChosen.length, removableIds(report).length) }
        : {})}
      {...(here ? { note: words.groupNotes[status] } : {})}
    >
      <ul className="stack">
        {detections.map((detection) => {
          const refusal = report.plan.actions.find(
            (action) => action.productId === detection.productId && action.refusal !== undefined,
          )?.refusal;
          return (
            <li key={detection.productId}>
              <ProductCard
                detection={detection}
                {...(mayChoose
                  ? {
                      isChosen: chosen.includes(detection.productId),
                      onChoose: (isChosen) => choose(detection.productId, isChosen),
                    }
                  : {})}
                {...(here && refusal !== undefined ? { remark: texts.refusals[refusal] } : {})}
              />
            </li>
          );
        })}
      </ul>
    </Group>
  );
};
