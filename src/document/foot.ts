import type { Mark, Page, TextMark } from '../pdf/index.ts';
import type { Kit } from './kit.ts';
import { page, text } from './style.ts';
import { pageFoot } from './tree.ts';

const footBaseline = page.height - 26;

/**
 * Pages with their numbers at the foot, "Side 2 af 3", at the right edge of the text. A foot is drawn first: Chromium
 * would read it aloud as part of the last line of the page.
 */
export function withFeet(pages: readonly (readonly Mark[])[], kit: Kit): Page[] {
  return pages.map((marks, index) => ({
    width: page.width,
    height: page.height,
    marks: [foot(`Side ${index + 1} af ${pages.length}`, kit), ...marks],
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
