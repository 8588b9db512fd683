import type { Dice } from '../corpus/dice.ts';
import type { Product, Told, Verdict } from './report.ts';

/** What one computer of the fleet went through, and what a careful person would say of it at the end. */
export interface Story {
  readonly looks: readonly Omit<Told, 'machine'>[];
  readonly state: string;
  readonly coverage: 'looked' | 'partly';
  readonly products: readonly { readonly productId: string; readonly status: string }[];
  readonly marks: readonly string[];
}

const known: readonly Omit<Product, 'status'>[] = [
  { productId: 'business-kes-win', name: 'Kaspersky Endpoint Security for Windows', version: '12.2.0.462' },
  { productId: 'business-kes-win', name: 'Kaspersky Endpoint Security for Windows', version: '11.10.0.399' },
  { productId: 'mgmt-nagent-win', name: 'Kaspersky Security Center Network Agent', version: '14.2.0.26967' },
  { productId: 'consumer-kis', name: 'Kaspersky Internet Security', version: '21.3.10.391' },
  { productId: 'vpn-win', name: 'Kaspersky VPN', version: '5.8' },
  { productId: 'linux-kesl', name: 'Kaspersky Endpoint Security for Linux', version: '12.1.0-1297' },
];

const as = (products: readonly Omit<Product, 'status'>[], status: Product['status']): Product[] =>
  products.map((product) => ({ ...product, status }));
const seen = (
  products: readonly Omit<Product, 'status'>[],
  status: string,
): { productId: string; status: string }[] => products.map(({ productId }) => ({ productId, status }));

const look = (hour: number, verdict: Verdict, products: readonly Product[] = []): Omit<Told, 'machine'> => ({
  hour,
  verdict,
  products,
});

/** Two different products: two versions of one would be told apart by their version. */
const some = (dice: Dice): Omit<Product, 'status'>[] => {
  const first = dice.pick(known);
  const other = known.filter(({ productId }) => productId !== first.productId);
  return dice.chance(0.4) ? [first, dice.pick(other)] : [first];
};

type Telling = (dice: Dice, hour: number) => Story;

const plainly = (looks: Story['looks'], state: string, products: Story['products'] = []): Story => ({
  looks,
  state,
  coverage: 'looked',
  products,
  marks: [],
});

/** Every kind of story, with how often it is told. */
const tellings: readonly (readonly [number, Telling])[] = [
  [30, (_, hour) => plainly([look(hour, 'clean')], 'clean')],
  [
    16,
    (dice, hour) => {
      const here = some(dice);
      return plainly([look(hour, 'found', as(here, 'installed'))], 'present', seen(here, 'installed'));
    },
  ],
  [
    22,
    (dice, hour) => {
      const here = some(dice);
      const done = { ...look(hour + 5, 'removed'), before: as(here, 'installed') };
      return plainly([look(hour, 'found', as(here, 'installed')), done], 'removed', seen(here, 'removed'));
    },
  ],
  // Removed by hand: two looks, no run. The older report is written last and comes in last.
  [
    5,
    (dice, hour) => {
      const here = some(dice);
      const late = { ...look(hour, 'found', as(here, 'installed')), written: hour + 40 };
      return plainly([look(hour + 20, 'clean'), late], 'removed', seen(here, 'removed'));
    },
  ],
  [
    5,
    (dice, hour) => {
      const [one] = some(dice).slice(0, 1);
      const here = as(one === undefined ? [] : [one], 'installed');
      const stuck = { ...look(hour + 3, 'incomplete', here), before: here };
      return plainly(
        [stuck],
        'in-work',
        here.map(({ productId }) => ({ productId, status: 'installed' })),
      );
    },
  ],
  [
    5,
    (dice, hour) => {
      const here = some(dice);
      const waiting = {
        ...look(hour + 3, 'restart-needed', as(here, 'installed')),
        before: as(here, 'installed'),
      };
      return plainly([waiting], 'restart-needed', seen(here, 'installed'));
    },
  ],
  // The run removed what was chosen; a server beside it stays.
  [
    3,
    (dice, hour) => {
      const here = some(dice);
      const server = { productId: 'mgmt-ksc-win', name: 'Kaspersky Security Center', version: '15.1' };
      const staying = as([server], 'report-only');
      const done = { ...look(hour + 4, 'removed', staying), before: [...as(here, 'installed'), ...staying] };
      return plainly([done], 'in-work', [...seen([server], 'report-only'), ...seen(here, 'removed')]);
    },
  ],
  [
    6,
    (dice, hour) => {
      const left = some(dice);
      return plainly([look(hour, 'leftovers', as(left, 'leftovers'))], 'leftovers', seen(left, 'leftovers'));
    },
  ],
  [
    5,
    (_, hour) => ({
      ...plainly([{ ...look(hour, 'unknown'), closed: true }], 'unknown'),
      coverage: 'partly',
    }),
  ],
  // A verdict of a careless hand: clean, with a required place closed.
  [
    1,
    (_, hour) => ({ ...plainly([{ ...look(hour, 'clean'), closed: true }], 'unknown'), coverage: 'partly' }),
  ],
  [
    2,
    (dice, hour) => {
      const here = some(dice);
      const done = { ...look(hour + 5, 'removed'), before: as(here, 'installed') };
      const again = look(hour + 30, 'found', as(here, 'installed'));
      return { ...plainly([done, again], 'present', seen(here, 'installed')), marks: ['returned'] };
    },
  ],
  // Clean by its verdict, and a product in its list.
  [
    1,
    (dice, hour) => {
      const here = some(dice);
      return {
        ...plainly([look(hour, 'clean', as(here, 'installed'))], 'present', seen(here, 'installed')),
        marks: ['contradiction'],
      };
    },
  ],
  // Two looks of the same moment do not agree: the worse one counts.
  [
    1,
    (dice, hour) => {
      const here = some(dice);
      return {
        ...plainly(
          [look(hour, 'clean'), look(hour, 'found', as(here, 'installed'))],
          'present',
          seen(here, 'installed'),
        ),
        marks: ['conflict'],
      };
    },
  ],
];

const all = tellings.reduce((sum, [weight]) => sum + weight, 0);

export const tell = (dice: Dice, hour: number): Story => {
  let at = dice.int(all);
  for (const [weight, telling] of tellings) {
    if (at < weight) return telling(dice, hour);
    at -= weight;
  }
  throw new Error('the weights do not add up');
};
