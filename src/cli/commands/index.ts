import type { CommandDefinition } from '../command-line.ts';
import { compareCommand } from './compare.ts';
import { explainCommand } from './explain.ts';
import { extractCommand } from './extract.ts';
import { municipalitiesCommand } from './municipalities.ts';
import { publishCommand } from './publish.ts';
import { reportCommand } from './report.ts';
import { suggestCommand } from './suggest.ts';
import { tableCommand } from './table.ts';
import { validateCommand } from './validate.ts';

/** What runs when no other command is named. */
export const mainCommand: CommandDefinition = reportCommand;

/** All other commands, in the order of --help. A new one is a file of its own and a line here. */
export const commands: readonly CommandDefinition[] = [
  publishCommand,
  tableCommand,
  municipalitiesCommand,
  validateCommand,
  suggestCommand,
  explainCommand,
  extractCommand,
  compareCommand,
];
