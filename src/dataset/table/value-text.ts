import type { Missing } from '../figure.ts';
import { type NumberFault, type NumberStyle, parseValue } from '../number.ts';
import { GROUPED, kind, PROVISIONAL, plainText, type StoredValue } from './store.ts';

const kindOfMissing: Readonly<Record<Missing, number>> = {
  empty: kind.empty,
  impossible: kind.impossible,
  confidential: kind.confidential,
  unavailable: kind.unavailable,
};

/** Reads any value into `into`, keeping its text only when it cannot be made again; the fault when it is none. */
export function readValueText(text: string, style: NumberStyle, into: StoredValue): NumberFault | null {
  const parsed = parseValue(text, style);
  if (typeof parsed === 'string') return parsed;
  const { value, missing, provisional } = parsed;
  const dash = missing === null && /^-\D*$/.test(text);
  const units = value?.units ?? 0n;
  const exact = units > -1_000_000_000_000_000n && units < 1_000_000_000_000_000n;
  into.units = exact ? Number(units) : Number.NaN;
  into.big = exact ? null : units;
  into.scale = value?.scale ?? 0;
  into.flags =
    (missing === null ? (dash ? kind.dash : kind.number) : kindOfMissing[missing]) | (provisional ? PROVISIONAL : 0);
  if (missing === null && style.thousands !== null && text.includes(style.thousands)) into.flags |= GROUPED;
  into.text = exact && plainText(into.units, into.scale, into.flags, style) === text ? null : text;
  return null;
}
