import { hash } from 'node:crypto';
import { exitCode, UserError } from '../../errors.ts';
import { shipped } from '../../paths.ts';
import type { Report } from '../../report/index.ts';
import {
  type Attachment,
  type DrawnPage,
  drawnText,
  type Fonts,
  type Footer,
  type Info,
  joined,
  layOut,
  type SlotValue,
  TaggedPdfError,
  type TextShape,
  writePages,
} from '../../tagged-pdf/index.ts';
import { reportCsv, yearsCsv } from '../csv.ts';
import { baseName, type Rendered } from '../format.ts';
import { contentOf, type PageFoot } from './content/index.ts';
import { reportError } from './faults.ts';
import { type FontSet, fontChooser } from './fonts.ts';
import { type Leaf, leavesOf, madeUpMarker, type Node } from './node.ts';
import { pdfmakeContent } from './pdfmake.ts';
import { grid, lines, page, paper, type TextStyle, textStyles } from './style.ts';
import { valuesApart } from './values.ts';

/** See `pdfRenderer`. */
export function makeRenderer(creator: string): (report: Report) => Rendered {
  const fontsFor = fontChooser(shipped('fonts'));
  const layoutFor = layouts();
  /** Pages, apart from what they are laid out of: that is much, and need not stay while they are written. */
  const laidOut = (report: Report) => {
    const parts = contentOf(report);
    const leaves = leavesOf(parts.flatMap(({ nodes }) => nodes));
    const feet = parts.map(({ foot }) => foot(1, 1, true)).flatMap(({ left, right }) => [left, right]);
    const set = fontsFor([...leaves.flatMap(printedTexts), ...feet]);
    const values = new Map<string, SlotValue>();
    let pages: readonly DrawnPage[] = [];
    const footOf: PageFoot[] = [];
    for (const { nodes, foot, pageValue = '', below = false } of parts) {
      const used = below ? (pages.at(-1)?.end ?? page.top) - page.top : 0;
      const startsBelow = Math.ceil(used / grid) * grid;
      const { content, values: own } = valuesApart(nodes, set.fonts);
      for (const [name, value] of own) values.set(name, value);
      const added = layoutFor(content, startsBelow, set);
      fillPage(values, pageValue, pages.length + 1);
      pages = below ? joined(pages, added) : [...pages, ...added];
      while (footOf.length < pages.length) footOf.push(foot);
    }
    return { pages, values, footOf, fonts: set.fonts };
  };
  const made = (report: Report): Rendered => {
    const { pages, values, footOf, fonts } = laidOut(report);
    const attachments = attachmentsOf(report);
    const file = {
      info: infoOf(report, creator),
      language: 'da-DK',
      values,
      footer: footer((number, ...rest) => footOf[number - 1]?.(number, ...rest) ?? { left: '', right: '' }, fonts),
      attachments,
      identifier: identifierOf(attachments),
    };
    return { bytes: writePages(pages, file, fonts), pages: pages.length };
  };
  return (report) => {
    try {
      return made(report);
    } catch (error) {
      throw error instanceof TaggedPdfError ? reportError(error) : error;
    }
  };
}

/** Below the text, at both edges. Errors: `UserError` 65 for texts that are wider than the page's. */
function footer(footOf: PageFoot, fonts: Fonts): Footer {
  const style: TextStyle = textStyles.foot;
  const widthOf = (words: string): number => fonts.find(style).widthOfString(drawnText(words), style.fontSize);
  const baseline = page.height - page.bottom + 13 + lines.firstBaseline * style.fontSize;
  return (number, count, markers) => {
    const { left, right } = footOf(number, count, markers.has(madeUpMarker));
    const [start, end] = [page.left, page.width - page.right];
    if (end - widthOf(right) < start + widthOf(left)) {
      throw new UserError(exitCode.data, `"${right}" er for langt til sidens fod. Gør navnet i skabelonen kortere.`);
    }
    const shape = (words: string, x: number, anchor: 'start' | 'end'): TextShape => {
      return { kind: 'text', text: words, at: [x, baseline], anchor, style };
    };
    return [shape(left, start, 'start'), shape(right, end, 'end')];
  };
}

const printedTexts = (leaf: Leaf): string[] =>
  'text' in leaf
    ? leaf.text.map(({ text }) => text)
    : leaf.shapes.flatMap((shape) => (shape.kind === 'text' ? [shape.text] : []));

/** Puts the number of a page into the value that names it. */
function fillPage(values: Map<string, SlotValue>, name: string, number: number): void {
  const value = values.get(name);
  if (value == null || !('text' in value)) return;
  values.set(name, { ...value, text: value.text.replace('{side}', String(number)) });
}

/** Most reports of a batch have one of a few wordings: with a notice or without, with a summary of as many lines. */
const maxLayouts = 32;

/**
 * Layouts, made once for each content without its values. The key is all of that content, and a layout is made of it
 * alone, so that no report can find another's text in it.
 */
function layouts(): (content: readonly Node[], startsBelow: number, set: FontSet) => readonly DrawnPage[] {
  const known = new Map<string, readonly DrawnPage[]>();
  return (content, startsBelow, { name, fonts }) => {
    const key = `${name} ${startsBelow} ${JSON.stringify(content)}`;
    const pages = known.get(key) ?? layOut(content.map(pdfmakeContent), { ...paper, startsBelow }, fonts);
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
    content: yearsCsv(report),
  };
  return [
    {
      name: `${name}.csv`,
      type: 'text/csv',
      description: 'Rapportens tal som tabel (semikolon, decimalkomma, UTF-8)',
      content: reportCsv(report),
    },
    ...(report.annex === null ? [] : [years]),
    {
      name: `${name}.json`,
      type: 'application/json',
      description: 'Rapportens tal og tekster med kilder, til programmer',
      content: `${JSON.stringify(report)}\n`,
    },
  ];
}

/** Noon in Greenwich falls on the same day nearly all over the world; a report knows the day only. */
const infoOf = ({ title, dataset, subject, edition, generated }: Report, creator: string): Info => ({
  title: title.text,
  author: dataset.sources.map((source) => source.navn).join('; '),
  subject: dataset.title,
  keywords: [subject.name, subject.code, edition].join(', '),
  creator,
  producer: creator,
  creationDate: new Date(`${generated}T12:00:00Z`),
});

/** The last attachment has all that is in the others. */
const identifierOf = (attachments: readonly Attachment[]): Buffer =>
  hash('sha256', attachments.at(-1)?.content ?? '', 'buffer').subarray(0, 16);
