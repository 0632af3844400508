import fc from 'fast-check';
import { expect, it } from 'vitest';
import { type Curve, curveOf, endLabels, type PlacedLabel, type Point, widthOf } from '../../src/charts/index.ts';

const plot = { left: 20, right: 80, top: 5, bottom: 22 };
const frame = { width: 104, height: 28, fontSize: 8, gap: 4 };

/** The curve of numbers of years from 2012 on; null is a year without one. */
function curveThrough(numbers: readonly (number | null)[], country: readonly (number | null)[] = []): Curve {
  const figure = (value: number | null | undefined) => ({
    value: value == null ? null : String(value),
    text: value == null ? '' : String(value),
    provisional: false,
  });
  const history = numbers.map((value, at) => ({
    year: 2012 + at,
    subject: figure(value),
    country: figure(country[at]),
  }));
  const chart = { kind: 'line', countryKind: 'line', range: { lowest: '-100', highest: '100' } } as const;
  const curve = curveOf({ history, chart }, plot);
  if (curve === null) throw new Error('No curve');
  return curve;
}

/** Labels as a report has them: with the year where the end is not that of the chart. */
function labelled(curve: Curve, count: number): PlacedLabel[] {
  const [first, last] = [curve.own.figures[0], curve.own.figures.at(-1)];
  const label = (figure: typeof first, end: number) => {
    if (figure === undefined) return null;
    const { year, text } = figure;
    if (year === end) return { year, text, short: text };
    return { year, text: `${text} pct. point (${year})`, short: `${text} (${year})` };
  };
  const ends = { first: first === last ? null : label(first, 2012), last: label(last, 2011 + count) };
  return endLabels(curve, ends, frame);
}

const boxOf = ({ text, anchor, at: [x, y] }: PlacedLabel) => {
  const width = widthOf(text, frame.fontSize);
  const left = anchor === 'start' ? x : x - width;
  return { left, right: left + width, top: y - 6, bottom: y };
};

it('labels stand beside the ends of a curve that fills its plot', () => {
  const [first, last] = labelled(curveThrough([10, 20, 30]), 3);
  expect(first).toMatchObject({ text: '10', anchor: 'end', end: 'first' });
  expect(first?.at[0]).toBe(plot.left - frame.gap);
  expect(last).toMatchObject({ text: '30', anchor: 'start', end: 'last' });
  expect(last?.at[0]).toBe(plot.right + frame.gap);
});

it('a label leaves a line that runs on uncovered', () => {
  const country = [0, 0, 0, 0, 0, 0];
  const [label] = labelled(curveThrough([null, null, 0, null, null, null], country), 6);
  const line: Point[] = curveThrough([0, 0, 0, 0, 0, 0]).own.lines.flat() as Point[];
  const box = boxOf(label as PlacedLabel);
  expect(line.every(([, y]) => y <= box.top || y >= box.bottom)).toBe(true);
});

it('labels stay in the picture and do not meet, whatever the numbers', () => {
  const numbers = fc.array(fc.option(fc.integer({ min: -100, max: 100 })), { minLength: 1, maxLength: 14 });
  fc.assert(
    fc.property(numbers, numbers, (own, country) => {
      fc.pre(own.some((value) => value !== null));
      const boxes = labelled(curveThrough(own, country), own.length).map(boxOf);
      for (const box of boxes) {
        expect(box.left).toBeGreaterThanOrEqual(0);
        expect(box.right).toBeLessThanOrEqual(frame.width);
        expect(box.top).toBeGreaterThanOrEqual(-0.01);
        expect(box.bottom).toBeLessThanOrEqual(frame.height);
      }
      const [one, two] = boxes;
      if (one === undefined || two === undefined) return;
      const apart = one.right <= two.left || two.right <= one.left || one.bottom <= two.top || two.bottom <= one.top;
      expect(apart).toBe(true);
    }),
    { seed: 23, numRuns: 400 },
  );
});
