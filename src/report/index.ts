export { BlockedReport } from './blocked.ts';
export { buildReport } from './build-report.ts';
export { compareReports, type Difference } from './compare.ts';
export { differencesCsv, differencesJson, differencesText } from './compare-render.ts';
export { reportCsv } from './csv.ts';
export { type Explanation, explain } from './explain.ts';
export { explanationJson, explanationText } from './explain-text.ts';
export { reportData, reportJson, type WrittenReport, written } from './json.ts';
export { loadTemplate, parseTemplate } from './load-template.ts';
export type {
  Blank,
  Cell,
  FigureUse,
  Footnote,
  Goal,
  GoalsTable,
  Indicator,
  KeyFigure,
  KeyFigureTable,
  Movement,
  Report,
  Subject,
  Title,
} from './report.ts';
export { catalogueOf, countrySubject, municipalitySubject } from './subject.ts';
export type { Template } from './template.ts';
