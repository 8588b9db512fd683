import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { protocol } from 'electron';
import type { Session } from 'electron';
import { pageFile, pagePolicy, scheme } from './page-files.ts';

/** Must come before the app is ready. `standard` gives the page an origin, `secure` makes it a secure context. */
export const declareScheme = (): void => {
  protocol.registerSchemesAsPrivileged([{ scheme, privileges: { standard: true, secure: true } }]);
};

/** Answers with the build's own page files and nothing else. */
export const servePage = (session: Session, folder: string): void => {
  session.protocol.handle(scheme, async ({ url, method }) => {
    const file = method === 'GET' ? pageFile(url) : undefined;
    if (file === undefined) return missing();
    try {
      return pageResponse(await readFile(join(folder, file.path)), file.type, pagePolicy);
    } catch {
      return missing();
    }
  });
};

export const pageResponse = (body: Uint8Array | string, type: string, policy: string): Response =>
  new Response(body, {
    headers: {
      'Content-Type': type,
      'Content-Security-Policy': policy,
      'X-Content-Type-Options': 'nosniff',
      'Referrer-Policy': 'no-referrer',
      'Cache-Control': 'no-store',
    },
  });

const missing = (): Response => new Response(null, { status: 404 });
