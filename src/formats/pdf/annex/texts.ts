import type { Annex } from '../../../report/index.ts';
import { tag } from '../../../tagged-pdf/index.ts';
import { noticeBox } from '../content/notice.ts';
import { cell, lone, type Node, type Paragraph, paragraph, run } from '../node.ts';
import { looks, overhang, textStyles, textWidth } from '../style.ts';

/** The value that says on which page the table of years begins. */
export const yearsPage = 'bilag-aarstabel-side';

/** What it is an annex to stands above the heading, and is no part of it. */
export function heading({ titles: { above, title } }: Annex): Node[] {
  const kicker = tag('P', null, { place: 'bilagets titel' });
  const owner = tag('H1', null, { bookmark: { title: above, level: 1 }, place: 'bilagets titel' });
  return [
    paragraph([run(above, kicker, textStyles.kicker)], 0, 0),
    paragraph([run(title, owner, textStyles.title, lone('bilag-titel', textWidth))], 0, 5),
  ];
}

export const notice = ({ notice: words }: Annex): Node[] => (words === null ? [] : [noticeBox(words)]);

export const sectionHeading = (title: string): Paragraph =>
  paragraph([run(title, tag('H2', null, { bookmark: { title, level: 2 }, place: title }), textStyles.section)], 0, 1);

export function summary({ summaryHeading, summary: sentences }: Annex): Node[] {
  if (sentences.length === 0) return [];
  const list = tag('L', null, { numbering: 'Disc' });
  return [
    sectionHeading(summaryHeading),
    {
      columns: [
        { width: 6, before: overhang, after: 0 },
        { width: textWidth - 10, before: 4, after: overhang },
      ],
      rows: sentences.map(({ lead, rest }, index) => {
        const item = tag('LI', list, { place: `${summaryHeading}, punkt ${index + 1}` });
        const [label, body] = [tag('Lbl', item), tag('LBody', item)];
        const said = [run(`${lead} `, body, textStyles.smallStrong), run(rest, body, textStyles.smallInk)];
        return {
          look: looks.listed,
          cells: [
            cell(run('•', label, textStyles.smallInk)),
            { ...cell(...said.filter(hasText)), lines: { name: `kort-${index}`, room: textWidth - 10 } },
          ],
        };
      }),
      margin: [0, 0, 0, 1],
    },
  ];
}

const hasText = ({ text: words }: { readonly text: string }): boolean => words.trim() !== '';

/** Where the figures of the charts stand, year by year. */
export function reference({ goals, years: { reference: words } }: Annex): Node[] {
  if (goals.every((goal) => goal.years.length === 0)) return [];
  return [paragraph([run(words, tag('P', null), textStyles.small, lone(yearsPage, textWidth))], 0, 5)];
}
