import type { FieldMark, FontSet } from '../pdf/index.ts';
import { remember, rememberOf } from '../remember.ts';
import { plain, type SetText } from './paragraph.ts';
import type { SettingOf } from './settings.ts';
import type { Column, TextStyle } from './style.ts';
import { decoration } from './tree.ts';

/** A field as high as one line of its look. */
export type FieldSetter = (field: Pick<FieldMark, 'name' | 'owner' | 'mayBeBlank'>, style: TextStyle) => SetText;

export function fieldSetter(settingOf: SettingOf): FieldSetter {
  return ({ name, owner, mayBeBlank }, style) => {
    const { height, lines } = settingOf(plain(anyText, style, owner), Number.POSITIVE_INFINITY);
    const { font, size, color } = style;
    const mark: FieldMark = { kind: 'field', name, y: lines[0]?.y ?? 0, font, size, color, owner, mayBeBlank };
    return { height, marks: [mark], links: [] };
  };
}

/** Where a line stands depends on its look alone. */
const anyText = '0';

/** A text as it would stand in a field. Widths are points. */
export interface FieldLine {
  /** Null for a text that is no single line in its column. */
  readonly text: string | null;
  readonly width: number;
  /** Width of the number that the text begins with; null when it is no number with or without a unit. */
  readonly number: number | null;
}

/** How texts of one look stand in fields of one column; reports may share it, since it depends on the text alone. */
export type LineSetter = (style: TextStyle) => (column: Column) => (text: string) => FieldLine;

export const lineSetter = (settingOf: SettingOf, fonts: FontSet): LineSetter =>
  rememberOf((style: TextStyle) =>
    rememberOf((column: Column) => {
      const widthOf = (text: string): number => fonts.measure(text, style.font, style.size);
      return remember((text): FieldLine => {
        const number = numberAndUnit.exec(text)?.[1];
        return {
          text: onlyLine(text, style, column.width, settingOf),
          width: widthOf(text),
          number: number === undefined ? null : widthOf(number),
        };
      });
    }),
  );

const numberAndUnit = /^(-?[\d.,]*\d)( .*)?$/;

function onlyLine(text: string, style: TextStyle, width: number, settingOf: SettingOf): string | null {
  const { lines } = settingOf(plain(text, style, decoration), width);
  const [only] = lines;
  return lines.length === 1 ? (only?.runs[0]?.text ?? null) : null;
}
