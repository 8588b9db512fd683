import type { FleetMap } from '../model/map.ts';
import { escapeMarks } from '../report/json-escape.ts';

/** The map as indented JSON, a computer a piece, so that a very large one is never one text in memory. */
export function* mapToJson({ computers, ...rest }: FleetMap): Generator<string> {
  yield `${escapeMarks(JSON.stringify(rest, null, 2)).slice(0, -'\n}'.length)},\n  "computers": [`;
  let separator = '\n';
  for (const computer of computers) {
    yield `${separator}    ${escapeMarks(JSON.stringify(computer, null, 2)).replaceAll('\n', '\n    ')}`;
    separator = ',\n';
  }
  yield `${computers.length === 0 ? '' : '\n  '}]\n}\n`;
}
