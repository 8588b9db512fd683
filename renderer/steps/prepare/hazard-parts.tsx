import type { ReactElement } from 'react';
import type { HazardFinding } from '../../../electron/core/model/hazard.ts';
import { hazardText } from '../../../electron/core/text/index.ts';
import { useTexts } from '../../store/react.tsx';
import { EvidenceTable } from '../../ui/evidence-table.tsx';
import { InlineFold } from '../../ui/fold.tsx';
import { Mark } from '../../ui/mark.tsx';

/** What could not be checked counts as if it were so, and says that it is a guess. */
export const HazardState = ({ hazard }: { readonly hazard: HazardFinding }): ReactElement | null => {
  const texts = useTexts();
  return hazard.state === 'could-not-check' ? <Mark tone="unknown">{texts.couldNotCheck}</Mark> : null;
};

export const HazardEvidence = ({ hazard }: { readonly hazard: HazardFinding }): ReactElement | null => {
  const texts = useTexts();
  const words = texts.window.evidence;
  if (hazard.evidence.length === 0) return null;
  const { title } = hazardText(texts, hazard.id);
  return (
    <InlineFold words={words.show} fullName={words.of(title)}>
      <EvidenceTable name={title} evidence={hazard.evidence} />
    </InlineFold>
  );
};
