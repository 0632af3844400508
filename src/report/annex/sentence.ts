import { withMinus } from '../../danish/index.ts';
import { fill } from '../template.ts';

/** "1 indikator", "4 indikatorer" */
export const countText = ({ one, many }: { readonly one: string; readonly many: string }, count: number): string =>
  count === 1 ? one : fill(many, { antal: count });

/** `fill`, where a value that ends in a point, such as "74 pct.", may end the sentence; with the minus that is read aloud. */
export const sentence = (words: string, values: Parameters<typeof fill>[1]): string =>
  withMinus(fill(words, values).replace(/\.\.$/, '.'));
