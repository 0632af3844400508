import fc from 'fast-check';
import type { Dataset, Figure, Missing, Provenance } from '../../../src/dataset/index.ts';
import type { Decimal } from '../../../src/decimal.ts';
import { plain } from '../../helpers/decimals.ts';
import { periodOf } from '../../helpers/fake-dataset.ts';
import { catalogue } from './catalogue.ts';

/** A figure as a dataset may hold it, without a file. */
export interface Cell {
  readonly table: 'indikatorer' | 'noegletal';
  readonly subject: string;
  readonly id: string;
  readonly time: string;
  readonly value: Decimal | null;
  readonly missing: Missing | null;
  readonly provisional: boolean;
  readonly provenance: Provenance;
}

const subject = fc.constantFrom(...catalogue.subjects.keys());
const provenance = fc.constantFrom<Provenance>('officiel', 'beregnet', 'eksempel');
const missing = fc.constantFrom<Missing>('empty', 'confidential', 'unavailable', 'impossible');
const period = fc.constantFrom('2024', '2025K2', '2025M11', '2025-12-31', '2016M07-2025M12', '1999K4', '2024-02-29');
const year = fc.integer({ min: 1900, max: 2026 }).map(String);

/** A number from `min` to `max`, with up to 30 decimals. */
const decimal = (min: bigint, max: bigint): fc.Arbitrary<Decimal> =>
  fc.integer({ min: 0, max: 30 }).chain((scale) => {
    const pow = 10n ** BigInt(scale);
    return fc.bigInt({ min: min * pow, max: max * pow }).map((units) => plain(units, scale));
  });
const numbers = {
  percentage: decimal(0n, 100n),
  gap: decimal(-100n, 100n),
  count: fc.bigInt({ min: 0n, max: 10n ** 20n }).map(String),
};

const cellOf = (table: Cell['table']): fc.Arbitrary<Cell> => {
  const series = table === 'indikatorer' ? catalogue.indicators : catalogue.keyFigures;
  return fc.constantFrom(...series.values()).chain(({ id, measure }) =>
    fc
      .record({
        table: fc.constant(table),
        subject,
        id: fc.constant(id),
        time: table === 'indikatorer' ? year : period,
        value: numbers[measure],
        missing: fc.oneof({ weight: 4, arbitrary: fc.constant(null) }, { weight: 1, arbitrary: missing }),
        provisional: fc.boolean(),
        provenance,
      })
      .map((cell) => (cell.missing === null ? cell : { ...cell, value: null, provisional: false })),
  );
};

export const keyOf = ({ table, subject, id, time }: Pick<Cell, 'table' | 'subject' | 'id' | 'time'>): string =>
  `${table} ${subject} ${id} ${time}`;

/** Any valid dataset: cells of both tables, none twice. */
export const cells = (maxLength = 30): fc.Arbitrary<Cell[]> =>
  fc.uniqueArray(fc.oneof(cellOf('indikatorer'), cellOf('noegletal')), { selector: keyOf, maxLength });

export const figureOf = (dataset: Dataset, { table, subject, id, time }: Cell): Figure | undefined =>
  table === 'indikatorer'
    ? dataset.indicator(subject, id, Number(time))
    : dataset.keyFigure(subject, id, periodOf(time));

/** A figure or cell in one text, for comparison: "1.50* beregnet". Scale counts: 1,5 and 1,50 differ. */
export const described = (of: Figure | Cell | undefined): string =>
  of === undefined ? 'none' : `${of.value ?? of.missing}${of.provisional ? '*' : ''} ${of.provenance}`;
