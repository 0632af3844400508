import type { Annex } from '../../../report/index.ts';
import { type Tag, tag } from '../../../tagged-pdf/index.ts';
import { type Node, type Paragraph, paragraph, run } from '../node.ts';
import { looks, overhang, textStyles, textWidth } from '../style.ts';
import { sectionHeading } from './texts.ts';

/** Between the two columns. */
const gap = 18;
const width = (textWidth - gap) / 2;

/** Characters of a line of notes, a little fewer than there is room for. */
const lineLength = 58;

/** Lines of a column: what is more stands in two further columns. */
const mostLines = 52;

/** Why figures are missing, what the signs mean, the rules and the sources, in two columns. */
export function notes({ notesHeading, notes: groups }: Annex): Node[] {
  if (groups.length === 0) return [];
  const blocks = groups.flatMap(({ heading, notes: found }) => [
    headingBlock(heading, found[0]?.text ?? ''),
    ...found.map((note, index) => noteBlock(note, heading, `note-${heading}-${index}`)),
  ]);
  const all = blocks.reduce((sum, { lines }) => sum + lines, 0);
  const columns = inColumns(blocks, Math.min(mostLines, Math.ceil(all / 2) + 2));
  const pairs = columns.flatMap((left, at) => (at % 2 === 0 ? [[left, columns[at + 1] ?? []]] : []));
  return [
    sectionHeading(notesHeading),
    ...pairs.map((pair) => ({
      columns: [
        { width, before: overhang, after: 0 },
        { width, before: gap, after: overhang },
      ],
      rows: [{ look: looks.bare, cells: pair.map((column) => ({ stack: column.map(({ node }) => node) })) }],
    })),
  ];
}

interface Block {
  readonly node: Node;
  readonly lines: number;
  /** A heading does not stand last in a column: it counts the first note as well. */
  readonly room: number;
}

const linesOf = (words: string): number => Math.ceil(words.length / lineLength);

function headingBlock(place: string, first: string): Block {
  const node = flush([run(place, tag('H3', null, { place }), textStyles.smallStrong)], 7, 1);
  return { node, lines: 1.7, room: 1.7 + linesOf(first) };
}

function noteBlock({ text: words, url }: Annex['notes'][number]['notes'][number], place: string, name: string): Block {
  const owner = tag('P', null, { place });
  const link = (): Tag => tag('Link', owner, { link: { to: { url: url ?? '' }, contents: `${words} på ${url}` } });
  const words1 =
    url === null ? run(words, owner, textStyles.smallInk) : run(words, link(), { ...textStyles.link, fontSize: 8.5 });
  const lines = linesOf(words) + 0.25;
  const node = { ...flush([words1], 0, 2.5), ...(url === null && { lines: { name, room: width } }) };
  return { node, lines, room: lines };
}

/** A paragraph in a column, which has its own space beside it. */
const flush = (runs: Parameters<typeof paragraph>[0], above: number, below: number): Paragraph => ({
  ...paragraph(runs, above, below),
  margin: [0, above, 0, below],
});

function inColumns(blocks: readonly Block[], most: number): Block[][] {
  const columns: Block[][] = [[]];
  let filled = 0;
  for (const block of blocks) {
    if (filled > 0 && filled + block.room > most) {
      columns.push([]);
      filled = 0;
    }
    columns.at(-1)?.push(block);
    filled += block.lines;
  }
  return columns;
}
