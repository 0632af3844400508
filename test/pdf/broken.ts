import type { Mark, PdfDocument, StructElement } from '../../src/pdf/index.ts';
import { type Broken, changed } from './broken-document.ts';
import { brokenFields } from './broken-fields.ts';
import { element, leaf, sample, textMark, withForm } from './sample.ts';

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
