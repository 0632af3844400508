import { formatNumber } from '../danish/index.ts';
import type { Figure } from '../dataset/figure.ts';
import { type Decimal, subtract } from '../decimal.ts';
import type { Blank, Cell, FigureUse } from './report.ts';
import type { Template } from './template.ts';

/** A figure that a report asked for at `time`; undefined when the dataset has no row for it. */
export interface Asked {
  readonly time: string;
  readonly figure: Figure | undefined;
}

interface Form {
  readonly unit: string;
  readonly decimals: number;
}

/** A cell that prints one figure: "74 pct."; `wrap` may add to the text, e.g. the year of an older figure. */
export function figureCell(
  asked: Asked,
  form: Form,
  blanks: Template['blanks'],
  wrap: (text: string) => string = (text) => text,
): Cell {
  const figures = [figureUse('status', asked)];
  const value = asked.figure?.value ?? null;
  if (value === null) return blankCell(reasonOf(asked), figures, form, blanks);
  return numberCell(value, figures, form, wrap);
}

/** A cell that prints `status` - `baseline`, of the unrounded figures and rounded once; blank when either is. */
export function changeCell(status: Asked, baseline: Asked, form: Form, blanks: Template['blanks']): Cell {
  const figures = [figureUse('status', status), figureUse('baseline', baseline)];
  const now = status.figure?.value ?? null;
  const then = baseline.figure?.value ?? null;
  if (now === null) return blankCell(reasonOf(status), figures, form, blanks);
  if (then === null) return blankCell(reasonOf(baseline), figures, form, blanks);
  return numberCell(subtract(now, then), figures, form);
}

/** A cell of something that is not measured locally: `text` may be empty, then a screen reader says so. */
export function notLocalCell(text: string, form: Form, blanks: Template['blanks']): Cell {
  return { ...blankCell('not-local', [], form, blanks), text, ...(text === '' ? {} : { spoken: null }) };
}

function numberCell(
  value: Decimal,
  figures: readonly FigureUse[],
  { unit, decimals }: Form,
  wrap: (text: string) => string = (text) => text,
): Cell {
  const text = wrap(`${formatNumber(value, decimals)} ${unit}`.trimEnd());
  return { text, spoken: null, blank: null, value: value, unit, decimals, figures };
}

function blankCell(
  blank: Blank,
  figures: readonly FigureUse[],
  { unit, decimals }: Form,
  blanks: Template['blanks'],
): Cell {
  return { text: '', spoken: blanks[blank], blank, value: null, unit, decimals, figures };
}

const reasonOf = ({ figure }: Asked): Blank => figure?.missing ?? 'no-row';

function figureUse(role: FigureUse['role'], { time, figure }: Asked): FigureUse {
  return {
    role,
    time,
    text: figure?.text ?? null,
    value: figure?.value ?? null,
    missing: figure?.missing ?? null,
    provisional: figure?.provisional ?? false,
    provenance: figure?.provenance ?? null,
    place: figure?.place ?? null,
  };
}
