import { provenanceOf } from '../figure.ts';
import { TO_FILL } from '../rules/mappings.ts';
import { likeness, rarity, wordsOf } from './likeness.ts';
import type { ColumnProfile, Profile } from './profile.ts';

/** What a template says an indicator or key figure is. */
export interface SeriesText {
  readonly table: 'indikatorer' | 'noegletal';
  readonly id: string;
  readonly text: string;
}

/** The entry of a file in `statbank` of `datasaet.json`. */
export interface MappingEntry {
  readonly fil: string;
  readonly tabel: SeriesText['table'];
  readonly form?: 'bred';
  readonly ark?: string;
  readonly kolonner: Readonly<Record<string, string>>;
  readonly serie?: string;
  readonly serier?: Readonly<Record<string, string | null | Readonly<Record<string, string>>>>;
  readonly udvalg?: Readonly<Record<string, string>>;
  readonly decimaltegn?: string;
  readonly tusindtegn?: string;
}

/** A text of a column, and the indicator or key figure that it probably is. */
interface Guess {
  readonly text: string;
  readonly series: SeriesText;
}

export interface Suggestion {
  readonly entry: MappingEntry;
  readonly guesses: readonly Guess[];
  /** The text that rows are chosen by in each of the other columns, by name: a guess, or `TO_FILL`. */
  readonly chosen: readonly (readonly [column: string, text: string])[];
}

/** A text probably is a series when this part of it stands in the series' text, and it says this part of that. */
const LIKELY = 0.6;
const COVERED = 0.2;

/** A series column with more texts than this is not listed text by text. */
const LISTED = 30;

/** Makes a mapping for a file of that profile. What is guessed is for the user to check. */
export function suggestMapping(
  profile: Profile,
  file: { readonly name: string; readonly sheet: string | undefined },
  texts: readonly SeriesText[],
): Suggestion {
  const provenance = profile.others.find(holdsProvenances);
  const isYearly = [...profile.time.texts].every((text) => /^\d{4}$/.test(text));
  const possible = isYearly ? texts : texts.filter(({ table }) => table === 'noegletal');
  const [column, found] = idColumn(profile, possible) ?? seriesColumn(profile, possible);
  const table = found[0]?.series.table ?? (isYearly ? 'indikatorer' : 'noegletal');
  const guesses = found.filter(({ series }) => series.table === table);
  const chosen = profile.others
    .filter((other) => other !== column && other !== provenance && !other.isToldByArea)
    .map((other) => [other.name, likelyChoice(other, guesses)] as const);
  const entry: MappingEntry = {
    fil: file.name,
    tabel: table,
    ...(profile.form === 'bred' && { form: 'bred' }),
    ...(file.sheet !== undefined && { ark: file.sheet }),
    kolonner: {
      kommune: profile.area.name,
      ...(profile.form === 'lang' && { tid: profile.time.name, vaerdi: profile.value }),
      ...(column !== undefined && column.texts.size <= LISTED && { serie: column.name }),
      ...(provenance !== undefined && { kilde: provenance.name }),
    },
    ...selection(column, guesses, chosen),
    ...marksOf(profile.style),
  };
  return { entry, guesses, chosen };
}

/** The parts of the entry that say which rows are taken, and as what. */
function selection(
  column: ColumnProfile | undefined,
  guesses: readonly Guess[],
  chosen: Suggestion['chosen'],
): Pick<MappingEntry, 'serie' | 'serier' | 'udvalg'> {
  const texts = Object.fromEntries(chosen);
  const udvalg = chosen.length > 0 && { udvalg: texts };
  if (column === undefined) return { serie: TO_FILL, ...udvalg };
  if (column.texts.size <= LISTED) return { serier: idsOf(column, guesses), ...udvalg };
  const picked = guesses.map(({ text, series }) => [series.id, { [column.name]: text, ...texts }]);
  return { serier: Object.fromEntries(picked) };
}

function marksOf(style: Profile['style']): Pick<MappingEntry, 'decimaltegn' | 'tusindtegn'> {
  if (style === null) return {};
  if (style === 'ambiguous') return { decimaltegn: TO_FILL };
  return { decimaltegn: style.decimal, ...(style.thousands !== null && { tusindtegn: style.thousands }) };
}

const idsOf = (column: ColumnProfile, guesses: readonly Guess[]): Record<string, string | null> =>
  Object.fromEntries(
    [...column.texts].map((text) => [text, guesses.find((guess) => guess.text === text)?.series.id ?? null]),
  );

/** A column of the dataset's own form, whose texts are the numbers of indicators or key figures. */
function idColumn(profile: Profile, possible: readonly SeriesText[]): [ColumnProfile, Guess[]] | null {
  const column = profile.others.find(({ name }) => /^(?:indikator|n(?:ø|oe)gletal)$/i.test(name));
  if (column === undefined) return null;
  const table = /^i/i.test(column.name) ? 'indikatorer' : 'noegletal';
  const guesses = [...column.texts].flatMap((text) => {
    const series = possible.find((one) => one.table === table && one.id === text);
    return series === undefined ? [] : [{ text, series }];
  });
  return guesses.length === 0 ? null : [column, guesses];
}

/** True for the column `kilde` of the dataset's own form. */
const holdsProvenances = ({ name, texts }: ColumnProfile): boolean =>
  /^kilde$/i.test(name) && [...texts].every((text) => text === '' || provenanceOf(text) !== undefined);

/** A code before a text, "BSK Beskæftigelsesfrekvens". */
const codeBefore = /^[A-ZÆØÅ0-9_-]+ (?=\S)/;

/** The column whose texts are most like series, with the text of each series that is the likest. */
function seriesColumn(profile: Profile, possible: readonly SeriesText[]): [ColumnProfile | undefined, Guess[]] {
  const weight = rarity(possible.map(({ text }) => text));
  let best: { column: ColumnProfile; guesses: Guess[]; score: number } | undefined;
  for (const column of profile.others) {
    const texts = [...column.texts];
    const hasCodes = texts.every((text) => codeBefore.test(text));
    const pairs = texts.flatMap((text) => {
      const words = hasCodes ? text.replace(codeBefore, '') : text;
      return possible.map((series) => ({
        text,
        series,
        score: likeness(words, series.text, weight),
        coverage: likeness(series.text, words, weight),
      }));
    });
    const likely = pairs
      .filter(({ score, coverage }) => score >= LIKELY && coverage >= COVERED)
      .sort((a, b) => b.score + b.coverage - a.score - a.coverage);
    const top = likely[0];
    if (top === undefined || (best !== undefined && best.score >= top.score)) continue;
    best = { column, guesses: withoutRepetition(likely), score: top.score };
  }
  return [best?.column, best?.guesses ?? []];
}

/** Each text and each series once; `guesses` come best first. */
function withoutRepetition(guesses: readonly Guess[]): Guess[] {
  const kept: Guess[] = [];
  for (const guess of guesses) {
    const isFree = kept.every(({ text, series }) => text !== guess.text && series !== guess.series);
    if (isFree) kept.push(guess);
  }
  return kept;
}

/** Texts for all of a column's kinds, after a code or not: "I alt", "TOT Total", "Age, total". */
const totals =
  /^(?:\S+ )?(?:i alt|ialt|total|alle|all|both sexes|mænd og kvinder)$|\bi alt$|, total$|^(?:total,|alle|all) /i;

/** The text that the guessed series speak of, else the one for all; to be filled in when there is neither. */
function likelyChoice(column: ColumnProfile, guesses: readonly Guess[]): string {
  const texts = [...column.texts];
  const spoken = texts
    .map((text) => ({ text, score: Math.max(0, ...guesses.map(({ series }) => likeness(text, series.text, () => 1))) }))
    .sort((a, b) => b.score - a.score || wordsOf(b.text).length - wordsOf(a.text).length)[0];
  if (spoken !== undefined && spoken.score >= LIKELY) return spoken.text;
  return texts.find((text) => totals.test(text)) ?? TO_FILL;
}
