import { COUNTRY, type Dataset, type Measure, type Problem } from '../../dataset/index.ts';
import { between, compare, type Decimal, subtract } from '../../decimal.ts';
import { exitCode, UserError } from '../../errors.ts';
import { municipalities, regions } from '../../municipalities/index.ts';
import { figuresOf } from '../figures.ts';
import { goalStatusYear, indicatorStatusYear, yearsOf } from '../goals.ts';
import { type IndicatorTemplate, sentence, type Template } from '../template.ts';
import type { Chart } from './annex.ts';
import { type CommonSpread, spreadOf } from './spread.ts';
import type { AnnexWording } from './wording.ts';

/** What the annexes of a run have in common: made once and handed to every report. */
export interface CommonFigures {
  readonly words: AnnexWording;
  readonly indicators: ReadonlyMap<string, CommonToIndicator>;
  /** Wrong rows that the goals' years may rest on: they stop every report with an annex. */
  readonly problems: readonly Problem[];
}

interface CommonToIndicator {
  readonly spread: CommonSpread | null;
  /** Why there is no spread, when rows that it may rest on are wrong; else null. */
  readonly spreadFault: string | null;
  /** In reports of municipalities, and in that of the whole country. */
  readonly range: { readonly local: Chart['range']; readonly national: Chart['range'] };
  /** The regions that the dataset has a row for, by code. */
  readonly regions: ReadonlySet<string>;
}

/**
 * Rows that only the annex uses stop only reports with an annex: the years between of a report's own subject, region
 * and country stop that report. The status year of another municipality stops none, but no report shows a spread that
 * may rest on it. Only the height of the charts rests on the other municipalities' years between, and no number of it
 * is printed. Throws a `UserError` (65) when the template has no wording for an annex.
 */
export function commonFigures(dataset: Dataset, template: Template): CommonFigures {
  const words = template.annex;
  if (words === null) throw withoutWording();
  const context = { figures: figuresOf(dataset), statusYears: dataset.info.statusYears };
  const indicators = template.goals.goals.flatMap((goal) => {
    const statusYear = goalStatusYear(goal, context);
    const years = yearsOf({ statusYear, baselineYear: goal.baselineYear });
    return goal.indicators.map((indicator): [string, CommonToIndicator] => {
      const { id, measure, nationalOnly } = indicator;
      const rangeFor = (codes: readonly string[]): Chart['range'] =>
        rangeOf(
          measure,
          codes.flatMap((code) => years.flatMap((one) => dataset.indicator(code, id, one)?.value ?? [])),
        );
      const local = rangeFor(drawnLocally(indicator));
      const year = nationalOnly ? null : indicatorStatusYear(id, statusYear, context);
      // A row that is wrong is one too: it stops the reports that would show it, instead of leaving the region out.
      const hasRow = (code: string): boolean =>
        years.some((one) => dataset.indicator(code, id, one) ?? dataset.indicatorFaults(code, id, one)[0]);
      return [
        id,
        {
          ...(year === null ? noSpread : soundSpread(indicator, year, dataset, words)),
          // The country's chart is as high as the others, but for counts, of which municipalities have parts.
          range: { local, national: measure === 'count' ? rangeFor([COUNTRY]) : local },
          regions: new Set(nationalOnly ? [] : regions.map(({ code }) => code).filter(hasRow)),
        },
      ];
    });
  });
  return { words, indicators: new Map(indicators), problems: context.figures.problems() };
}

type SoundSpread = Pick<CommonToIndicator, 'spread' | 'spreadFault'>;

const noSpread: SoundSpread = { spread: null, spreadFault: null };

/** The spread in a year; when rows that it may rest on are wrong, that they are. */
function soundSpread(indicator: IndicatorTemplate, year: number, dataset: Dataset, words: AnnexWording): SoundSpread {
  const figures = figuresOf(dataset);
  const spread = spreadOf(indicator, year, figures, words.spread);
  const isSound = figures.problems().length === 0;
  return isSound ? { ...noSpread, spread } : { ...noSpread, spreadFault: sentence(words.spread.faulty, { aar: year }) };
}

const municipalCodes = municipalities.map(({ code }) => code);

/** Whose figures the charts of municipalities show: of counts not the country's, which are their sum. */
const drawnLocally = ({ measure, nationalOnly }: IndicatorTemplate): string[] => [
  ...(nationalOnly ? [] : municipalCodes),
  ...(measure === 'count' ? [] : [COUNTRY]),
];

/** So that a step of a few points does not look like a leap. */
const leastHeight = { percentage: '40', gap: '40', count: '5' } as const;

/** Lowest and highest, as far apart as they must be at least, and where they can be; null when there is none. */
function rangeOf(measure: Measure, numbers: readonly Decimal[]): Chart['range'] {
  const [first] = numbers;
  if (first === undefined) return null;
  const most = (sign: 1 | -1): Decimal =>
    numbers.reduce((best, number) => (compare(number, best) === sign ? number : best), first);
  const [lowest, highest] = [most(-1), most(1)];
  const least = leastHeight[measure];
  if (compare(subtract(highest, lowest), least) >= 0) return { lowest, highest };
  const bottom = subtract(between(lowest, highest, 0.5), between('0', least, 0.5));
  const from = (low: Decimal): Chart['range'] => ({ lowest: low, highest: subtract(low, `-${least}`) });
  if (measure !== 'gap' && compare(bottom, '0') < 0) return from('0');
  return from(measure === 'percentage' && compare(bottom, '60') > 0 ? '60' : bottom);
}

const withoutWording = (): UserError =>
  new UserError(
    exitCode.data,
    'Skabelonen har intet afsnit "bilag", og det skal --bilag bruge. Tilføj det (kopiér det fra ' +
      'templates/udviklingsrapport.json; docs/skabelon.md beskriver felterne), eller udelad --bilag.',
  );
