import { Command, CommanderError, type HelpConfiguration, Option } from 'commander';
import packageJson from '../../package.json' with { type: 'json' };
import { capitalise } from '../danish/index.ts';
import { exitCode } from '../errors.ts';
import { danishError, refuseMisplacedOption } from './danish-errors.ts';
import type { World } from './world.ts';

/** Name and version of the program: "barometer-report 0.4.0". */
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
  /** Whole command lines, shown below the options; the first one goes into messages. */
  readonly examples: readonly [string, ...string[]];
  /** Shown below the examples. */
  readonly notes?: string;
  /** Gives the exit code. Errors: `UserError`, `InternalError`. A method, so that a list can hold all commands. */
  run(options: Options, world: World, args: readonly string[]): Promise<number>;
}

/** What a command line asks for. Gives the exit code. */
export type Invocation = (world: World) => Promise<number>;

export const debugOption = (): Option => new Option('--debug', 'vis tekniske oplysninger om en fejl');

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
  let invocation: Invocation = (world) => world.stdout(printed.join('')).then(() => exitCode.ok);
  const found = (one: Invocation): void => {
    invocation = one;
  };
  const program = new Command(main.name)
    .enablePositionalOptions()
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
    program.parse(optionsMeant(argv), { from: 'user' });
  } catch (error) {
    // Help and version are printed.
    if (!(error instanceof CommanderError)) throw error;
  }
  return invocation;
}

/** Words that people write for an option: "hjælp valider" asks for `valider --help`. */
function optionsMeant(argv: readonly string[]): readonly string[] {
  const [word, ...others] = argv;
  if (['help', 'hjælp', 'hjaelp', '--hjælp'].includes(word ?? '')) return [...others, '--help'];
  return word === 'version' ? ['--version'] : argv;
}

function attach(command: Command, definition: CommandDefinition, found: (invocation: Invocation) => void): void {
  const { description, examples, notes } = definition;
  definition
    .define(command.summary(description).description(`${capitalise(description)}.`))
    .exitOverride((error) => {
      throw error.exitCode === 0 ? error : danishError(error, command, examples[0]);
    })
    .addHelpText('after', ['\nEksempler:', ...examples.map((line) => `  ${line}`), notes ?? ''].join('\n').trimEnd())
    .action(() => {
      refuseMisplacedOption(command);
      const options = command.opts<CommonOptions>();
      found((world) => definition.run(options, world, command.args));
    });
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
    if (argChoices === undefined) return description;
    return `${description} (${argChoices.join(', ')}; ellers ${String(defaultValue)})`;
  },
  subcommandTerm: (subcommand) => subcommand.name(),
};
