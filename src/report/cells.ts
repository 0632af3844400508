import { formatNumber } from '../danish/index.ts';
import type { Figure } from '../dataset/index.ts';
import { type Decimal, subtract } from '../decimal.ts';
import type { Blank, Cell, FigureUse } from './report.ts';
import type { Template } from './template.ts';

/** How a cell prints its number. */
interface NumberForm {
  readonly unit: string;
  readonly decimals: number;
}

type Blanks = Template['blanks'];

/** What a cell rests on: the figure of one time, undefined when the dataset has no row for it. */
export function figureUse(role: FigureUse['role'], time: string, figure: Figure | undefined): FigureUse {
  const { text, value, missing, provisional, provenance, place } = figure ?? noFigure;
  return { role, time, text, value, missing, provisional, provenance, place };
}

const noFigure = { text: null, value: null, missing: null, provisional: false, provenance: null, place: null };

/** A cell that prints one figure: "74 pct."; `wrap` may add to the text, such as the year of an older figure. */
export function figureCell(status: FigureUse, form: NumberForm, blanks: Blanks, wrap = (text: string) => text): Cell {
  if (status.value === null) return blankCell(reasonOf(status), [status], form, blanks);
  const cell = numberCell(status.value, [status], form);
  return { ...cell, text: wrap(cell.text) };
}

/** A cell that prints `status` - `baseline`, of the unrounded figures and rounded once; blank when either is. */
export function changeCell(status: FigureUse, baseline: FigureUse, form: NumberForm, blanks: Blanks): Cell {
  const figures = [status, baseline];
  if (status.value === null) return blankCell(reasonOf(status), figures, form, blanks);
  if (baseline.value === null) return blankCell(reasonOf(baseline), figures, form, blanks);
  return numberCell(subtract(status.value, baseline.value), figures, form);
}

/** A cell of something that is not measured locally: `text` may be empty, then a screen reader says so. */
export function notLocalCell(text: string, form: NumberForm, blanks: Blanks): Cell {
  const cell = blankCell('not-local', [], form, blanks);
  return { ...cell, text, spoken: text === '' ? cell.spoken : null };
}

const reasonOf = ({ missing }: FigureUse): Blank => missing ?? 'no-row';

/** Why a cell prints no number, in the template's words: "Fortroligt"; null when it prints one. */
export const blankText = ({ blank, spoken, text }: Cell): string | null => (blank === null ? null : (spoken ?? text));

/** The figure whose lack leaves a cell blank; undefined when it is not measured, or prints a number. */
export const lackingFigure = ({ blank, figures }: Cell): FigureUse | undefined =>
  blank === null ? undefined : figures.find(({ value }) => value === null);

function numberCell(value: Decimal, figures: readonly FigureUse[], { unit, decimals }: NumberForm): Cell {
  const text = `${formatNumber(value, decimals)} ${unit}`.trimEnd();
  return { text, spoken: null, blank: null, value, unit, decimals, figures };
}

function blankCell(blank: Blank, figures: readonly FigureUse[], { unit, decimals }: NumberForm, blanks: Blanks): Cell {
  return { text: '', spoken: blanks[blank], blank, value: null, unit, decimals, figures };
}

/** A cell's text where the unit is told beside: "74" of "74 pct.", "52 (2022)" of "52 pct. (2022)". */
export const withoutUnit = ({ text, unit }: Cell): string => (unit === '' ? text : text.replace(` ${unit}`, ''));

/** A change wears its sign: "+15", "-6"; what is rounded to 0 has none. */
export const withSign = (change: string): string => (/^0*[,.]?0*[1-9]/.test(change) ? `+${change}` : change);

export const isProvisional = ({ figures }: Cell): boolean => figures.some(({ provisional }) => provisional);
