import type { Annex } from '../../../report/index.ts';
import { cell, type Node, type Paragraph, paragraph, run, tag } from '../node.ts';
import { looks, overhang, text } from '../style.ts';

/** One heading in two sizes, as that of the report. */
export function heading({ titles: { above, title } }: Annex): Node[] {
  const owner = tag('H1', null, { bookmark: { title: above, level: 1 }, place: 'bilagets titel' });
  return [paragraph([run(`${above} `, owner, text.kicker)], 0, 1), paragraph([run(title, owner, text.title)], 0, 8)];
}

export const sectionHeading = (title: string): Paragraph =>
  paragraph([run(title, tag('H2', null, { bookmark: { title, level: 2 }, place: title }), text.section)], 0, 2);

/** A numbered list, so that a sentence can be named and asked for. */
export function summary({ summaryHeading, summary: sentences }: Annex): Node[] {
  if (sentences.length === 0) return [];
  const list = tag('L', null);
  return [
    sectionHeading(summaryHeading),
    {
      columns: [
        { width: 12, before: overhang, after: 0 },
        { width: '*', before: 4, after: overhang },
      ],
      rows: sentences.map((sentence, index) => {
        const item = tag('LI', list, { place: `${summaryHeading}, punkt ${index + 1}` });
        const [label, body] = [tag('Lbl', item), tag('LBody', item)];
        const cells = [
          cell(run(`${index + 1}.`, label, text.strong)),
          cell(run(`${sentence.lead} ${sentence.rest}`.trim(), body, text.body)),
        ];
        return { look: looks.listed, cells };
      }),
      margin: [0, 0, 0, 12],
    },
  ];
}

/** Why figures are missing, what the signs mean, the rules and the sources. */
export function notes({ notesHeading, notes: groups }: Annex): Node[] {
  if (groups.length === 0) return [];
  return [
    sectionHeading(notesHeading),
    ...groups.flatMap(({ heading: place, notes: found }): Node[] => [
      { ...paragraph([run(place, tag('H3', null, { place }), text.strong)], 8, 1), headlineLevel: 1 },
      ...found.map(({ text: words, url }) => {
        const owner = tag('P', null, { place });
        if (url === null) return paragraph([run(words, owner, text.body)], 0, 3);
        const link = tag('Link', owner, { link: { to: { url }, contents: `${words} på ${url}` } });
        return paragraph([run(words, link, text.link)], 0, 3);
      }),
    ]),
  ];
}
