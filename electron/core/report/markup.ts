/** A piece of HTML that is safe to put into a page: built here from data that was escaped on its way in. */
export interface Html {
  readonly html: string;
}

type Part = string | number | Html | readonly Part[];

const escapes: Readonly<Record<string, string>> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  "'": '&#39;',
};

const render = (part: Part): string => {
  if (typeof part === 'string') return part.replace(/[&<>"']/g, (character) => escapes[character] ?? '');
  if (typeof part === 'number') return String(part);
  if ('html' in part) return part.html;
  return part.map(render).join('');
};

/** Tagged template: every value is escaped unless it is markup that this very function made. */
export const html = (strings: TemplateStringsArray, ...parts: readonly Part[]): Html => ({
  html: strings.map((text, at) => text + (at < parts.length ? render(parts[at] ?? '') : '')).join(''),
});

export const none: Html = { html: '' };
