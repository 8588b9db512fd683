import type { ReactElement } from 'react';
import { Check, Minus } from 'lucide-react';
import { useApp, useTexts } from '../../store/react.tsx';

/** What the program does and what it never does. It promises only what is true on this system. */
export const PromiseCards = (): ReactElement => {
  const words = useTexts().window.start;
  const about = useApp((state) => state.about);
  const known = about.kind === 'done' ? about.about : undefined;
  const does = [
    ...(known === undefined ? [] : [words.doesPlaces(known.places.length)]),
    words.doesRisks,
    ...(known === undefined ? [] : [words.doesRemove[known.host.os]]),
    words.doesReport,
  ];
  return (
    <div className="promise group">
      <section className="card card-padded" aria-labelledby="does">
        <h2 id="does">{words.does}</h2>
        <ul>
          {does.map((sentence) => (
            <li key={sentence} data-tone="ok">
              <Check size={16} strokeWidth={2} aria-hidden />
              {sentence}
            </li>
          ))}
        </ul>
      </section>
      <section className="card card-padded" aria-labelledby="does-not">
        <h2 id="does-not">{words.doesNot}</h2>
        <ul>
          {words.doesNotList.map((sentence) => (
            <li key={sentence} data-tone="idle">
              <Minus size={16} strokeWidth={2} aria-hidden />
              {sentence}
            </li>
          ))}
        </ul>
      </section>
    </div>
  );
};
