export { commonFigures } from './annex/index.ts';
export { BlockedReport } from './blocked-report.ts';
export { buildReport } from './build.ts';
export { isProvisional, withoutUnit, withSign } from './cell-text.ts';
export { blankText, lackingFigure } from './cells.ts';
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
export { parseTemplate } from './load-template.ts';
export { blankMarks, madeUpNotice, markMeanings, provenanceNames } from './marks.ts';
export { leastSure } from './provenance.ts';
export * from './report.ts';
export { findRow, type IndicatorRow, type KeyFigureRow, type ReportRow, rowsOf } from './rows.ts';
export { catalogueOf, countrySubject, municipalitySubject, seriesTexts } from './subject.ts';
export type { Template } from './template.ts';
