/** The home products and the builds that are out there. */

export interface Build {
  readonly version: string;
  /** As services, folders and keys write it. */
  readonly short: string;
  readonly service: string;
  readonly tag?: string;
}

const build = (version: string, short: string, tag?: string): Build => ({
  version,
  short,
  service: /^(?:9|11|12|13)$/.test(short) ? 'AVP' : `AVP${short}`,
  ...(tag === undefined ? {} : { tag }),
});

export const modern: readonly Build[] = [
  build('21.6.7.351', '21.6'),
  build('21.9.6.465', '21.9'),
  build('21.13.5.506', '21.13', 'K4W-21-13'),
  build('21.14.5.462', '21.14', 'K4W-21-14'),
  build('21.17.7.539', '21.17', 'K4W-21-17'),
  build('21.19.7.527', '21.19', 'K4W-21-19'),
  build('21.24.8.518', '21.24', 'K4W-21-24'),
  build('21.25.8.560', '21.25', 'K4W-21-25'),
  build('21.26.6.422', '21.26', 'K4W-21-26'),
];
export const middle: readonly Build[] = [
  build('15.0.2.361', '15.0.2'),
  build('16.0.1.445', '16.0.1'),
  build('17.0.0.611', '17.0.0'),
  build('18.0.0.405', '18.0.0'),
  build('19.0.0.1088', '19.0.0'),
  build('20.0.14.1085', '20.0'),
  build('21.1.15.500', '21.1'),
  build('21.2.16.590', '21.2'),
  build('21.3.10.391', '21.3'),
];
export const early: readonly Build[] = [
  build('9.0.0.736', '9'),
  build('11.0.2.556', '11'),
  build('12.0.0.374', '12'),
  build('13.0.1.4190', '13'),
  build('14.0.0.4651', '14.0.0'),
];

export interface HomeLine {
  readonly id: string;
  readonly name: string;
  readonly builds: readonly Build[];
  /** Other names of the same product, by age or plan. */
  readonly names?: readonly string[];
}

export const homeLines: readonly HomeLine[] = [
  {
    id: 'consumer-standard-plus-premium',
    name: 'Kaspersky',
    builds: modern,
    names: ['Kaspersky', 'Kaspersky Standard', 'Kaspersky Plus', 'Kaspersky Premium'],
  },
  {
    id: 'consumer-free',
    name: 'Kaspersky Free',
    builds: middle.slice(3),
    names: ['Kaspersky Free', 'Kaspersky Security Cloud - Free'],
  },
  { id: 'consumer-security-cloud', name: 'Kaspersky Security Cloud', builds: middle.slice(4) },
  { id: 'consumer-kav', name: 'Kaspersky Anti-Virus', builds: [...early, ...middle] },
  { id: 'consumer-kis', name: 'Kaspersky Internet Security', builds: [...early, ...middle] },
  { id: 'consumer-kts', name: 'Kaspersky Total Security', builds: middle },
  {
    id: 'consumer-pure',
    name: 'Kaspersky PURE',
    builds: early.slice(2, 4),
    names: ['Kaspersky PURE', 'Kaspersky PURE 3.0'],
  },
  {
    id: 'business-ksos',
    name: 'Kaspersky Small Office Security',
    builds: [...middle, ...modern.slice(1, 6)],
    names: ['Kaspersky Small Office Security', 'Kaspersky Small Office Security 5'],
  },
];
