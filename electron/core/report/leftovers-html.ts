import type { Report } from '../model/report.ts';
import { printable, whyText } from '../text/index.ts';
import type { Texts } from '../text/index.ts';
import { exact, section, table } from './html-parts.ts';
import { html, none } from './markup.ts';
import type { Html } from './markup.ts';

/** What was put into the quarantine of the run, and how it comes back. */
export const setAside = ({ run }: Report, texts: Texts): Html => {
  const t = texts.report;
  const done = run?.leftovers?.setAside ?? [];
  if (run === undefined || done.length === 0) return none;
  const size = (bytes: number | undefined): string => (bytes === undefined ? '–' : texts.window.bytes(bytes));
  return section('set-aside', t.setAside, [
    html`<p>${printable(t.setAsideNote(run.id))}</p>`,
    table(
      t.setAside,
      [{ text: t.what }, { text: t.entries, isNumber: true }, { text: t.size, isNumber: true }],
      done.map(({ what, entries, bytes, gaps }) => [
        { text: html`${exact(what)}${(gaps ?? []).map((gap) => html`<br />${texts.copyGaps[gap]}`)}` },
        { text: entries === undefined ? '–' : texts.window.number(entries), isNumber: true },
        { text: size(bytes), isNumber: true },
      ]),
    ),
  ]);
};

/** What stays where it is, and why. */
export const leftAlone = ({ run }: Report, texts: Texts): Html => {
  const t = texts.report;
  const left = run?.leftovers?.left ?? [];
  if (left.length === 0) return none;
  return section(
    'left-alone',
    t.leftAlone,
    table(
      t.leftAlone,
      [{ text: t.what }, { text: t.leftAloneWhy }],
      left.map(({ what, why, detail }) => [
        { text: exact(what) },
        {
          text: `${texts.leftReasons[why]}${detail === undefined ? '' : ` (${printable(whyText(texts, detail))})`}`,
        },
      ]),
    ),
  );
};
