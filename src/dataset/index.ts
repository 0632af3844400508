export { type Catalogue, COUNTRY, type Measure, type Series } from './catalogue.ts';
export type { Dataset, DatasetInfo, Source } from './dataset.ts';
export type { Figure, Missing, Provenance } from './figure.ts';
export { DataError, type LoadOptions, loadDataset } from './load.ts';
export { type Place, type Problem, placeText, type Severity } from './problem.ts';
export { problemLine, renderProblems, restLine, type ShownProblem, shownProblems } from './problems.ts';
export { type Excerpt, excerptKey } from './read/excerpts.ts';
export { type DatasetFiles, type FileKind, type OpenFile, realFiles } from './read/files.ts';
export { type Coverage, type Summary, type Survey, surveyDataset } from './survey.ts';
