import * as v from 'valibot';
import { UserError } from '../errors.ts';
import { exitCode } from '../exit-codes.ts';
import { type JsonPath, lineAndColumn, placeInJson } from './json-place.ts';
import type { Template } from './template.ts';
import { templateSchema } from './template-schema.ts';

/**
 * Reads the template at `path` by `readText`, which throws as node:fs does.
 * Throws a `UserError`: 66 when it is not there, 65 when it is not a template.
 */
export function loadTemplate(path: string, readText: (path: string) => string): Template {
  return parseTemplate(readFile(path, readText), path);
}

/** The template in `text`; `file` is its name in messages. Throws a `UserError` (65) that lists every fault. */
export function parseTemplate(text: string, file: string): Template {
  const json = text.replace(/^\uFEFF/, '');
  const result = v.safeParse(templateSchema, parseJson(json, file));
  if (!result.success)
    throw wrongTemplate(
      file,
      result.issues.map((issue) => issueLine(issue, json, file)),
    );
  const doubles = doubledNumbers(result.output);
  if (doubles.length > 0) throw wrongTemplate(file, doubles);
  return result.output;
}

function readFile(path: string, readText: (path: string) => string): string {
  try {
    return readText(path);
  } catch (cause) {
    const message = `Skabelonen ${path} kan ikke læses. Kontrollér stien, og at filen må læses.`;
    throw new UserError(exitCode.noInput, message, { cause });
  }
}

function parseJson(text: string, file: string): unknown {
  try {
    return JSON.parse(text);
  } catch (cause) {
    const at = cause instanceof Error ? /at position (\d+)/.exec(cause.message)?.[1] : undefined;
    const place = at === undefined ? file : `${file}:${colonPlace(lineAndColumn(text, Number(at)))}`;
    const message = `${place}: er ikke gyldig JSON. Se efter et komma, et anførselstegn eller en parentes for lidt eller for meget.`;
    throw new UserError(exitCode.data, message, { cause });
  }
}

const colonPlace = ({ line, column }: { readonly line: number; readonly column: number }): string =>
  `${line}:${column}`;

function wrongTemplate(file: string, lines: readonly string[]): UserError {
  const message = `Skabelonen ${file} kan ikke bruges. Ret det følgende (docs/template.md beskriver felterne):`;
  return new UserError(exitCode.data, [message, ...lines.map((line) => `  ${line}`)].join('\n'));
}

function issueLine(issue: v.BaseIssue<unknown>, text: string, file: string): string {
  const path = (issue.path ?? []).map((step) => step.key) as JsonPath;
  return `${file}:${colonPlace(placeInJson(text, path))}: ${pathText(path)}: ${sentence(issue)}`;
}

/** Valibot's own English messages are only met for missing and unknown fields. */
function sentence(issue: v.BaseIssue<unknown>): string {
  if (issue.type !== 'strict_object') return `${issue.message} (der står ${issue.received})`;
  if (issue.expected === 'never') return 'er et ukendt felt. Fjern det, eller ret stavemåden';
  return issue.received === 'undefined' ? 'mangler. Tilføj feltet' : 'skal være et objekt i { }';
}

/** "maalsaetninger.maal[0].navn" */
function pathText(path: JsonPath): string {
  return path.reduce<string>((text, key) => {
    if (typeof key === 'number') return `${text}[${key}]`;
    return text === '' ? key : `${text}.${key}`;
  }, '');
}

/** Numbers name rows of a dataset, so each may stand once. */
function doubledNumbers(template: Template): string[] {
  const goals = template.goals.goals;
  return [
    ...doubles(goals.map((goal) => `målsætning ${goal.number}`)),
    ...doubles(goals.flatMap((goal) => goal.indicators.map((indicator) => `indikator ${indicator.id}`))),
    ...doubles(template.keyFigures.groups.flatMap((group) => group.keyFigures.map((one) => `nøgletal ${one.number}`))),
  ].map((name) => `${name} står to gange. Giv hver sit nummer.`);
}

const doubles = (names: readonly string[]): string[] => names.filter((name, index) => names.indexOf(name) !== index);
