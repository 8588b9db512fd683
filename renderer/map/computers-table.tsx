import { useMemo } from 'react';
import type { ReactElement } from 'react';
import { Cell, Column, Row, Table, TableBody, TableHeader } from 'react-aria-components/Table';
import { TableLayout, Virtualizer } from 'react-aria-components/Virtualizer';
import type { Computer, ComputerState } from '../../electron/core/model/map.ts';
import { printable } from '../../electron/core/text/index.ts';
import type { Texts } from '../../electron/core/text/index.ts';
import { useTexts } from '../store/react.tsx';
import type { Tone } from '../ui/icons.tsx';
import { Mark } from '../ui/mark.tsx';

const tones: Readonly<Record<ComputerState, Tone>> = {
  present: 'now',
  'in-work': 'now',
  'restart-needed': 'warn',
  unknown: 'unknown',
  missing: 'unknown',
  leftovers: 'warn',
  removed: 'ok',
  clean: 'ok',
};

/**
 * In pixels, before a row was measured. Rather too much: the list then shrinks under the End key and the last row is in
 * sight, where too little would leave it, and the focus with it, far below.
 */
const layoutOptions = { estimatedRowHeight: 140, estimatedHeadingHeight: 34 };

/** Every computer that fits the filters. Ten thousand rows: only those in sight exist as elements, and arrow keys lead through all. */
export const ComputersTable = ({ computers }: { readonly computers: readonly Computer[] }): ReactElement => {
  const texts = useTexts();
  const words = texts.map;
  // Two computers may bear one tag: a row goes by its place.
  const items = useMemo(() => computers.map((computer, at) => ({ id: at, computer })), [computers]);
  if (computers.length === 0) return <p className="soft">{words.window.noneShown}</p>;
  return (
    <Virtualizer layout={TableLayout} layoutOptions={layoutOptions}>
      <Table className="card map-computers" aria-label={words.window.table}>
        <TableHeader className="map-head">
          <Column isRowHeader width="1.4fr" minWidth={120}>
            {words.computer}
          </Column>
          <Column width="1.1fr" minWidth={125}>
            {words.state}
          </Column>
          <Column width="2fr" minWidth={180}>
            {words.products}
          </Column>
          <Column width="1.3fr" minWidth={115}>
            {words.lookedAt}
          </Column>
          <Column width="1.4fr" minWidth={130}>
            {words.marksHeading}
          </Column>
        </TableHeader>
        <TableBody items={items}>
          {({ id, computer }) => <ComputerRow id={id} computer={computer} />}
        </TableBody>
      </Table>
    </Virtualizer>
  );
};

const ComputerRow = ({
  id,
  computer,
}: {
  readonly id: number;
  readonly computer: Computer;
}): ReactElement => {
  const texts = useTexts();
  const words = texts.map;
  const { label, name, site, system, state, coverage, products, lookedAt, marks } = computer;
  const about = [name === label ? undefined : name, site, system].filter(
    (part) => part !== undefined && part !== '',
  );
  return (
    <Row id={id} className="map-row" textValue={label}>
      <Cell className="map-cell">
        <strong>{printable(label)}</strong>
        <span className="meta">{printable(about.join(' · '))}</span>
      </Cell>
      <Cell className="map-cell">
        <Mark tone={tones[state]}>{words.states[state]}</Mark>
        {coverage === 'looked' ? null : <span className="meta">{words.coverage[coverage]}</span>}
      </Cell>
      <Cell className="map-cell">
        {products.map((product) => (
          <span
            key={`${product.productId} ${product.version ?? ''} ${product.status}`}
            className="map-product"
          >
            {productWords(product, texts)}
          </span>
        ))}
      </Cell>
      <Cell className="map-cell">{lookedAt === undefined ? null : words.date(new Date(lookedAt))}</Cell>
      <Cell className="map-cell">
        {marks.map((mark) => (
          <span key={mark} className="map-product">
            {words.marks[mark]}
          </span>
        ))}
      </Cell>
    </Row>
  );
};

const productWords = ({ name, version, status }: Computer['products'][number], texts: Texts): string => {
  const how = status === 'removed' ? texts.map.states.removed : texts.status[status];
  return printable([[name, version ?? ''].filter(Boolean).join(' '), how].join(' · '));
};
