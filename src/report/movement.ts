import { compare, type Decimal, round } from '../decimal.ts';
import type { GoalMovement, Movement } from './report.ts';

/** Movement of one indicator, from the figures as they print: rounded to `decimals`. Null when either is missing. */
export function indicatorMovement(
  status: Decimal | null,
  baseline: Decimal | null,
  { decimals, better }: { readonly decimals: number; readonly better: 'higher' | 'lower' },
): Movement | null {
  if (status === null || baseline === null) return null;
  const direction = compare(round(status, decimals), round(baseline, decimals));
  if (direction === 0) return 'unchanged';
  return direction > 0 === (better === 'higher') ? 'positive' : 'negative';
}

/**
 * What more than half of a goal's indicators do, each weighing the same, else mixed. Published for three alike, and for
 * two alike with one unchanged; assumed for the other cases, and that an indicator without a movement does not count.
 * Null when none has one.
 */
export function goalMovement(movements: readonly (Movement | null)[]): GoalMovement | null {
  const known = movements.filter((movement) => movement !== null);
  if (known.length === 0) return null;
  const isMajority = (movement: Movement): boolean =>
    known.filter((other) => other === movement).length * 2 > known.length;
  return known.find(isMajority) ?? 'mixed';
}
