import * as v from 'valibot';
import { withoutControls } from '../danish/index.ts';
import { exitCode, UserError } from '../errors.ts';
import { type JsonPath, type LineColumn, parseJson } from '../json.ts';
import { type Template, templateSchema } from './template.ts';

/** The template in `text`; `file` is its name in messages. Throws a `UserError` (65) that lists what is wrong. */
export function parseTemplate(text: string, file: string): Template {
  const json = text.replace(/^\uFEFF/, '');
  const result = v.safeParse(templateSchema, parsed(json, file));
  const problems = result.success ? repeatedNumbers(result.output) : result.issues.map(problemOf);
  if (!result.success || problems.length > 0) throw wrongTemplate(file, problems, json);
  return result.output;
}

/** The value of a JSON text. Throws a `UserError` (65) when it is not JSON. */
function parsed(json: string, file: string): unknown {
  try {
    return JSON.parse(json);
  } catch (cause) {
    const fault = parseJson(json);
    if (!('message' in fault)) throw cause;
    throw new UserError(exitCode.data, `${placeText(file, fault.place)}: Filen er ikke gyldig JSON: ${fault.message}`);
  }
}

const placeText = (file: string, { line, column }: LineColumn): string => `${file}:${line}:${column}`;

/** What is wrong at `path`: the end of a sentence that begins with the path. */
interface TemplateProblem {
  readonly path: JsonPath;
  readonly message: string;
}

/** Problems beyond these are only counted. */
const MOST_LINES = 20;

function wrongTemplate(file: string, problems: readonly TemplateProblem[], json: string): UserError {
  const document = parseJson(json);
  const placeOf = (path: JsonPath): LineColumn => ('message' in document ? document.place : document.placeOf(path));
  const lines = problems
    .slice(0, MOST_LINES)
    .map(({ path, message }) => withoutControls(`  ${placeText(file, placeOf(path))}: ${pathText(path)}: ${message}.`));
  const rest = problems.length > MOST_LINES ? [`  og ${problems.length - MOST_LINES} til`] : [];
  const heading = `Skabelonen ${file} kan ikke bruges. Ret det følgende (docs/skabelon.md beskriver felterne):`;
  return new UserError(exitCode.data, [heading, ...lines, ...rest].join('\n'));
}

/** "maalsaetninger.maal[0].navn"; the file itself is "skabelonen". */
function pathText(path: JsonPath): string {
  const steps = path.map((key) => (typeof key === 'number' ? `[${key}]` : `.${key}`));
  return steps.length === 0 ? 'skabelonen' : steps.join('').replace(/^\./, '');
}

const problemOf = (issue: v.BaseIssue<unknown>): TemplateProblem => ({
  path: (issue.path ?? []).map((step) => step.key) as JsonPath,
  message: messageOf(issue),
});

/** Valibot's own English messages only come of missing and unknown fields. */
function messageOf(issue: v.BaseIssue<unknown>): string {
  if (issue.type !== 'strict_object') return `${issue.message} (der står ${issue.received.slice(0, 60)})`;
  if (issue.expected === 'never') return 'er et ukendt felt; fjern det, eller ret stavemåden';
  return issue.received === 'undefined' ? 'mangler; tilføj feltet' : 'skal være et objekt i { }';
}

type Numbered = readonly [name: string | number, path: JsonPath];

/** Numbers name rows of a dataset, so each may be used once. */
function repeatedNumbers({ goals: { goals }, keyFigures: { groups } }: Template): TemplateProblem[] {
  const goalsAt = ['maalsaetninger', 'maal'];
  const groupsAt = ['noegletal', 'grupper'];
  const numbers = goals.map(({ number }, at): Numbered => [number, [...goalsAt, at, 'nummer']]);
  const ids = goals.flatMap(({ indicators }, goal) =>
    indicators.map(({ id }, at): Numbered => [id, [...goalsAt, goal, 'indikatorer', at, 'id']]),
  );
  const keyFigures = groups.flatMap((group, groupAt) =>
    group.keyFigures.map(({ number }, at): Numbered => [number, [...groupsAt, groupAt, 'noegletal', at, 'nummer']]),
  );
  return [numbers, ids, keyFigures].flatMap(repeated);
}

function repeated(all: readonly Numbered[]): TemplateProblem[] {
  const names = all.map(([name]) => name);
  return all
    .filter(([name], index) => names.indexOf(name) !== index)
    .map(([name, path]) => ({ path, message: `${name} er brugt før; giv hver sit nummer` }));
}
