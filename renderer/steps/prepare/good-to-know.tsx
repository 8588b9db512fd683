import type { ReactElement, Ref } from 'react';
import type { HazardFinding } from '../../../electron/core/model/hazard.ts';
import { hazardText } from '../../../electron/core/text/index.ts';
import { useApp, useTexts } from '../../store/react.tsx';
import { Group } from '../../ui/group.tsx';
import { ToneIcon } from '../../ui/icons.tsx';
import { Tick } from '../../ui/tick.tsx';
import { HazardState } from './hazard-parts.tsx';

interface GoodToKnowProps {
  readonly hazards: readonly HazardFinding[];
  readonly tickRef: Ref<HTMLInputElement>;
  readonly asks: boolean;
}

export const GoodToKnow = ({ hazards, tickRef, asks }: GoodToKnowProps): ReactElement | null => {
  const texts = useTexts();
  const words = texts.window.prepare;
  const hasRead = useApp((state) => state.consent.hasRead);
  const markRead = useApp((state) => state.markRead);
  if (hazards.length === 0) return null;
  return (
    <Group heading={texts.hazardLevels.inform}>
      <div className="card rows">
        {hazards.map((hazard) => {
          const { title, why, whatToDo } = hazardText(texts, hazard.id);
          return (
            <div key={hazard.id} className="row" data-tone="now">
              <ToneIcon tone="now" />
              <div className="grow">
                <h3>{title}</h3>
                <HazardState hazard={hazard} />
                <p className="soft prose">{`${why} ${whatToDo}`}</p>
              </div>
            </div>
          );
        })}
        {asks ? (
          <div className="read">
            <Tick isSelected={hasRead} onChange={markRead} inputRef={tickRef}>
              <strong>{words.read}</strong>
            </Tick>
          </div>
        ) : null}
      </div>
    </Group>
  );
};
