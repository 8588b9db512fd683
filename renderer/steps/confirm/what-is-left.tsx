import type { ReactElement } from 'react';
import type { Detection } from '../../../electron/core/model/detection.ts';
import type { Report } from '../../../electron/core/model/report.ts';
import { useTexts } from '../../store/react.tsx';
import { EvidenceTable } from '../../ui/evidence-table.tsx';
import { InlineFold } from '../../ui/fold.tsx';
import { Group } from '../../ui/group.tsx';
import { LeftoverList } from './leftover-list.tsx';
import type { Tone } from '../../ui/icons.tsx';
import { ToneIcon } from '../../ui/icons.tsx';

/** What is here on purpose or is not ours to take. */
const leftAlone = ['report-only', 'vendor-tool', 'successor', 'oem'] as const;

/** What the second look still found, with its evidence. */
export const WhatIsLeft = ({ report }: { readonly report: Report }): ReactElement => {
  const words = useTexts().window;
  const leftovers = report.detections.filter(({ status }) => status === 'leftovers');
  const still = report.detections.filter(({ status }) => status === 'installed');
  // With what may be done about each of them.
  const isListed = (report.remaining?.items.length ?? 0) > 0;
  const none = leftovers.length === 0 && report.unattributed.length === 0;
  return (
    <>
      {still.length === 0 ? null : (
        <Group heading={words.confirm.still}>
          <Detections detections={still} tone="stop" />
        </Group>
      )}
      {leftAlone.map((status) => {
        const detections = report.detections.filter((detection) => detection.status === status);
        return detections.length === 0 ? null : (
          <Group
            key={status}
            heading={words.identify.groups[status]}
            note={words.identify.groupNotes[status]}
          >
            <Detections detections={detections} tone="idle" />
          </Group>
        );
      })}
      {report.remaining === undefined ? null : <LeftoverList report={report} remaining={report.remaining} />}
      {none && still.length === 0 ? (
        <Group heading={words.confirm.leftovers}>
          <NoLeftovers everywhere={!report.unchecked.some((place) => place.required === true)} />
        </Group>
      ) : null}
      {leftovers.length === 0 || isListed ? null : (
        <Group heading={words.confirm.leftovers} note={words.identify.groupNotes.leftovers}>
          <Detections detections={leftovers} tone="warn" />
        </Group>
      )}
      {report.unattributed.length === 0 ? null : (
        <Group heading={words.identify.unattributed}>
          <div className="card">
            <EvidenceTable name={words.identify.unattributed} evidence={report.unattributed} />
          </div>
        </Group>
      )}
    </>
  );
};

/** Green only when every place that counts could be looked at. */
const NoLeftovers = ({ everywhere }: { readonly everywhere: boolean }): ReactElement => {
  const words = useTexts().window.confirm;
  const tone = everywhere ? 'ok' : 'unknown';
  return (
    <p className="card row" data-tone={tone}>
      <ToneIcon tone={tone} />
      {everywhere ? words.noLeftovers : words.noLeftoversSeen}
    </p>
  );
};

interface DetectionsProps {
  readonly detections: readonly Detection[];
  readonly tone: Tone;
}

const Detections = ({ detections, tone }: DetectionsProps): ReactElement => {
  const texts = useTexts();
  const words = texts.window;
  return (
    <ul className="card rows">
      {detections.map((detection) => (
        <li key={detection.productId} className="row left" data-tone={tone}>
          <ToneIcon tone={tone} />
          <div className="grow">
            <h3>{detection.name}</h3>
            <p className="soft">
              {`${texts.status[detection.status]} · ${words.confirm.signsHere(detection.evidence.length)}`}
            </p>
            <InlineFold words={words.evidence.show} fullName={words.evidence.of(detection.name)}>
              <EvidenceTable name={detection.name} evidence={detection.evidence} />
            </InlineFold>
          </div>
        </li>
      ))}
    </ul>
  );
};
