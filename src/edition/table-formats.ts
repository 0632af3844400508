import packageJson from '../../package.json' with { type: 'json' };
import { unzipped, zipEntries } from '../dataset/index.ts';
import type { SharedSeries, Years } from './series.ts';
import { tablesText } from './table-text.ts';
import { isTidyCsv, tidyCsv } from './tidy-csv.ts';

interface TableFormat {
  /** Without `years`, of the baseline and the status; a workbook is of all years. */
  readonly render: (series: readonly SharedSeries[], years: Years | null, creator: string) => Promise<Uint8Array>;
  /** True when this program made the file. */
  readonly isOurs: (bytes: Uint8Array) => boolean;
}

/** By the word for --format, which is the ending of its files. */
export const tableFormats = {
  tekst: { render: async (series, years) => Buffer.from(tablesText(series, years)), isOurs: () => false },
  csv: { render: async (series, years) => Buffer.from(tidyCsv(series, years)), isOurs: isTidyCsv },
  xlsx: {
    render: async (series, _years, creator) => {
      const { workbook } = await import('./workbook/index.ts');
      return (await workbook(series, creator)).bytes;
    },
    isOurs: isOurWorkbook,
  },
} as const satisfies Record<string, TableFormat>;

export type TableFormatName = keyof typeof tableFormats;

export const tableFormatNames = Object.keys(tableFormats) as TableFormatName[];

/** True for a workbook whose properties name this program as its creator. */
function isOurWorkbook(bytes: Uint8Array): boolean {
  try {
    const properties = zipEntries(Buffer.from(bytes)).get('docprops/core.xml');
    return properties !== undefined && unzipped(properties).includes(`<dc:creator>${packageJson.name} `);
  } catch {
    return false;
  }
}
