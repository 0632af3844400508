import { hash } from 'node:crypto';
import { shipped } from '../../paths.ts';
import type { Report } from '../../report/index.ts';
import { reportCsv, yearsCsv } from '../csv.ts';
import { baseName, type Rendered } from '../format.ts';
import { checkLayout } from './check.ts';
import { contentOf, type Part } from './content/index.ts';
import { type Attachment, type Metadata, PdfFile } from './document.ts';
import { type DrawnPage, draw, drawnPage, type PageFoot } from './draw.ts';
import { type Fonts, fontChooser } from './faces.ts';
import { layOut } from './layout.ts';
import { type Leaf, leavesOf, mapRuns, type Node, runsIn } from './node.ts';
import { type Values, valuesOf } from './values.ts';

/** See `pdfRenderer`. */
export function makeRenderer(creator: string): (report: Report) => Rendered {
  const fontsFor = fontChooser(shipped('fonts'));
  const layoutFor = layouts();
  const checked = new WeakSet<DrawnPage>();
  return (report) => {
    const parts = contentOf(report);
    const leaves = leavesOf(parts.flatMap(({ nodes }) => nodes));
    const feet = parts.map(({ foot }) => foot(1, 1, true)).flatMap(({ left, right }) => [left, right]);
    const fonts = fontsFor([...leaves.flatMap(printedTexts), ...feet]);
    const values = valuesOf(leaves.flatMap(runsIn), fonts);
    const laidOut = parts.map(({ nodes }) => layoutFor(withoutValues(nodes, values), fonts));
    const pages = laidOut.flat();
    const footOf = parts.flatMap(({ foot }, at) => (laidOut[at] ?? []).map(() => foot));
    const foot: PageFoot = (number, ...rest) => footOf[number - 1]?.(number, ...rest) ?? { left: '', right: '' };
    // Most reports consist of pages that an earlier one had.
    const fresh = pages.filter((page) => !checked.has(page));
    if (fresh.length > 0) checkLayout(pages, fonts, fresh);
    for (const page of fresh) checked.add(page);
    const attachments = attachmentsOf(report);
    const file = new PdfFile(metadataOf(report, creator), identifierOf(attachments));
    draw(file, pages, { values: withPages(values, parts, laidOut), foot }, fonts);
    for (const attachment of attachments) file.attach(attachment);
    return { bytes: file.bytes(), pages: pages.length };
  };
}

const printedTexts = (leaf: Leaf): string[] =>
  'text' in leaf
    ? leaf.text.map(({ text }) => text)
    : leaf.shapes.flatMap((shape) => (shape.kind === 'text' ? [shape.text] : []));

/** Content that holds the place of each value, by a text as high as any; a value that does not fit its line is a text. */
const withoutValues = (nodes: readonly Node[], values: Values): Node[] =>
  nodes.map((node) =>
    mapRuns(node, ({ slot, spoken, madeUp, ...run }) => {
      if (slot === undefined) return { ...run, spoken, madeUp };
      return values.has(slot.name) ? { ...run, text: '0', slot } : run;
    }),
  );

/** Values that name the page on which a part begins, known when all are laid out. */
function withPages(values: Values, parts: readonly Part[], laidOut: readonly (readonly DrawnPage[])[]): Values {
  const filled = new Map(values);
  for (const [at, { pageValue = '' }] of parts.entries()) {
    const value = values.get(pageValue);
    const page = laidOut.slice(0, at).flat().length + 1;
    if (value !== undefined) filled.set(pageValue, { ...value, text: value.text.replace('{side}', String(page)) });
  }
  return filled;
}

/**
 * Nearly all reports of a batch have one wording, or one of two: with the notice of made-up figures and without. Parts
 * that each report has for itself come between.
 */
const maxLayouts = 8;

/**
 * Layouts, made once for each content without its values. The key is all of that content, and a layout is made of it
 * alone, so that no report can find another's text in it.
 */
function layouts(): (content: readonly Node[], fonts: Fonts) => readonly DrawnPage[] {
  const known = new Map<string, readonly DrawnPage[]>();
  return (content, fonts) => {
    const key = `${fonts.set}${JSON.stringify(content)}`;
    const pages = known.get(key) ?? layOut(content, fonts).map((page) => drawnPage(page, fonts));
    known.delete(key);
    known.set(key, pages);
    const [oldest] = known.keys();
    if (known.size > maxLayouts && oldest !== undefined) known.delete(oldest);
    return pages;
  };
}

function attachmentsOf(report: Report): Attachment[] {
  const name = baseName(report.subject, report.edition);
  const years = {
    name: `${name}-aarstal.csv`,
    type: 'text/csv',
    description: 'Bilagets tal år for år som tabel (semikolon, decimalkomma, UTF-8)',
    text: yearsCsv(report),
  };
  return [
    {
      name: `${name}.csv`,
      type: 'text/csv',
      description: 'Rapportens tal som tabel (semikolon, decimalkomma, UTF-8)',
      text: reportCsv(report),
    },
    ...(report.annex === null ? [] : [years]),
    {
      name: `${name}.json`,
      type: 'application/json',
      description: 'Rapportens tal og tekster med kilder, til programmer',
      text: `${JSON.stringify(report)}\n`,
    },
  ];
}

/** Noon in Greenwich falls on the same day nearly all over the world; a report knows the day only. */
const metadataOf = ({ title, dataset, subject, edition, generated }: Report, creator: string): Metadata => ({
  Title: title.text,
  Author: dataset.sources.map((source) => source.navn).join('; '),
  Subject: dataset.title,
  Keywords: [subject.name, subject.code, edition].join(', '),
  Creator: creator,
  Producer: creator,
  CreationDate: new Date(`${generated}T12:00:00Z`),
});

const identifierOf = (attachments: readonly Attachment[]): Buffer =>
  hash('sha256', attachments.map(({ text }) => text).join(''), 'buffer').subarray(0, 16);
