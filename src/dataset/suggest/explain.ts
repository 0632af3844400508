import { clean } from '../../danish/index.ts';
import type { Area, ReadArea } from '../areas.ts';
import { COUNTRY } from '../catalogue.ts';
import { ownColumns } from '../mapping/mapping.ts';
import { markName } from '../number.ts';
import { isWorkbook } from '../read/exported-file.ts';
import { TO_FILL } from '../rules/mappings.ts';
import { counted } from '../rules/phrases.ts';
import type { Suggestion } from './mapping.ts';
import type { Profile, ReadColumn } from './profile.ts';

/** Texts of a column that are named. */
const NAMED = 6;

const quoted = (texts: readonly string[]): string => {
  const named = texts.slice(0, NAMED).map((text) => `"${clean(text)}"`);
  return `${named.join(', ')}${texts.length > NAMED ? ` og ${texts.length - NAMED} til` : ''}`;
};

/** The texts that are to be said; `false` stands for one that is not. */
const said = (texts: readonly (string | false)[]): string[] => texts.filter((text) => text !== false);

/** What was found in a file and what is left to do, in Danish, a line each. `sheets` are the workbook's other ones. */
export function explainSuggestion(
  profile: Profile,
  suggestion: Suggestion,
  readArea: ReadArea,
  sheets: readonly string[],
): string {
  const { entry } = suggestion;
  const form = profile.form === 'bred' ? 'bred form (tider som kolonner)' : 'lang form (en række for hvert tal)';
  const others = profile.others.map(({ name, texts }) => {
    const number = counted(texts.size, 'tekst', 'tekster');
    return `  "${clean(name)}": ${number}: ${quoted([...texts])}`;
  });
  const guessed = guessLines(suggestion);
  const toFill = linesToFill(profile, suggestion);
  return said([
    `${clean(entry.fil)}: tabel i ${form} med ${counted(profile.rows, 'tal', 'tal')}.`,
    entry.ark !== undefined && sheetLine(entry.ark, sheets),
    profile.titles.length > 0 && `  titel: ${clean(profile.titles.join(' '), 200)}`,
    ...areaLines(profile.area, readArea),
    timeLine(profile.time),
    ...valueLines(profile),
    `  ${marksText(profile.style)}`,
    ...others,
    profile.notes > 0 && `  ${counted(profile.notes, 'note', 'noter')} bliver sprunget over`,
    '',
    guessed.length > 0 && 'Programmets gæt. Kontrollér dem:',
    ...guessed,
    leftOut(profile, suggestion),
    toFill.length > 0 && `Udfyld, hvor der står ${TO_FILL}:`,
    ...toFill,
    hasOwnForm(entry) &&
      `Filen har datasættets egne kolonner. Hedder den ${entry.tabel}.csv${entry.fil.endsWith('.gz') ? '.gz' : ''}, bliver den læst, uden at den er nævnt i datasaet.json. Ellers:`,
    '',
  ]).join('\n');
}

const guessLines = ({ guesses, chosen, madeUpBy }: Suggestion): string[] => [
  ...guesses
    .filter(({ text, series: { id } }) => text !== id)
    .map(({ text, series: { id } }) => `  "${clean(text)}" er sandsynligvis ${id}`),
  ...chosen
    .filter(([, text]) => text !== TO_FILL)
    .map(([column, text]) => `  "${clean(column)}" skal sandsynligvis være "${clean(text)}"`),
  ...(madeUpBy === undefined ? [] : [`  "kilde" skal være "eksempel", fordi filen siger "${clean(madeUpBy)}"`]),
];

/** What the user is to write where the mapping has `TO_FILL`. */
function linesToFill({ area, time, value, style }: Profile, { entry, weak, chosen }: Suggestion): string[] {
  const column = (key: string, { candidates }: ReadColumn): string | false =>
    candidates.length > 0 && `  "kolonner", "${key}": en af kolonnerne ${quoted(candidates)}`;
  return said([
    column('kommune', area),
    column('tid', time),
    column('vaerdi', value),
    entry.serie === TO_FILL &&
      '  "serie": nummeret på den indikator ("1.2") eller det nøgletal ("13"), som tallene hører til',
    ...weak.map(
      ({ text, series: { id } }) =>
        `  "serier", "${clean(text)}": måske ${id}; skriv nummeret, eller null, hvis teksten skal springes over`,
    ),
    ...chosen
      .filter(([, text]) => text === TO_FILL)
      .map(([name]) => `  "udvalg", "${clean(name)}": en af kolonnens tekster`),
    style === 'ambiguous' && '  "decimaltegn" (og "tusindtegn", hvis filen har det)',
  ]);
}

/** The texts of the series column that the mapping passes over. */
function leftOut({ others }: Profile, { entry: { serier = {} } }: Suggestion): string | false {
  const passed = Object.keys(serier).filter((text) => serier[text] === null);
  if (passed.length > 0) return `Springes over (null i "serier"): ${quoted(passed)}`;
  const picks = Object.values(serier).filter((texts) => texts !== null && typeof texts === 'object');
  const [column] = Object.keys(picks[0] ?? {});
  const texts = others.find(({ name }) => name === column)?.texts.size ?? 0;
  return texts > picks.length && `Springes over: ${texts - picks.length} andre tekster i "${clean(column ?? '')}"`;
}

const sheetLine = (sheet: string, others: readonly string[]): string =>
  `  ark: "${clean(sheet)}"${others.length > 0 ? ` (filen har også ${quoted(others)})` : ''}`;

/** True for a text file whose columns have the names of the dataset's own tables. */
function hasOwnForm({ fil, tabel, kolonner }: Suggestion['entry']): boolean {
  const names = Object.values(kolonner).map((name) => name?.toLowerCase());
  return !isWorkbook(fil) && Object.values(ownColumns[tabel]).every((name) => names.includes(name));
}

function areaLines({ name, texts, candidates }: ReadColumn, readArea: ReadArea): string[] {
  const areas = [...texts].map((text) => ({ text, area: readArea(text) }));
  const named = (kind: Area['kind'] | undefined): string[] =>
    areas.filter(({ area }) => area?.kind === kind).map(({ text }) => text);
  const [subjects, regions, passed, unknown] = [named('subject'), named('region'), named('passed'), named(undefined)];
  const codes = new Set(areas.flatMap(({ area }) => (area?.kind === 'subject' ? [area.code] : [])));
  const hasCountry = codes.delete(COUNTRY);
  const municipalities = counted(codes.size, 'kommune', 'kommuner');
  const parts = said([
    hasCountry ? `${municipalities} og hele landet` : municipalities,
    regions.length > 0 && counted(regions.length, 'region', 'regioner'),
    passed.length > 0 && `springes over: ${quoted(passed)}`,
    unknown.length > 0 && `kendes ikke: ${quoted(unknown)}`,
  ]);
  if (candidates.length > 0)
    return [`  kommune: kolonnerne ${quoted(candidates)} har ikke samme kommune i alle rækker`];
  return said([
    `  kommune: kolonnen "${clean(name)}" (${parts.join('; ')})`,
    unknown.length > 0 &&
      subjects.length > 0 &&
      `    Ret navnene i filen. Er det ikke kommuner, så tilføj "oversete": [${quoted(unknown)}]`,
  ]);
}

function timeLine({ name, texts, unread, candidates }: ReadColumn): string {
  if (candidates.length > 0) return `  tid: flere kolonner har tider: ${quoted(candidates)}`;
  const times = [...texts].filter((text) => !unread.includes(text)).sort();
  const ends = times.filter((_, i) => i === 0 || i === times.length - 1).map((time) => clean(time));
  const where = name.startsWith('(') ? 'overskrifterne' : `kolonnen "${clean(name)}"`;
  const wrong = unread.length > 0 ? `; kan ikke læses: ${quoted(unread)}` : '';
  return `  tid: ${where} (${counted(times.length, 'periode', 'perioder')}: ${ends.join(' til ')}${wrong})`;
}

function valueLines({ form, value: { name, unread, candidates } }: Profile): string[] {
  if (candidates.length > 0) return [`  værdi: flere kolonner har tal: ${quoted(candidates)}`];
  return said([
    form === 'lang' && `  værdi: kolonnen "${clean(name)}"`,
    unread.length > 0 &&
      `    Kan ikke læses som tal: ${quoted(unread)}. Skriv ".." (diskretioneret) eller "..." (foreligger ikke) i filen.`,
  ]);
}

function marksText(style: Profile['style']): string {
  if (style === null) return 'tal: hele tal, eller tal som Excel har dem; de har intet decimaltegn, der skal angives';
  if (style === 'ambiguous') return 'tal: det kan ikke afgøres, hvad der er decimaltegn og tusindtegn';
  const thousands = style.thousands === null ? '' : `, tusindtegn er ${markName(style.thousands)}`;
  return `tal: decimaltegn er ${markName(style.decimal)}${thousands}`;
}
