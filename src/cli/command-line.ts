import { Command, CommanderError, type HelpConfiguration, Option } from 'commander';
import packageJson from '../../package.json' with { type: 'json' };
import { exitCode } from '../errors.ts';
import { danishError } from './danish-errors.ts';
import type { World } from './world.ts';

/** Name and version of the program: "barometer-report 0.2.0". */
export const creator = `${packageJson.name} ${packageJson.version}`;

/** Options that every command has. */
export interface CommonOptions {
  readonly debug?: boolean;
}

/** One command: what its help says and what it does. */
export interface CommandDefinition<Options extends CommonOptions = CommonOptions> {
  readonly name: string;
  readonly description: string;
  /** Adds options and arguments. Every command but the main one has --debug already. */
  readonly define: (command: Command) => Command;
  /** Shown below the options. */
  readonly examples?: string;
  /** Gives the exit code. Errors: `UserError`, `InternalError`. A method, so that a list can hold all commands. */
  run(options: Options, world: World, args: readonly string[]): Promise<number>;
}

/** What a command line asks for. */
export interface Invocation {
  readonly options: CommonOptions;
  readonly run: (world: World) => Promise<number>;
}

export const debugOption = (): Option => new Option('--debug', 'vis teknisk fejlspor');

/** --format of a command that prints. The first choice is the default. */
export const printFormatOption = (...choices: string[]): Option =>
  new Option('--format <format>', 'udskriftens form').choices(choices).default(choices[0]);

export const overwriteOption = (): Option =>
  new Option('--overskriv', 'overskriv også filer, som programmet ikke selv har lavet');

/** Finds out what `argv` asks for, without doing it. Errors: `UserError` 2. */
export function parseCommandLine(
  argv: readonly string[],
  main: CommandDefinition,
  subcommands: readonly CommandDefinition[],
): Invocation {
  const printed: string[] = [];
  // What --help and --version do, which end the parsing without a command.
  const printHelp = (world: World): Promise<number> => world.stdout(printed.join('')).then(() => exitCode.ok);
  let invocation: Invocation = { options: {}, run: printHelp };
  const found = (one: Invocation): void => {
    invocation = one;
  };
  const program = new Command(main.name)
    .enablePositionalOptions()
    .exitOverride()
    .configureOutput({ writeOut: (text) => printed.push(text), writeErr: () => {}, outputError: () => {} })
    .configureHelp(danishHelp)
    .helpOption('-h, --help', 'vis denne hjælp')
    .helpCommand(false)
    .usage('[kommando] [valg]')
    .version(packageJson.version, '-V, --version', 'vis programmets version');
  attach(program, main, found);
  for (const subcommand of subcommands)
    attach(program.command(subcommand.name).usage('[valg]').addOption(debugOption()), subcommand, found);
  try {
    program.parse(argv, { from: 'user' });
  } catch (error) {
    if (!(error instanceof CommanderError)) throw error;
    if (error.exitCode !== 0) throw danishError(error, program);
  }
  return invocation;
}

function attach(command: Command, definition: CommandDefinition, found: (invocation: Invocation) => void): void {
  definition.define(command.description(definition.description)).action(() => {
    const options = command.opts<CommonOptions>();
    found({ options, run: (world) => definition.run(options, world, command.args) });
  });
  if (definition.examples !== undefined) command.addHelpText('after', `\n${definition.examples}`);
}

const titles = new Map([
  ['Usage:', 'Brug:'],
  ['Arguments:', 'Argumenter:'],
  ['Options:', 'Valg:'],
  ['Commands:', 'Kommandoer:'],
]);

const danishHelp: HelpConfiguration = {
  styleTitle: (title) => titles.get(title) ?? title,
  optionDescription: ({ description, argChoices, defaultValue }) => {
    const choices = argChoices === undefined ? '' : ` (${argChoices.join(', ')})`;
    const preset = typeof defaultValue === 'string' ? `; ellers ${defaultValue}` : '';
    return `${description}${choices}${preset}`;
  },
  subcommandTerm: (subcommand) => subcommand.name(),
};
