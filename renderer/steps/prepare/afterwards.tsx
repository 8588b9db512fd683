import type { ReactElement } from 'react';
import type { Report } from '../../../electron/core/model/report.ts';
import { whatOf } from '../../../electron/core/model/leftover.ts';
import { useApp, useTexts } from '../../store/react.tsx';
import { InlineFold } from '../../ui/fold.tsx';
import { Group } from '../../ui/group.tsx';
import { MachineText } from '../../ui/machine-text.tsx';
import { Tick } from '../../ui/tick.tsx';

/** Whether leftovers are set aside in the same run, and where. Without the tick they are listed at the end. */
export const Afterwards = ({ report }: { readonly report: Report }): ReactElement | null => {
  const words = useTexts().work.afterwards;
  const mayCleanUp = useApp(({ about }) => about.kind === 'done' && about.about.mayCleanUp);
  const withLeftovers = useApp((state) => state.withLeftovers);
  const chooseLeftovers = useApp((state) => state.chooseLeftovers);
  if (!mayCleanUp) return null;
  const places = report.plan.leftovers;
  return (
    <Group heading={words.heading}>
      <div className="card card-padded">
        <Tick isSelected={withLeftovers} onChange={(chosen) => void chooseLeftovers(chosen)}>
          <strong>{words.tick}</strong>
        </Tick>
        <p className="soft prose">{words.lead}</p>
        {!withLeftovers || places === undefined ? null : places.length === 0 ? (
          <p className="soft">{words.none}</p>
        ) : (
          <InlineFold words={words.where(places.length)} fullName={words.where(places.length)}>
            <ul className="paths">
              {places.map((item) => (
                <li key={item.id}>
                  <MachineText>{whatOf(item)}</MachineText>
                </li>
              ))}
            </ul>
          </InlineFold>
        )}
      </div>
    </Group>
  );
};
