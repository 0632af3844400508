export { isPortableName } from './portable-name.ts';
export { type Identity, type Processes, processes } from './processes.ts';
export { type FileKind, FileRefused, kindOf, type OpenFile, openFile, readFile } from './read.ts';
export {
  makeFolder,
  putInPlace,
  removeUnfinished,
  replaceFile,
  type StagedFile,
  stageFile,
  syncFolder,
  writeWhole,
} from './whole-file.ts';
