import { clean } from '../../danish/index.ts';
import type { Area } from '../areas.ts';
import { COUNTRY } from '../catalogue.ts';
import { ownColumns } from '../mapping/mapping.ts';
import { markName } from '../number.ts';
import { isWorkbook } from '../read/exported-file.ts';
import { TO_FILL } from '../rules/mappings.ts';
import type { Suggestion } from './mapping.ts';
import type { ColumnProfile, Profile } from './profile.ts';

/** Texts of a column that are named. */
const NAMED = 6;

const quoted = (texts: readonly string[]): string => {
  const named = texts.slice(0, NAMED).map((text) => `"${clean(text)}"`);
  return `${named.join(', ')}${texts.length > NAMED ? ` og ${texts.length - NAMED} til` : ''}`;
};

const count = (number: number, one: string, many: string): string => `${number} ${number === 1 ? one : many}`;

/** The texts that are to be said; `false` stands for one that is not. */
const said = (texts: readonly (string | false)[]): string[] => texts.filter((text) => text !== false);

/** What was found in a file and what is left to do, in Danish, a line each. */
export function explainSuggestion(
  profile: Profile,
  { entry, guesses, chosen }: Suggestion,
  readArea: (text: string) => Area | null,
): string {
  const form = profile.form === 'bred' ? 'bred form (tider som kolonner)' : 'lang form (en række for hvert tal)';
  const others = profile.others.map(({ name, texts }) => {
    const number = count(texts.size, 'tekst', 'tekster');
    return `  "${clean(name)}": ${number}: ${quoted([...texts])}`;
  });
  const series = guesses.filter(({ text, series: { id } }) => text !== id);
  const guessed = [
    ...series.map(({ text, series: { id } }) => `  "${clean(text)}" er nok ${id}`),
    ...chosen
      .filter(([, text]) => text !== TO_FILL)
      .map(([column, text]) => `  "${clean(column)}" skal nok være "${clean(text)}"`),
  ];
  const left = chosen.filter(([, text]) => text === TO_FILL);
  const toFill = said([
    entry.serie === TO_FILL && '  "serie": nummeret på den indikator ("1.2") eller det nøgletal ("13"), som tallene er',
    ...left.map(([column]) => `  "udvalg": en af teksterne i "${clean(column)}"`),
    profile.style === 'ambiguous' && '  "decimaltegn" (og "tusindtegn", hvis filen har det)',
  ]);
  return said([
    `${clean(entry.fil)}: tabel i ${form} med ${profile.rows} tal.`,
    profile.titles.length > 0 && `  titel: ${clean(profile.titles.join(' '), 200)}`,
    areaLine(profile.area, readArea),
    timeLine(profile.time),
    profile.form === 'lang' && `  værdi: kolonnen "${clean(profile.value)}"`,
    `  ${marksText(profile.style)}`,
    ...others,
    '',
    guessed.length > 0 && 'Gættet ud fra ordene; se efter, om det er rigtigt:',
    ...guessed,
    toFill.length > 0 && `Udfyld, hvor der står ${TO_FILL}:`,
    ...toFill,
    hasOwnForm(entry) &&
      `Filen har datasættets egne kolonner. Hedder den ${entry.tabel}.csv${entry.fil.endsWith('.gz') ? '.gz' : ''}, bliver den læst, uden at den er nævnt i datasaet.json; ellers:`,
    `Sæt det ind i listen "statbank" i datasaet.json, læg filen i samme mappe, og kør: barometer-report valider --data <mappe>`,
    '',
  ]).join('\n');
}

/** True for a text file whose columns have the names of the dataset's own tables. */
const hasOwnForm = ({ fil, tabel, kolonner }: Suggestion['entry']): boolean =>
  !isWorkbook(fil) && Object.entries(ownColumns[tabel]).every(([key, name]) => kolonner[key]?.toLowerCase() === name);

function areaLine({ name, texts }: ColumnProfile, readArea: (text: string) => Area | null): string {
  const areas = [...texts].map((text) => ({ text, area: readArea(text) }));
  const named = (kind: Area['kind'] | undefined): string[] =>
    areas.filter(({ area }) => area?.kind === kind).map(({ text }) => text);
  const [subjects, regions, passed, unknown] = [named('subject'), named('region'), named('passed'), named(undefined)];
  const country = areas.some(({ area }) => area?.kind === 'subject' && area.code === COUNTRY);
  const municipalities = count(subjects.length - (country ? 1 : 0), 'kommune', 'kommuner');
  const parts = said([
    country ? `${municipalities} og hele landet` : municipalities,
    regions.length > 0 && count(regions.length, 'region', 'regioner'),
    passed.length > 0 && `springes over: ${quoted(passed)}`,
    unknown.length > 0 && `kendes ikke: ${quoted(unknown)}`,
  ]);
  return `  kommune: kolonnen "${clean(name)}" (${parts.join('; ')})`;
}

function timeLine({ name, texts }: ColumnProfile): string {
  const times = [...texts].sort();
  const ends = times.filter((_, i) => i === 0 || i === times.length - 1).map((time) => clean(time));
  const where = name.startsWith('(') ? 'overskrifterne' : `kolonnen "${clean(name)}"`;
  return `  tid: ${where} (${count(times.length, 'tid', 'tider')}: ${ends.join(' til ')})`;
}

function marksText(style: Profile['style']): string {
  if (style === null) return 'tal: hele tal, eller tal som Excel har dem; de har intet decimaltegn, der skal angives';
  if (style === 'ambiguous') return 'tal: det kan ikke afgøres, hvad der er decimaltegn og tusindtegn';
  const thousands = style.thousands === null ? '' : `, tusindtegn er ${markName(style.thousands)}`;
  return `tal: decimaltegn er ${markName(style.decimal)}${thousands}`;
}
