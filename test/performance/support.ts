import { loadDataset } from '../../src/dataset/index.ts';
import { makeKit } from '../../src/document/index.ts';
import type { Rendered } from '../../src/formats/index.ts';
import { type Press, printPdf } from '../../src/formats/pdf/print.ts';
import { municipalities } from '../../src/municipalities/index.ts';
import { type FontSet, loadFonts } from '../../src/pdf/index.ts';
import { buildReport, catalogueOf, municipalitySubject, written } from '../../src/report/index.ts';
import type { Report } from '../../src/report/report.ts';
import { template } from '../helpers/report.ts';

const dataset = await loadDataset('fixtures/juni-2026', catalogueOf(template, municipalities));

/** Reports of the first `count` municipalities. */
export const reports = (count: number): Report[] =>
  municipalities.slice(0, count).map((one) => buildReport(dataset, template, municipalitySubject(one), '2026-06-06'));

/** How much text was measured. */
export interface Counter {
  characters: number;
}

/** A press that counts, with nothing remembered yet. */
export function countingPress(): { counter: Counter; print: (report: Report) => Rendered } {
  const fonts = loadFonts();
  const counter: Counter = { characters: 0 };
  const measure: FontSet['measure'] = (text, font, size) => {
    counter.characters += text.length;
    return fonts.measure(text, font, size);
  };
  const press: Press = { kit: makeKit({ ...fonts, measure }), creator: 'barometer-report' };
  return { counter, print: (report) => printPdf(written(report), 'rapport', press) };
}
