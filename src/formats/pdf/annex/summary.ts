import type { Annex } from '../../../report/index.ts';
import { cell, type Node, paragraph, run, tag } from '../node.ts';
import { looks, overhang, text } from '../style.ts';

/** A numbered list, so that a sentence can be named and asked for. */
export function summary({ summaryHeading, summary: sentences }: Annex): Node[] {
  if (sentences.length === 0) return [];
  const owner = tag('H2', null, { bookmark: { title: summaryHeading, level: 2 }, place: summaryHeading });
  const list = tag('L', null);
  return [
    paragraph([run(summaryHeading, owner, text.section)], 0, 2),
    {
      columns: [
        { width: 12, before: overhang, after: 0 },
        { width: '*', before: 4, after: overhang },
      ],
      rows: sentences.map((sentence, index) => {
        const item = tag('LI', list, { place: `${summaryHeading}, punkt ${index + 1}` });
        const [label, body] = [tag('Lbl', item), tag('LBody', item)];
        const cells = [cell(run(`${index + 1}.`, label, text.strong)), cell(run(sentence, body, text.body))];
        return { look: looks.listed, cells };
      }),
      margin: [0, 0, 0, 12],
    },
  ];
}
