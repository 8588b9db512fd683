import { randomUUID } from 'node:crypto';
import { app, BrowserWindow, session } from 'electron';
import { pageResponse } from './page-server.ts';
import { scheme } from './page-files.ts';

/** The report brings its style inside; scripts, pictures and addresses it has none. */
const printPolicy = "default-src 'none'; style-src 'unsafe-inline'; frame-ancestors 'none'";

/**
 * Prints a page that exists for this one moment: in a session of its own that serves nothing else, in a window that
 * nobody sees, without scripts and without a preload. An address of our scheme holds a report of any length; a
 * `data:` address has a limit.
 */
export const printPage = async (html: string): Promise<Uint8Array> => {
  const id = randomUUID();
  const own = session.fromPartition(`print-${id}`);
  const address = `${scheme}://${id}/`;
  own.protocol.handle(scheme, ({ url }) =>
    url === address
      ? pageResponse(html, 'text/html; charset=utf-8', printPolicy)
      : new Response(null, { status: 404 }),
  );
  const window = new BrowserWindow({
    show: false,
    webPreferences: {
      session: own,
      sandbox: true,
      javascript: false,
      images: false,
      spellcheck: false,
      devTools: false,
    },
  });
  try {
    await window.loadURL(address);
    return await window.webContents.printToPDF({
      pageSize: app.getLocaleCountryCode() === 'US' ? 'Letter' : 'A4',
      printBackground: true,
      // Headings, tables and reading order for screen readers, where the runtime knows how.
      generateTaggedPDF: true,
      displayHeaderFooter: true,
      headerTemplate: '<span></span>',
      footerTemplate: pageNumbers,
    });
  } finally {
    window.destroy();
    own.protocol.unhandle(scheme);
  }
};

const pageNumbers =
  '<div style="font-size:8px;width:100%;text-align:center"><span class="pageNumber"></span> / <span class="totalPages"></span></div>';
