import type { FieldMark } from '../pdf/index.ts';
import { plain, type SetText } from './paragraph.ts';
import type { SettingOf } from './settings.ts';
import type { TextStyle } from './style.ts';
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

/** The text as a field would hold it, or null when it is no single line in a column that is `width` wide. */
export type LineFinder = (text: string, style: TextStyle, width: number) => string | null;

export function lineFinder(settingOf: SettingOf): LineFinder {
  return (text, style, width) => {
    const { lines } = settingOf(plain(text, style, decoration), width);
    const [only] = lines;
    return lines.length === 1 && only?.x === 0 && only.runs.length === 1 ? (only.runs[0]?.text ?? null) : null;
  };
}
