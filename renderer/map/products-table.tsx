import type { ReactElement } from 'react';
import type { ProductCount } from '../../electron/core/model/map.ts';
import { printable } from '../../electron/core/text/index.ts';
import { useTexts } from '../store/react.tsx';
import { Group } from '../ui/group.tsx';
import { Scroller } from './scroller.tsx';

export const ProductsTable = ({ products }: { readonly products: readonly ProductCount[] }): ReactElement => {
  const texts = useTexts();
  const words = texts.map;
  const { number } = texts.window;
  if (products.length === 0)
    return (
      <Group heading={words.products}>
        <p className="soft">{words.nothingFound}</p>
      </Group>
    );
  return (
    <Group heading={words.products} remark={words.productsNote}>
      <Scroller className="card" label={words.products}>
        <thead>
          <tr>
            <th scope="col">{words.product}</th>
            <th scope="col">{words.version}</th>
            <th scope="col" className="number">
              {words.states.present}
            </th>
            <th scope="col" className="number">
              {words.states.removed}
            </th>
            <th scope="col" className="number">
              {words.states.leftovers}
            </th>
            <th scope="col" className="number">
              {words.other}
            </th>
          </tr>
        </thead>
        <tbody>
          {products.map((product) => (
            <tr key={`${product.productId} ${product.version ?? ''}`}>
              <th scope="row">{printable(product.name)}</th>
              <td>{printable(product.version ?? '')}</td>
              {(['present', 'removed', 'leftovers', 'other'] as const).map((column) => (
                <td key={column} className={product[column] === 0 ? 'number zero' : 'number'}>
                  {number(product[column])}
                </td>
              ))}
            </tr>
          ))}
        </tbody>
      </Scroller>
    </Group>
  );
};
