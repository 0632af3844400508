import * as v from 'valibot';
import { withoutControls } from '../danish/index.ts';
import { exitCode, UserError } from '../errors.ts';
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

/** The template in `text`; `file` is its name in messages. Throws a `UserError` (65) that lists the faults. */
export function parseTemplate(text: string, file: string): Template {
  const json = text.replace(/^\uFEFF/, '');
  const result = v.safeParse(templateSchema, parseJson(json, file));
  const faults = result.success ? doubledNumbers(result.output) : result.issues.map(faultOf);
  if (!result.success || faults.length > 0) throw wrongTemplate(file, json, faults);
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

/** What is wrong at `path`: the end of a sentence that begins with the path. */
interface Fault {
  readonly path: JsonPath;
  readonly message: string;
}

/** More faults than these are counted only. */
const MOST_LINES = 20;

function wrongTemplate(file: string, json: string, faults: readonly Fault[]): UserError {
  const lines = faults.slice(0, MOST_LINES).map(({ path, message }) => {
    const line = `  ${file}:${colonPlace(placeInJson(json, path))}: ${pathText(path)}: ${message}.`;
    return withoutControls(line);
  });
  const rest = faults.length > MOST_LINES ? [`  og ${faults.length - MOST_LINES} til`] : [];
  const heading = `Skabelonen ${file} kan ikke bruges. Ret det følgende (docs/template.md beskriver felterne):`;
  return new UserError(exitCode.data, [heading, ...lines, ...rest].join('\n'));
}

function faultOf(issue: v.BaseIssue<unknown>): Fault {
  return { path: (issue.path ?? []).map((step) => step.key) as JsonPath, message: messageOf(issue) };
}

/** Valibot's own English messages are only met for missing and unknown fields. */
function messageOf(issue: v.BaseIssue<unknown>): string {
  if (issue.type !== 'strict_object') return `${issue.message} (der står ${issue.received.slice(0, 60)})`;
  if (issue.expected === 'never') return 'er et ukendt felt; fjern det, eller ret stavemåden';
  return issue.received === 'undefined' ? 'mangler; tilføj feltet' : 'skal være et objekt i { }';
}

/** "maalsaetninger.maal[0].navn"; the file itself is "skabelonen". */
function pathText(path: JsonPath): string {
  const steps = path.map((key) => (typeof key === 'number' ? `[${key}]` : `.${key}`));
  return steps.length === 0 ? 'skabelonen' : steps.join('').replace(/^\./, '');
}

/** Numbers name rows of a dataset, so each may stand once. */
function doubledNumbers({ goals: { goals }, keyFigures: { groups } }: Template): Fault[] {
  const goalsAt = ['maalsaetninger', 'maal'];
  return [
    ...doubles(goals.map(({ number }, index) => [number, [...goalsAt, index, 'nummer']])),
    ...doubles(
      goals.flatMap(({ indicators }, goal) =>
        indicators.map(({ id }, index): Numbered => [id, [...goalsAt, goal, 'indikatorer', index, 'id']]),
      ),
    ),
    ...doubles(
      groups.flatMap(({ keyFigures }, group) =>
        keyFigures.map(
          ({ number }, index): Numbered => [number, ['noegletal', 'grupper', group, 'noegletal', index, 'nummer']],
        ),
      ),
    ),
  ];
}

type Numbered = readonly [name: string | number, path: JsonPath];

function doubles(all: readonly Numbered[]): Fault[] {
  const names = all.map(([name]) => name);
  return all
    .filter(([name], index) => names.indexOf(name) !== index)
    .map(([name, path]) => ({ path, message: `${name} er brugt før; giv hver sit nummer` }));
}
