import { Command, CommanderError, Option } from 'commander';
import { exitCode, UserError } from '../errors.ts';
import type { ParsedCommand } from './command.ts';
import { danishError, danishHelp } from './danish-commander.ts';
import { help } from './help.ts';
import { addDataOptions, type CommonOptions } from './shared-options.ts';
import { version } from './version.ts';

type Run = Extract<ParsedCommand, { name: 'run' }>['run'];

/**
 * argv (without node and script) → what to do, without doing anything. Errors: `UserError` with code 2.
 * The commands themselves are imported when they run, so that each loads only what it needs.
 */
export function parseCommandLine(argv: readonly string[]): ParsedCommand {
  let parsed: ParsedCommand | undefined;
  const found = (options: CommonOptions, run: Run): void => {
    parsed = { name: 'run', debug: options.debug === true, run };
  };
  const printed: string[] = [];
  const program = programFor(found, (text) => printed.push(text));
  try {
    program.parse(argv, { from: 'user' });
  } catch (error) {
    if (!(error instanceof CommanderError)) throw error;
    if (error.exitCode === 0) return { name: 'text', text: printed.join('') };
    throw danishError(error, program);
  }
  if (parsed === undefined) throw new UserError(exitCode.usage, help.nothingAsked);
  return parsed;
}

type Found = (options: CommonOptions, run: Run) => void;

function programFor(found: Found, print: (text: string) => void): Command {
  const program = new Command('barometer-report');
  danishHelp(program);
  program
    .enablePositionalOptions()
    .exitOverride()
    .configureOutput({ writeOut: print, writeErr: () => {}, outputError: () => {} });
  program.description(help.description).version(version(), '-V, --version', help.version);
  addReport(program, found);
  addMunicipalities(program, found);
  addValidate(program, found);
  addExplain(program, found);
  addExtract(program, found);
  addCompare(program, found);
  return program;
}

const collect = (value: string, before: string[] = []): string[] => [...before, value];

/** The program itself, without a subcommand: makes reports. */
function addReport(program: Command, found: Found): void {
  program
    .option('-k, --kommune <navn>', help.municipality, collect)
    .option('--hele-landet', help.country)
    .option('--alle', help.all)
    .option('--region <navn>', help.region, collect)
    .option('--fil <liste.txt>', help.list);
  addDataOptions(program)
    .option('-o, --ud <sti>', help.out)
    .option('--dato <åååå-mm-dd>', help.date)
    .addOption(new Option('--format <format>', help.format).choices(['pdf', 'json']).default('pdf'))
    .option('-j, --parallel <antal>', help.parallel)
    .option('--stop-ved-fejl', help.stopOnFailure)
    .option('--kun-aendrede', help.onlyChanged)
    .option('--overskriv', help.overwrite)
    .option('-q, --stille', help.quiet)
    .addOption(new Option('--log <form>', help.log).choices(['tekst', 'json']).default('tekst'))
    .addHelpText('after', help.examples)
    .action((options) => found(options, async (world) => (await import('./report/run.ts')).runReports(options, world)));
}

function addMunicipalities(program: Command, found: Found): void {
  subcommand(program, 'kommuner', help.municipalities)
    .addOption(formats('tekst', 'json', 'csv'))
    .action((options) =>
      found(options, async (world) => (await import('./municipalities.ts')).runMunicipalities(options, world)),
    );
}

function addValidate(program: Command, found: Found): void {
  addDataOptions(subcommand(program, 'valider', help.validate))
    .addOption(formats('tekst', 'json'))
    .action((options) =>
      found(options, async (world) => (await import('./validate/run.ts')).runValidate(options, world)),
    );
}

function addExplain(program: Command, found: Found): void {
  addDataOptions(subcommand(program, 'forklar', help.explain))
    .usage('[valg] <tal>')
    .argument('<tal...>', help.explainArgument)
    .option('-k, --kommune <navn>', help.explainMunicipality)
    .option('--hele-landet', help.explainCountry)
    .addOption(formats('tekst', 'json'))
    .addHelpText('after', help.explainExamples)
    .action((words: string[], options) =>
      found(options, async (world) => (await import('./explain.ts')).runExplain(words.join(' '), options, world)),
    );
}

function addExtract(program: Command, found: Found): void {
  subcommand(program, 'udtraek', help.extract)
    .usage('[valg] <fil.pdf>')
    .argument('<fil.pdf>', help.extractArgument)
    .option('-o, --ud <mappe>', help.extractOut, '.')
    .option('--overskriv', help.overwrite)
    .action((file: string, options) =>
      found(options, async (world) => (await import('./extract.ts')).runExtract(file, options, world)),
    );
}

function addCompare(program: Command, found: Found): void {
  addDataOptions(subcommand(program, 'sammenlign', help.compare))
    .requiredOption('--med <mappe>', help.compareWith)
    .addOption(formats('tekst', 'csv', 'json'))
    .action((options) => found(options, async (world) => (await import('./compare.ts')).runCompare(options, world)));
}

const formats = (...choices: string[]): Option =>
  new Option('--format <format>', help.outputFormat).choices(choices).default(choices[0]);

function subcommand(program: Command, name: string, description: string): Command {
  const command = program.command(name).description(description).option('--debug', help.debug);
  danishHelp(command);
  return command;
}
