import type { PhaseMeasure } from '../../model/directive.ts';
import type {
  ComputerMark,
  ComputerState,
  Conflict,
  Coverage,
  PhaseClock,
  SkipReason,
} from '../../model/map.ts';
import { wordsOf } from '../words.ts';

const { count, date, decimal, plural } = wordsOf('en');
const s = (n: number): string => plural(n, '', 's');

/** Words of the map of many computers: command line, page, window. */
export const map = {
  title: 'Map of computers',
  states: {
    present: 'Still here',
    'in-work': 'Being removed',
    'restart-needed': 'Waiting for a restart',
    unknown: 'Unknown',
    missing: 'No report',
    leftovers: 'Leftovers only',
    removed: 'Removed',
    clean: 'None found',
  } satisfies Record<ComputerState, string>,
  coverage: {
    looked: 'Looked at',
    partly: 'Looked at in part',
    unusable: 'No report that counts',
    missing: 'Never reported',
  } satisfies Record<Coverage, string>,
  marks: {
    clone: 'Copy of one image: another computer has the same mark',
    conflict: 'Its reports do not agree',
    contradiction: 'A report says two things',
    returned: 'It was gone and came back',
    late: 'First looked at after the deadline',
    altered: 'A report was altered',
    future: 'A report has a date to come',
    unlisted: 'Not on the list of assets',
  } satisfies Record<ComputerMark, string>,
  conflicts: {
    'same-tag': 'One asset tag on several computers. Each is counted.',
    'same-name': 'One name on several computers. Each is counted.',
    'same-time': 'Two reports of the same moment do not agree. The worse one counts.',
  } satisfies Record<Conflict['kind'], string>,
  skipped: {
    'not-json': 'not JSON, or cut off',
    encoding: 'not text in UTF-8 or UTF-16',
    'too-large': 'larger than 32 MB',
    unreadable: 'could not be read',
    foreign: 'a file of another tool',
    'other-document': 'a file of this tool, but no report',
    'newer-version': 'written by a newer version of this tool',
    'bad-report': 'not a whole report',
    'no-date': 'without a date that can be read',
    example: 'an example, not a real computer',
    link: 'a link; links are not followed',
    'not-a-file': 'not a file',
  } satisfies Record<SkipReason, string>,
  measures: {
    looked: 'Identify',
    planned: 'Plan',
    begun: 'Begin removal',
    gone: 'Finish removal',
    person: 'By a person',
  } satisfies Record<PhaseMeasure, string>,
  /** What the computers of a phase that are not done yet are short of. */
  open: {
    looked: (n: number): string => `${count(n)} not wholly looked at`,
    planned: (n: number): string => `${count(n)} without a plan that can be carried out`,
    begun: (n: number): string => `${count(n)} not begun`,
    gone: (n: number): string => `${count(n)} not done`,
    person: (): string => 'a person has to say',
  } satisfies Record<PhaseMeasure, (n: number) => string>,
  phase: ({ state, daysLeft, begunOn }: PhaseClock): string => {
    const left = daysLeft === 0 ? 'due today' : `${count(daysLeft)} day${s(daysLeft)} left`;
    switch (state) {
      case 'done':
        return 'Done';
      case 'begun':
        return `Begun on ${date(begunOn ?? '')}`;
      case 'no-list':
        return 'All that reported. Without a list of assets we cannot tell who did not.';
      case 'late':
        return `${count(-daysLeft)} day${s(-daysLeft)} late`;
      case 'open':
        return left;
      case 'person':
        return daysLeft < 0 ? `${count(-daysLeft)} day${s(-daysLeft)} past. A person has to say` : left;
    }
  },
  rate: (n: number): string => `${decimal(n)} ${plural(n, 'computer', 'computers')} a day from now on`,
  dueOn: (days: number, due: string): string => `Day ${count(days)} · ${date(due)}`,
  date,
  today: (day: number): string =>
    day < 0 ? `The clock starts in ${count(-day)} day${s(-day)}` : `Today is day ${count(day)}`,
  clock: (name: string, start: string): string => `${name}, from ${date(start)}`,
  deadlines: 'Deadlines',
  directive: 'Directive',
  noSite: 'No site',
  allSites: 'All sites',
  neverClean: 'A computer without a report never counts as clean.',
  computers: (n: number): string => `${count(n)} computer${s(n)}`,
  readFrom: (reports: number, computers: number): string =>
    `${count(reports)} report${s(reports)} for ${count(computers)} computer${s(computers)}`,
  aside: (copies: number, superseded: number, skipped: number): string =>
    [
      ...(copies === 0 ? [] : [`${count(copies)} ${plural(copies, 'copy', 'copies')} counted once`]),
      ...(superseded === 0 ? [] : [`${count(superseded)} overruled by a later look`]),
      ...(skipped === 0 ? [] : [`${count(skipped)} file${s(skipped)} skipped`]),
    ].join(' · '),
  folder: 'Folder',
  made: 'Made',
  reading: (files: number): string => `Reading reports: ${count(files)}`,
  state: 'State',
  coverageHeading: 'Coverage',
  all: 'All',
  site: 'Site',
  bySite: 'Computers by site',
  computer: 'Computer',
  assetTag: 'Asset tag',
  name: 'Name',
  system: 'System',
  lookedAt: 'Looked at on',
  products: 'Products and versions',
  productsNote: 'A computer can have more than one.',
  product: 'Product',
  version: 'Version',
  other: 'Tool, successor or engine',
  productLine: (present: number, removed: number, leftovers: number, other: number): string =>
    [
      ...(present === 0 ? [] : [`${count(present)} still here`]),
      ...(removed === 0 ? [] : [`${count(removed)} removed`]),
      ...(leftovers === 0 ? [] : [`${count(leftovers)} leftovers only`]),
      ...(other === 0 ? [] : [`${count(other)} tool, successor or engine`]),
    ].join(' · '),
  nothingFound: 'No product was found.',
  toSettle: 'To be looked into',
  clones: (computers: string): string => `Copies of one image: ${computers}`,
  altered: (file: string): string => `${file}: altered after it was written. It decides nothing.`,
  future: (file: string, lookedAt: string): string =>
    `${file}: the look has the date ${lookedAt}, which is still to come. It decides nothing.`,
  marksHeading: 'Notes',
  skippedHeading: 'Not read as reports',
  file: 'File',
  why: 'Why',
  more: (n: number): string => `and ${count(n)} more`,
  columns: 'Computers',

  /** The form that a directive asks for. Its fields follow BOD 17-01 as it is generally known. */
  form: {
    title: 'Plan and status report',
    check:
      'Check this list of fields against the official text of your directive before you hand it in. What a machine can know is filled in; the rest is for you.',
    open: 'To be filled in',
    field: 'Field',
    filled: 'Content',
    from: 'From',
    byMap: 'the map',
    byPerson: 'a person',
    asOf: (at: string): string => `As of ${at}`,
    fields: {
      organisation: 'Name of the organisation',
      contact: 'Contact: name, telephone, e-mail',
      products: 'Products found',
      endpoints: 'Endpoints with each product',
      methods: 'How they were looked for',
      components: 'Parts of the organisation concerned',
      mission: 'What these endpoints are for',
      contracts: 'Contracts with the vendor, and what they cost',
      timeline: 'Timeline of the removal',
      controls: 'Security functions that the removal concerns',
      replacement: 'Replacement',
      replacementTimeline: 'Timeline of the replacement',
      difficulties: 'Foreseen difficulties',
      costs: 'Costs of licences, upkeep and replacement',
      progress: 'Progress of the removal',
    },
    endpointsOf: (n: number): string => `${count(n)} endpoint${s(n)}`,
    methodsText: (tool: string, looked: number, partly: number, none: number): string =>
      `Each computer was looked at by ${tool}: installed programs and packages, services, drivers, running programs, files, browser extensions and, where there is one, the registry, each against a list of exact names. ${count(looked)} were looked at wholly, ${count(partly)} in part, ${count(none)} have no report that counts.`,
    phaseLine: (name: string, due: string, how: string): string => `${name}, by ${due}: ${how}`,
    difficultyUnknown: (n: number): string =>
      `${count(n)} computer${s(n)} could not be judged, or never reported`,
    difficultyStuck: (n: number): string => `${count(n)} removal${s(n)} begun and not at the end`,
    difficultyServers: (names: string): string =>
      `Servers that only their administrator can remove: ${names}`,
    difficultyReturned: (n: number): string => `On ${count(n)} computer${s(n)} it came back after a removal`,
    stateLine: (state: string, n: number): string => `${state}: ${count(n)}`,
  },
};

export type MapWords = typeof map;
