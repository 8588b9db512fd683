import type { ReactElement, ReactNode } from 'react';
import { useEffect, useRef } from 'react';
import { useApp, useTexts } from '../store/react.tsx';
import type { Tone } from './icons.tsx';
import { ToneIcon } from './icons.tsx';

/** The h1 of a place that is no step. */
export const PlaceHeading = ({ heading, children }: StepHeadingProps): ReactElement => {
  const ref = useRef<HTMLHeadingElement>(null);
  useEffect(() => {
    ref.current?.focus();
  }, []);
  useEffect(() => {
    document.title = heading;
  }, [heading]);
  return (
    <div className="intro">
      <h1 ref={ref} tabIndex={-1}>
        {heading}
      </h1>
      {children === undefined ? null : <p>{children}</p>}
    </div>
  );
};

/** The h1 of a view. It takes the focus when its view opens and names the window, so nobody has to search for what changed. */
const FocusedHeading = ({ children }: { readonly children: string }): ReactElement => {
  const texts = useTexts();
  const route = useApp((state) => state.route);
  const step = useApp((state) => state.step);
  const ref = useRef<HTMLHeadingElement>(null);
  useEffect(() => {
    ref.current?.focus();
  }, []);
  useEffect(() => {
    document.title = texts.window.title(children, route.indexOf(step) + 1, route.length);
  }, [texts, children, route, step]);
  return (
    <h1 ref={ref} tabIndex={-1}>
      {children}
    </h1>
  );
};

interface StepHeadingProps {
  readonly heading: string;
  readonly children?: ReactNode;
}

export const StepHeading = ({ heading, children }: StepHeadingProps): ReactElement => (
  <div className="intro">
    <FocusedHeading>{heading}</FocusedHeading>
    {children === undefined ? null : <p>{children}</p>}
  </div>
);

interface VerdictHeadingProps extends StepHeadingProps {
  readonly tone: Tone;
  readonly icon?: ReactElement;
}

/** A result that is looked for: the same heading as a banner. */
export const VerdictHeading = ({ heading, tone, icon, children }: VerdictHeadingProps): ReactElement => (
  <div className="notice verdict" data-tone={tone}>
    {icon ?? <ToneIcon tone={tone} size={36} />}
    <div className="grow">
      <FocusedHeading>{heading}</FocusedHeading>
      {children}
    </div>
  </div>
);
