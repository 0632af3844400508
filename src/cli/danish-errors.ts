import type { Command, CommanderError, Option } from 'commander';
import { clean, listText, nearestNames } from '../danish/index.ts';
import { type UserError, usageError } from '../errors.ts';
import { findMunicipality, municipalities, regions } from '../municipalities/index.ts';

/** Commander's English message about `command` as a Danish one with a remedy; `example` is a right command line. */
export function danishError(error: CommanderError, command: Command, example: string): UserError {
  const [, subject = '', second = ''] = /'([^']*)'(?:.*?'([^']*)')?/s.exec(error.message) ?? [];
  const flag = subject.replace(/^-., | <.*$/g, '');
  const messages: Record<string, () => string> = {
    'commander.unknownOption': () => unknownOption(subject, command),
    'commander.optionMissingArgument': () => `Der mangler ${subject.replace(/^.* /, '')} efter ${flag}.`,
    'commander.missingArgument': () => `Der mangler <${subject}>: ${descriptionOf(subject, command)}.`,
    'commander.missingMandatoryOptionValue': () => `Der mangler ${subject}: ${descriptionOf(flag, command)}.`,
    'commander.invalidArgument': () => `${flag} kan ikke være "${clean(second)}". ${choices(flag, command)}`,
    'commander.excessArguments': () => superfluous(command),
  };
  const message = messages[error.code]?.() ?? error.message;
  return withHelp(message, command, error.code.startsWith('commander.missing') ? `\nEksempel: ${example}` : '');
}

/** Refuses an option before the name of `command`, where it would have no effect. Errors: `UserError` 2. */
export function refuseMisplacedOption(command: Command): void {
  const { parent } = command;
  const option = parent?.options.find((one) => parent.getOptionValueSource(one.attributeName()) === 'cli');
  if (option) throw withHelp(`Skriv ${option.long} efter ${command.name()}, ikke foran.`, command);
}

/**
 * Refuses an option with nothing after it, or an empty argument: a script passes them whose variable is empty.
 * Errors: `UserError` 2.
 */
export function refuseEmpty(command: Command): void {
  const empty = command.registeredArguments[command.args.indexOf('')];
  if (empty !== undefined) throw withHelp(`Der står ingenting i stedet for <${empty.name()}>.`, command);
  const option = command.options.find((one) => [command.getOptionValue(one.attributeName())].flat().includes(''));
  if (option === undefined) return;
  throw withHelp(`Efter ${option.long} står der ingenting. Skriv ${option.flags.replace(/^-., /, '')}.`, command);
}

const withHelp = (message: string, command: Command, example = ''): UserError =>
  usageError(`${message} Se ${fullName(command)} --help.${example}`);

/** "barometer-report valider" */
const fullName = (command: Command): string =>
  command.parent === null ? command.name() : `${command.parent.name()} ${command.name()}`;

const flagsOf = ({ options }: Command): string[] => ['--help', ...options.flatMap(({ long }) => long ?? [])];

const optionOf = ({ options }: Command, flag: string): Option | undefined =>
  options.find(({ short, long }) => flag === short || flag === long);

const choices = (flag: string, command: Command): string =>
  `Vælg mellem ${listText(optionOf(command, flag)?.argChoices ?? [])}.`;

function descriptionOf(name: string, command: Command): string {
  const found = optionOf(command, name) ?? command.registeredArguments.find((one) => one.name() === name);
  return found?.description ?? '';
}

function unknownOption(text: string, command: Command): string {
  const option = clean(text.replace(/=.*$/s, ''));
  const program = command.parent ?? command;
  const owners = [program, ...program.commands].filter((one) => optionOf(one, option));
  if (owners.includes(command)) return `Tilvalget ${option} kan ikke have en værdi. Skriv kun ${option}.`;
  if (owners.length > 0) {
    const names = listText(owners.map(fullName));
    return `Tilvalget ${option} hører til ${names}, ikke til ${fullName(command)}.`;
  }
  const [near] = nearestNames(option, flagsOf(command), 1);
  return `Tilvalget ${option} findes ikke.${near === undefined ? '' : ` Mente du ${near}?`}`;
}

/** What is wrong with the words that are left over, and what they probably are. */
function superfluous(command: Command): string {
  const words = command.args.slice(command.registeredArguments.length).map((word) => clean(word));
  if (command.parent === null)
    return `"${words[0]}" er hverken et tilvalg eller en kommando.${meaningOf(words, command)}`;
  return `Kommandoen ${command.name()} kan ikke bruge "${words[0]}".${meaningOf(words, command)}`;
}

function meaningOf(words: readonly string[], command: Command): string {
  const [word = ''] = words;
  const municipality = findMunicipality(words.join(' ')) ?? findMunicipality(word);
  if (municipality !== null) return ` Kommunens rapport laves med barometer-report --kommune ${municipality.name}.`;
  if (command.parent !== null)
    return optionOf(command, '--data') ? ` Er det datasættets mappe, så skriv --data ${word}.` : '';
  const meanings = new Map([
    ...command.commands.map((one) => [one.name(), fullName(one)] as const),
    ...flagsOf(command).map((flag) => [flag.slice(2), flag] as const),
    ...regions.map(({ name }) => [name.slice('Region '.length), `--region "${name}"`] as const),
    ...municipalities.map(({ name }) => [name, `--kommune ${name}`] as const),
  ]);
  const [near] = nearestNames(word, [...meanings.keys()], 1);
  return near === undefined ? '' : ` Mente du ${meanings.get(near)}?`;
}
