import type { CallInput } from '../core/contract/contract.ts';
import { formToCsv, formToHtml } from '../core/map/form.ts';
import { mapToCsv } from '../core/map/map-csv.ts';
import { mapToHtml } from '../core/map/map-html.ts';
import { mapToJson } from '../core/map/map-json.ts';
import type { FleetMap } from '../core/model/map.ts';
import type { Texts } from '../core/text/index.ts';

export type MapContent = CallInput<'saveMap'>['content'];

/** What is proposed as the name of a file, and its format. */
export const mapFileName = (
  content: MapContent,
  { map: { shell } }: Texts,
): { readonly name: string; readonly format: 'html' | 'json' | 'csv' } => {
  switch (content) {
    case 'html':
    case 'json':
    case 'csv':
      return { name: `${shell.fileName}.${content}`, format: content };
    case 'form':
      return { name: `${shell.formName}.html`, format: 'html' };
    case 'form-csv':
      return { name: `${shell.formName}.csv`, format: 'csv' };
  }
};

export const mapContent = (map: FleetMap, content: MapContent, texts: Texts): string | Iterable<string> => {
  switch (content) {
    case 'html':
      return mapToHtml(map, texts);
    case 'json':
      return mapToJson(map);
    case 'csv':
      return mapToCsv(map);
    case 'form':
      return formToHtml(map, texts);
    case 'form-csv':
      return formToCsv(map, texts);
  }
};
