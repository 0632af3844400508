import type { GoalMovement, MovementText } from '../../../report/index.ts';
import { type Paragraph, type Run, run, silent, type Tag } from '../content/node.ts';
import { type TextStyle, text } from '../style.ts';

const styles: Readonly<Record<GoalMovement, TextStyle>> = {
  positive: text.positive,
  negative: text.negative,
  unchanged: text.neutral,
  mixed: text.neutral,
};

/** Shape and word; the shape is for the eye only, since the word says the same. */
export function movementCell(movement: GoalMovement | null, words: MovementText | null, tag: Tag): Paragraph {
  if (movement === null || words === null) return { text: [silent(tag, 'Ingen bevægelse')] };
  const style = styles[movement];
  const runs: Run[] = [run(`${words.shape} `, null, style), run(words.word, tag, style)];
  return { text: runs };
}
