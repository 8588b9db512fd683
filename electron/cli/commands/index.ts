import type { Declare } from '../command.ts';
import { checkTool } from './check-tool.ts';
import { forget } from './forget.ts';
import { map } from './map.ts';
import { plan } from './plan.ts';
import { remove } from './remove.ts';
import { report } from './report.ts';
import { scan } from './scan.ts';
import { resume } from './resume.ts';
import { schema } from './schema.ts';
import { undo } from './undo.ts';
import { verify } from './verify.ts';

/** Every command, in the order of the help. */
export const commands: readonly Declare[] = [
  scan,
  plan,
  remove,
  resume,
  verify,
  undo,
  forget,
  report,
  map,
  schema,
  checkTool,
];
