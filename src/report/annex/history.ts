import { formatNumber } from '../../danish/index.ts';
import { COUNTRY } from '../../dataset/index.ts';
import { blankMarks } from '../marks.ts';
import type { Blank } from '../report.ts';
import type { IndicatorTemplate, Template } from '../template.ts';
import type { HistoryFigure, Side, YearFigures } from './annex.ts';
import { type AnnexContext, mapSides } from './context.ts';

/** The figures of all `years`: a year without a row is there too, blank. */
export function historyOf(
  indicator: IndicatorTemplate,
  years: readonly number[],
  { figures, template, codesOf }: AnnexContext,
): YearFigures[] {
  const { id, decimals, nationalOnly } = indicator;
  const figureOf = (code: string, year: number): HistoryFigure => {
    if (nationalOnly && code !== COUNTRY) return blankFigure('not-local', template);
    const figure = figures.indicator(code, id, year);
    if (figure === undefined) return blankFigure('no-row', template);
    const { value, missing, provisional, provenance } = figure;
    if (value === null) return { ...blankFigure(missing ?? 'empty', template), provisional, provenance };
    const text = formatNumber(value, decimals);
    return { value, text, spoken: null, blank: null, symbol: '', provisional, provenance };
  };
  const codes = codesOf(indicator);
  return years.map((year) => ({ year, ...mapSides(codes, (code) => figureOf(code, year)) }));
}

const blankFigure = (blank: Blank, { blanks }: Template): HistoryFigure => ({
  value: null,
  text: '',
  spoken: blanks[blank],
  blank,
  symbol: unsaid.has(blank) ? '' : blankMarks[blank],
  provisional: false,
  provenance: null,
});

/** Of these the dataset says nothing, so there is no sign of it to show. */
const unsaid: ReadonlySet<Blank> = new Set<Blank>(['no-row', 'not-local']);

/** A number of one year. */
export interface YearValue extends Pick<HistoryFigure, 'text' | 'provisional'> {
  readonly year: number;
  readonly value: string;
}

/** The years in which one side has a number. */
export const yearValuesOf = (history: readonly YearFigures[], side: keyof Side<unknown>): YearValue[] =>
  history.flatMap(({ year, [side]: figure }) => {
    if (figure === undefined || figure.value === null) return [];
    const { value, text, provisional } = figure;
    return [{ year, value, text, provisional }];
  });
