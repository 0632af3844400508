import { COUNTRY, type Series } from '../catalogue.ts';
import type { Tables } from '../checked-dataset.ts';
import type { DatasetInfo } from '../dataset.ts';
import type { Provenance } from '../figure.ts';
import { kind, kindOf, provenanceOf, provenances } from '../table/store.ts';
import { latest, type Table } from '../table/table.ts';

/** What a dataset holds of one series. Rows with a number count as figures, symbols and empty fields do not. */
export interface Coverage {
  readonly table: Series['table'];
  readonly id: string;
  readonly figures: number;
  /** Years or periods with a figure, by time. */
  readonly times: readonly string[];
  /** The last of `times`; null when there is none. */
  readonly newest: string | null;
  /** Municipalities with a figure at `newest`, the whole country not counted. */
  readonly municipalities: number;
  /** The whole country has a figure at `newest`. */
  readonly country: boolean;
}

/** What a dataset holds, as `valider` shows it. */
export interface Summary {
  readonly info: DatasetInfo;
  /** Municipalities with at least one figure. */
  readonly municipalities: number;
  /** The whole country has at least one figure. */
  readonly country: boolean;
  readonly figures: number;
  readonly provenance: Readonly<Record<Provenance, number>>;
  readonly coverage: readonly Coverage[];
}

export function summarise(info: DatasetInfo, tables: Tables): Summary {
  const { indicators, keyFigures, periods } = tables;
  const coverage = [
    ...coverageOf(indicators, (year) => String(year)),
    ...coverageOf(keyFigures, (index) => periods.all[index]?.code ?? ''),
  ];
  const counted = indicators.codes.filter((_, i) => indicators.counted[i] === 1 || keyFigures.counted[i] === 1);
  return {
    info,
    municipalities: counted.filter((code) => code !== COUNTRY).length,
    country: counted.includes(COUNTRY),
    figures: coverage.reduce((sum, { figures }) => sum + figures, 0),
    provenance: provenanceCounts([indicators, keyFigures]),
    coverage,
  };
}

const hasNumber = (table: Table, row: number): boolean =>
  table.store.usable(row) && kindOf(table.store.flags[row] as number) <= kind.dash;

/** Coverage of each series of a table; a spoilt row counts for nothing. */
function coverageOf(table: Table, timeText: (time: number) => string): Coverage[] {
  const { store } = table;
  const newest = table.measured.map((set) => latest(table, set));
  const figures = new Uint32Array(table.series.length);
  const times = table.series.map(() => new Set<number>());
  const atNewest = new Uint32Array(table.series.length);
  const country = new Set<number>();
  for (let row = 0; row < store.size; row++) {
    if (!hasNumber(table, row)) continue;
    const series = store.series[row] as number;
    const time = store.time[row] as number;
    figures[series] = (figures[series] as number) + 1;
    times[series]?.add(time);
    if (time !== newest[series]) continue;
    if (table.codes[store.subject[row] as number] === COUNTRY) country.add(series);
    else atNewest[series] = (atNewest[series] as number) + 1;
  }
  return table.series.map(({ id }, i) => {
    const sorted = [...(times[i] ?? [])].sort((a, b) => table.times.order(a) - table.times.order(b)).map(timeText);
    return {
      table: table.name,
      id,
      figures: figures[i] ?? 0,
      times: sorted,
      newest: sorted.at(-1) ?? null,
      municipalities: atNewest[i] ?? 0,
      country: country.has(i),
    };
  });
}

function provenanceCounts(tables: readonly Table[]): Record<Provenance, number> {
  const counts = { officiel: 0, beregnet: 0, eksempel: 0 };
  for (const table of tables) {
    for (let row = 0; row < table.store.size; row++) {
      const name = provenances[provenanceOf(table.store.flags[row] as number)];
      if (name !== undefined && hasNumber(table, row)) counts[name]++;
    }
  }
  return counts;
}
