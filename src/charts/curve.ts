/** x to the right and y downwards. */
export type Point = readonly [x: number, y: number];

/** Where a chart is drawn: the first year at `left`, the highest figure at `top`. */
export interface Plot {
  readonly left: number;
  readonly right: number;
  readonly top: number;
  readonly bottom: number;
}

type Kind = 'line' | 'steps' | 'ends' | 'dots' | 'dot' | 'none';

interface ChartFigure {
  readonly value: string | null; // plain decimal
  readonly text: string;
  readonly provisional: boolean;
}

/** What is drawn: an indicator of a report's annex is one. */
export interface History {
  readonly history: readonly { readonly year: number; readonly subject: ChartFigure; readonly country?: ChartFigure }[];
  readonly chart: {
    readonly kind: Kind;
    readonly countryKind: Kind;
    readonly range: { readonly lowest: string; readonly highest: string } | null;
  };
}

/** A figure with its place in a chart. */
export interface PlacedFigure {
  readonly year: number;
  readonly at: Point;
  readonly text: string;
  readonly provisional: boolean;
}

/** The figures of one side, and what joins them. */
export interface Drawn {
  readonly figures: readonly PlacedFigure[];
  /** Each of two points at least. A missing year is a gap between two of them. */
  readonly lines: readonly (readonly Point[])[];
  /** Figures without a neighbour. */
  readonly alone: readonly PlacedFigure[];
}

export interface Curve {
  readonly xOf: (year: number) => number;
  readonly own: Drawn;
  readonly country: Drawn;
}

/** An indicator's years in a plot; null when nothing is drawn. */
export function curveOf(
  { history, chart: { kind, countryKind, range } }: History,
  { left, right, top, bottom }: Plot,
): Curve | null {
  const [first, last] = [history[0]?.year, history.at(-1)?.year];
  if (range === null || first === undefined || last === undefined) return null;
  const xOf = (year: number): number => scale(year, [first, last], [left, right]);
  const yOf = (value: string): number =>
    scale(Number(value), [Number(range.lowest), Number(range.highest)], [bottom, top]);
  const drawn = (side: 'subject' | 'country', how: Kind): Drawn => {
    const figures = history.flatMap(({ year, [side]: figure }): PlacedFigure[] => {
      if (how === 'none' || figure === undefined || figure.value === null) return [];
      const { text, provisional } = figure;
      return [{ year, at: [xOf(year), yOf(figure.value)], text, provisional }];
    });
    const runs = runsOf(figures, how);
    const joined = runs.filter((run) => run.length > 1);
    return {
      figures,
      lines: joined.map((run) => (how === 'steps' ? steps(run) : run.map(({ at }) => at))),
      alone: runs.flatMap((run) => (run.length === 1 ? run : [])),
    };
  };
  return { xOf, own: drawn('subject', kind), country: drawn('country', countryKind) };
}

/** Where a value lies between two ends; in the middle when they are one. */
export const scale = (value: number, [low, high]: Point, [from, to]: Point): number =>
  from + (to - from) * (high > low ? (value - low) / (high - low) : 0.5);

/** Figures that a line joins: those of neighbouring years, or the two ends. */
function runsOf(figures: readonly PlacedFigure[], kind: Kind): PlacedFigure[][] {
  if (kind === 'ends') return [[...figures]];
  if (kind !== 'line' && kind !== 'steps') return figures.map((figure) => [figure]);
  const runs: PlacedFigure[][] = [];
  for (const figure of figures) {
    const run = runs.at(-1);
    if (run?.at(-1)?.year === figure.year - 1) run.push(figure);
    else runs.push([figure]);
  }
  return runs;
}

/** A count holds until the next. */
const steps = (run: readonly PlacedFigure[]): Point[] =>
  run.flatMap(({ at: [x, y] }, index): Point[] => [
    ...(index === 0 ? [] : [[x, run[index - 1]?.at[1] ?? y] as const]),
    [x, y],
  ]);
