import { formatNumber } from '../../danish/index.ts';
import { compare, type Decimal, quartile } from '../../decimal.ts';
import { municipalities } from '../../municipalities/index.ts';
import type { Figures } from '../figures.ts';
import { isMadeUp, leastSure } from '../marks.ts';
import type { Cell } from '../report.ts';
import { countText, fill, type IndicatorTemplate, sentence } from '../template.ts';
import type { Spread } from './annex.ts';
import type { AnnexWording } from './wording.ts';

type Words = AnnexWording['spread'];

/** What is the same in all reports; where a subject lies is each report's own. */
export type CommonSpread = Omit<Spread, 'quarter'>;

/** The municipalities with a number in `year`, from the lowest to the highest; null when they are too few. */
export function spreadOf(
  { id, decimals, unit, measure, better }: IndicatorTemplate,
  year: number,
  figures: Figures,
  words: Words,
): CommonSpread | null {
  const found = municipalities.map(({ code }) => figures.indicator(code, id, year));
  const known = found.flatMap((figure) => (figure == null || figure.value === null ? [] : [figure]));
  const values = known.flatMap(({ value }) => value ?? []).sort(compare);
  const [lowest, highest] = [values[0], values.at(-1)];
  const [lower, median, upper] = ([1, 2, 3] as const).map((of) => quartile(values, of));
  if (values.length < words.fewest || lowest === undefined || highest === undefined) return null;
  if (lower == null || median == null || upper == null) return null;
  const print = (value: Decimal): string => formatNumber(value, decimals);
  const count = countText(words.municipalities, values.length);
  const texts = { lowest: print(lowest), median: print(median), highest: print(highest), count };
  const zeros = values.filter((value) => compare(value, '0') === 0).length;
  const hasManyZeros = measure === 'count' && compare(upper, '0') === 0;
  const place = hasManyZeros ? sentence(words.zeros, { antal: zeros, kommuner: count, hoejest: texts.highest }) : count;
  const [worst, best] = better === 'higher' ? [texts.lowest, texts.highest] : [texts.highest, texts.lowest];
  return {
    year,
    count: values.length,
    lowest,
    lowerQuartile: lower,
    median,
    upperQuartile: upper,
    highest,
    zeros: hasManyZeros ? zeros : null,
    texts: { ...texts, place },
    alt: sentence(words.text, {
      daarligst: worst,
      median: texts.median,
      bedst: best,
      enhed: unit,
      kommuner: count,
      aar: year,
    }),
    madeUp: known.some(isMadeUp),
    provenance: leastSure(known),
    provisional: known.some(({ provisional }) => provisional),
  };
}

/** The spread with the place of a subject of this name in it; the whole country, and a blank, have none. */
export function placedSpread(
  spread: CommonSpread,
  name: string,
  { value }: Pick<Cell, 'value'>,
  { better }: IndicatorTemplate,
  words: Words,
): Spread {
  if (value === null) return { ...spread, quarter: null };
  const [above, below] = [compare(value, spread.upperQuartile) > 0, compare(value, spread.lowerQuartile) < 0];
  const [isBest, isWorst] = better === 'higher' ? [above, below] : [below, above];
  const quarter = isBest ? 'best' : isWorst ? 'worst' : 'middle';
  if (spread.zeros !== null) return { ...spread, quarter };
  const place = fill(words.place, { fjerdedel: words.quarters[quarter], kommuner: spread.texts.count });
  const alt = `${fill(words.own, { navn: name, placering: place })} ${spread.alt}`;
  return { ...spread, quarter, texts: { ...spread.texts, place }, alt };
}
