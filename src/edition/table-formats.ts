import type { SharedSeries } from './series.ts';
import { tablesText } from './table-text.ts';
import { isTidyCsv, tidyCsv } from './tidy-csv.ts';
import type { Years } from './years.ts';

/** A form in which figures are shown side by side. */
interface TableFormat {
  /** Without `years`, of the baseline and the status. */
  readonly render: (series: readonly SharedSeries[], years: Years | null) => Promise<Uint8Array>;
  /** True when this program made the file. */
  readonly isOurs: (bytes: Uint8Array) => boolean;
}

/** By the word for --format, which is the ending of its files. */
export const tableFormats = {
  tekst: { render: async (...asked) => Buffer.from(tablesText(...asked)), isOurs: () => false },
  csv: { render: async (...asked) => Buffer.from(tidyCsv(...asked)), isOurs: isTidyCsv },
} as const satisfies Record<string, TableFormat>;

export type TableFormatName = keyof typeof tableFormats;

export const tableFormatNames = Object.keys(tableFormats) as TableFormatName[];
