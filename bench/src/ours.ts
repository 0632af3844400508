import { type Press, printPdf } from '../../src/batch/press.ts';
import { loadDataset } from '../../src/dataset/index.ts';
import { makeKit } from '../../src/document/index.ts';
import { reportCsv } from '../../src/formats/csv.ts';
import { municipalities } from '../../src/municipalities/index.ts';
import { loadFonts } from '../../src/pdf/index.ts';
import type { Report } from '../../src/report/index.ts';
import { buildReport, catalogueOf, loadTemplate, municipalitySubject, written } from '../../src/report/index.ts';

/** Where the program's own files lie; the bundle does not lie where the program expects itself. */
export interface Places {
  readonly data: string;
  readonly template: string;
  readonly fonts: string;
  readonly readText: (path: string) => string;
}

export interface Program {
  /** Codes of the municipalities, in the program's order. */
  readonly codes: readonly string[];
  readonly report: (code: string) => Report;
  /** Everything a run does for one report, short of writing the file. */
  readonly print: (code: string) => Uint8Array;
}

const generated = '2026-06-06';

/** The program with its dataset read and its fonts loaded, as it stands in a batch before the first report. */
export async function openProgram({ data, template: path, fonts, readText }: Places): Promise<Program> {
  const template = loadTemplate(path, readText);
  const dataset = await loadDataset(data, catalogueOf(template, municipalities));
  const press: Press = { kit: makeKit(loadFonts(fonts)), creator: 'barometer-report' };
  const subjects = new Map(municipalities.map((one) => [one.code, municipalitySubject(one)]));
  const report = (code: string): Report => {
    const subject = subjects.get(code);
    if (subject === undefined) throw new RangeError(`No municipality ${code}`);
    return buildReport(dataset, template, subject, generated);
  };
  return {
    codes: [...subjects.keys()],
    report,
    print: (code) => printPdf(written(report(code)), 'udviklingsrapport', press).bytes,
  };
}

/** What the program attaches to a report, for peers that can attach files too. */
export const attachments = (report: Report) => ({
  csv: reportCsv(report),
  json: `${JSON.stringify(report, null, 2)}\n`,
});
