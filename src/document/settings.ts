import type { FontSet } from '../pdf/index.ts';
import { rememberBy } from '../remember.ts';
import { type Setting, type Span, setSpans } from './setting.ts';

/** Sets spans in a column `width` wide. */
export type SettingOf = (spans: readonly Span[], width: number) => Setting;

interface Asked {
  readonly spans: readonly Span[];
  readonly width: number;
}

const maxRemembered = 5000;

/**
 * Sets spans, and remembers what it set: forms and values have most texts in common. What it remembers depends on text,
 * look and width alone, so no report can learn another's.
 */
export function rememberedSettings(fonts: FontSet): SettingOf {
  const setting = rememberBy(keyOf, ({ spans, width }: Asked) => setSpans(spans, width, fonts), maxRemembered);
  return (spans, width) => setting({ spans, width });
}

/** All that a setting depends on: the width, texts and looks, which of them are links, and whose span is whose. */
function keyOf({ spans, width }: Asked): string {
  let key = String(width);
  spans.forEach((span) => {
    const { font, size, color, underline } = span.style;
    const owner = spans.findIndex((other) => other.owner === span.owner);
    key += `\u0000${font}${size}${color}${underline}${span.whole}${span.areas !== undefined}${owner}\u0001${span.text}`;
  });
  return key;
}
