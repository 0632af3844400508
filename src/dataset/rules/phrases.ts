import { amount, clean, listText, type Period } from '../../danish/index.ts';
import { type Catalogue, COUNTRY, type Series } from '../catalogue.ts';
import type { Acceptance } from './rule.ts';

/** The remedy of numbers that have vanished. */
export const EMPTIED = 'Er rækkerne tomme ved en fejl? Hent tallene igen.';

/** The remedy of what is right as it is. */
export const NOTHING_TO_DO = 'Du behøver ikke gøre noget.';

/** Names, texts or numbers that a message lists. */
const LISTED = 10;

/** A value of a file in Danish quotes, safe to show. */
export const quoted = (text: string): string => (text === '' ? 'Et tomt felt' : `"${clean(text)}"`);

/** "1 række", "5.100 rækker" */
export const counted = (count: number, one: string, many: string): string =>
  `${amount(count)} ${count === 1 ? one : many}`;

/** A series, by what messages name it by. */
export type SeriesId = Pick<Series, 'table' | 'id'>;

/** "Indikator 1.1", "Nøgletal 13". */
export const seriesName = ({ table, id }: SeriesId): string =>
  `${table === 'indikatorer' ? 'Indikator' : 'Nøgletal'} ${id}`;

/** "indikator 1.1 og 2.3 og nøgletal 5": the first ten of each table. */
export function seriesNames(all: readonly SeriesId[]): string {
  const parts = (['indikatorer', 'noegletal'] as const).flatMap((table) => {
    const ids = all.filter((one) => one.table === table).map(({ id }) => id);
    return ids.length === 0 ? [] : [seriesName({ table, id: shortList(ids, listText) }).toLowerCase()];
  });
  return parts.join(' samt ');
}

/** Of other series of which the same is told: nothing where there is none. */
export const alsoOf = (others: readonly SeriesId[]): string =>
  others.length === 0 ? '' : ` Det samme gælder for ${seriesNames(others)}.`;

/** That the numbers of these series at a time are right. */
export const acceptSeries = (all: readonly Pick<Series, 'id'>[], { code }: Period): Acceptance =>
  all.map(({ id }) => [id, code]);

/** "en indikator", "et nøgletal" */
export const kindOfSeries = (table: Series['table']): string =>
  table === 'indikatorer' ? 'en indikator' : 'et nøgletal';

export const subjectName = (code: string, { subjects }: Catalogue): string => clean(subjects.get(code) ?? code);

/** "a, b, c"; of a long list the first ones and how many are left: "a, b, c og 12 andre". */
export function shortList(texts: readonly string[], whole = (all: readonly string[]) => all.join(', ')): string {
  const rest = texts.length - LISTED;
  return rest <= 0 ? whole(texts) : `${texts.slice(0, LISTED).join(', ')} og ${counted(rest, 'anden', 'andre')}`;
}

/** "Læsø", "Læsø, Fanø og Samsø", "Læsø, Fanø ... og 12 andre". */
export const namesOf = (codes: readonly string[], catalogue: Catalogue): string =>
  shortList(
    codes.map((code) => subjectName(code, catalogue)),
    listText,
  );

/** ": Læsø og Fanø" after a sentence about several that does not name them. */
export const namesAfter = (codes: readonly string[], catalogue: Catalogue): string =>
  codes.length === 1 ? '' : `: ${namesOf(codes, catalogue)}`;

/** "Læsø", "3 kommuner", "Hele landet og 3 kommuner": whom a sentence is about. */
export function subjectsText(codes: readonly string[], catalogue: Catalogue): string {
  const [only] = codes;
  if (only !== undefined && codes.length === 1) return subjectName(only, catalogue);
  const local = codes.filter((code) => code !== COUNTRY).length;
  if (local === codes.length) return `${local} kommuner`;
  return `${subjectName(COUNTRY, catalogue)} og ${counted(local, 'kommune', 'kommuner')}`;
}
