import type { ReactElement, Ref } from 'react';
import type { HazardFinding } from '../../../electron/core/model/hazard.ts';
import { hazardText } from '../../../electron/core/text/index.ts';
import { isWord } from '../../store/plan.ts';
import { useApp, useTexts } from '../../store/react.tsx';
import { Field } from '../../ui/field.tsx';
import { Group } from '../../ui/group.tsx';
import { RiskIcon } from '../../ui/icons.tsx';
import { Mark } from '../../ui/mark.tsx';
import { CheckAgain } from './check-again.tsx';
import { HazardEvidence, HazardState } from './hazard-parts.tsx';

interface DoFirstProps {
  readonly hazards: readonly HazardFinding[];
  readonly fieldRef: Ref<HTMLInputElement>;
  readonly asks: boolean;
}

/** To be done before; who goes on all the same has to mean it, so it takes a typed word and not a click. */
export const DoFirst = ({ hazards, fieldRef, asks }: DoFirstProps): ReactElement | null => {
  const texts = useTexts();
  const words = texts.window.prepare;
  const typed = useApp((state) => state.consent.typed);
  const typeWord = useApp((state) => state.typeWord);
  const goesOn = useApp(isWord);
  if (hazards.length === 0) return null;
  return (
    <Group heading={texts.hazardLevels.confirm} remark={<CheckAgain about={texts.hazardLevels.confirm} />}>
      <div className="card rows">
        {hazards.map((hazard) => {
          const { title, why, whatToDo } = hazardText(texts, hazard.id);
          return (
            <div key={hazard.id} className="hazard" data-tone="warn">
              <RiskIcon />
              <div>
                <h3>{title}</h3>
                <HazardState hazard={hazard} />
                <p>{why}</p>
                <p>
                  <strong>{whatToDo}</strong>
                </p>
                <HazardEvidence hazard={hazard} />
              </div>
              <Mark tone={goesOn ? 'idle' : 'warn'}>{goesOn ? words.typed : words.toDo}</Mark>
            </div>
          );
        })}
        {asks ? (
          <div className="word">
            <Field
              label={words.wordLabel(words.word)}
              hint={words.wordHint}
              value={typed}
              onChange={typeWord}
              inputRef={fieldRef}
            />
          </div>
        ) : null}
      </div>
    </Group>
  );
};
