import type { ReactElement } from 'react';
import type { FleetMap } from '../../electron/core/model/map.ts';
import { printable } from '../../electron/core/text/index.ts';
import { settleLines, skippedLine } from '../../electron/core/text/map-lines.ts';
import { useTexts } from '../store/react.tsx';
import { Fold } from '../ui/fold.tsx';

/** How many lines are shown; a file that is saved has all of them. */
const mostLines = 200;

/** Altered reports, conflicts, clones, and files that were no reports. */
export const ToSettle = ({ map }: { readonly map: FleetMap }): ReactElement => {
  const texts = useTexts();
  const words = texts.map;
  const { number } = texts.window;
  const settle = settleLines(map, texts);
  const { skipped } = map;
  return (
    <>
      {settle.length === 0 ? null : (
        <Fold heading={words.toSettle} summary={number(settle.length)}>
          <Lines lines={settle} all={settle.length} />
        </Fold>
      )}
      {skipped.total === 0 ? null : (
        <Fold heading={words.skippedHeading} summary={number(skipped.total)}>
          <Lines
            lines={skipped.files.slice(0, mostLines).map((file) => skippedLine(file, texts))}
            all={skipped.total}
          />
        </Fold>
      )}
    </>
  );
};

const Lines = ({ lines, all }: { readonly lines: readonly string[]; readonly all: number }): ReactElement => {
  const { more } = useTexts().map;
  const shown = lines.slice(0, mostLines);
  return (
    <ul className="map-lines">
      {shown.map((line, at) => (
        <li key={at}>{printable(line)}</li>
      ))}
      {all > shown.length ? <li>{more(all - shown.length)}</li> : null}
    </ul>
  );
};
