import { gzipSync } from 'node:zlib';
import fc from 'fast-check';
import type { Cell } from './dataset-model.ts';

/** One of the ways in which Danish offices write the same table. */
export interface Style {
  readonly encoding: 'utf8' | 'utf8-bom' | 'windows-1252';
  readonly eol: '\n' | '\r\n' | '\r';
  readonly separator: ';' | ',' | '\t';
  readonly separatorLine: boolean;
  readonly quoted: boolean;
  readonly blank: '' | ' ' | '\u00a0';
  readonly order: readonly number[];
  readonly extra: boolean;
  readonly decimal: ',' | '.';
  readonly thousands: '' | '.' | ',' | ' ';
  readonly minus: '-' | '\u2212';
  readonly emptyLines: number;
  readonly packed: boolean;
}

export const styles: fc.Arbitrary<Style> = fc
  .record<Style>({
    encoding: fc.constantFrom('utf8', 'utf8-bom', 'windows-1252'),
    eol: fc.constantFrom('\n', '\r\n', '\r'),
    separator: fc.constantFrom(';', ',', '\t'),
    separatorLine: fc.boolean(),
    quoted: fc.boolean(),
    blank: fc.constantFrom('', ' ', '\u00a0'),
    order: fc.shuffledSubarray([0, 1, 2, 3, 4], { minLength: 5, maxLength: 5 }),
    extra: fc.boolean(),
    decimal: fc.constantFrom(',', '.'),
    thousands: fc.constantFrom('', '.', ',', ' '),
    minus: fc.constantFrom('-', '\u2212'),
    emptyLines: fc.nat(3),
    packed: fc.boolean(),
  })
  .map((style) => ({
    ...style,
    thousands: style.thousands === style.decimal ? '' : style.thousands,
    separatorLine: style.separatorLine || style.separator !== ';',
    // Windows-1252 has no real minus; a field of blanks alone would be trimmed away with the tab that ends it.
    minus: style.encoding === 'windows-1252' ? '-' : style.minus,
  }));

const symbols = { empty: '', impossible: '.', confidential: '..', unavailable: '...' };

function valueText({ value, missing, provisional }: Cell, style: Style): string {
  if (value === null) return symbols[missing ?? 'empty'];
  const [whole = '', fraction] = value.replace('-', '').split('.');
  const grouped = whole.replace(/\B(?=(\d{3})+$)/g, style.thousands);
  const sign = value.startsWith('-') ? style.minus : '';
  return sign + grouped + (fraction === undefined ? '' : style.decimal + fraction) + (provisional ? '*' : '');
}

/** The bytes of one table. */
function writeTable(name: Cell['table'], cells: readonly Cell[], style: Style): Buffer {
  const header = [
    'kommunekode',
    ...(name === 'indikatorer' ? ['indikator', 'aar'] : ['noegletal', 'periode']),
    'vaerdi',
    'kilde',
  ];
  const rows = cells
    .filter(({ table }) => table === name)
    .map((cell) => [cell.subject, cell.id, cell.time, valueText(cell, style), cell.provenance]);
  const lines = [header, ...rows].map((row, i) => {
    const fields = style.order.map((column) => row[column] ?? '');
    if (style.extra) fields.push(i === 0 ? 'område' : 'Ærø; "på" øen');
    return fields.map((text) => field(text, style)).join(style.separator);
  });
  if (style.separatorLine) lines.unshift(`sep=${style.separator}`);
  return encode(lines.join(style.eol) + style.eol.repeat(1 + style.emptyLines), style);
}

function field(text: string, style: Style): string {
  const needed = style.quoted || text.includes(style.separator) || text.includes('"');
  return style.blank + (needed ? `"${text.replaceAll('"', '""')}"` : text) + style.blank;
}

function encode(text: string, { encoding, packed }: Style): Buffer {
  const mark = encoding === 'utf8-bom' ? '\ufeff' : '';
  const bytes = Buffer.from(mark + text, encoding === 'windows-1252' ? 'latin1' : 'utf8');
  return packed ? gzipSync(bytes) : bytes;
}

/** All three files of a dataset. */
export function writeDataset(cells: readonly Cell[], style: Style): Record<string, Buffer | null> {
  const json = {
    udgave: '2026-06',
    titel: 'Prøve',
    decimaltegn: style.decimal,
    ...(style.thousands === '' ? {} : { tusindtegn: style.thousands }),
    kilder: [],
  };
  const files: Record<string, Buffer | null> = {
    'datasaet.json': encode(JSON.stringify(json), { ...style, packed: false }),
    'indikatorer.csv': null,
    'noegletal.csv': null,
  };
  for (const name of ['indikatorer', 'noegletal'] as const) {
    files[`${name}.csv${style.packed ? '.gz' : ''}`] = writeTable(name, cells, style);
  }
  return files;
}
