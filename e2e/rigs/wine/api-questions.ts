import { mkdirSync, readFileSync, rmSync } from 'node:fs';
import { createRequire } from 'node:module';
import { join } from 'node:path';
import { deserialize } from 'node:v8';
import { build } from 'vite';

import { repoRoot } from '../debian/paths';
import type { Answers, Question } from './api-driver';
import { ownFolder } from './folders';
import type { Machine } from './machine';
import { rigFolder } from './template';

const require = createRequire(import.meta.url);
const { ensureWindowsRuntime, koffiFiles } = require('../../../build/scripts/windows-runtime.cjs') as {
  readonly ensureWindowsRuntime: () => Promise<{ readonly nodeExe: string; readonly modules: string }>;
  readonly koffiFiles: readonly string[];
};

export const nodeExe = 'C:\\node\\node.exe';
const driver = 'C:\\node\\api-driver.cjs';

/** A driver as one file, bundled as the product is: small names, parts put into each other, koffi beside it. */
export const bundled = async (source = join(__dirname, 'api-driver.ts')): Promise<string> => {
  const folder = ownFolder('driver');
  mkdirSync(folder);
  await build({
    root: repoRoot,
    configFile: false,
    logLevel: 'warn',
    publicDir: false,
    ssr: { noExternal: true, target: 'node' },
    build: {
      ssr: source,
      outDir: folder,
      target: 'node18',
      minify: true,
      rolldownOptions: {
        external: ['koffi', /^node:/],
        output: { format: 'cjs', entryFileNames: 'driver.cjs', codeSplitting: false },
      },
    },
  });
  const file = readFileSync(join(folder, 'driver.cjs'), 'utf8');
  rmSync(folder, { recursive: true });
  return file;
};

/** Puts Node for Windows, koffi and the driver on a machine. */
export const equip = async (machine: Machine): Promise<void> => {
  const runtime = await ensureWindowsRuntime();
  machine.put(nodeExe, runtime.nodeExe);
  for (const file of koffiFiles)
    machine.put(`C:\\node\\node_modules\\${file.replaceAll('/', '\\')}`, join(runtime.modules, file));
  machine.write(driver, await bundled());
};

type AnswerTo<Asked> = Asked extends readonly [infer Name extends keyof Answers, ...(readonly unknown[])]
  ? Awaited<ReturnType<Answers[Name]>>
  : never;

let asked = 0;

/** The answers of one program run inside, in the order of the questions. */
export const ask = async <const Asked extends readonly Question[]>(
  machine: Machine,
  questions: Asked,
): Promise<{ readonly [Index in keyof Asked]: AnswerTo<Asked[Index]> }> => {
  asked += 1;
  const [file, target] = ['json', 'answers'].map(
    (end) => `C:\\${rigFolder}\\asked-${String(asked)}.${end}`,
  ) as [string, string];
  machine.write(file, JSON.stringify(questions));
  const { code, out, err } = await machine.run(nodeExe, [driver, file, target]);
  if (code !== 0) throw new Error(`The driver ended with ${String(code)}: ${out}${err}`);
  return deserialize(readFileSync(machine.at(target))) as {
    readonly [Index in keyof Asked]: AnswerTo<Asked[Index]>;
  };
};
