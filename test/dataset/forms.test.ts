import { strToU8, zipSync } from 'fflate';
import { describe, expect, it } from 'vitest';
import { separatorOf } from '../../src/dataset/read/csv.ts';
import { sourceForm } from '../../src/dataset/read/source.ts';
import { workbook } from '../helpers/workbook.ts';

const formOf = (start: string | Uint8Array): string => {
  const form = sourceForm(typeof start === 'string' ? Buffer.from(start) : start);
  return typeof form === 'string' ? form : `${form.message} ${form.remedy}`;
};

describe('the form of a file', () => {
  it.each<[string, string | Uint8Array, string]>([
    ['text', 'OMRÅDE;TID\n', 'text'],
    ['text with a mark', '\ufeff"OMRÅDE"', 'text'],
    ['a text in brackets', '[note];2020\n', 'text'],
    ['nothing', '', 'text'],
    ['a workbook', workbook([{ name: 'Ark1', rows: '' }]), 'workbook'],
    [
      'an old workbook',
      new Uint8Array([0xd0, 0xcf, 0x11, 0xe0, 0xa1]),
      'Filen er en gammel Excel-fil (.xls), eller den er beskyttet med adgangskode. Gem som CSV eller Excel (.xlsx) uden adgangskode.',
    ],
    [
      'OpenDocument',
      zipSync({ mimetype: [strToU8('application/vnd.oasis.opendocument.spreadsheet'), { level: 0 }] }),
      'Filen er et regneark i OpenDocument (.ods). Gem som CSV eller Excel (.xlsx).',
    ],
    [
      'PX',
      'CHARSET="ANSI";\nAXIS-VERSION="2006";',
      'Filen er en PX-fil (PC-Axis). Hent som CSV eller Excel (.xlsx) fra Statistikbanken.',
    ],
    [
      'PX of another order',
      'AXIS-VERSION="2006";\n',
      'Filen er en PX-fil (PC-Axis). Hent som CSV eller Excel (.xlsx) fra Statistikbanken.',
    ],
    [
      'JSON-stat',
      '{"dataset":{"dimension":',
      'Filen er JSON (fx JSON-stat). Hent som CSV eller Excel (.xlsx) fra Statistikbanken.',
    ],
    [
      'a list in JSON',
      '[\n  {"a": 1}',
      'Filen er JSON (fx JSON-stat). Hent som CSV eller Excel (.xlsx) fra Statistikbanken.',
    ],
    [
      'a web page',
      '\ufeff\r\n<!DOCTYPE html><html>',
      'Filen er en webside eller XML, selv om den hedder som en tabel. Hent som CSV eller Excel (.xlsx) fra Statistikbanken.',
    ],
    [
      'a table of a web page',
      '<table border=1><tr>',
      'Filen er en webside eller XML, selv om den hedder som en tabel. Hent som CSV eller Excel (.xlsx) fra Statistikbanken.',
    ],
    ['a PDF', '%PDF-1.7', 'Filen er en PDF. Hent som CSV eller Excel (.xlsx) fra Statistikbanken.'],
  ])('%s', (_, start, form) => {
    expect(formOf(start)).toBe(form);
  });
});

describe('the separator of a table', () => {
  it.each([
    ['OMRÅDE;TID;INDHOLD\nGlostrup;2024;62,3\n', ';'],
    ['OMRÅDE\tTID\tINDHOLD\nGlostrup\t2024\t62,3\n', '\t'],
    ['OMRÅDE,TID,INDHOLD\nGlostrup,2024,62.3\n', ','],
    ['"Folketal; efter område, køn og tid"\n\n" "," ","2020"\n" ","Mænd"\n" ","København",5\n', ','],
    ['"Beskæftigelse, pct."\r\n\r\n;2020;2021\r\nGlostrup;62,3;64,1\r\n"Note, om tal"\r\n', ';'],
    ['"a;b",c\n"d;e",f\n', ','],
    ['Glostrup\n', ','],
    ['', ';'],
  ])('%j', (start, separator) => {
    expect(separatorOf(start)).toBe(separator);
  });
});
