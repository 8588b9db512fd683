import { inflateSync } from 'node:zlib';

/**
 * The text of a PDF as Chromium writes it, decoded once with each of its fonts: a passage in one font is readable in
 * one of the results. Enough to see that a page holds what it should, without a PDF library.
 */
export const pdfTexts = (pdf: Buffer): string[] => {
  const streams = streamsOf(pdf);
  const glyphs = streams.flatMap((stream) =>
    [...stream.matchAll(/<([0-9A-F]+)> Tj/g)].map((match) => match[1] ?? ''),
  );
  const fonts = streams.filter((stream) => stream.includes('begincmap')).map(fontOf);
  return fonts.map((font) =>
    glyphs
      .flatMap((codes) => codes.match(/.{4}/g) ?? [])
      .map((code) => font.get(Number.parseInt(code, 16)) ?? '')
      .join('')
      // Ligatures are single characters in a PDF.
      .normalize('NFKC'),
  );
};

const streamsOf = (pdf: Buffer): string[] =>
  [...pdf.toString('latin1').matchAll(/stream\r?\n([^]*?)\r?\nendstream/g)].flatMap((match) => {
    try {
      return [inflateSync(Buffer.from(match[1] ?? '', 'latin1')).toString('latin1')];
    } catch {
      return [];
    }
  });

/** Which character each glyph number stands for (ToUnicode: single ones and ranges). */
const fontOf = (map: string): ReadonlyMap<number, string> => {
  const font = new Map<number, string>();
  for (const line of map.split('\n')) {
    const [from, to, last] = [...line.matchAll(/<([0-9A-F]{4})>/g)].map((match) =>
      Number.parseInt(match[1] ?? '', 16),
    );
    if (from === undefined || to === undefined) continue;
    const [end, first] = last === undefined ? [from, to] : [to, last];
    for (let glyph = from; glyph <= end; glyph += 1)
      font.set(glyph, String.fromCharCode(first + glyph - from));
  }
  return font;
};
