import { html } from '../report/markup.ts';
import type { Html } from '../report/markup.ts';
import { reportStyle } from '../report/style.ts';
import type { Texts } from '../text/index.ts';
import { mapStyle } from './map-style.ts';

/** A self-contained page in three parts: no script, nothing fetched, made to be printed. */
export const pageHead = (texts: Texts, title: string): Html =>
  html`<!doctype html>
    <html lang="${texts.language}">
      <head>
        <meta charset="utf-8" />
        <meta name="viewport" content="width=device-width" />
        <meta http-equiv="Content-Security-Policy" content="default-src 'none'; style-src 'unsafe-inline'" />
        <title>${title}</title>
        <style>
          ${{ html: reportStyle + mapStyle }}
        </style>
      </head>
      <body>
        <main>
          <h1>${title}</h1>
          <p>${texts.independent}</p>
        </main>
      </body>
    </html>`;

export const pageEnd: Html = { html: '</main></body></html>\n' };

/** A heading cell. */
export const column = (text: string, kind: 'text' | 'number' = 'text'): Html =>
  html`<th scope="col" class="${kind}">${text}</th>`;

/** A table that scrolls by itself where it is too wide; a person without a mouse can reach it. */
export const table = (caption: string, heads: readonly Html[], rows: readonly Html[]): Html =>
  html`<div class="wide" role="region" aria-label="${caption}" tabindex="0">
    <table>
      <caption>
        ${caption}
      </caption>
      <thead>
        <tr>
          ${heads}
        </tr>
      </thead>
      <tbody>
        ${rows}
      </tbody>
    </table>
  </div>`;
