import type { FieldMark, Mark, PdfDocument, StructElement } from '../../src/pdf/index.ts';
import { element, filled, leaf, sample, sampleWithFields, textMark, withForm } from './sample.ts';

/** A document with one fault: what our check must say of it, and whether veraPDF can see the fault in the file too. */
export interface Broken {
  readonly name: string;
  readonly document: PdfDocument;
  readonly says: RegExp;
  readonly seenByVeraPdf: boolean;
}

function changed(change: (element: StructElement) => StructElement, document = sample()): PdfDocument {
  const visit = (each: StructElement): StructElement => {
    const children = each.children.map((child) => (child.kind === 'element' ? visit(child) : child));
    return change({ ...each, children });
  };
  return withForm(document, { root: visit(document.form.root) });
}

function of(role: StructElement['role'], more: Partial<StructElement>): PdfDocument {
  return changed((each) => (each.role === role ? { ...each, ...more } : each));
}

function drawn(...marks: Mark[]): PdfDocument {
  const document = sample();
  const pages = document.form.pages.map((page, index) =>
    index === 0 ? { ...page, marks: [...page.marks, ...marks] } : page,
  );
  return withForm(document, { pages });
}

function without(key: 'scope' | 'headers'): PdfDocument {
  return changed((each) => {
    const { [key]: _, ...rest } = each;
    return rest;
  });
}

function bare(document: PdfDocument): PdfDocument {
  return changed(({ scope: _, headers: __, ...rest }) => rest, document);
}

function linked(more: Partial<NonNullable<StructElement['link']>>): PdfDocument {
  return changed((each) => (each.link === undefined ? each : { ...each, link: { ...each.link, ...more } }));
}

/** Made for the purpose: each is the sample document with one thing wrong. */
export function brokenDocuments(): Broken[] {
  const good = sample();
  const pale = {
    ...textMark('Bleg', 50, 700, { kind: 'artifact', type: 'Layout' }),
    runs: [{ text: 'Bleg', font: 'regular', size: 10, color: '#999999' }],
  };
  return [
    {
      name: 'no-title',
      document: { ...good, metadata: { ...good.metadata, title: ' ' } },
      says: /mangler en titel/,
      seenByVeraPdf: true,
    },
    {
      name: 'no-language',
      document: { ...good, metadata: { ...good.metadata, language: '' } },
      says: /sprogkode/,
      seenByVeraPdf: true,
    },
    { name: 'td-without-header', document: bare(good), says: /ingen overskriftscelle/, seenByVeraPdf: true },
    { name: 'th-without-scope', document: without('scope'), says: /mangler Scope/, seenByVeraPdf: false },
    {
      name: 'header-to-nowhere',
      document: of('TD', { headers: ['væk'] }),
      says: /»væk«, som ikke er en TH/,
      seenByVeraPdf: false,
    },
    {
      name: 'untagged-text',
      document: drawn(textMark('Løs tekst', 50, 700, leaf())),
      says: /»Løs tekst« er hverken/,
      seenByVeraPdf: true,
    },
    {
      name: 'link-without-description',
      document: linked({ contents: '' }),
      says: /mangler en beskrivelse/,
      seenByVeraPdf: true,
    },
    { name: 'link-without-area', document: linked({ areas: [] }), says: /intet sted at klikke/, seenByVeraPdf: false },
    {
      name: 'link-beside-text',
      document: linked({ areas: [{ page: 1, x: 50, y: 400, width: 9, height: 9 }] }),
      says: /uden linkets tekst/,
      seenByVeraPdf: false,
    },
    {
      name: 'link-on-no-page',
      document: linked({ areas: [{ page: 0, x: 50, y: 9000, width: 9, height: 9 }] }),
      says: /uden for siden/,
      seenByVeraPdf: false,
    },
    {
      name: 'link-without-address',
      document: linked({ to: 'ingen adresse' }),
      says: /ugyldig adresse/,
      seenByVeraPdf: false,
    },
    { name: 'heading-gap', document: of('H1', { role: 'H3' }), says: /uden en H1 før sig/, seenByVeraPdf: true },
    {
      name: 'illegal-child',
      document: of('Table', { role: 'P' }),
      says: /P .* må ikke indeholde THead/,
      seenByVeraPdf: true,
    },
    {
      name: 'rows-of-unequal-length',
      document: of('TH', { colSpan: 2 }),
      says: /har 3 kolonner|har 4 kolonner/,
      seenByVeraPdf: true,
    },
    {
      name: 'same-id-twice',
      document: of('TH', { id: 'c1' }),
      says: /Id »c1« er brugt flere gange/,
      seenByVeraPdf: false,
    },
    {
      name: 'note-without-id',
      document: changed(({ id, ...rest }) => (rest.role === 'Note' || id === undefined ? rest : { ...rest, id })),
      says: /mangler id/,
      seenByVeraPdf: true,
    },
    {
      name: 'leaf-not-drawn',
      document: changed((each) => (each.role === 'H1' ? { ...each, children: [...each.children, leaf()] } : each)),
      says: /ikke er tegnet/,
      seenByVeraPdf: false,
    },
    {
      name: 'empty-element',
      document: changed((each) => (each.role === 'TD' ? { ...each, children: [] } : each)),
      says: /er tom/,
      seenByVeraPdf: true,
    },
    {
      name: 'silent-cell',
      document: of('Span', { actualText: ' ' }),
      says: /tom tekst til oplæsning/,
      seenByVeraPdf: false,
    },
    { name: 'pale-text', document: drawn(pale as Mark), says: /for lille kontrast \(2\.85:1\)/, seenByVeraPdf: false },
    {
      name: 'text-outside-page',
      document: drawn({ ...textMark('Ude', 590, 700, { kind: 'artifact', type: 'Layout' }) }),
      says: /uden for siden/,
      seenByVeraPdf: false,
    },
    {
      name: 'no-number',
      document: drawn({ ...textMark('NaN', Number.NaN, 700, { kind: 'artifact', type: 'Layout' }) }),
      says: /uden for siden/,
      seenByVeraPdf: false,
    },
    {
      name: 'missing-glyph',
      document: drawn(textMark('漢', 50, 700, { kind: 'artifact', type: 'Layout' })),
      says: /U\+6F22/,
      seenByVeraPdf: true,
    },
    {
      name: 'bookmark-to-no-page',
      document: withForm(good, { outline: [{ title: 'Væk', page: 9, y: 0, children: [] }] }),
      says: /side, der ikke findes/,
      seenByVeraPdf: false,
    },
    {
      name: 'attachment-with-folder',
      document: { ...good, attachments: good.attachments.map((file) => ({ ...file, name: `../${file.name}` })) },
      says: /kan ikke være navnet/,
      seenByVeraPdf: false,
    },
    {
      name: 'not-a-document',
      document: withForm(good, { root: element('Sect', good.form.root.children) }),
      says: /ikke med Document/,
      seenByVeraPdf: false,
    },
    ...brokenFields(),
  ];
}

/** Documents whose form is good, filled in wrongly; and forms whose fields are wrong. */
function brokenFields(): Broken[] {
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
