import fc from 'fast-check';
import type { Measure, Series } from '../../src/dataset/index.ts';
import type { Row } from '../helpers/fake-dataset.ts';

export interface AnyRows {
  readonly codes: readonly string[];
  readonly series: readonly Pick<Series, 'id' | 'measure'>[];
  readonly timesOf: (id: string) => readonly string[];
  /** Least and largest number. */
  readonly rangeOf: (measure: Measure) => readonly [least: number, most: number];
  readonly decimals: number;
}

/** Rows of any size and shape that a dataset may hold, of few subjects and times, so that they often meet. */
export function anyRows({ codes, series, timesOf, rangeOf, decimals }: AnyRows): fc.Arbitrary<Row[]> {
  const value = (measure: Measure, places: number): fc.Arbitrary<string> => {
    const [least, most] = rangeOf(measure);
    const scale = 10 ** places;
    const number = fc.integer({ min: least * scale, max: most * scale }).map((units) => {
      const text = (Math.abs(units) / scale).toFixed(places).replace('.', ',');
      return units < 0 ? `-${text}` : text;
    });
    const symbol = fc.constantFrom('..', '...', '.', '', '-');
    return fc.oneof({ arbitrary: number, weight: 9 }, { arbitrary: symbol, weight: 1 });
  };
  const row = fc
    .tuple(fc.constantFrom(...codes), fc.constantFrom(...series), fc.integer({ min: 0, max: decimals }))
    .chain(([code, { id, measure }, places]) =>
      fc.tuple(
        ...[fc.constant(code), fc.constant(id), fc.constantFrom(...timesOf(id))],
        value(measure, measure === 'count' ? 0 : places),
      ),
    );
  return fc.uniqueArray(row, { maxLength: 160, selector: ([code, id, time]) => `${code} ${id} ${time}` });
}
