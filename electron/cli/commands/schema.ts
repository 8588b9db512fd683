import { Argument } from 'commander';
import { z } from 'zod';
import { directiveSchema, directiveSchemaName } from '../../core/model/directive.ts';
import { exitCodes } from '../../core/model/exit-codes.ts';
import { mapSchema, mapSchemaName } from '../../core/model/map.ts';
import { reportSchema, reportSchemaName } from '../../core/model/report.ts';
import { ok } from '../../core/model/result.ts';
import { snapshotSchema, snapshotSchemaName } from '../../core/model/snapshot.ts';
import { jsonText } from '../../core/report/json-escape.ts';
import { toolName } from '../../core/text/index.ts';
import type { Bench } from '../bench.ts';
import type { Declare } from '../command.ts';
import { examples } from '../command.ts';

const schemas = {
  snapshot: { name: snapshotSchemaName, schema: snapshotSchema },
  report: { name: reportSchemaName, schema: reportSchema },
  map: { name: mapSchemaName, schema: mapSchema },
  directive: { name: directiveSchemaName, schema: directiveSchema },
} as const;
type Kind = keyof typeof schemas;
const kinds = Object.keys(schemas) as readonly Kind[];

export const schema: Declare = (program, texts, start) => {
  const help = texts.cli.help;
  program
    .command('schema')
    .description(help.schema)
    .addArgument(new Argument('<KIND>', help.kind).choices(kinds))
    .addHelpText('after', examples(texts, ['schema report']))
    .action(
      start((_bench: Bench, _options: object, kind) => {
        const document = schemaDocument(kind as Kind);
        return Promise.resolve(ok({ json: document, text: jsonText(document), exit: exitCodes.done }));
      }),
    );
};

/** As a reader of files needs it: what this version does not know is ignored, so further fields are no fault. */
const schemaDocument = (kind: Kind): object => {
  const { name, schema: shape } = schemas[kind];
  const { $schema, ...rest } = z.toJSONSchema(shape, { target: 'draft-2020-12', io: 'input' });
  return {
    $schema,
    $id: `urn:${name.replaceAll('/', ':')}`,
    title: `${toolName}: ${kind}`,
    ...rest,
  };
};
