import { mkdirSync, symlinkSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import type { Dice } from '../corpus/dice.ts';
import { diceOf } from '../corpus/dice.ts';
import { brokenFiles } from './broken.ts';
import type { Machine, Told } from './report.ts';
import { reportOf, timeOf } from './report.ts';
import type { Story } from './stories.ts';
import { tell } from './stories.ts';

/** One computer as whoever made the fleet counts it. */
export interface Counted {
  readonly state: string;
  readonly coverage: string;
  readonly site: string;
  readonly reports: number;
  readonly products: readonly string[];
  readonly marks: readonly string[];
}

/** What was planted, in the words of the one who planted it. */
export interface Planted {
  readonly computers: Map<string, Counted>;
  readonly skipped: Record<string, number>;
  readonly clones: [string, string][];
  readonly conflicts: { readonly kind: string; readonly label: string }[];
  copies: number;
  superseded: number;
  altered: number;
  future: number;
  otherFiles: number;
  reports: number;
  /** The list of assets, as a spreadsheet saves it. */
  assets: string;
}

/** The moment at which the fleet is looked at, and the directive that it is held against. */
export const fleetNow = timeOf(24 * 45);
export const fleetStart = timeOf(0).slice(0, 10);
/** Looks from this hour on are late: the day after day 30. */
const lateFrom = 24 * 31 - 8;

interface Writer {
  readonly folder: string;
  readonly dice: Dice;
  readonly rows: number;
  readonly planted: Planted;
}

const sites = ['head-office', 'north', 'harbour', 'training rooms'];

/** Writes a fleet of so many computers, the same for the same seed, and returns its maker's own count of it. */
export const writeFleet = (folder: string, count: number, seed: number, rows = 6): Planted => {
  const dice = diceOf(seed);
  const planted: Planted = {
    computers: new Map(),
    skipped: {},
    clones: [],
    conflicts: [],
    copies: 0,
    superseded: 0,
    altered: 0,
    future: 0,
    otherFiles: 0,
    reports: 0,
    assets: '',
  };
  const writer: Writer = { folder, dice, rows, planted };
  for (const site of sites) mkdirSync(join(folder, site), { recursive: true });
  const assets = ['Asset Tag;Computer name;Owner;Site'];
  for (let at = 0; at < count; at += 1) {
    const told = plant(writer, at);
    if (told !== undefined) assets.push(`${told.tag ?? ''};${told.name ?? ''};"Dept; ${at % 7}";`);
  }
  for (let at = 0; at < Math.ceil(count / 40); at += 1) {
    const label = `MISSING-${at}`;
    assets.push(`${label};;nobody;north`);
    count_(planted, label, { ...nobody, state: 'missing', coverage: 'missing', site: 'north' });
  }
  broken(writer, count);
  // A careless list: a line twice, and another way of writing it.
  planted.assets = `${[...assets, ...assets.slice(1, 4), ...assets.slice(4, 7).map((line) => line.toLowerCase())].join('\r\n')}\r\n`;
  return planted;
};

const nobody = { reports: 0, products: [], marks: [], site: '' } as const;

const count_ = (planted: Planted, label: string, counted: Counted): void => {
  if (planted.computers.has(label)) throw new Error(`${label} is there twice`);
  planted.computers.set(label, counted);
};

const markOf = (dice: Dice): string => Array.from({ length: 32 }, () => dice.int(16).toString(16)).join('');

/** Plants one computer, sometimes two; returns what the list of assets says of it, or nothing. */
const plant = (writer: Writer, at: number): Pick<Machine, 'tag' | 'name'> | undefined => {
  const { dice, planted } = writer;
  const site = sites[at % sites.length] ?? '';
  const tag = `PC-${String(at).padStart(6, '0')}`;
  const machine: Machine = {
    tag: dice.chance(0.8) ? tag : undefined,
    name: `host-${at}`,
    mark: dice.chance(0.85) ? markOf(dice) : undefined,
    os: dice.pick(['windows', 'windows', 'windows', 'macos', 'linux'] as const),
  };
  const hour = dice.chance(0.08) ? lateFrom + dice.int(200) : dice.int(24 * 28);
  const listed = !dice.chance(0.03);
  const label = machine.tag ?? machine.name ?? '';
  const odd = dice.int(100);
  const common = { site, listed };
  if (odd === 0) plantAltered(writer, machine, hour, common);
  else if (odd === 1) plantFuture(writer, machine, common);
  else if (odd === 2 && machine.tag !== undefined) plantSharedTag(writer, machine, hour, common);
  else if (odd === 3) plantClone(writer, machine, hour, common);
  else {
    const story = tell(dice, hour);
    writeStory(writer, machine, story, site, odd === 4);
    const marks = [...story.marks, ...lateMark(story, hour), ...(listed ? [] : ['unlisted'])];
    count_(planted, label, countedOf(story, site, marks));
    if (story.marks.includes('conflict')) planted.conflicts.push({ kind: 'same-time', label });
  }
  return listed ? { tag: machine.tag, name: machine.name } : undefined;
};

const lateMark = ({ looks }: Story, _: number): string[] =>
  Math.min(...looks.map((look) => look.hour)) >= lateFrom ? ['late'] : [];

const countedOf = (story: Story, site: string, marks: readonly string[]): Counted => ({
  state: story.state,
  coverage: story.coverage,
  site,
  reports: story.looks.length,
  products: story.products.map(({ productId, status }) => `${productId} ${status}`).toSorted(),
  marks: marks.toSorted(),
});

/** Of a story with several looks the first sometimes came without the tag: the name and the mark say whose it is. */
const writeStory = (writer: Writer, machine: Machine, story: Story, site: string, copied: boolean): void => {
  const { dice, planted } = writer;
  const bare = story.looks.length > 1 && machine.tag !== undefined && dice.chance(0.5);
  story.looks.forEach((look, index) => {
    const from = bare && index === 0 ? { ...machine, tag: undefined } : machine;
    writeReport(writer, { ...look, machine: from }, site, copied ? ['copies'] : []);
  });
  planted.superseded += story.looks.length - 1;
};

let serial = 0;
const writeReport = (writer: Writer, told: Told, site: string, copies: readonly string[] = []): void => {
  const { folder, dice, rows, planted } = writer;
  const text = JSON.stringify(reportOf(told, dice, rows), null, 2);
  serial += 1;
  const name = `${told.machine.tag ?? told.machine.name ?? 'computer'}-${serial}.json`;
  put(join(folder, site, name), encoded(text, dice));
  planted.reports += 1;
  for (const copy of copies) {
    put(join(folder, site, copy, name), Buffer.from(text));
    planted.copies += 1;
  }
};

/** What PowerShell and editors make of a file is a report all the same. */
const encoded = (text: string, dice: Dice): Buffer => {
  const chance = dice.int(40);
  if (chance === 0) return Buffer.from(`\ufeff${text}`, 'utf16le');
  if (chance === 1) return Buffer.from(`\ufeff${text}`, 'utf8');
  if (chance === 2) return Buffer.from(`\ufeff${text}`, 'utf16le').swap16();
  return Buffer.from(text, 'utf8');
};

const put = (path: string, content: Buffer | string): void => {
  mkdirSync(dirname(path), { recursive: true });
  writeFileSync(path, content);
};

interface Common {
  readonly site: string;
  readonly listed: boolean;
}
const unlisted = ({ listed }: Common): string[] => (listed ? [] : ['unlisted']);

/** Somebody made a found one clean with an editor. */
const plantAltered = (writer: Writer, machine: Machine, hour: number, common: Common): void => {
  const { folder, dice, rows, planted } = writer;
  const told: Told = { machine, hour, verdict: 'found', products: [] };
  const text = JSON.stringify(reportOf(told, dice, rows)).replace('"found"', '"clean"');
  const label = machine.tag ?? machine.name ?? '';
  put(join(folder, common.site, `${label}-altered.json`), text);
  planted.altered += 1;
  const marks = ['altered', ...unlisted(common)].toSorted();
  count_(planted, label, { ...nobody, state: 'unknown', coverage: 'unusable', site: common.site, marks });
};

/** The clock of the computer was years ahead. */
const plantFuture = (writer: Writer, machine: Machine, common: Common): void => {
  const { planted } = writer;
  const label = machine.tag ?? machine.name ?? '';
  writeReport(writer, { machine, hour: 24 * 400, verdict: 'clean', products: [] }, common.site);
  planted.future += 1;
  const marks = ['future', ...unlisted(common)].toSorted();
  count_(planted, label, { ...nobody, state: 'unknown', coverage: 'unusable', site: common.site, marks });
};

/** One tag was put on two computers: the good end of one must not cover the other. */
const plantSharedTag = (writer: Writer, machine: Machine, hour: number, common: Common): void => {
  const { dice, planted } = writer;
  const label = machine.tag ?? '';
  const both = [0, 1].map((which) => ({ ...machine, name: `twin-${which}-${label}`, mark: markOf(dice) }));
  both.forEach((one, which) => {
    const story = tell(dice, hour);
    writeStory(
      writer,
      one,
      { ...story, looks: story.looks.map((look) => ({ ...look })) },
      common.site,
      false,
    );
    if (story.marks.includes('conflict')) planted.conflicts.push({ kind: 'same-time', label });
    const marks = [
      'conflict',
      ...story.marks.filter((mark) => mark !== 'conflict'),
      ...lateMark(story, hour),
    ];
    count_(planted, `${label}#${which}`, countedOf(story, common.site, [...marks, ...unlisted(common)]));
  });
  planted.conflicts.push({ kind: 'same-tag', label });
};

/** Two computers were made of one image: they share the mark, and nothing else. */
const plantClone = (writer: Writer, machine: Machine, hour: number, common: Common): void => {
  const { dice, planted } = writer;
  const label = machine.tag ?? machine.name ?? '';
  const mark = markOf(dice);
  const other = { ...machine, mark, tag: `${label}-CLONE`, name: `${machine.name ?? ''}-clone` };
  for (const one of [{ ...machine, mark }, other]) {
    const story = tell(dice, hour);
    const called = one.tag ?? one.name ?? '';
    writeStory(writer, one, story, common.site, false);
    const own = one === other ? ['unlisted'] : unlisted(common);
    count_(
      planted,
      called,
      countedOf(story, common.site, ['clone', ...story.marks, ...lateMark(story, hour), ...own]),
    );
    if (story.marks.includes('conflict')) planted.conflicts.push({ kind: 'same-time', label: called });
  }
  planted.clones.push([label, other.tag]);
};

const broken = ({ folder, dice, rows, planted }: Writer, count: number): void => {
  const times = Math.max(1, Math.floor(count / 200));
  for (let at = 0; at < times; at += 1)
    for (const { name, content, why } of brokenFiles(dice, rows, at)) {
      put(join(folder, 'broken', name), content);
      if (why === undefined) planted.otherFiles += 1;
      else planted.skipped[why] = (planted.skipped[why] ?? 0) + 1;
    }
  symlinkSync(folder, join(folder, 'broken', 'loop'));
  symlinkSync('nowhere.json', join(folder, 'broken', 'dangling.json'));
  planted.skipped['link'] = 2;
};
