export { BlockedReport } from './blocked.ts';
export { buildReport } from './build-report.ts';
export { reportJson } from './json.ts';
export { loadTemplate, parseTemplate } from './load-template.ts';
export { catalogueOf, countrySubject, municipalitySubject } from './subject.ts';
export type { Template } from './template.ts';
