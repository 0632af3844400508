import { remember } from '../remember.ts';
import type { Color, FieldMark, FontName, Mark, RectMark, TextMark, TextRun } from './model.ts';
import { number } from './syntax.ts';
import type { Typesetter } from './typesetter.ts';

/** A field in a page's content. `look` chooses its font and colour where they are not already in use. */
export interface FieldPiece {
  readonly name: string;
  readonly font: FontName;
  readonly look: string;
  /** Height above the page's foot, as it is written. */
  readonly height: string;
}

/** Writes the operators of marks. */
export interface Pen {
  readonly draw: (mark: Exclude<Mark, FieldMark>) => string;
  readonly field: (mark: FieldMark) => FieldPiece;
}

/** Draws marks one after another; sets colour and font only where they change. */
export function makePen(height: number, typesetter: Typesetter): Pen {
  let color = '#000000';
  let font: FontName | null = null;
  let size = 0;
  const useColor = (next: Color) => {
    if (next === color) return '';
    color = next;
    return fillColor(next);
  };
  const useFont = (next: Pick<TextRun, 'font' | 'size'>) => {
    if (next.font === font && next.size === size) return '';
    font = next.font;
    size = next.size;
    return `${typesetter.resource(font)} ${number(size)} Tf `;
  };
  const drawText = (mark: TextMark) => {
    let line = `BT ${number(mark.x)} ${number(height - mark.y)} Td `;
    for (const run of joinRuns(mark.runs)) {
      line += `${useFont(run)}${useColor(run.color)}${typesetter.show(run.text, run.font)}`;
    }
    return `${line}ET\n`;
  };
  return {
    draw: (mark) => {
      if (mark.kind === 'text') return drawText(mark);
      return mark.kind === 'rect' ? useColor(mark.color) + drawRect(mark, height) : '';
    },
    field: (mark) => ({
      name: mark.name,
      font: mark.font,
      look: useFont(mark) + useColor(mark.color),
      height: number(height - mark.y),
    }),
  };
}

function drawRect(mark: RectMark, height: number): string {
  const bottom = height - mark.y - mark.height;
  return `${number(mark.x)} ${number(bottom)} ${number(mark.width)} ${number(mark.height)} re f\n`;
}

/** Neighbouring runs that look the same become one, so that words are not torn apart when copied. */
export function joinRuns(runs: readonly TextRun[]): readonly TextRun[] {
  if (runs.length < 2) return runs;
  const joined: TextRun[] = [];
  for (const run of runs) {
    const last = joined.at(-1);
    if (last?.font === run.font && last.size === run.size && last.color === run.color) {
      joined[joined.length - 1] = { ...last, text: last.text + run.text };
    } else joined.push(run);
  }
  return joined;
}

/** "#1a2b3c" as a fill colour. */
const fillColor = remember((color) => {
  const parts = [1, 3, 5].map((at) => Number.parseInt(color.slice(at, at + 2), 16) / 255);
  return `${parts.map((part) => String(Math.round(part * 1000) / 1000)).join(' ')} rg `;
}, 200);
