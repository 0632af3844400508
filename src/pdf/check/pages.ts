import type { FontSet } from '../fonts.ts';
import type { FieldMark, Form, Mark, Page, RectMark, TextMark } from '../model.ts';
import { contrast, isColor } from './contrast.ts';
import { isInside } from './links.ts';
import { isText, type Note, type Survey } from './survey.ts';

/** WCAG 2.1, 1.4.3 (AA), for text of ordinary size. */
const leastContrast = 4.5;

/** Faults of what is drawn: nothing untagged, nothing outside the page, nothing too pale to read. */
export function pageFaults({ pages }: Form, seen: Survey, fonts: FontSet, note: Note): void {
  if (pages.length === 0) note('Dokumentet har ingen sider.');
  pages.forEach((page, index) => {
    onePage(page, seen, fonts, (fault) => note(`Side ${index + 1}: ${fault}`));
  });
}

function onePage(page: Page, seen: Survey, fonts: FontSet, note: Note): void {
  const rects: RectMark[] = [];
  for (const mark of page.marks) {
    if (mark.owner.kind === 'content' && !seen.leaves.has(mark.owner)) {
      note(`${nameOf(mark)} er hverken med i den logiske struktur eller pynt.`);
    }
    if (mark.kind === 'text') textFaults(mark, page, rects, fonts, note);
    if (mark.kind === 'field') lookFaults(mark, rects, note);
    if (mark.kind === 'rect') {
      rectFaults(mark, page, note);
      rects.push(mark);
    }
  }
}

function nameOf(mark: Mark): string {
  if (mark.kind === 'text') return `»${textOf(mark)}«`;
  if (mark.kind === 'field') return `Feltet »${mark.name}«`;
  return mark.kind === 'rect' ? 'En flade' : 'Et tomt indhold';
}

function textOf(mark: TextMark): string {
  return mark.runs.map(({ text }) => text).join('');
}

function rectFaults(mark: RectMark, page: Page, note: Note): void {
  if (!isInside(mark, page)) note('En flade ligger uden for siden.');
  if (!isColor(mark.color)) note(`»${mark.color}« er ikke en farve.`);
}

/** A line may end in a space that the layout hangs beyond its edge: the page still has to hold it. */
function textFaults(mark: TextMark, page: Page, rects: readonly RectMark[], fonts: FontSet, note: Note): void {
  let { x } = mark;
  for (const run of mark.runs) {
    const width = fonts.measure(run.text, run.font, run.size);
    const box = { x, y: mark.y - run.size * 0.75, width, height: run.size };
    if (!(run.size > 0) || !isInside(box, page)) note(`»${run.text}« står uden for siden.`);
    if (!isColor(run.color)) note(`»${run.color}« er ikke en farve.`);
    else if (isText(run.text)) {
      const behind = background(rects, x + width / 2, mark.y - run.size * 0.25);
      const ratio = contrast(run.color, behind);
      if (ratio < leastContrast) note(`»${run.text}« har for lille kontrast (${ratio.toFixed(2)}:1).`);
    }
    x += width;
  }
}

/** Wherever its text begins and ends, it must be seen against all that lies at its height. Its fills are checked apart. */
function lookFaults(mark: FieldMark, rects: readonly RectMark[], note: Note): void {
  const { name, size, color } = mark;
  if (!(size > 0)) note(`Feltet »${name}« har en skrift uden størrelse.`);
  if (!isColor(color)) note(`»${color}« er ikke en farve.`);
  else {
    const y = mark.y - size * 0.25;
    const behind = rects.filter((rect) => y >= rect.y && y <= rect.y + rect.height).map((rect) => rect.color);
    const ratio = Math.min(...['#ffffff', ...behind].map((ground) => contrast(color, ground)));
    if (ratio < leastContrast) note(`Feltet »${name}« har for lille kontrast (${ratio.toFixed(2)}:1).`);
  }
}

/** Colour of the last rectangle drawn at a point, or paper. */
function background(rects: readonly RectMark[], x: number, y: number): string {
  for (let index = rects.length - 1; index >= 0; index--) {
    const rect = rects[index];
    if (rect === undefined || x < rect.x || x > rect.x + rect.width) continue;
    if (y >= rect.y && y <= rect.y + rect.height) return rect.color;
  }
  return '#ffffff';
}
