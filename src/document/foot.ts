import type { Mark, Page, TextMark } from '../pdf/index.ts';
import type { Kit } from './kit.ts';
import { page, text } from './style.ts';
import { pageFoot } from './tree.ts';

const footBaseline = page.height - 26;

/** Pages with their numbers at the foot, "Side 2 af 3", at the right edge of the text. */
export function withFeet(pages: readonly (readonly Mark[])[], kit: Kit): Page[] {
  return pages.map((marks, index) => ({
    width: page.width,
    height: page.height,
    marks: [...marks, foot(`Side ${index + 1} af ${pages.length}`, kit)],
  }));
}

function foot(label: string, { fonts }: Kit): TextMark {
  const width = fonts.measure(label, text.foot.font, text.foot.size);
  return {
    kind: 'text',
    x: page.width - page.right - width,
    y: footBaseline,
    runs: [{ text: label, ...text.foot }],
    owner: pageFoot,
  };
}
