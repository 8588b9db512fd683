import type { ReactElement, ReactNode } from 'react';
import { ChevronDown } from 'lucide-react';
import { Button as AriaButton } from 'react-aria-components/Button';
import { Disclosure, DisclosurePanel } from 'react-aria-components/Disclosure';

export const Chevron = (): ReactElement => (
  <ChevronDown className="chevron" size={16} strokeWidth={2} aria-hidden />
);

interface FoldProps {
  readonly heading: string;
  readonly summary?: string;
  readonly startsOpen?: boolean;
  readonly children: ReactNode;
}

/** A card that opens in place and moves no focus. */
export const Fold = ({ heading, summary, startsOpen = false, children }: FoldProps): ReactElement => (
  <Disclosure className="card group" defaultExpanded={startsOpen}>
    <h2>
      <AriaButton slot="trigger" className="fold-trigger">
        <strong>{heading}</strong>{' '}
        {summary === undefined ? null : <span className="fold-summary">{summary}</span>}
        <Chevron />
      </AriaButton>
    </h2>
    <DisclosurePanel className="fold-panel">{children}</DisclosurePanel>
  </Disclosure>
);

interface InlineFoldProps {
  readonly words: string;
  /** The words, then what they are about: several folds of a page say the same. */
  readonly fullName: string;
  readonly children: ReactNode;
}

/** A line of words that opens what is behind it. */
export const InlineFold = ({ words, fullName, children }: InlineFoldProps): ReactElement => (
  <Disclosure>
    <AriaButton
      slot="trigger"
      className="button fold-inline"
      data-kind="quiet"
      data-compact
      {...(fullName === words ? {} : { 'aria-label': fullName })}
    >
      {words}
      <Chevron />
    </AriaButton>
    <DisclosurePanel className="fold-panel">{children}</DisclosurePanel>
  </Disclosure>
);
