import type { ReactElement } from 'react';
import type { LucideIcon } from 'lucide-react';

export interface Stage {
  readonly state: 'done' | 'now' | 'later';
  readonly Icon: LucideIcon;
  readonly name: string;
  readonly detail: string;
}

/** What was done and what comes, in its order: nothing of it is a surprise then. */
export const Stages = ({ stages }: { readonly stages: readonly Stage[] }): ReactElement => (
  <ol className="card stages">
    {stages.map(({ state, Icon, name, detail }) => (
      <li key={name} className="stage" data-state={state}>
        <span className="stage-mark" aria-hidden>
          <Icon size={16} strokeWidth={2} />
        </span>
        <span>
          <strong>{name}</strong>
          <span className="soft">{detail}</span>
        </span>
      </li>
    ))}
  </ol>
);
