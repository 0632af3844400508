export { parseYears, type SharedSeries, sharedSeries, timesIn, type Years } from './series.ts';
export { type TableFormatName, tableFormatNames, tableFormats } from './table-formats.ts';
