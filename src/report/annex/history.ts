import { formatNumber } from '../../danish/index.ts';
import { COUNTRY, type Figure } from '../../dataset/index.ts';
import type { Blank, Goal, HistoryFigure, Side, YearFigures } from '../report.ts';
import type { IndicatorTemplate, Template } from '../template.ts';
import type { AnnexContext } from './context.ts';

/** Baseline to status year; none without a status year, or when it is before the baseline. */
export function yearsOf({ statusYear, baselineYear }: Pick<Goal, 'statusYear' | 'baselineYear'>): number[] {
  const count = statusYear === null ? 0 : Math.max(0, statusYear - baselineYear + 1);
  return Array.from({ length: count }, (_, index) => baselineYear + index);
}

/** The figures of all `years`: a year without a row is there too, blank. */
export function historyOf(
  indicator: IndicatorTemplate,
  years: readonly number[],
  { figures, template, subject, codesOf }: AnnexContext,
): YearFigures[] {
  const { region, country } = codesOf(indicator);
  const isMeasured = !indicator.nationalOnly || subject.code === COUNTRY;
  return years.map((year) => {
    const of = (code: string): HistoryFigure =>
      historyFigure(figures.indicator(code, indicator.id, year), indicator, template);
    return {
      year,
      subject: isMeasured ? of(subject.code) : blankFigure('not-local', template),
      ...(region !== undefined && { region: of(region) }),
      ...(country !== undefined && { country: of(country) }),
    };
  });
}

function historyFigure(figure: Figure | undefined, { decimals }: IndicatorTemplate, template: Template): HistoryFigure {
  if (figure === undefined) return blankFigure('no-row', template);
  const { value, missing, provisional, provenance } = figure;
  if (value === null) return { ...blankFigure(missing ?? 'empty', template), provisional, provenance };
  return { value, text: formatNumber(value, decimals), spoken: null, blank: null, provisional, provenance };
}

const blankFigure = (blank: Blank, { blanks }: Template): HistoryFigure => ({
  value: null,
  text: '',
  spoken: blanks[blank],
  blank,
  provisional: false,
  provenance: null,
});

/** A number of one year. */
export interface Point {
  readonly year: number;
  readonly value: string;
  readonly text: string;
  readonly provisional: boolean;
}

/** The years in which one side has a number. */
export const pointsOf = (history: readonly YearFigures[], side: keyof Side<unknown>): Point[] =>
  history.flatMap(({ year, [side]: figure }) =>
    figure === undefined || figure.value === null
      ? []
      : [{ year, value: figure.value, text: figure.text, provisional: figure.provisional }],
  );
