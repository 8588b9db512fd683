import type { ReactElement, ReactNode } from 'react';

interface PageProps {
  readonly children: ReactNode;
  /** What holds the next move up, or what to expect. */
  readonly note?: ReactNode;
  /** The primary button comes last. */
  readonly buttons?: ReactNode;
}

/** One step: what it is about, and below it the bar with the next move. */
export const Page = ({ children, note, buttons }: PageProps): ReactElement => (
  <>
    <div className="page-body">{children}</div>
    <div className="bar">
      <div className="bar-note">{note}</div>
      <div className="bar-buttons">{buttons}</div>
    </div>
  </>
);
