import type { ReactElement } from 'react';
import { useEffect, useMemo, useRef, useState } from 'react';
import { GridList, GridListItem } from 'react-aria-components/GridList';
import { ListLayout, Virtualizer } from 'react-aria-components/Virtualizer';
import type { Evidence } from '../../electron/core/model/evidence.ts';
import { reasonText } from '../../electron/core/text/index.ts';
import { rowLabel } from '../../electron/core/text/sentences.ts';
import { useTexts } from '../store/react.tsx';
import { describeRow } from './describe-row.ts';
import { MachineText } from './machine-text.tsx';

interface EvidenceListProps {
  /** What the signs are of. */
  readonly name: string;
  readonly evidence: readonly Evidence[];
}

/** In pixels, before a row was measured: three lines of small text. */
const layoutOptions = { estimatedRowHeight: 64 };
/** So many more at a time: all at once would be one long task. */
const portion = 250;

/**
 * Thousands of signs: only those in sight exist as elements. The arrow keys, Page Down and End lead through all of them,
 * and each says its place among all.
 */
export const EvidenceList = ({ name, evidence }: EvidenceListProps): ReactElement => {
  const texts = useTexts();
  const list = useRef<HTMLDivElement>(null);
  const all = useMemo(() => evidence.map((item, at) => ({ id: at, item })), [evidence]);
  const [count, setCount] = useState(portion);
  useEffect(() => {
    if (count >= all.length) return undefined;
    const timer = setTimeout(() => setCount(count + portion));
    return () => clearTimeout(timer);
  }, [count, all]);
  const items = useMemo(() => all.slice(0, count), [all, count]);
  // The button that asked for all of them is gone, and reading goes on here.
  useEffect(() => list.current?.focus(), []);
  return (
    <Virtualizer layout={ListLayout} layoutOptions={layoutOptions}>
      <GridList
        ref={list}
        className="evidence-list"
        aria-label={texts.window.evidence.of(name)}
        items={items}
      >
        {({ id, item }) => (
          <GridListItem id={id} className="evidence-item" textValue={rowLabel(item.row)}>
            <EvidenceWords item={item} />
          </GridListItem>
        )}
      </GridList>
    </Virtualizer>
  );
};

const EvidenceWords = ({ item }: { readonly item: Evidence }): ReactElement => {
  const texts = useTexts();
  const { main, rest } = describeRow(item.row, texts);
  return (
    <>
      <p className="soft">{texts.signs[item.table]}</p>
      <p>
        <MachineText>{[main, ...rest].join(' · ')}</MachineText>
      </p>
      <p className="soft">{reasonText(texts, item.reason)}</p>
    </>
  );
};
