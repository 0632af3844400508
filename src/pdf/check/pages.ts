import type { FontSet } from '../fonts.ts';
import type { Mark, Page, PdfDocument, RectMark, TextMark } from '../model.ts';
import { contrast, isColor } from './contrast.ts';
import { isInside } from './links.ts';
import type { Survey } from './survey.ts';

/** WCAG 2.1, 1.4.3 (AA), for text of ordinary size. */
const leastContrast = 4.5;

/** Faults of what is drawn: nothing untagged, nothing outside the page, nothing too pale to read. */
export function pageFaults(document: PdfDocument, seen: Survey, fonts: FontSet): string[] {
  if (document.pages.length === 0) return ['Dokumentet har ingen sider.'];
  return document.pages.flatMap((page, index) =>
    onePage(page, seen, fonts).map((fault) => `Side ${index + 1}: ${fault}`),
  );
}

function onePage(page: Page, seen: Survey, fonts: FontSet): string[] {
  const faults: string[] = [];
  const rects: RectMark[] = [];
  for (const mark of page.marks) {
    if (mark.owner.kind === 'content' && !seen.leaves.has(mark.owner)) {
      faults.push(`${nameOf(mark)} er hverken med i den logiske struktur eller pynt.`);
    }
    if (mark.kind === 'text') faults.push(...textFaults(mark, page, rects, fonts));
    if (mark.kind === 'rect') {
      faults.push(...rectFaults(mark, page));
      rects.push(mark);
    }
  }
  return faults;
}

function nameOf(mark: Mark): string {
  if (mark.kind === 'text') return `»${textOf(mark)}«`;
  return mark.kind === 'rect' ? 'En flade' : 'Et tomt indhold';
}

function textOf(mark: TextMark): string {
  return mark.runs.map(({ text }) => text).join('');
}

function rectFaults(mark: RectMark, page: Page): string[] {
  const faults: string[] = [];
  if (!isInside(mark, page)) faults.push('En flade ligger uden for siden.');
  if (!isColor(mark.color)) faults.push(`»${mark.color}« er ikke en farve.`);
  return faults;
}

/** A line may end in a space that the layout hangs beyond its edge: the page still has to hold it. */
function textFaults(mark: TextMark, page: Page, rects: readonly RectMark[], fonts: FontSet): string[] {
  const faults: string[] = [];
  let { x } = mark;
  for (const run of mark.runs) {
    const width = fonts.measure(run.text, run.font, run.size);
    const box = { x, y: mark.y - run.size * 0.75, width, height: run.size };
    if (!(run.size > 0) || !isInside(box, page)) faults.push(`»${run.text}« står uden for siden.`);
    if (!isColor(run.color)) faults.push(`»${run.color}« er ikke en farve.`);
    else if (run.text.trim() !== '') {
      const behind = background(rects, x + width / 2, mark.y - run.size * 0.25);
      const ratio = contrast(run.color, behind);
      if (ratio < leastContrast) faults.push(`»${run.text}« har for lille kontrast (${ratio.toFixed(2)}:1).`);
    }
    x += width;
  }
  return faults;
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
