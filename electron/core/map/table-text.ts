/** Separators that a table of text may have, the likeliest first. */
const separators = [',', ';', '\t', '|'] as const;

/** The separator that the first line uses most often, outside quotes; undefined: it has one column. */
export const separatorOf = (text: string): string | undefined => {
  const line = (text.trimStart().split(/\r?\n|\r/, 1)[0] ?? '').replaceAll(/"[^"]*"/g, '');
  const counted = separators.map((separator) => ({ separator, n: line.split(separator).length - 1 }));
  return counted.filter(({ n }) => n > 0).toSorted((a, b) => b.n - a.n)[0]?.separator;
};

/** Cells of a table as spreadsheets write it (RFC 4180, with any separator), trimmed. Empty lines are left out. */
export const cellsOf = (text: string, separator: string | undefined): readonly (readonly string[])[] => {
  const rows: string[][] = [];
  let row: string[] = [];
  let cell = '';
  let quoted = false;
  const endCell = (): void => {
    row.push(cell.trim());
    cell = '';
  };
  const endRow = (): void => {
    endCell();
    if (row.some((each) => each !== '')) rows.push(row);
    row = [];
  };
  for (let at = 0; at < text.length; at += 1) {
    const character = text.charAt(at);
    if (quoted) {
      const isEnd = character === '"' && text.charAt(at + 1) !== '"';
      if (isEnd) quoted = false;
      else cell += character;
      // Two quotes stand for one.
      if (character === '"' && !isEnd) at += 1;
    } else if (character === '"' && cell.trim() === '') quoted = true;
    else if (character === separator) endCell();
    else if (character === '\n' || character === '\r') endRow();
    else cell += character;
  }
  endRow();
  return rows;
};
