export { type Identity, type Processes, processes } from './processes.ts';
export { type FileKind, FileRefused, kindOf, type OpenFile, openFile, readFile } from './read.ts';
export { whyUnread } from './unread.ts';
export { DiskFault } from './unwritten.ts';
export {
  isPortableName,
  makeFolder,
  removeUnfinished,
  replaceFile,
  replaceTogether,
  syncFolder,
  writeWhole,
} from './whole-file.ts';
