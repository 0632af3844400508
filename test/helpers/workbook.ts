import { strToU8, zipSync } from 'fflate';

const main = 'xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"';
const office = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships';
const types = 'application/vnd.openxmlformats-officedocument.spreadsheetml';

/** A sheet of a workbook for tests: the XML of its rows, and what stands after them. */
export interface SheetXml {
  readonly name: string;
  readonly rows: string;
  readonly after?: string;
  readonly hidden?: boolean;
}

/** Styles of cells: s="1" a date, "2" a date shown as "sep-25", "3" a percentage, "4" a year. */
const styles = `<styleSheet ${main}><numFmts count="2"><numFmt numFmtId="164" formatCode="dd\\-mm\\-yyyy"/><numFmt numFmtId="165" formatCode="yyyy"/></numFmts><fonts count="1"><font/></fonts><fills count="1"><fill/></fills><borders count="1"><border/></borders><cellStyleXfs count="1"><xf/></cellStyleXfs><cellXfs count="5"><xf numFmtId="0"/><xf numFmtId="164"/><xf numFmtId="17"/><xf numFmtId="10"/><xf numFmtId="165"/></cellXfs></styleSheet>`;

/** The bytes of a workbook made of `sheets`. */
export function workbook(sheets: readonly SheetXml[], other: Readonly<Record<string, Uint8Array>> = {}): Uint8Array {
  const ids = sheets.map((_, i) => i + 1);
  const parts = {
    '[Content_Types].xml': `<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Override PartName="/xl/workbook.xml" ContentType="${types}.sheet.main+xml"/><Override PartName="/xl/styles.xml" ContentType="${types}.styles+xml"/>${ids.map((id) => `<Override PartName="/xl/worksheets/sheet${id}.xml" ContentType="${types}.worksheet+xml"/>`).join('')}</Types>`,
    '_rels/.rels': `<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="rId1" Type="${office}/officeDocument" Target="xl/workbook.xml"/></Relationships>`,
    'xl/workbook.xml': `<workbook ${main} xmlns:r="${office}"><sheets>${sheets.map(({ name, hidden }, i) => `<sheet name="${name}" sheetId="${i + 1}" r:id="rId${i + 1}"${hidden === true ? ' state="hidden"' : ''}/>`).join('')}</sheets></workbook>`,
    'xl/_rels/workbook.xml.rels': `<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">${ids.map((id) => `<Relationship Id="rId${id}" Type="${office}/worksheet" Target="worksheets/sheet${id}.xml"/>`).join('')}<Relationship Id="styles" Type="${office}/styles" Target="styles.xml"/></Relationships>`,
    'xl/styles.xml': styles,
    ...Object.fromEntries(
      sheets.map(({ rows, after }, i) => [
        `xl/worksheets/sheet${i + 1}.xml`,
        `<worksheet ${main}><sheetData>${rows}</sheetData>${after ?? ''}</worksheet>`,
      ]),
    ),
  };
  const bytes = Object.entries(parts).map(([name, text]): [string, Uint8Array] => [name, strToU8(text)]);
  return zipSync({ ...Object.fromEntries(bytes), ...other }, { level: 1 });
}

/** XML of a row from its cells, each the inside of a `<c>` with its attributes: `t="b"><v>1</v>`; "" is no cell. */
export function rowXml(line: number, cells: readonly string[]): string {
  const letter = (column: number): string => String.fromCharCode(65 + column);
  return `<row r="${line}">${cells.map((cell, i) => (cell === '' ? '' : `<c r="${letter(i)}${line}" ${cell}</c>`)).join('')}</row>`;
}

export const textCell = (text: string): string => `t="inlineStr"><is><t>${text}</t></is>`;
export const numberCell = (number: string): string => `><v>${number}</v>`;
