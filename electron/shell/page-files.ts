/** Where the page lives. A scheme of its own has an origin, and unlike `file:` no way to other files. */
export const scheme = 'app';
export const pageHost = 'window';
export const pageAddress = `${scheme}://${pageHost}/index.html`;

const contentTypes: Readonly<Record<string, string>> = {
  html: 'text/html; charset=utf-8',
  js: 'text/javascript; charset=utf-8',
  css: 'text/css; charset=utf-8',
  svg: 'image/svg+xml',
  png: 'image/png',
  ico: 'image/x-icon',
  woff2: 'font/woff2',
};

/** Nothing but the page's own files: no inline script or style, no outside address, no frame, no form. */
export const pagePolicy = [
  "default-src 'none'",
  "script-src 'self'",
  "style-src 'self'",
  "img-src 'self'",
  "font-src 'self'",
  "connect-src 'none'",
  "base-uri 'none'",
  "form-action 'none'",
  "frame-ancestors 'none'",
].join('; ');

export interface PageFile {
  /** Below the page's folder, with forward slashes. It has no `..`, no empty part and no hidden name. */
  readonly path: string;
  readonly type: string;
}

/**
 * The file that an address of the page means, or undefined. Names are plain words with dots between them, which is
 * all that a build puts out; what is not spelt so (`..`, an encoded slash, a drive) names nothing here.
 */
export const pageFile = (address: string): PageFile | undefined => {
  if (!isPageAddress(address)) return undefined;
  const path = /^\/((?:[\w-]+\/)*[\w-]+(?:\.[\w-]+)+)$/.exec(new URL(address).pathname)?.[1];
  const type = path === undefined ? undefined : contentTypes[path.slice(path.lastIndexOf('.') + 1)];
  return path === undefined || type === undefined ? undefined : { path, type };
};

/** Whether an address is of our page's origin. `URL.origin` is "null" for a scheme that Node does not know. */
export const isPageAddress = (address: string): boolean => {
  try {
    const url = new URL(address);
    return url.protocol === `${scheme}:` && url.host === pageHost;
  } catch {
    return false;
  }
};
