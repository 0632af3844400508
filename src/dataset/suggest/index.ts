import { basename, dirname } from 'node:path';
import { clean } from '../../danish/index.ts';
import { exitCode, UserError } from '../../errors.ts';
import { areaReader } from '../areas.ts';
import type { Catalogue } from '../catalogue.ts';
import { exportName } from '../declaration-schema.ts';
import { limits } from '../limits.ts';
import { DataError } from '../load.ts';
import { isOwnFile } from '../mapping/check.ts';
import { collected, isWorkbook, sheetRecords } from '../read/exported-file.ts';
import { type DatasetFiles, Folder, readWhole, realFiles } from '../read/files.ts';
import { FileFault, problemsOf } from '../read/unreadable.ts';
import { readByItself, wrongForm } from '../rules/exports.ts';
import { emptyFile } from '../rules/files.ts';
import { Problem } from '../rules/rule.ts';
import { explainSuggestion } from './explain.ts';
import { type MappingEntry, type SeriesText, suggestMapping } from './mapping.ts';
import { profileOf } from './profile.ts';

export type { MappingEntry, SeriesText } from './mapping.ts';

interface SuggestOptions {
  /** The workbook's sheet; else its first. */
  readonly sheet?: string | undefined;
  /** How users name a sheet, and the command that checks a dataset, as they write them. */
  readonly sheetOption: string;
  readonly checkCommand: string;
  /** What the template says its indicators and key figures are. */
  readonly texts: readonly SeriesText[];
  readonly files?: DatasetFiles;
}

/**
 * Begins the entry in `datasaet.json` for a file from StatBank, and tells in Danish what was found and what is left to
 * do. Throws `UserError` 66 when the file is not there, and `DataError` when it is no table that can be read.
 */
export async function suggestFor(
  path: string,
  catalogue: Catalogue,
  { sheet, sheetOption, checkCommand, texts, files = realFiles }: SuggestOptions,
): Promise<{ readonly entry: MappingEntry; readonly explanation: string }> {
  const folder = new Folder(dirname(path), files);
  const file = basename(path);
  const kind = folder.kind(file);
  if (kind !== 'file') {
    const what = kind === 'missing' ? 'findes ikke' : 'er ikke en fil';
    throw new UserError(
      exitCode.noInput,
      `${clean(path, 300)} ${what}. Angiv en fil, som er hentet fra Statistikbanken.`,
    );
  }
  const readArea = areaReader(catalogue.subjects);
  try {
    if (isOwnFile(file)) throw new FileFault(readByItself);
    const notes: Problem[] = [];
    const note = (problem: Problem): void => void notes.push(problem);
    const records = await collected(sheetRecords(folder, { file, sheet, hidden: undefined }, { note }));
    if (!exportName.test(file)) throw new FileFault(wrongForm, 'named');
    if (records.length === 0) throw new FileFault(emptyFile);
    const profile = profileOf(records, readArea);
    const read = records[0]?.place(0).sheet;
    const suggestion = suggestMapping(profile, { name: file, sheet: read }, texts);
    const sheets = read === undefined ? [] : (await sheetsOf(folder, file)).filter((name) => name !== read);
    const remarks = notes.map(({ message, remedy }) => `Bemærk: ${message} ${remedy}\n`).join('');
    const found = explainSuggestion(profile, suggestion, readArea, sheets);
    const next = `Sæt det ind i listen "statbank" i datasaet.json, læg filen i samme mappe, og kør: ${checkCommand}\n`;
    return { entry: suggestion.entry, explanation: `${found}${next}${remarks}` };
  } catch (error) {
    const problems = problemsOf(error, file);
    const mayBeOtherSheet = isWorkbook(file) && sheet === undefined;
    throw new DataError(mayBeOtherSheet ? problems.map((problem) => withHint(problem, sheetOption)) : problems);
  }
}

async function sheetsOf(folder: Folder, file: string): Promise<readonly string[]> {
  const { sheetNames } = await import('../read/xlsx.ts');
  return sheetNames(readWhole(folder, file, limits.workbook));
}

/** Of a workbook that could be read, but has no table on its first sheet. */
const withHint = (problem: Problem, sheetOption: string): Problem =>
  problem.rule.id === 'filform' || problem.rule.id === 'excel'
    ? problem
    : new Problem(problem.rule, problem.place, () => ({
        message: problem.message,
        remedy: `${problem.remedy} Står tabellen på et andet ark end det første, så nævn det med ${sheetOption}.`,
        value: problem.value ?? undefined,
      }));
