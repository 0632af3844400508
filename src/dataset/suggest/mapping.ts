import type { StatbankJson } from '../declaration-schema.ts';
import { madeUpWords, provenanceOf } from '../figure.ts';
import { isText } from '../read/table-record.ts';
import { TO_FILL } from '../rules/mappings.ts';
import { likeness, rarity, sharesSpan, sharesWord, wordsOf } from './likeness.ts';
import type { ColumnProfile, Profile, ReadColumn } from './profile.ts';

/** What a template says an indicator or key figure is. */
export interface SeriesText {
  readonly table: 'indikatorer' | 'noegletal';
  readonly id: string;
  readonly text: string;
}

/** The entry of a file in `statbank` of `datasaet.json`, with `TO_FILL` where something is still to be said. */
export type MappingEntry = Omit<StatbankJson, 'decimaltegn'> & { readonly decimaltegn?: string };

/** A text of a column, and the indicator or key figure that it probably is. */
interface Guess {
  readonly text: string;
  readonly series: SeriesText;
}

export interface Suggestion {
  readonly entry: MappingEntry;
  readonly guesses: readonly Guess[];
  /** Texts that are too little like a series to be taken for it; they are to be filled in. */
  readonly weak: readonly Guess[];
  /** The text that rows are chosen by in each of the other columns, by name: a guess, or `TO_FILL`. */
  readonly chosen: readonly (readonly [column: string, text: string])[];
  /** A title or a text of the file that says its figures are made up. */
  readonly madeUpBy: string | undefined;
}

/** A text may be a series when this part of it stands in the series' text, and it says this part of that. */
const LIKELY = 0.6;
const COVERED = 0.2;

/** It probably is when it says this part, and no other text or series is as like within this margin. */
const WELL_COVERED = 0.4;
const MARGIN = 0.1;

/** A series column with more texts than this is not listed text by text. */
const LISTED = 30;

/** Makes a mapping for a file of that profile. What is guessed is for the user to check. */
export function suggestMapping(
  profile: Profile,
  file: { readonly name: string; readonly sheet: string | undefined },
  texts: readonly SeriesText[],
): Suggestion {
  const provenance = profile.others.find(holdsProvenances);
  const unread = new Set(profile.time.unread);
  const isYearly = [...profile.time.texts].every((text) => unread.has(text) || /^\d{4}$/.test(text));
  const possible = isYearly ? texts : texts.filter(({ table }) => table === 'noegletal');
  const found = idColumn(profile, possible) ?? seriesColumn(profile, possible);
  const table = [...found.guesses, ...found.weak][0]?.series.table ?? (isYearly ? 'indikatorer' : 'noegletal');
  const isOfTable = ({ series }: Guess): boolean => series.table === table;
  // "Beskæftigelsesfrekvens" alone may be everybody's, while the indicator is of a group that another column must tell.
  const saysMore = (text: string): boolean => wordsOf(text).length > 1 && !totals.test(text);
  const isTold = (guess: Guess): boolean => saysMore(guess.text) || tellsGroup(profile, found.column, guess);
  const guesses = found.guesses.filter(
    (guess) => isOfTable(guess) && (guess.text === guess.series.id || isTold(guess)),
  );
  const weak = [...found.guesses, ...found.weak].filter((guess) => isOfTable(guess) && !guesses.includes(guess));
  const isListed = (found.column?.texts.size ?? 0) <= LISTED;
  // A long column is of use only when one of its texts surely is a series.
  const column = isListed || guesses.length > 0 ? found.column : undefined;
  const spoken = guesses.length > 0 ? guesses.map(({ series }) => series) : possible;
  const chosen = profile.others
    .filter((other) => other !== column && other !== provenance && !other.followsArea)
    .map((other) => [other.name, likelyChoice(other, spoken, guesses.length > 0)] as const);
  const said = [...profile.titles, ...profile.others.flatMap(({ texts: own }) => [...own])];
  const madeUpBy = said.find((text) => madeUpWords(text) !== null);
  const entry: MappingEntry = {
    fil: file.name,
    tabel: table,
    ...(profile.form === 'bred' && { form: 'bred' }),
    ...(file.sheet !== undefined && { ark: file.sheet }),
    kolonner: {
      kommune: chosenName(profile.area),
      ...(profile.form === 'lang' && { tid: chosenName(profile.time), vaerdi: chosenName(profile.value) }),
      ...(column !== undefined && isListed && { serie: column.name }),
      ...(provenance !== undefined && { kilde: provenance.name }),
    },
    ...selection(column, guesses, weak, chosen),
    ...marksOf(profile.style),
    ...(madeUpBy !== undefined && { kilde: 'eksempel' }),
  };
  return { entry, guesses, weak: column === undefined ? [] : weak, chosen, madeUpBy };
}

/** True when rows are chosen by a column that speaks of whom the series is about, and not by the text for all. */
const tellsGroup = ({ others }: Profile, column: ColumnProfile | undefined, { series }: Guess): boolean =>
  others
    .filter((other) => other !== column && !other.followsArea)
    .map((other) => likelyChoice(other, [series], true))
    .some((text) => text !== TO_FILL && !totals.test(text));

const chosenName = ({ name, candidates }: ReadColumn): string => (candidates.length > 0 ? TO_FILL : name);

/** The parts of the entry that say which rows are taken, and as what. */
function selection(
  column: ColumnProfile | undefined,
  guesses: readonly Guess[],
  weak: readonly Guess[],
  chosen: Suggestion['chosen'],
): Pick<MappingEntry, 'serie' | 'serier' | 'udvalg'> {
  const texts = Object.fromEntries(chosen);
  const udvalg = chosen.length > 0 && { udvalg: texts };
  if (column === undefined) return { serie: TO_FILL, ...udvalg };
  if (column.texts.size <= LISTED) return { serier: idsOf(column, guesses, weak), ...udvalg };
  const picked = guesses.map(({ text, series }) => [series.id, { [column.name]: text, ...texts }]);
  return { serier: Object.fromEntries(picked) };
}

function marksOf(style: Profile['style']): Pick<MappingEntry, 'decimaltegn' | 'tusindtegn'> {
  if (style === null) return {};
  if (style === 'ambiguous') return { decimaltegn: TO_FILL };
  return { decimaltegn: style.decimal, ...(style.thousands !== null && { tusindtegn: style.thousands }) };
}

function idsOf(
  column: ColumnProfile,
  guesses: readonly Guess[],
  weak: readonly Guess[],
): Record<string, string | null> {
  const isWeak = new Set(weak.map(({ text }) => text));
  const id = (text: string): string | null => (isWeak.has(text) ? TO_FILL : null);
  const guessed = new Map(guesses.map(({ text, series }) => [text, series.id]));
  return Object.fromEntries([...column.texts].map((text) => [text, guessed.get(text) ?? id(text)]));
}

/** The column that tells the series, and which of its texts probably are which. */
interface Found {
  readonly column: ColumnProfile | undefined;
  readonly guesses: readonly Guess[];
  readonly weak: readonly Guess[];
}

/** A column of the dataset's own form, whose texts are the numbers of indicators or key figures. */
function idColumn(profile: Profile, possible: readonly SeriesText[]): Found | null {
  const column = profile.others.find(({ name }) => /^(?:indikator|n(?:ø|oe)gletal)$/i.test(name));
  if (column === undefined) return null;
  const table = /^i/i.test(column.name) ? 'indikatorer' : 'noegletal';
  const guesses = [...column.texts].flatMap((text) => {
    const series = possible.find((one) => one.table === table && one.id === text);
    return series === undefined ? [] : [{ text, series }];
  });
  return guesses.length === 0 ? null : { column, guesses, weak: [] };
}

/** True for a column like `kilde` of the dataset's own form, whatever it is called. */
const holdsProvenances = ({ texts }: ColumnProfile): boolean =>
  [...texts].some(isText) && [...texts].every((text) => text === '' || provenanceOf(text) !== undefined);

/** A code before a text, "BSK Beskæftigelsesfrekvens". */
const codeBefore = /^[A-ZÆØÅ0-9_-]+ (?=\S)/;

/** How much a text is like a series. */
interface ScoredGuess extends Guess {
  readonly score: number;
  readonly coverage: number;
}

/** The column whose texts are most like series, with the text of each series that is the likest. */
function seriesColumn(profile: Profile, possible: readonly SeriesText[]): Found {
  const weight = rarity(possible.map(({ text }) => text));
  let best: (Found & { readonly score: number }) | undefined;
  for (const column of profile.others) {
    const pairs = likelyPairs(column, possible, weight);
    const score = pairs[0]?.score ?? 0;
    if (score <= (best?.score ?? 0)) continue;
    const guesses = withoutRepetition(pairs).filter((pair) => isSure(pair, pairs));
    const weak = pairs.filter((pair) =>
      guesses.every(({ text, series }) => text !== pair.text && series !== pair.series),
    );
    best = { column, guesses, weak: withoutRepetition(weak, false), score };
  }
  return best ?? { column: undefined, guesses: [], weak: [] };
}

/** The texts of a column that may be series, the likest first. */
function likelyPairs(
  { texts }: ColumnProfile,
  possible: readonly SeriesText[],
  weight: (word: string) => number,
): ScoredGuess[] {
  const hasCodes = [...texts].every((text) => codeBefore.test(text));
  const pairs = [...texts].flatMap((text) => {
    const words = hasCodes ? text.replace(codeBefore, '') : text;
    return possible
      .filter((series) => sharesWord(words, series.text))
      .map((series) => ({
        text,
        series,
        score: likeness(words, series.text, weight),
        coverage: likeness(series.text, words, weight),
      }));
  });
  return pairs.filter(({ score, coverage }) => score >= LIKELY && coverage >= COVERED).sort((a, b) => sum(b) - sum(a));
}

const sum = ({ score, coverage }: ScoredGuess): number => score + coverage;

/** True for a text that says enough of a series, when no other text or series is nearly as like. */
const isSure = (pair: ScoredGuess, pairs: readonly ScoredGuess[]): boolean =>
  pair.coverage >= WELL_COVERED &&
  pairs.every(
    (other) =>
      other === pair || (other.text !== pair.text && other.series !== pair.series) || sum(other) < sum(pair) - MARGIN,
  );

/** Each text once, and each series if that is wanted; `guesses` come best first. */
function withoutRepetition<T extends Guess>(guesses: readonly T[], isOfSeries = true): T[] {
  const kept: T[] = [];
  for (const guess of guesses) {
    const isFree = kept.every(({ text, series }) => text !== guess.text && !(isOfSeries && series === guess.series));
    if (isFree) kept.push(guess);
  }
  return kept;
}

/** Texts for all of a column's kinds, after a code or not: "I alt", "TOT Total", "Age, total". */
const totals =
  /^(?:\S+ )?(?:i alt|ialt|total|alle|all|both sexes|mænd og kvinder)$|\bi alt$|, total$|^(?:total,|alle|all) /i;

/**
 * The text that the series speak of, else the one for all; to be filled in when there is neither, and as long as nobody
 * knows which series it is, when any of them speaks of one.
 */
function likelyChoice(column: ColumnProfile, series: readonly SeriesText[], isSure: boolean): string {
  const texts = [...column.texts];
  const score = (text: string): number =>
    Math.max(
      0,
      ...series
        .filter((one) => sharesWord(text, one.text) || sharesSpan(text, one.text))
        .map((one) => likeness(text, one.text, () => 1)),
    );
  const spoken = texts
    .map((text) => ({ text, score: score(text) }))
    .sort((a, b) => b.score - a.score || wordsOf(b.text).length - wordsOf(a.text).length)[0];
  if (spoken !== undefined && spoken.score >= LIKELY) return isSure ? spoken.text : TO_FILL;
  return texts.find((text) => totals.test(text)) ?? TO_FILL;
}
