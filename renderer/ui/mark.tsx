import type { ReactElement, ReactNode } from 'react';
import type { Tone } from './icons.tsx';
import { ToneIcon } from './icons.tsx';

/** A short fact: icon, word and colour together. */
export const Mark = ({
  tone,
  children,
}: {
  readonly tone: Tone;
  readonly children: ReactNode;
}): ReactElement => (
  <span className="mark" data-tone={tone}>
    <ToneIcon tone={tone} size={16} />
    {children}
  </span>
);
