import type { SomeSeries } from './series.ts';
import { tablesText } from './table-text.ts';
import { isTidyCsv, tidyCsv } from './tidy-csv.ts';
import { isOurWorkbook } from './workbook/is-ours.ts';
import type { Years } from './years.ts';

/** A form in which figures are shown side by side. */
interface TableFormat {
  /** Without `years`, of the baseline and the status; a workbook is of all years. */
  readonly render: (series: SomeSeries, years: Years | null, creator: string) => Promise<Uint8Array>;
  /** True when this program made the file. */
  readonly isOurs: (bytes: Uint8Array) => boolean;
}

/** By the word for --format, which is the ending of its files. */
export const tableFormats = {
  tekst: { render: async (series, years) => Buffer.from(tablesText(series, years)), isOurs: () => false },
  csv: { render: async (series, years) => Buffer.from(tidyCsv(series, years)), isOurs: isTidyCsv },
  xlsx: {
    render: async (series, _years, creator) => (await import('./workbook/index.ts')).workbook(series, creator),
    isOurs: isOurWorkbook,
  },
} as const satisfies Record<string, TableFormat>;

export type TableFormatName = keyof typeof tableFormats;

export const tableFormatNames = Object.keys(tableFormats) as TableFormatName[];
