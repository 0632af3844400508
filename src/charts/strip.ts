import { compare, type Decimal, round } from '../decimal.ts';

/** One of those whose numbers are shown. */
export interface StripValue {
  readonly name: string;
  readonly value: Decimal;
}

/** All municipalities as dots stacked at their rounded numbers: across in shares of the width, upwards in numbers of dots. */
export interface Strip {
  readonly dots: readonly {
    readonly name: string;
    readonly value: Decimal;
    readonly x: number;
    readonly level: number;
  }[];
  readonly ticks: readonly { readonly value: Decimal; readonly x: number }[];
  /** The most dots above each other. */
  readonly highest: number;
  readonly xOf: (value: Decimal) => number | null;
}

/** More places than this beside each other cannot be told apart. */
const mostPlaces = 60;

/** The best stand to the right, where a direction is known. Null without values. */
export function stripOf(
  values: readonly StripValue[],
  decimals: number,
  better: 'higher' | 'lower' | null,
): Strip | null {
  const rounded = values
    .map(({ name, value }) => ({ name, value: round(value, decimals) }))
    .sort((a, b) => compare(a.value, b.value));
  const [first, last] = [rounded[0], rounded.at(-1)];
  if (first === undefined || last === undefined) return null;
  const least = 10 ** -decimals;
  const step = niceStep((Number(last.value) - Number(first.value)) / 5, least);
  const from = Math.floor(Number(first.value) / step) * step;
  const to = Math.max(from + step, Math.ceil(Number(last.value) / step) * step);
  const share = (value: number): number => {
    const at = (value - from) / (to - from);
    return better === 'lower' ? 1 - at : at;
  };
  const places = Math.min(mostPlaces, Math.round((to - from) / least));
  const levels = new Map<number, number>();
  const dots = rounded.map((one) => {
    const place = Math.round(((Number(one.value) - from) / (to - from)) * places);
    const level = levels.get(place) ?? 0;
    levels.set(place, level + 1);
    return { ...one, x: share(from + (place / places) * (to - from)), level };
  });
  const count = Math.round((to - from) / step);
  const ticks = Array.from({ length: count + 1 }, (_, index) => {
    const value = round((from + index * step).toFixed(decimals), decimals);
    return { value, x: share(Number(value)) };
  });
  const xOf = (value: Decimal): number | null =>
    Number(value) < from || Number(value) > to ? null : share(Number(value));
  return { dots, ticks, highest: Math.max(...levels.values()), xOf };
}

/** 1, 2 or 5 times a power of ten, not less than `raw` nor `least`. */
function niceStep(raw: number, least: number): number {
  const power = 10 ** Math.floor(Math.log10(Math.max(raw, least)));
  const step = [1, 2, 5, 10].map((times) => times * power).find((one) => one >= raw - power / 1e6) ?? power;
  return Math.max(step, least);
}
