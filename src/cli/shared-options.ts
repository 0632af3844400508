import type { Command } from 'commander';
import { help } from './help.ts';

/** Options that every command has. */
export interface CommonOptions {
  readonly debug?: boolean;
}

/** Options of commands that read a dataset. */
export interface DataOptions extends CommonOptions {
  readonly data?: string;
  readonly skabelon?: string;
}

export function addDataOptions(command: Command): Command {
  command.option('-d, --data <mappe>', help.data).option('--skabelon <fil>', help.template);
  const known = command.options.some((option) => option.long === '--debug');
  return known ? command : command.option('--debug', help.debug);
}
