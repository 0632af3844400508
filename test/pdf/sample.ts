import type {
  Content,
  EmptyMark,
  FieldMark,
  Fill,
  Form,
  Mark,
  Page,
  PdfDocument,
  Role,
  StructElement,
  TextMark,
} from '../../src/pdf/index.ts';

/** Small whole documents for tests of the writer and its check: a title, a table, a link, a note and a foot. */

export function leaf(): Content {
  return { kind: 'content' };
}

export function element(
  role: Role,
  children: StructElement['children'],
  more: Partial<StructElement> = {},
): StructElement {
  return { kind: 'element', role, children, ...more };
}

export function textMark(text: string, x: number, y: number, owner: TextMark['owner']): TextMark {
  return { kind: 'text', x, y, owner, runs: [{ text, font: 'regular', size: 10, color: '#1a1a1a' }] };
}

export const footer = { kind: 'artifact', type: 'Pagination', subtype: 'Footer' } as const;

interface Cell {
  readonly role: 'TH' | 'TD';
  readonly text: string;
  readonly more?: Partial<StructElement>;
}

/** A builder that keeps marks and tree in step. */
export function builder() {
  const marks: Mark[] = [];
  const line = (text: string, x: number, y: number) => {
    const owner = leaf();
    marks.push(textMark(text, x, y, owner));
    return owner;
  };
  const cell = ({ role, text, more = {} }: Cell, x: number, y: number) => {
    if (text !== '') return element(role, [line(text, x, y)], more);
    const owner = leaf();
    const mark: EmptyMark = { kind: 'empty', owner };
    marks.push(mark);
    return element(role, [element('Span', [owner], { actualText: 'Ikke oplyst' })], more);
  };
  const row = (cells: readonly Cell[], y: number) =>
    element(
      'TR',
      cells.map((one, index) => cell(one, 50 + index * 150, y)),
    );
  return { marks, line, row };
}

export const metadata: PdfDocument['metadata'] = {
  title: 'Udviklingsrapport for Glostrup & <omegn>',
  author: 'Udlændinge- og Integrationsministeriet',
  subject: 'Nøgletal "2026" – flygtninge',
  keywords: ['Glostrup', '161', '2026-06'],
  creator: 'barometer-report 0.1.0',
  date: '2026-06-06',
  language: 'da-DK',
};

const encoder = new TextEncoder();

export const attachments: PdfDocument['attachments'] = [
  {
    name: 'rapport.json',
    mimeType: 'application/json',
    description: 'Rapporten som JSON',
    bytes: encoder.encode('{"kommune":"Glostrup"}'),
  },
  {
    name: 'nøgletal.csv',
    mimeType: 'text/csv',
    description: 'Nøgletal',
    bytes: encoder.encode('\ufeffnr;værdi\r\n1;1,5\r\n'),
  },
];

/** Two pages, every kind of mark and element. */
export function sample(): PdfDocument {
  const first = builder();
  const second = builder();
  first.marks.push({
    kind: 'rect',
    x: 40,
    y: 90,
    width: 500,
    height: 20,
    color: '#e8eef4',
    owner: { kind: 'artifact', type: 'Layout' },
  });
  const title = first.line('Udviklingsrapport for Glostrup', 50, 60);
  const tail = leaf();
  first.marks.push(textMark('Andelen af flygtninge og ', 50, 75, tail), textMark('familiesammenførte.', 50, 87, tail));
  const heads = first.row(
    [
      { role: 'TH', text: 'Indikator', more: { id: 'c1', scope: 'Column' } },
      { role: 'TH', text: 'Status', more: { id: 'c2', scope: 'Column' } },
    ],
    104,
  );
  const one = first.row(
    [
      { role: 'TH', text: '1.1 Beskæftigelse', more: { id: 'r1', scope: 'Row' } },
      { role: 'TD', text: '52\u00a0pct.', more: { headers: ['c2', 'r1'] } },
    ],
    124,
  );
  const two = second.row(
    [
      { role: 'TH', text: '1.2 Ikke\u2011vestlige', more: { id: 'r2', scope: 'Row' } },
      { role: 'TD', text: '', more: { headers: ['c2', 'r2'] } },
    ],
    60,
  );
  const link = second.line('integrationsbarometer.dk', 50, 100);
  const noteText = second.line('* Tallet er foreløbigt.', 50, 120);
  second.marks.push(textMark('Side 2 af 2', 50, 800, footer));
  first.marks.push(textMark('Side 1 af 2', 50, 800, footer));
  const root = element('Document', [
    element('H1', [title]),
    element('P', [tail]),
    element('Table', [element('THead', [heads]), element('TBody', [one, two])]),
    element('P', [
      element('Link', [link], {
        link: {
          to: 'https://integrationsbarometer.dk/ø?a=1&b=(2)',
          contents: 'Nøgletal på integrationsbarometer.dk',
          areas: [{ page: 1, x: 50, y: 90, width: 110, height: 13 }],
        },
      }),
    ]),
    element('Note', [noteText], { id: 'note-1' }),
  ]);
  const form: Form = {
    pages: [
      { width: 595.28, height: 841.89, marks: first.marks },
      { width: 595.28, height: 841.89, marks: second.marks },
    ],
    root,
    outline: [{ title: 'Målsætninger', page: 0, y: 90, children: [{ title: '1.2', page: 1, y: 50, children: [] }] }],
  };
  return { form, fills: new Map(), attachments, metadata };
}

/** The document with a part of its form changed. */
export const withForm = (document: PdfDocument, change: Partial<Form>): PdfDocument => ({
  ...document,
  form: { ...document.form, ...change },
});

/** The sample with the title and both values as fields; the title is repeated at the foot of the second page. */
export function sampleWithFields(): PdfDocument {
  const good = sample();
  const { pages, root } = good.form;
  const isEmptySpan = (each: StructElement): boolean =>
    each.children.some((child) => 'role' in child && child.role === 'Span');
  const visit = (each: StructElement): StructElement => {
    const [span] = each.children;
    if (isEmptySpan(each) && span?.kind === 'element') return { ...each, children: span.children };
    return { ...each, children: each.children.map((child) => (child.kind === 'element' ? visit(child) : child)) };
  };
  const asField = (mark: Mark): Mark => {
    if (mark.kind === 'empty') return fieldMark('r2', 60, mark.owner);
    const text = mark.kind === 'text' ? mark.runs[0]?.text : undefined;
    if (mark.kind === 'text' && text?.startsWith('52')) return fieldMark('r1', mark.y, mark.owner);
    if (mark.kind === 'text' && text?.endsWith('Glostrup'))
      return { ...fieldMark('titel', mark.y, mark.owner), mayBeBlank: false };
    return mark;
  };
  const repeated: FieldMark = { ...fieldMark('titel', 780, footer), mayBeBlank: false };
  const [first, second] = pages.map((page) => ({ ...page, marks: page.marks.map(asField) })) as unknown as [Page, Page];
  const fills = new Map<string, Fill>([
    ['titel', { x: 50, text: 'Udviklingsrapport for Glostrup', spoken: null }],
    ['r1', { x: 200, text: '52\u00a0pct.', spoken: null }],
    ['r2', { x: 200, text: '', spoken: 'Ikke oplyst' }],
  ]);
  const form = { root: visit(root), pages: [first, { ...second, marks: [...second.marks, repeated] }] };
  return { ...withForm(good, form), fills };
}

function fieldMark(name: string, y: number, owner: FieldMark['owner']): FieldMark {
  return { kind: 'field', name, y, font: 'regular', size: 10, color: '#1a1a1a', owner, mayBeBlank: true };
}

/** The document with one field filled in another way. */
export const filled = (document: PdfDocument, name: string, change: Partial<Fill>): PdfDocument => {
  const before = document.fills.get(name) ?? { x: 0, text: '', spoken: null };
  return { ...document, fills: new Map([...document.fills, [name, { ...before, ...change }]]) };
};
