import { formatNumber } from '../../danish/index.ts';
import { compare, type Decimal, mean } from '../../decimal.ts';
import { municipalities } from '../../municipalities/index.ts';
import type { Figures } from '../figures.ts';
import type { Spread } from '../report.ts';
import type { IndicatorTemplate } from '../template.ts';
import { countText, sentence } from './sentence.ts';
import type { AnnexWording } from './wording.ts';

/** Lowest, median and highest of the municipalities with a number in `year`; null when they are too few. */
export function spreadOf(
  { id, decimals, unit }: IndicatorTemplate,
  year: number,
  figures: Figures,
  words: AnnexWording['spread'],
): Spread | null {
  const found = municipalities.map(({ code }) => figures.indicator(code, id, year));
  const values = found.flatMap((figure) => figure?.value ?? []).sort(compare);
  const [lowest, median, highest] = [values[0], medianOf(values), values.at(-1)];
  if (values.length < words.fewest || lowest === undefined || median === null || highest === undefined) return null;
  const print = (value: Decimal): string => formatNumber(value, decimals);
  const count = countText(words.municipalities, values.length);
  const texts = { lowest: print(lowest), median: print(median), highest: print(highest), count };
  return {
    year,
    count: values.length,
    lowest,
    median,
    highest,
    texts,
    alt: sentence(words.text, {
      lavest: texts.lowest,
      median: texts.median,
      hoejest: texts.highest,
      enhed: unit,
      kommuner: count,
      aar: year,
    }),
    madeUp: found.some((figure) => figure?.provenance === 'eksempel' && figure.value !== null),
  };
}

/** The middle one of sorted values, of an even count the mean of the middle two; null of none. */
function medianOf(sorted: readonly Decimal[]): Decimal | null {
  const [below, above] = [sorted[Math.ceil(sorted.length / 2) - 1], sorted[Math.floor(sorted.length / 2)]];
  if (below === undefined || above === undefined) return null;
  return sorted.length % 2 === 1 ? below : mean(below, above);
}
