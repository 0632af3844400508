export { type Catalogue, COUNTRY, type Measure, type Series } from './catalogue.ts';
export type { Dataset, DatasetInfo, Publication, SeriesNote } from './dataset.ts';
export type { Figure, Missing, Provenance } from './figure.ts';
export { type Contents, type Coverage, type Excerpt, type Inspection, inspectDataset } from './inspect.ts';
export { DataError, loadDataset } from './load.ts';
export { type Place, placeText } from './place.ts';
export {
  problemLine,
  renderProblems,
  renderSome,
  restLine,
  type ShownProblem,
  shownProblems,
  stopsEverything,
} from './problems.ts';
export { type DatasetFiles, realFiles } from './read/files.ts';
export { unzipped, zipEntries } from './read/zip.ts';
export { catalogueOfRules } from './rules/index.ts';
export { Problem, type Severity } from './rules/rule.ts';
export { type MappingEntry, type SeriesText, suggestFor } from './suggest/index.ts';
