import { exitCode, UserError } from '../../errors.ts';
import { grouped } from '../../grouped.ts';
import { drawnText, type Fonts, type SlotValue, type SlotValues } from '../../tagged-pdf/index.ts';
import { holder, linesApart } from './lines.ts';
import { type Leaf, leavesOf, mapLeaves, type Node, type Run } from './node.ts';

/**
 * Content apart from its values, which are pictures, texts that fit their lines, and lines: only their places are left in
 * it. Errors: `UserError` 65 for a number that is wider than its column.
 */
export function valuesApart(nodes: readonly Node[], fonts: Fonts): { content: Node[]; values: Map<string, SlotValue> } {
  const values = new Map(columnValues(leavesOf(nodes), fonts));
  const apart = (leaf: Leaf): Leaf => {
    if ('text' in leaf) {
      const lines = linesApart(leaf, fonts);
      for (const [name, value] of lines?.values ?? []) values.set(name, value);
      const { lines: _, ...paragraph } = leaf;
      return { ...paragraph, text: lines?.runs ?? leaf.text.map((run) => runApart(run, values)) };
    }
    const { slot, shapes, alt, marker, ...place } = leaf;
    if (slot === undefined) return leaf;
    values.set(slot, shapes.length === 0 ? null : { shapes, alt, marker });
    return { ...place, slot, shapes: [], alt: '' };
  };
  return { content: nodes.map((node) => mapLeaves(node, apart)), values };
}

function runApart({ slot, column, room, actual, marker, ...run }: Run, values: SlotValues): Run {
  if (slot !== undefined && values.has(slot)) return { ...run, text: holder, slot };
  return { ...run, actual, marker };
}

function columnValues(leaves: readonly Leaf[], fonts: Fonts): [string, SlotValue][] {
  const runs = leaves.flatMap((leaf) => ('text' in leaf ? leaf.text : []));
  const columns = grouped(
    runs.filter(({ slot }) => slot !== undefined),
    ({ column }) => column,
  );
  return [...columns.values()].flatMap((column) => inOneColumn(column, fonts));
}

/** A sign such as ".." stands where a number would. */
const numberAndUnit = /^(-?[\d.,]*\d|\.+)([^\d.,-].*)?$/;
const numberAlone = /^-?\d[\d.,]*$/;

/** Numbers end, and their units begin, at one line, the axis. */
function inOneColumn(runs: readonly Run[], fonts: Fonts): [string, SlotValue][] {
  const widthOf = (text: string, run: Run): number => fonts.find(run).widthOfString(text, run.fontSize);
  const numbers = runs.map((run) => widthOf(numberAndUnit.exec(drawnText(run.text))?.[1] ?? '', run));
  const axis = Math.max(0, ...numbers);
  return runs.flatMap((run, at): [string, SlotValue][] => {
    const { slot = '', room = 0, actual, marker } = run;
    const text = drawnText(run.text);
    const width = widthOf(text, run);
    const number = numbers[at] ?? 0;
    const inset = number > 0 && axis - number + width <= room ? axis - number : 0;
    if (width <= room) return [[slot, { text, actual, inset, width, marker }]];
    const tooWide = text.split(' ').find((word) => numberAlone.test(word) && widthOf(word, run) > room);
    if (tooWide !== undefined) throw wideNumber(tooWide);
    return [];
  });
}

/** Half a number on each of two lines would read as other numbers. */
const wideNumber = (number: string): UserError =>
  new UserError(
    exitCode.data,
    `Tallet ${number} er for langt til sin kolonne i rapporten. Kontrollér det i datasættet.`,
  );
