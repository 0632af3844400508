import type { Command, CommanderError } from 'commander';
import { nearestNames } from '../danish/index.ts';
import { exitCode, UserError } from '../errors.ts';
import { findMunicipality } from '../municipalities/index.ts';

/** Commander's English message as a Danish one with a remedy. */
export function danishError(error: CommanderError, program: Command): UserError {
  const [, subject = '', second = ''] = /'([^']*)'(?:.*?'([^']*)')?/s.exec(error.message) ?? [];
  const messages: Record<string, () => string> = {
    'commander.unknownOption': () => unknownOption(subject, program),
    'commander.optionMissingArgument': () => `Der mangler en værdi efter ${subject}.`,
    'commander.missingArgument': () => `Der mangler noget på kommandolinjen: ${subject}.`,
    'commander.missingMandatoryOptionValue': () => `Der mangler et valg: ${subject}.`,
    'commander.invalidArgument': () => `${subject} kan ikke være "${second}". ${choicesIn(error.message)}`.trim(),
    'commander.excessArguments': () => excess(program),
    'commander.unknownCommand': () => `Kommandoen "${subject}" findes ikke.`,
  };
  const message = messages[error.code]?.() ?? error.message;
  return new UserError(exitCode.usage, `${message} Se barometer-report --help.`);
}

function unknownOption(option: string, program: Command): string {
  const commands = [program, ...program.commands];
  const flags = commands.flatMap((command) => command.options.flatMap((known) => known.long ?? []));
  const [guess] = nearestNames(option, [...new Set(flags)], 1);
  return `Valget ${option} findes ikke.${guess === undefined ? '' : ` Mente du ${guess}?`}`;
}

function excess(program: Command): string {
  const [word = ''] = program.args;
  const municipality = findMunicipality(word);
  if (municipality !== null)
    return `Skriv --kommune ${municipality.name}, hvis det er kommunens rapport, der skal laves.`;
  const names = program.commands.map((command) => command.name());
  return `"${word}" er hverken et valg eller en kommando. Mente du ${nearestNames(word, names, 1).join('')}?`;
}

const choicesIn = (message: string): string => {
  const choices = /Allowed choices are (.*?)\.?$/.exec(message)?.[1];
  return choices === undefined ? '' : `Vælg mellem ${choices}.`;
};
