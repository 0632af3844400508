export { annexBasis } from './annex/index.ts';
export { buildReport } from './build.ts';
export {
  compareReports,
  type Difference,
  differencesCsv,
  differencesJson,
  differencesText,
  differenceText,
  type FoundDifference,
} from './compare.ts';
export { explain, explanationJson, explanationText } from './explain.ts';
export { sentenceNumber } from './explain-sentence.ts';
export { BlockedReport } from './figures.ts';
export { parseTemplate } from './load-template.ts';
export * from './report.ts';
export { findRow, type IndicatorRow, type KeyFigureRow, type Row, rowsOf } from './rows.ts';
export { catalogueOf, countrySubject, municipalitySubject, seriesTexts } from './subject.ts';
export type { Template } from './template.ts';
