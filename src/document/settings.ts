import type { FontSet } from '../pdf/index.ts';
import { type Setting, type Span, setSpans } from './setting.ts';
import type { TextStyle } from './style.ts';

/** Sets spans in a column `width` wide. */
export type SettingOf = (spans: readonly Span[], width: number) => Setting;

/** Settings of one look and width, by text. */
type Shelf = Map<string, Setting>;

/** Of each shelf; there are as many shelves as styles (style.ts) and widths of columns. */
const maxRemembered = 2000;

/**
 * Sets spans, and remembers what it set: nearly all texts are the same in all reports. What it remembers depends on
 * text, look and width alone, so no report can learn another's; it forgets when it has grown large.
 */
export function rememberedSettings(fonts: FontSet): SettingOf {
  const shelves = new Map<number, Map<TextStyle | null, Shelf>>();
  const shelfOf = (width: number, style: TextStyle | null): Shelf => {
    const ofWidth = getOrMake(shelves, width, () => new Map<TextStyle | null, Shelf>());
    return getOrMake(ofWidth, style, (): Shelf => new Map());
  };
  return (spans, width) => {
    const [only] = spans;
    const plain = spans.length === 1 && only !== undefined && isPlain(only) ? only : null;
    const shelf = shelfOf(width, plain?.style ?? null);
    const key = plain?.text ?? keyOf(spans);
    const known = shelf.get(key);
    if (known !== undefined) return known;
    if (shelf.size >= maxRemembered) shelf.clear();
    const made = setSpans(spans, width, fonts);
    shelf.set(key, made);
    return made;
  };
}

/** A span whose text and style tell all, the usual case. */
const isPlain = ({ areas, whole }: Span): boolean => areas === undefined && whole !== true;

/** All that a setting depends on: texts and looks, which of them are links, and whose span is whose. */
function keyOf(spans: readonly Span[]): string {
  let key = '';
  spans.forEach((span) => {
    const { font, size, color, underline } = span.style;
    const owner = spans.findIndex((other) => other.owner === span.owner);
    key += `\u0000${font}${size}${color}${underline}${span.whole}${span.areas !== undefined}${owner}\u0001${span.text}`;
  });
  return key;
}

function getOrMake<Key, Value>(map: Map<Key, Value>, key: Key, make: () => Value): Value {
  const known = map.get(key);
  if (known !== undefined) return known;
  const made = make();
  map.set(key, made);
  return made;
}
