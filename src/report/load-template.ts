import shipped from '../../templates/udviklingsrapport.json' with { type: 'json' };
import { withoutControls } from '../danish/index.ts';
import { exitCode, UserError } from '../errors.ts';
import {
  checkJson,
  type JsonDocument,
  type JsonPart,
  type JsonPath,
  type LineColumn,
  nameHint,
  parseJson,
  pathText,
} from '../json/index.ts';
import { type Template, templateSchema } from './template.ts';

/** The template in `text`; `file` is its name in messages. Throws a `UserError` (65) that lists what is wrong. */
export function parseTemplate(text: string, file: string): Template {
  const json = parseJson(text.replace(/^\uFEFF/, ''));
  if ('message' in json) {
    throw new UserError(exitCode.data, `${placeText(file, json.place)}: Filen er ikke gyldig JSON: ${json.message}`);
  }
  const { output, wrong, unknown } = checkJson(templateSchema, json, upToDate(json.value));
  const problems: TemplateProblem[] = [
    ...json.repeated.map((part) => ({ ...part, message: 'står to gange; slet den ene.' })),
    ...unknown.map((part) => ({ ...part, message: `kendes ikke. ${nameHint(part.name, part.known)}` })),
    ...wrong.map((part) => ({ ...part, message: `${part.what}${remedyOf(part.given)}.` })),
    ...(output === undefined ? [] : repeatedNumbers(output, json)),
  ];
  if (output === undefined || problems.length > 0) throw wrongTemplate(file, problems);
  return output;
}

const remedyOf = (given: unknown): string => {
  if (given === undefined) return '; tilføj feltet';
  return typeof given === 'object' && given !== null ? '' : ` (der står ${JSON.stringify(given).slice(0, 60)})`;
};

const placeText = (file: string, { line, column }: LineColumn): string => `${file}:${line}:${column}`;

/** What is wrong with a part: sentences that begin with its path. */
interface TemplateProblem extends JsonPart {
  readonly message: string;
}

/** Problems beyond these are only counted. */
const MOST_LINES = 20;

function wrongTemplate(file: string, problems: readonly TemplateProblem[]): UserError {
  const lines = [...problems]
    .sort((a, b) => a.place.line - b.place.line || a.place.column - b.place.column)
    .slice(0, MOST_LINES)
    .map(({ path, place, message }) => {
      const what = path.length === 0 ? 'skabelonen' : pathText(path);
      return withoutControls(`  ${placeText(file, place)}: ${what}: ${message}`);
    });
  const rest = problems.length > MOST_LINES ? [`  og ${problems.length - MOST_LINES} til`] : [];
  const heading = `Skabelonen ${file} kan ikke bruges. Ret det følgende (docs/skabelon.md beskriver felterne):`;
  return new UserError(exitCode.data, [heading, ...lines, ...rest].join('\n'));
}

type Numbered = readonly [name: string | number, path: JsonPath];

/** Numbers name rows of a dataset, so each may be used once. */
function repeatedNumbers(
  { goals: { goals }, keyFigures: { groups } }: Template,
  json: JsonDocument,
): TemplateProblem[] {
  const goalsAt = ['maalsaetninger', 'maal'];
  const groupsAt = ['noegletal', 'grupper'];
  const numbers = goals.map(({ number }, at): Numbered => [number, [...goalsAt, at, 'nummer']]);
  const ids = goals.flatMap(({ indicators }, goal) =>
    indicators.map(({ id }, at): Numbered => [id, [...goalsAt, goal, 'indikatorer', at, 'id']]),
  );
  const keyFigures = groups.flatMap((group, groupAt) =>
    group.keyFigures.map(({ number }, at): Numbered => [number, [...groupsAt, groupAt, 'noegletal', at, 'nummer']]),
  );
  return [numbers, ids, keyFigures].flatMap((all) => repeated(all, json));
}

function repeated(all: readonly Numbered[], { placeOf }: JsonDocument): TemplateProblem[] {
  const names = all.map(([name]) => name);
  return all
    .filter(([name], index) => names.indexOf(name) !== index)
    .map(([name, path]) => ({ path, place: placeOf(path), message: `${name} er brugt før; giv hver sit nummer.` }));
}

/** Whatever JSON holds between braces. */
type Json = Readonly<Record<string, unknown>>;

/** Fields of the annex that 0.4.1 had and no text is made of any more. */
const formerFields = [
  ...['bevaegelse', 'kurve', 'spredningUnder'].map((name) => `kolonner.${name}`),
  ...['positiv', 'negativ', 'uaendret', 'blandet'].map((name) => `bevaegelser.${name}.tegn`),
  ...['raekkefoelge', 'tal', 'positiv', 'negativ', 'uaendret', 'blandet'].map((name) => `kortFortalt.${name}`),
  ...['uaendretOgBlandet', 'stoerst', 'heleLandet'].map((name) => `kortFortalt.${name}`),
  ...['foerste', 'sidste', 'heleLandet'].map((name) => `kurve.${name}`),
  ...['kurvetekst.tabel', 'spredning.tekst', 'aarstabel.tabelnavn', 'noter.tegn'],
  ...['felt', 'feltUdenTid', 'heleRaekken', 'tommeFelter.aarstal', 'tommeFelter.grunde'].map((name) => `noter.${name}`),
];

/**
 * A template as it is in its file, brought up to date: what it lacks of later wording is taken from the template that
 * comes with the program, and what is no longer used is left out. A template without an annex gets none.
 */
function upToDate(template: unknown): unknown {
  if (!isJson(template)) return template;
  const { sidefod, opdigtetSidefod, maalsaetninger } = shipped;
  const goals = isJson(template['maalsaetninger']) && { maalsaetninger: { intetAar: maalsaetninger.intetAar } };
  const later = filled(template, { sidefod, opdigtetSidefod, ...goals });
  if (!isJson(later['bilag'])) return later;
  const annex = formerFields.reduce((whole, path) => without(whole, path.split('.')), later['bilag']);
  return { ...later, bilag: filled(annex, shipped.bilag) };
}

const isJson = (value: unknown): value is Json => typeof value === 'object' && value !== null && !Array.isArray(value);

function without(given: Json, [name = '', ...rest]: readonly string[]): Json {
  const { [name]: own, ...others } = given;
  if (rest.length === 0) return others;
  return isJson(own) ? { ...given, [name]: without(own, rest) } : given;
}

/** All that `from` has and `given` lacks, at every level. */
function filled(given: Json, from: Json): Json {
  const lacking = Object.entries(from).map(([name, other]) => {
    const own = given[name];
    return [name, own === undefined ? other : isJson(own) && isJson(other) ? filled(own, other) : own];
  });
  return { ...given, ...Object.fromEntries(lacking) };
}
