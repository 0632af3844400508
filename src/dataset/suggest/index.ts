import { basename, dirname } from 'node:path';
import { clean } from '../../danish/index.ts';
import { exitCode, UserError } from '../../errors.ts';
import { areaReader } from '../areas.ts';
import type { Catalogue } from '../catalogue.ts';
import { exportName } from '../datasaet-schema.ts';
import { DataError } from '../load.ts';
import { type Problem, type ProblemText, wholeFile } from '../problem.ts';
import { emptyFile, problemsOf, unreadable } from '../read/file-problems.ts';
import { type DatasetFiles, Folder, realFiles } from '../read/files.ts';
import { collected, isWorkbook, sheetRecords } from '../read/source.ts';
import { isOwnFile } from '../table/mapping-problems.ts';
import { explainSuggestion } from './explain.ts';
import { type MappingEntry, type SeriesText, suggestMapping } from './mapping.ts';
import { profileOf } from './profile.ts';

export type { MappingEntry, SeriesText } from './mapping.ts';

export interface SuggestOptions {
  /** The workbook's sheet; else its first. */
  readonly sheet?: string | undefined;
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
  { sheet, texts, files = realFiles }: SuggestOptions,
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
    if (isOwnFile(file)) throw unreadable(wholeFile(file), readByItself);
    const notes: Problem[] = [];
    const note = (problem: Problem): void => void notes.push(problem);
    const records = await collected(sheetRecords(folder, { file, sheet, hidden: undefined }, { note }));
    if (!exportName.test(file)) throw unreadable(wholeFile(file), misnamed);
    if (records.length === 0) throw unreadable(wholeFile(file), emptyFile);
    const profile = profileOf(records, file, readArea);
    const suggestion = suggestMapping(profile, { name: file, sheet: records[0]?.place(0).sheet }, texts);
    const remarks = notes.map(({ message, remedy }) => `Bemærk: ${message} ${remedy}\n`).join('');
    return { entry: suggestion.entry, explanation: explainSuggestion(profile, suggestion, readArea) + remarks };
  } catch (error) {
    const problems = problemsOf(error, file);
    const mayBeOtherSheet = isWorkbook(file) && sheet === undefined;
    throw new DataError(mayBeOtherSheet ? problems.map(withSheetHint) : problems);
  }
}

const readByItself: ProblemText = {
  rule: 'tilpas',
  message: 'Filen er datasættets egen og bliver læst, uden at den er nævnt i "statbank".',
  remedy: 'Kør barometer-report valider --data <mappe>.',
};

/** Of a workbook that could be read, but has no table on its first sheet. */
const withSheetHint = (problem: Problem): Problem =>
  problem.rule === 'filform' || problem.rule === 'excel'
    ? problem
    : {
        ...problem,
        remedy: `${problem.remedy} Står tabellen på et andet ark end det første, så nævn det med --ark.`,
      };

const misnamed: ProblemText = {
  rule: 'filform',
  message: 'Filens navn ender ikke på .csv, .csv.gz eller .xlsx.',
  remedy: 'Giv en tekstfil endelsen .csv, og prøv igen.',
};
