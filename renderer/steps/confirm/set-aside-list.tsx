import type { ReactElement } from 'react';
import { Undo2 } from 'lucide-react';
import type { SetAside } from '../../../electron/core/model/leftover.ts';
import { useApp, useTexts } from '../../store/react.tsx';
import { Button } from '../../ui/button.tsx';
import { Group } from '../../ui/group.tsx';
import { ToneIcon } from '../../ui/icons.tsx';
import { MachineText } from '../../ui/machine-text.tsx';

/** What lies in the quarantine of this run, and the way back. */
export const SetAsideList = ({
  setAside,
}: {
  readonly setAside: readonly SetAside[];
}): ReactElement | null => {
  const texts = useTexts();
  const words = texts.work.leftovers;
  const undo = useApp((state) => state.undo);
  const isBusy = useApp((state) => state.cleaning.kind === 'running');
  if (setAside.length === 0) return null;
  const size = setAside.reduce((sum, { bytes }) => sum + (bytes ?? 0), 0);
  return (
    <Group
      heading={size === 0 ? words.aside(setAside.length) : words.asideSize(setAside.length, size)}
      remark={
        isBusy ? null : (
          <Button
            compact
            kind="quiet"
            icon={<Undo2 size={16} strokeWidth={2} aria-hidden />}
            fullName={texts.labelled(words.undo, words.undoAll)}
            onPress={() => void undo()}
          >
            {words.undo}
          </Button>
        )
      }
    >
      <ul className="card rows">
        {setAside.map(({ what, kind, bytes }) => (
          <li key={`${kind} ${what}`} className="row" data-tone="ok">
            <ToneIcon tone="ok" />
            <div className="grow">
              <h3>{words.kinds[kind]}</h3>
              <p>
                <MachineText>{what}</MachineText>
              </p>
              {bytes === undefined || bytes === 0 ? null : (
                <p className="soft">{texts.window.bytes(bytes)}</p>
              )}
            </div>
          </li>
        ))}
      </ul>
    </Group>
  );
};
