import type { ReactElement, ReactNode } from 'react';
import { useId } from 'react';
import type { Tone } from './icons.tsx';
import { FailedIcon, ToneIcon } from './icons.tsx';

interface NoticeProps {
  readonly tone: Tone;
  readonly heading: string;
  readonly children?: ReactNode;
  readonly action?: ReactNode;
}

/** Something to know before going on. */
export const Notice = ({ tone, heading, children, action }: NoticeProps): ReactElement => {
  const id = useId();
  return (
    <section className="notice" data-tone={tone} aria-labelledby={id}>
      <ToneIcon tone={tone} />
      <div className="grow">
        <h2 id={id}>{heading}</h2>
        {children}
      </div>
      {action}
    </section>
  );
};

/** Something did not work: what happened, and the way on. It is read out at once. */
export const Alert = ({ heading, children, action }: Omit<NoticeProps, 'tone'>): ReactElement => (
  <div className="notice" data-tone="stop" role="alert">
    <FailedIcon />
    <div className="grow">
      <h2>{heading}</h2>
      {children}
    </div>
    {action}
  </div>
);
