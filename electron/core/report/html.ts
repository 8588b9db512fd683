import type { Report } from '../model/report.ts';
import { printable } from '../text/index.ts';
import type { Texts } from '../text/index.ts';
import { lastResort, verdictSentence } from '../text/sentences.ts';
import { about, glance, verdictBox } from './about-html.ts';
import { reportBaseName } from './file-name.ts';
import { places, products, unchecked } from './findings-html.ts';
import { exact, section } from './html-parts.ts';
import { leftAlone, setAside } from './leftovers-html.ts';
import { html, none } from './markup.ts';
import type { Html } from './markup.ts';
import { actions, hazards, protection } from './run-html.ts';
import { reportStyle } from './style.ts';

/**
 * The report as one self-contained page: no script, nothing fetched, made to be printed. Its order is the one in which
 * it is read: whose it is, what it says, then what that rests on.
 */
export const reportToHtml = (report: Report, texts: Texts): string => {
  const t = texts.report;
  const title = report.run === undefined ? t.identification : t.title;
  const example = report.host.example === undefined ? '' : texts.example;
  const subject = printable(report.subject?.assetTag ?? report.host.name ?? '');
  const heading = [title, subject].filter(Boolean).join(' · ');
  return html`<!doctype html>
    <html lang="${texts.language}" dir="${texts.direction}">
      <head>
        <meta charset="utf-8" />
        <meta name="viewport" content="width=device-width, initial-scale=1" />
        <meta http-equiv="Content-Security-Policy" content="default-src 'none'; style-src 'unsafe-inline'" />
        <title>${[example, heading].filter(Boolean).join(' · ')}</title>
        <style>
          ${{ html: reportStyle }}
        </style>
      </head>
      <body>
        ${exampleNotice(example)}
        <header>
          <h1>${heading}</h1>
          <p class="note">${texts.independent}</p>
        </header>
        <main>
          ${verdictBox(report, verdictSentence(texts, report), lastResort(texts, report))}
          ${glance(report, texts)} ${about(report, texts)} ${actions(report, texts)}
          ${products(report, texts)} ${setAside(report, texts)} ${leftAlone(report, texts)}
          ${unchecked(report, texts)} ${places(report, texts)} ${hazards(report, texts)}
          ${protection(report, texts)} ${proof(report, texts)}
        </main>
        ${example === '' ? none : html`<footer>${exampleNotice(example)}</footer>`}
      </body>
    </html> `.html;
};

const exampleNotice = (example: string): Html =>
  example === '' ? none : html`<p class="example">${example}</p>`;

/** What the digest is good for, and how anybody checks it. */
const proof = (report: Report, { report: t, labelled }: Texts): Html =>
  section('proof', t.proof, [
    html`<p>${labelled(t.digest, '')}<code class="digest">${report.sha256}</code></p>`,
    html`<p>${t.digestNote}</p>`,
    html`<p>${t.howToCheck} ${exact(`removal-assistant verify --report ${reportBaseName(report)}.json`)}</p>`,
  ]);
