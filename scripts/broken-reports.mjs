// Reports that are broken on purpose, each in one way: the validator must refuse them.
import { execFileSync } from 'node:child_process';
import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { PDFDict, PDFDocument, PDFName } from '@cantoo/pdf-lib';

const name = (text) => PDFName.of(text);
const remove = (key) => (dictionary) => dictionary.delete(name(key));

/** Changes every dictionary that has `value` under `key`. */
const each = (key, value, change) => (pdf) => {
  for (const [, object] of pdf.context.enumerateIndirectObjects()) {
    const dictionary = object instanceof PDFDict ? object : object.dict;
    if (dictionary?.get(name(key)) === name(value)) change(dictionary);
  }
};

const together =
  (...changes) =>
  (pdf) => {
    for (const change of changes) change(pdf);
  };

/** Name of the file → what is done to a good report. */
const faults = {
  'no-title-shown': ({ catalog }) => catalog.delete(name('ViewerPreferences')),
  'no-language': ({ catalog }) => catalog.delete(name('Lang')),
  'no-tags': ({ catalog }) => catalog.delete(name('StructTreeRoot')),
  'no-metadata': ({ catalog }) => catalog.delete(name('Metadata')),
  'no-colour-space': ({ catalog }) => catalog.delete(name('OutputIntents')),
  'cells-without-headers': together(each('S', 'TD', remove('A')), each('S', 'TH', remove('A'))),
  'skipped-heading': each('S', 'H2', (element) => element.set(name('S'), name('H3'))),
  'row-without-cells': each('S', 'TD', (element) => element.set(name('S'), name('P'))),
  'links-without-contents': each('Subtype', 'Link', remove('Contents')),
  'links-without-parent': each('Subtype', 'Link', remove('StructParent')),
  'figures-without-alt': each('S', 'Figure', remove('Alt')),
  'no-tab-order': each('Type', 'Page', remove('Tabs')),
  'text-without-unicode': each('Subtype', 'Type0', remove('ToUnicode')),
  'font-not-embedded': each('Type', 'FontDescriptor', remove('FontFile2')),
  'attachments-without-relationship': each('Type', 'Filespec', remove('AFRelationship')),
};

/** Makes all broken reports as <folder>/<fault>.pdf. */
export async function makeBrokenReports(folder) {
  const program = fileURLToPath(new URL('../bin/barometer-report.js', import.meta.url));
  const args = ['--kommune', 'Glostrup', '--bilag', '--dato', '2026-06-06', '--ud', '-'];
  const good = execFileSync(process.execPath, [program, ...args], { maxBuffer: 16 * 1024 * 1024 });
  mkdirSync(folder, { recursive: true });
  for (const [fault, breakIt] of Object.entries(faults)) {
    const pdf = await PDFDocument.load(good, { updateMetadata: false });
    breakIt(pdf);
    const bytes = await pdf.save({ useObjectStreams: false, updateFieldAppearances: false });
    writeFileSync(join(folder, `${fault}.pdf`), bytes);
  }
}
