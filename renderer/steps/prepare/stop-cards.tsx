import type { ReactElement } from 'react';
import type { HazardFinding } from '../../../electron/core/model/hazard.ts';
import { hazardText } from '../../../electron/core/text/index.ts';
import { useTexts } from '../../store/react.tsx';
import { Group } from '../../ui/group.tsx';
import { ToneIcon } from '../../ui/icons.tsx';
import { CheckAgain } from './check-again.tsx';
import { HazardEvidence, HazardState } from './hazard-parts.tsx';

/** Nothing here has a way round: only a computer that changed takes it off the list. */
export const StopCards = ({
  hazards,
}: {
  readonly hazards: readonly HazardFinding[];
}): ReactElement | null => {
  const texts = useTexts();
  const words = texts.window.prepare;
  if (hazards.length === 0) return null;
  return (
    <Group heading={texts.hazardLevels.stop} remark={words.noStop}>
      <ul className="stack">
        {hazards.map((hazard) => {
          const { title, why, whatToDo } = hazardText(texts, hazard.id);
          return (
            <li key={hazard.id} className="card hazard hazard-stop" data-tone="stop">
              <ToneIcon tone="stop" />
              <div>
                <h3>{title}</h3>
                <HazardState hazard={hazard} />
                <dl className="facts">
                  <dt>{words.why}</dt>
                  <dd>{why}</dd>
                  <dt>{words.whatToDo}</dt>
                  <dd>{whatToDo}</dd>
                </dl>
                <HazardEvidence hazard={hazard} />
              </div>
              <CheckAgain about={title} />
            </li>
          );
        })}
      </ul>
    </Group>
  );
};
