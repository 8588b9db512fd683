import type { ReactElement } from 'react';
import { ProgressBar } from 'react-aria-components/ProgressBar';

interface ProgressProps {
  readonly name: string;
  readonly done: number;
  readonly all: number;
  readonly words: string;
}

/** Only for what can be counted. */
export const Progress = ({ name, done, all, words }: ProgressProps): ReactElement => (
  <ProgressBar
    className="progress"
    aria-label={name}
    value={done}
    maxValue={Math.max(all, 1)}
    valueLabel={words}
  >
    {({ percentage, valueText }) => (
      <>
        <div className="progress-track">
          <div className="progress-fill" style={{ inlineSize: `${percentage ?? 0}%` }} />
        </div>
        <span className="soft">{valueText}</span>
      </>
    )}
  </ProgressBar>
);
