import { majorityMovement } from '../movement.ts';
import type { Goal, GoalMovement, MovementText } from '../report.ts';
import type { AnnexWords } from './words.ts';

/** What most of a goal's indicators do, or mixed, and how that is printed. */
export function movementOf({ indicators }: Goal, words: AnnexWords) {
  const movement = majorityMovement(indicators.map((indicator) => indicator.movement));
  return { movement, movementText: movementText(movement, words) };
}

export const movementText = (movement: GoalMovement | null, { movements }: AnnexWords): MovementText | null =>
  movement === null ? null : movements[movement];
