import type { Annex } from '../../../report/index.ts';
import { type Node, paragraph, run, tag } from '../node.ts';
import { text } from '../style.ts';

type Note = Annex['notes'][number]['notes'][number];

/** Why figures are missing, what the signs mean, the rules and the sources. */
export function notes({ notesHeading, notes: groups }: Annex): Node[] {
  if (groups.length === 0) return [];
  const owner = tag('H2', null, { bookmark: { title: notesHeading, level: 2 }, place: notesHeading });
  return [
    paragraph([run(notesHeading, owner, text.section)], 0, 2),
    ...groups.flatMap((group): Node[] => [
      {
        ...paragraph([run(group.heading, tag('H3', null, { place: group.heading }), text.strong)], 8, 1),
        headlineLevel: 1,
      },
      ...group.notes.map((note) => noteParagraph(note, group.heading)),
    ]),
  ];
}

function noteParagraph({ text: words, url }: Note, place: string): Node {
  const owner = tag('P', null, { place });
  if (url === null) return paragraph([run(words, owner, text.body)], 0, 3);
  const link = tag('Link', owner, { link: { to: { url }, contents: `${words} på ${url}` } });
  return paragraph([run(words, link, text.link)], 0, 3);
}
