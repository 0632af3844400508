import { readFileSync } from 'node:fs';
import { strFromU8, unzipSync } from 'fflate';
import { describe, expect, it } from 'vitest';
import { placeText } from '../../src/dataset/index.ts';
import { periodOf } from '../helpers/fake-dataset.ts';
import { wholeCatalogue } from './support/catalogue.ts';
import { loadExport, suggest, wide } from './support/export.ts';
import { isError } from './support/memory-files.ts';

const fixture = (name: string): Buffer => readFileSync(`test/fixtures/statbank/${name}`);

const english = new Map([
  ['All Denmark', 'Hele landet'],
  ['Copenhagen', 'København'],
]);
const codeOf = (name: string): string | undefined =>
  [...wholeCatalogue.subjects].find(([, own]) => own === (english.get(name) ?? name))?.[0];

describe('FOLK1A, long', () => {
  const text = fixture('folk1a-lang.csv').toString();

  it('is read whole through the mapping that was begun', async () => {
    const { entry, explanation } = await suggest('folk1a.csv', text);
    expect(entry).toEqual({
      fil: 'folk1a.csv',
      tabel: 'noegletal',
      kolonner: { kommune: 'OMRÅDE', tid: 'TID', vaerdi: 'INDHOLD' },
      serie: 'UDFYLD',
      udvalg: { CIVILSTAND: 'I alt' },
    });
    expect(explanation).toContain('"CIVILSTAND" skal sandsynligvis være "I alt"');
    expect(explanation).toContain('springes over: "Christiansø"');
    const dataset = await loadExport('folk1a.csv', text, { ...entry, serie: '16' });
    const rows = text.split('\n').map((line) => line.split(';'));
    const wanted = rows.filter(([status, area]) => status === 'I alt' && codeOf(area ?? '') !== undefined);
    expect(wanted).toHaveLength(36);
    const period = periodOf('2020K1');
    for (const [, area = '', , value] of wanted) {
      expect(dataset.keyFigure(codeOf(area) ?? '', '16', period)?.value).toBe(value);
    }
    expect(dataset.problems.filter(isError)).toEqual([]);
  });
});

describe('BEV22, wide', () => {
  const bytes = fixture('bev22-bred-windows-1252.csv');
  const lines = new TextDecoder('windows-1252').decode(bytes).split('\n');

  it('is read whole through the mapping that was begun', async () => {
    const { entry } = await suggest('bev22.csv', bytes);
    expect(entry).toEqual({
      fil: 'bev22.csv',
      tabel: 'indikatorer',
      form: 'bred',
      kolonner: { kommune: 'C' },
      serie: 'UDFYLD',
      udvalg: { B: 'UDFYLD' },
    });
    const dataset = await loadExport('bev22.csv', bytes, { ...entry, serie: '8.1', udvalg: { B: 'Kvinder' } });
    const women = lines.slice(lines.indexOf('" ","Kvinder"')).filter((line) => line.startsWith('" "," ","'));
    expect(women).toHaveLength(8);
    for (const line of women) {
      const [, , area, ...values] = JSON.parse(`[${line}]`) as [string, string, string, ...number[]];
      const read = values.map((_, i) => dataset.indicator(codeOf(area) ?? '', '8.1', 2006 + i)?.value);
      expect(read).toEqual(values.map(String));
    }
    expect(dataset.problems.filter(isError)).toEqual([]);
  });

  const { serie: _, ...mapping } = { ...wide, kolonner: { kommune: 'C' } };

  it('tells the line and column of each value', async () => {
    const dataset = await loadExport('bev22.csv', bytes, { ...mapping, serie: '8.1', udvalg: { B: 'Mænd' } });
    const { place } = dataset.indicator('155', '8.1', 2007) ?? {};
    const line = lines.findIndex((one) => one.includes('Dragør'));
    expect(place && placeText(place)).toBe(`bev22.csv:${line + 1}:${(lines[line] ?? '').indexOf(',6475') + 2}`);
  });

  it.each([
    ['one entry', [{ ...mapping, serier: { '8.1': { B: 'Mænd' }, '8.2': { B: 'Kvinder' } } }]],
    ['two', ['Mænd', 'Kvinder'].map((B, i) => ({ ...mapping, serie: `8.${i + 1}`, udvalg: { B } }))],
  ])('gives several series from one file by %s', async (_, entries) => {
    const dataset = await loadExport('bev22.csv', bytes, ...entries);
    expect(dataset.indicator('101', '8.1', 2006)?.value).toBe('248190');
    expect(dataset.indicator('101', '8.2', 2006)?.value).toBe('255509');
  });
});

describe('RAS200, a wide workbook in English', () => {
  const bytes = fixture('ras200-bred.xlsx');

  it('is read whole through the mapping that was begun', async () => {
    const { entry, explanation } = await suggest('ras200.xlsx', bytes);
    expect(entry).toEqual({
      fil: 'ras200.xlsx',
      tabel: 'indikatorer',
      form: 'bred',
      ark: 'RAS200',
      kolonner: { kommune: 'E' },
      serie: 'UDFYLD',
    });
    expect(explanation).toContain('titel: Activity and employment rates');
    const dataset = await loadExport('ras200.xlsx', bytes, { ...entry, serie: '1.2' });
    const cells = rawCells(bytes);
    let figures = 0;
    for (const [at, text] of cells) {
      const code = /^E\d+$/.test(at) ? codeOf(text) : undefined;
      if (code === undefined) continue;
      for (const [i, letter] of [...'FGHIJKLMNO'].entries()) {
        const figure = dataset.indicator(code, '1.2', 2008 + i);
        expect(Number(figure?.value)).toBe(Number(cells.get(`${letter}${at.slice(1)}`)));
        expect(figure && placeText(figure.place)).toBe(`ras200.xlsx:RAS200!${letter}${at.slice(1)}`);
        figures++;
      }
    }
    expect(figures).toBe(310);
    expect(dataset.indicator('000', '1.2', 2010)?.value).toBe('72.1');
    expect(dataset.problems.map(({ rule, message }) => `${rule.id}: ${message}`)).toEqual([
      expect.stringContaining('sprunget-over: 60 rækker'),
      'ekstra-kolonne: Kolonnerne "A", "B", "C", "D" bruges ikke.',
    ]);
  });
});

/** The cells of the first sheet as they stand in the file, texts looked up. */
function rawCells(bytes: Uint8Array): Map<string, string> {
  const parts = unzipSync(bytes);
  const part = (name: string): string => strFromU8(parts[name] as Uint8Array);
  const texts = [...part('xl/sharedStrings.xml').matchAll(/<t[^>]*>([^<]*)<\/t>/g)].map(([, text = '']) => text);
  const cells = part('xl/worksheets/sheet1.xml').matchAll(/<c r="([A-Z]+\d+)" s="\d+"( t="s")?><v>([^<]*)<\/v>/g);
  return new Map(
    [...cells].map(([, at = '', isText, value = '']) => [at, isText ? (texts[Number(value)] ?? '') : value]),
  );
}
