import { parse } from 'csv-parse/sync';
import { catalogue } from './catalogue.ts';
import { keyOf } from './dataset-model.ts';

/**
 * A second reader, slow and simple, over csv-parse and strings: the figures of a plain table with decimal comma, by
 * key. Null when csv-parse refuses the text. A cell that stands twice has both descriptions, "a | b".
 */
export function referenceFigures(bytes: Buffer, table: 'indikatorer' | 'noegletal'): Map<string, string> | null {
  const rows = parsed(bytes);
  if (rows === null) return null;
  const header = (rows[0] ?? []).map((name) => name.trim().toLowerCase());
  const names = table === 'indikatorer' ? ['indikator', 'aar'] : ['noegletal', 'periode'];
  const [subject = -1, id = -1, time = -1, value = -1, provenance = -1] = [
    'kommunekode',
    ...names,
    'vaerdi',
    'kilde',
  ].map((name) => header.indexOf(name));
  const figures = new Map<string, string>();
  for (const row of rows.slice(1)) {
    const at = (column: number): string => (row[column] ?? '').trim();
    const code = at(subject).replace(/^0(\d{3})$/, '$1');
    if (!catalogue.subjects.has(code)) continue;
    const key = keyOf({ table, subject: code, id: at(id), time: at(time).replace('Q', 'K') });
    const text = `${referenceValue(at(value))} ${at(provenance).toLowerCase() || 'officiel'}`;
    figures.set(key, figures.has(key) ? `${figures.get(key)} | ${text}` : text);
  }
  return figures;
}

function parsed(bytes: Buffer): string[][] | null {
  const utf8 = bytes.toString('utf8');
  const text = Buffer.from(utf8).equals(bytes) ? utf8 : new TextDecoder('windows-1252').decode(bytes);
  try {
    const options = { delimiter: ';', bom: true, relax_column_count: true, relax_quotes: true };
    return parse(text, { ...options, record_delimiter: ['\r\n', '\n', '\r'], trim: true }) as string[][];
  } catch {
    return null;
  }
}

const symbols: Readonly<Record<string, string>> = {
  '': 'empty',
  '.': 'impossible',
  '..': 'confidential',
  '...': 'unavailable',
};

function referenceValue(text: string): string {
  const symbol = symbols[text];
  if (symbol !== undefined) return symbol;
  const [, number = '', star = ''] = /^(.*?)\s*(\*?)$/.exec(text) ?? [];
  const plain = number === '-' ? '0' : number.replace('\u2212', '-').replace(',', '.');
  if (number.includes('.') || !/^-?\d+(\.\d+)?$/.test(plain)) return 'none';
  const value = plain.replace(/^(-?)0+(?=\d)/, '$1');
  return (/[1-9]/.test(value) ? value : value.replace('-', '')) + star;
}
