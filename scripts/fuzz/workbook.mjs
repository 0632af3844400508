// A workbook with most of what a table may have: shared and own texts, dates, percentages, formulas, errors, merged and
// hidden parts, two sheets.
import { strToU8, zipSync } from 'fflate';

const main = 'xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"';
const office = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships';
const package_ = 'http://schemas.openxmlformats.org/package/2006/relationships';

const relations = (...targets) =>
  `<Relationships xmlns="${package_}">${targets.map(([type, target], i) => `<Relationship Id="rId${i + 1}" Type="${office}/${type}" Target="${target}"/>`).join('')}</Relationships>`;

const areas = ['Hele landet', 'København', 'Glostrup', 'Ballerup', 'Herlev', 'Ærø'];
const row = (line, cells, more = '') =>
  `<row r="${line}"${more}>${cells.map((cell, i) => `<c r="${'ABCDE'[i]}${line}" ${cell}</c>`).join('')}</row>`;
const shared = (index) => `t="s"><v>${index}</v>`;
const head = row(3, [0, 1, 2, 3].map(shared));
const rows = areas.flatMap((_, i) =>
  [2012, 2024].map((year, j) =>
    row(
      4 + i * 2 + j,
      [shared(4 + i), `><v>${year}</v>`, `><v>${50 + i}.${j}</v>`, 's="1"><v>46022</v>'],
      i === 5 ? ' hidden="1"' : '',
    ),
  ),
);
const last = row(30, [
  't="inlineStr"><is><r><t>Note</t></r></is>',
  't="e"><v>#N/A</v>',
  's="2"><v>0.5</v>',
  '><f>A1+1</f>',
  't="b"><v>1</v>',
]);

const strings = ['OMRÅDE', 'TID', 'INDHOLD', 'DATO', ...areas];
const parts = {
  '[Content_Types].xml': '<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"/>',
  '_rels/.rels': relations(['officeDocument', 'xl/workbook.xml']),
  'xl/workbook.xml': `<?xml version="1.0"?><workbook ${main} xmlns:r="${office}"><workbookPr date1904="0"/><sheets><sheet name="RAS" sheetId="1" r:id="rId1"/><sheet name="Noter" sheetId="2" state="hidden" r:id="rId2"/></sheets></workbook>`,
  'xl/_rels/workbook.xml.rels': relations(
    ['worksheet', 'worksheets/sheet1.xml'],
    ['worksheet', 'worksheets/sheet2.xml'],
    ['sharedStrings', 'sharedStrings.xml'],
    ['styles', 'styles.xml'],
  ),
  'xl/sharedStrings.xml': `<sst ${main}>${strings.map((text) => `<si><t>${text}</t></si>`).join('')}</sst>`,
  'xl/styles.xml': `<styleSheet ${main}><numFmts><numFmt numFmtId="164" formatCode="dd\\-mm\\-yyyy"/></numFmts><cellXfs><xf numFmtId="0"/><xf numFmtId="164"/><xf numFmtId="10"/></cellXfs></styleSheet>`,
  'xl/worksheets/sheet1.xml': `<worksheet ${main}><dimension ref="A1:E30"/><cols><col min="5" max="5" hidden="1"/></cols><sheetData>${row(1, [shared(0)])}${head}${rows.join('')}</sheetData><mergeCells><mergeCell ref="A1:C1"/></mergeCells></worksheet>`,
  'xl/worksheets/sheet2.xml': `<worksheet ${main}><sheetData>${last}</sheetData></worksheet>`,
};

export const sampleWorkbook = Buffer.from(
  zipSync(Object.fromEntries(Object.entries(parts).map(([name, text]) => [name, strToU8(text)])), {
    mtime: '2026-06-06',
  }),
);
