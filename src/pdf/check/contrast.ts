import { remember } from '../../remember.ts';

/** Contrast of two colours "#rrggbb" after WCAG 2.1: 1 (none) to 21 (black on white). */
export function contrast(one: string, other: string): number {
  const a = luminance(one);
  const b = luminance(other);
  return (Math.max(a, b) + 0.05) / (Math.min(a, b) + 0.05);
}

export const isColor = remember((text) => /^#[0-9a-f]{6}$/i.test(text), 200);

const luminance = remember((color) => {
  const [red = 0, green = 0, blue = 0] = [1, 3, 5].map((at) => linear(Number.parseInt(color.slice(at, at + 2), 16)));
  return 0.2126 * red + 0.7152 * green + 0.0722 * blue;
}, 200);

function linear(byte: number): number {
  const part = byte / 255;
  return part <= 0.04045 ? part / 12.92 : ((part + 0.055) / 1.055) ** 2.4;
}
