import type { FieldMark, Mark, PdfDocument } from '../../src/pdf/index.ts';
import { type Broken, changed } from './broken-document.ts';
import { filled, leaf, sampleWithFields, textMark, withForm } from './sample.ts';

/** Documents whose form is good, filled in wrongly; and forms whose fields are wrong. */
export function brokenFields(): Broken[] {
  const good = sampleWithFields();
  const { pages } = good.form;
  const fields = (change: (mark: FieldMark) => Mark): PdfDocument =>
    withForm(good, {
      pages: pages.map((page) => ({
        ...page,
        marks: page.marks.map((mark) => (mark.kind === 'field' ? change(mark) : mark)),
      })),
    });
  const wrong = (name: string, document: PdfDocument, says: RegExp): Broken => ({
    name,
    document,
    says,
    seenByVeraPdf: false,
  });
  const without = (name: string) => new Map([...good.fills].filter(([key]) => key !== name));
  return [
    wrong('field-not-filled', { ...good, fills: without('r1') }, /»r1« er ikke udfyldt/),
    wrong('fill-without-field', filled(good, 'r9', { text: '1' }), /intet felt til »r9«/),
    wrong('fill-outside-page', filled(good, 'r1', { x: 590 }), /»52\u00a0pct.« står uden for siden/),
    wrong('fill-nowhere', filled(good, 'r1', { x: Number.NaN }), /uden for siden/),
    wrong('fill-without-glyph', filled(good, 'r1', { text: '5漢' }), /U\+6F22 i »5漢«/),
    wrong('fill-of-spaces', filled(good, 'r1', { text: ' ', spoken: 'Tomt' }), /»r1« er uden synlig tekst/),
    wrong('fill-unspoken', filled(good, 'r2', { spoken: ' ' }), /»r2« har hverken/),
    wrong('fill-spoken-twice', filled(good, 'r1', { spoken: 'Ikke oplyst' }), /i stedet for sig selv/),
    wrong('title-blank', filled(good, 'titel', { text: '', spoken: 'Titel' }), /»titel« er uden synlig tekst/),
    wrong(
      'field-twice',
      fields((mark) => ({ ...mark, name: 'r1' })),
      /flere felter med navnet »r1«/,
    ),
    wrong(
      'field-pale',
      fields((mark) => ({ ...mark, color: '#999999' })),
      /»r1« har for lille kontrast/,
    ),
    wrong('field-on-dark', onDark(good), /»r1« har for lille kontrast/),
    wrong(
      'field-colourless',
      fields((mark) => ({ ...mark, color: '#rød' })),
      /er ikke en farve/,
    ),
    wrong(
      'field-sizeless',
      fields((mark) => ({ ...mark, size: 0 })),
      /uden størrelse/,
    ),
    wrong(
      'field-untagged',
      fields((mark) => ({ ...mark, owner: leaf() })),
      /Feltet »r1« er hverken/,
    ),
    wrong(
      'field-blank-beside-text',
      withForm(good, { pages: pages.map((page) => ({ ...page, marks: page.marks.flatMap(besideText) })) }),
      /»r1« må ikke være tomt/,
    ),
    wrong(
      'field-with-two-voices',
      changed((each) => (each.role === 'TD' ? { ...each, actualText: 'Ingen' } : each), good),
      /»r2« har to tekster/,
    ),
  ];
}

/** A dark ground under all that the pages draw. */
function onDark(document: PdfDocument): PdfDocument {
  const owner = { kind: 'artifact', type: 'Background' } as const;
  const rect = { kind: 'rect', x: 0, y: 0, width: 595, height: 841, color: '#202020', owner } as const;
  return withForm(document, {
    pages: document.form.pages.map((page) => ({ ...page, marks: [rect, ...page.marks] })),
  });
}

/** A field whose content draws something else too. */
const besideText = (mark: Mark): Mark[] =>
  mark.kind === 'field' && mark.name === 'r1' ? [mark, textMark('og', 250, mark.y, mark.owner)] : [mark];
