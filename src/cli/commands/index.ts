import type { CommandDefinition } from '../command-line.ts';
import { compare } from './compare.ts';
import { explain } from './explain.ts';
import { extract } from './extract.ts';
import { municipalities } from './municipalities.ts';
import { publish } from './publish.ts';
import { report } from './report.ts';
import { suggest } from './suggest.ts';
import { table } from './table.ts';
import { validate } from './validate.ts';

/** What runs when no other command is named. */
export const mainCommand: CommandDefinition = report;

/** All other commands, in the order of --help. A new one is a file of its own and a line here. */
export const commands: readonly CommandDefinition[] = [
  publish,
  table,
  municipalities,
  validate,
  suggest,
  explain,
  extract,
  compare,
];
