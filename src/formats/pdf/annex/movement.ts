import type { GoalMovement, MovementText } from '../../../report/index.ts';
import { cell, type Paragraph, run, silent, type Tag, tag } from '../node.ts';
import { type TextStyle, text } from '../style.ts';

const styles: Readonly<Record<GoalMovement, TextStyle>> = {
  positive: text.positive,
  negative: text.negative,
  unchanged: text.neutral,
  mixed: text.neutral,
};

/** Shape and word; the word alone is read aloud, since it says the same. */
export function movementCell(movement: GoalMovement | null, words: MovementText | null, td: Tag): Paragraph {
  if (movement === null || words === null) return cell(silent(td, 'Ingen bevægelse'));
  const { shape, word } = words;
  return cell({ ...run(`${shape} ${word}`, tag('Span', td), styles[movement]), spoken: word });
}
