export { type SharedSeries, type SomeSeries, sharedSeries } from './series.ts';
export { type TableFormatName, tableFormatNames, tableFormats } from './table-formats.ts';
export { timesIn } from './table-text.ts';
export { parseYears, type Years } from './years.ts';
