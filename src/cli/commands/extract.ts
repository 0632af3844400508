import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { clean } from '../../danish/index.ts';
import { atPlace, exitCode, UserError, usageError } from '../../errors.ts';
import { isPortableName, writeWhole } from '../../file/index.ts';
import { type CommandDefinition, overwriteOption } from '../command-line.ts';
import { mostBytes, readNamed } from '../inputs.ts';
import { namesFile } from '../target.ts';

interface ExtractOptions {
  readonly ud?: string;
  readonly overskriv?: boolean;
}

/** `udtraek`: writes the files inside a report to a folder, and their paths to standard output. */
export const extractCommand: CommandDefinition<ExtractOptions> = {
  name: 'udtraek',
  description: 'hent de vedhæftede tal (JSON og CSV) ud af en rapport',
  define: (command) =>
    command
      .usage('[tilvalg] <fil.pdf>')
      .argument('<fil.pdf>', 'en rapport, som dette program har lavet')
      .option('-o, --ud <mappe>', 'mappe til filerne (standard: den, du står i)')
      .addOption(overwriteOption()),
  examples: ['barometer-report udtraek rapporter/udviklingsrapport-glostrup-2026-06.pdf --ud tal/'],
  run: async (options, world, [file = '']) => {
    const folder = folderOf(options.ud ?? '.');
    const { readAttachments } = await import('../../formats/index.ts');
    const content = readNamed(file, mostBytes.report);
    const attachments = await atPlace(clean(file, 300), () => readAttachments(content));
    const files = attachments.map(({ name, bytes }) => ({ path: join(folder, safeName(name, file)), bytes }));
    const existing = files.find(({ path }) => existsSync(path));
    if (existing !== undefined && options.overskriv !== true)
      throw new UserError(
        exitCode.cannotWrite,
        `${existing.path} findes allerede. Vælg en anden mappe med --ud, eller brug --overskriv.`,
      );
    for (const { path, bytes } of files) {
      await writeWhole(path, bytes);
      await world.stdout(`${path}\n`);
    }
    return exitCode.ok;
  },
};

/** Errors: `UserError` 2 for a name that people give to files. */
function folderOf(out: string): string {
  if (namesFile(out))
    throw usageError(`--ud ${out} ligner en fil, men udtraek skriver flere filer. Skriv en mappe: ${out}/`);
  return out;
}

/** A name from inside a file may not lead out of the folder. */
function safeName(name: string, file: string): string {
  if (/^[a-z0-9][a-z0-9._-]{0,150}$/i.test(name) && isPortableName(name)) return name;
  throw new UserError(
    exitCode.data,
    `${file} indeholder en fil med et navn, der ikke kan bruges. Filen er ikke lavet af dette program.`,
  );
}
