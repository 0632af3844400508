import type { Finding } from '../problems.ts';
import { quoted } from './rules.ts';

/** Wording of what can be wrong with a row as a whole, or with two rows together. */
export const misnamedProvenance = (text: string): Finding => ({
  rule: 'mangler-kolonne',
  value: text,
  message: `Her står ${quoted(text)}, men kolonnen hedder ikke "kilde", så kilden ville blive overset.`,
  remedy: 'Ret kolonnens navn til "kilde".',
});

export const wrongCount = (fields: number, columns: number): Finding => ({
  rule: 'antal-felter',
  message: `Linjen har ${fields} ${fields === 1 ? 'felt' : 'felter'}, men der er ${columns} kolonner.`,
  remedy:
    fields > columns
      ? 'Sæt anførselstegn om en tekst med semikolon, eller slet det overskydende.'
      : 'Skriv de manglende felter; et tomt felt skrives som to semikoloner efter hinanden.',
});

export const lineBreak = (text: string): Finding => ({
  rule: 'linjeskift-i-felt',
  value: text,
  message: 'Feltet indeholder et linjeskift; et anførselstegn kan stå forkert og have slugt flere linjer.',
  remedy: 'Ret anførselstegnene i linjen.',
});

export const cutOff = (text: string): Finding => ({
  rule: 'afskaaret',
  value: text,
  message: `Filen slutter lige efter ${quoted(text)} uden linjeskift; tallet kan være skåret over.`,
  remedy: 'Se efter, at filen er hel, og afslut sidste linje med et linjeskift.',
});

export const sameTwice = (where: string, text: string): Finding => ({
  rule: 'gentagelse',
  value: text,
  message: `Figuren står to gange med samme tal, første gang ${where}.`,
  remedy: 'Slet den ene linje.',
});

export const differentValues = (where: string, text: string, first: string): Finding => ({
  rule: 'dublet',
  value: text,
  message: `Figuren står også i ${where}, men med en anden værdi (${quoted(first)}); ingen af dem bruges.`,
  remedy: 'Slet den forkerte linje.',
});

export const differentProvenance = (where: string, text: string): Finding => ({
  rule: 'modstridende-kilde',
  value: text,
  message: `Figuren står også i ${where}, men med en anden kilde; ingen af dem bruges.`,
  remedy: 'Slet den forkerte linje.',
});
