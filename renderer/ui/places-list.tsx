import type { ReactElement } from 'react';
import type { Surface } from '../../electron/core/model/report.ts';
import { placeName } from './place-name.ts';
import { useTexts } from '../store/react.tsx';
import type { Tone } from './icons.tsx';
import { ToneIcon } from './icons.tsx';
import type { Texts } from '../../electron/core/text/index.ts';

/** Every place of a look: how it went, and how many signs of Kaspersky are there. */
export const PlacesList = ({ surfaces }: { readonly surfaces: readonly Surface[] }): ReactElement => {
  const texts = useTexts();
  return (
    <ul className="rows">
      {surfaces.map((surface) => {
        const { tone, words } = surfaceWords(surface, texts);
        return (
          <li key={surface.table} className="place" data-tone={tone}>
            <ToneIcon tone={tone} />
            <span>{placeName(surface.table, texts)}</span>
            <span className="place-result">{words}</span>
            {surface.kind === 'ok' ? <Matches signs={surface.signs} /> : null}
          </li>
        );
      })}
    </ul>
  );
};

const Matches = ({ signs }: { readonly signs: number }): ReactElement => {
  const words = useTexts().window.identify;
  return signs === 0 ? (
    <span className="soft">{words.noneMatch}</span>
  ) : (
    <strong>{words.match(signs)}</strong>
  );
};

const surfaceWords = (surface: Surface, texts: Texts): { readonly tone: Tone; readonly words: string } => {
  const words = texts.window.identify;
  switch (surface.kind) {
    case 'ok':
      return surface.gaps === 0
        ? { tone: 'ok', words: words.lookedAt(surface.looked) }
        : { tone: 'unknown', words: `${words.lookedAt(surface.looked)} · ${words.gaps(surface.gaps)}` };
    case 'not-applicable':
      return { tone: 'idle', words: words.notHere };
    case 'unavailable':
    case 'denied':
    case 'failed':
      return { tone: 'unknown', words: words.couldNot };
  }
};
