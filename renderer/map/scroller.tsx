import type { ReactElement, ReactNode } from 'react';

interface ScrollerProps {
  readonly label: string;
  readonly className?: string;
  readonly children: ReactNode;
}

/** A table that may be wider than the page. It takes the focus, so that the arrow keys can scroll it. */
export const Scroller = ({ label, className = '', children }: ScrollerProps): ReactElement => (
  // oxlint-disable-next-line jsx-a11y/no-noninteractive-tabindex -- what scrolls has to be reached by keyboard
  <div className={`map-scroller sheet ${className}`} role="group" aria-label={label} tabIndex={0}>
    <table aria-label={label}>{children}</table>
  </div>
);
