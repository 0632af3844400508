import { Command, CommanderError, type HelpConfiguration, Option } from 'commander';
import packageJson from '../../package.json' with { type: 'json' };
import { capitalise, clean, withoutControls } from '../danish/index.ts';
import { exitCode, usageError } from '../errors.ts';
import { danishError, refuseEmpty, refuseMisplacedOption } from './danish-errors.ts';
import type { World } from './world.ts';

/** Name and version of the program: "barometer-report 0.4.1". */
export const creator = `${packageJson.name} ${packageJson.version}`;

export interface CommandDefinition<Options extends object = object> {
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

export const debugOption = (): Option => new Option('--debug', 'vis tekniske oplysninger om en fejl');

/** An option that takes one of some words. The first is the default. */
export const choiceOption = (flags: string, description: string, choices: readonly string[]): Option =>
  new Option(flags, description).choices(choices).default(choices[0]);

export const printFormatOption = (...choices: string[]): Option =>
  choiceOption('--format <format>', 'resultatets format', choices);

export const overwriteOption = (): Option =>
  new Option('--overskriv', 'overskriv også filer, som programmet ikke selv har lavet');

/** The end of a sentence: how to replace a file that is in the way. */
export const overwriteHint = 'brug --overskriv';

/** Does what `argv` asks for. Gives the exit code. Errors: `UserError` 2, and those of the command. */
export async function runCommandLine(
  argv: readonly string[],
  main: CommandDefinition,
  subcommands: readonly CommandDefinition[],
  world: World,
): Promise<number> {
  refuseHidden(argv);
  const printed: string[] = [];
  let code: number = exitCode.ok;
  const attach = (command: Command, definition: CommandDefinition): void => {
    describe(command, definition).action(async () => {
      refuseMisplacedOption(command);
      refuseEmpty(command);
      code = await definition.run(command.opts(), world, command.args);
    });
  };
  const program = new Command(main.name)
    .enablePositionalOptions()
    .configureOutput({ writeOut: (text) => printed.push(text), writeErr: () => {}, outputError: () => {} })
    .configureHelp(danishHelp)
    .helpOption('-h, --help', 'vis denne hjælp')
    .helpCommand(false)
    .usage('[kommando] [tilvalg]')
    .version(packageJson.version, '-V, --version', 'vis programmets version');
  attach(program, main);
  for (const subcommand of subcommands)
    attach(program.command(subcommand.name).usage('[tilvalg]').addOption(debugOption()), subcommand);
  try {
    await program.parseAsync(optionsMeant(argv), { from: 'user' });
  } catch (error) {
    if (!(error instanceof CommanderError)) throw error;
    // What --help and --version print, which end the parsing without a command.
    await world.stdout(printed.join(''));
  }
  return code;
}

/**
 * Refuses what nobody can see in a terminal, or what could steer it: a path or a name would carry it into messages and
 * lists of files. Errors: `UserError` 2.
 */
function refuseHidden(argv: readonly string[]): void {
  for (const word of argv) {
    const signs = [...word];
    const shown = [...withoutControls(word)];
    const hidden = signs.find((sign, i) => sign !== shown[i]);
    if (hidden === undefined) continue;
    const code = (hidden.codePointAt(0) ?? 0).toString(16).toUpperCase().padStart(4, '0');
    throw usageError(`"${clean(word)}" indeholder et tegn, der ikke kan ses (U+${code}). Skriv det uden tegnet.`);
  }
}

/** Words that people write for an option: "hjælp valider" asks for `valider --help`. */
function optionsMeant(argv: readonly string[]): readonly string[] {
  const [word, ...others] = argv;
  if (['help', 'hjælp', 'hjaelp', '--hjælp'].includes(word ?? '')) return [...others, '--help'];
  return word === 'version' ? ['--version'] : argv;
}

const describe = (command: Command, { define, description, examples, notes }: CommandDefinition): Command =>
  define(command.summary(description).description(`${capitalise(description)}.`))
    .exitOverride((error) => {
      throw error.exitCode === 0 ? error : danishError(error, command, examples[0]);
    })
    .addHelpText('after', ['\nEksempler:', ...examples.map((line) => `  ${line}`), notes ?? ''].join('\n').trimEnd());

const titles = new Map([
  ['Usage:', 'Brug:'],
  ['Arguments:', 'Argumenter:'],
  ['Options:', 'Tilvalg:'],
  ['Commands:', 'Kommandoer:'],
]);

const danishHelp: HelpConfiguration = {
  styleTitle: (title) => titles.get(title) ?? title,
  optionDescription: ({ description, argChoices, defaultValue }) => {
    if (argChoices === undefined) return description;
    return `${description} (${argChoices.join(', ')}; standard: ${String(defaultValue)})`;
  },
  subcommandTerm: (subcommand) => subcommand.name(),
};
