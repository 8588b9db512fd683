import type { ReactElement, ReactNode } from 'react';
import { useId } from 'react';

interface GroupProps {
  readonly heading: string;
  /** A count or a short remark beside the heading. */
  readonly remark?: ReactNode;
  readonly note?: string;
  readonly children: ReactNode;
}

export const Group = ({ heading, remark, note, children }: GroupProps): ReactElement => {
  const id = useId();
  return (
    <section className="group" aria-labelledby={id}>
      <div className="group-head">
        <h2 id={id}>{heading}</h2>
        {typeof remark === 'string' ? <span className="meta">{remark}</span> : remark}
      </div>
      {note === undefined || note === '' ? null : <p className="group-note prose">{note}</p>}
      {children}
    </section>
  );
};
