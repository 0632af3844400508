import { clean } from '../../danish/index.ts';
import type { Area } from '../areas.ts';
import { COUNTRY } from '../catalogue.ts';
import { TO_FILL } from '../datasaet.ts';
import { isWorkbook } from '../read/source.ts';
import type { Suggestion } from './mapping.ts';
import type { ColumnProfile, Profile } from './profile.ts';

/** Texts of a column that are named. */
const NAMED = 6;

const quoted = (texts: readonly string[]): string => {
  const named = texts.slice(0, NAMED).map((text) => `"${clean(text)}"`);
  return `${named.join(', ')}${texts.length > NAMED ? ` og ${texts.length - NAMED} til` : ''}`;
};

const count = (number: number, one: string, many: string): string => `${number} ${number === 1 ? one : many}`;

/** What was found in a file and what is left to do, in Danish, a line each. */
export function explainSuggestion(
  profile: Profile,
  { entry, series, isOwnForm, chosen }: Suggestion,
  readArea: (text: string) => Area | null,
): string {
  const form = profile.form === 'bred' ? 'bred form (tider som kolonner)' : 'lang form (en række for hvert tal)';
  return [
    `${clean(entry.fil)}: tabel i ${form} med ${count(profile.rows, 'tal', 'tal')}.`,
    ...(profile.titles.length > 0 ? [`  titel: ${clean(profile.titles.join(' '), 200)}`] : []),
    areaLine(profile.area, readArea),
    timeLine(profile.time),
    ...(profile.form === 'lang' ? [`  værdi: kolonnen "${clean(profile.value)}"`] : []),
    `  ${marksText(profile.style)}`,
    ...profile.others.map(
      (column) =>
        `  "${clean(column.name)}": ${count(column.texts.size, 'tekst', 'tekster')}: ${quoted([...column.texts.keys()])}`,
    ),
    '',
    ...guesses(series, chosen),
    ...toFill(profile, entry, chosen),
    ...(isOwnForm && !isWorkbook(entry.fil) ? [ownForm(entry)] : []),
    `Sæt det ind i listen "statbank" i datasaet.json, læg filen i samme mappe, og kør: barometer-report valider --data <mappe>`,
    '',
  ].join('\n');
}

const ownForm = ({ tabel }: Suggestion['entry']): string =>
  `Filen har datasættets egne kolonner. Hedder den ${tabel}.csv, bliver den læst, uden at den er nævnt i datasaet.json; ellers:`;

function areaLine({ name, texts }: ColumnProfile, readArea: (text: string) => Area | null): string {
  const areas = [...texts.keys()].map((text) => ({ text, area: readArea(text) }));
  const named = (kind: Area['kind'] | undefined): string[] =>
    areas.filter(({ area }) => area?.kind === kind).map(({ text }) => text);
  const [subjects, regions, passed, unknown] = [named('subject'), named('region'), named('passed'), named(undefined)];
  const country = areas.some(({ area }) => area?.kind === 'subject' && area.code === COUNTRY);
  const municipalities = count(subjects.length - (country ? 1 : 0), 'kommune', 'kommuner');
  const parts = [
    country ? `${municipalities} og hele landet` : municipalities,
    ...(regions.length > 0 ? [count(regions.length, 'region', 'regioner')] : []),
    ...(passed.length > 0 ? [`springes over: ${quoted(passed)}`] : []),
    ...(unknown.length > 0 ? [`kendes ikke: ${quoted(unknown)}`] : []),
  ];
  return `  kommune: kolonnen "${clean(name)}" (${parts.join('; ')})`;
}

function timeLine({ name, texts }: ColumnProfile): string {
  const times = [...texts.keys()].sort();
  const ends =
    times.length > 1 ? `${clean(times[0] as string)} til ${clean(times.at(-1) as string)}` : clean(times[0] ?? '');
  const where = name.startsWith('(') ? 'overskrifterne' : `kolonnen "${clean(name)}"`;
  return `  tid: ${where} (${count(times.length, 'tid', 'tider')}: ${ends})`;
}

function marksText(style: Profile['style']): string {
  if (style === null) return 'tal: hele tal, eller tal som Excel har dem; de har intet decimaltegn, der skal angives';
  if (style === 'ambiguous') return 'tal: det kan ikke afgøres, hvad der er decimaltegn og tusindtegn';
  const name = (mark: string): string => (mark === ',' ? 'komma' : mark === '.' ? 'punktum' : 'mellemrum');
  const thousands = style.thousands === null ? '' : `, tusindtegn er ${name(style.thousands)}`;
  return `tal: decimaltegn er ${name(style.decimal)}${thousands}`;
}

function guesses(series: Suggestion['series'], chosen: Suggestion['chosen']): string[] {
  const lines = [
    ...series.map(({ text, id }) => `  "${clean(text)}" er nok ${id}`),
    ...chosen
      .filter(({ text }) => text !== TO_FILL)
      .map(({ column, text }) => `  "${clean(column.name)}" skal nok være "${clean(text)}"`),
  ];
  return lines.length === 0 ? [] : ['Gættet ud fra ordene; se efter, om det er rigtigt:', ...lines];
}

function toFill(profile: Profile, entry: Suggestion['entry'], chosen: Suggestion['chosen']): string[] {
  const lines = [
    ...(entry.serie === TO_FILL
      ? ['  "serie": nummeret på den indikator ("1.2") eller det nøgletal ("13"), som tallene er']
      : []),
    ...chosen
      .filter(({ text }) => text === TO_FILL)
      .map(({ column }) => `  "udvalg": en af teksterne i "${clean(column.name)}"`),
    ...(profile.style === 'ambiguous' ? ['  "decimaltegn" (og "tusindtegn", hvis filen har det)'] : []),
  ];
  return lines.length === 0 ? [] : [`Udfyld, hvor der står ${TO_FILL}:`, ...lines];
}
