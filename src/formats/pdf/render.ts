import { createHash } from 'node:crypto';
import type { Report } from '../../report/index.ts';
import { reportCsv } from '../csv.ts';
import { baseName } from '../file-name.ts';
import type { Rendered } from '../format.ts';
import { checkLayout } from './check.ts';
import { type Attachment, type Metadata, PdfFile } from './document.ts';
import { draw, type PreparedPage, prepare } from './draw.ts';
import { drawnText, type Fonts, fontChooser } from './faces.ts';
import { layOut } from './layout.ts';
import { printedTexts, valuesOf, type Wording, wordingOf } from './values.ts';

/** See `pdfRenderer`; `folder` holds the fonts. */
export function makeRenderer(creator: string, folder: string): (report: Report) => Promise<Rendered> {
  const fontsFor = fontChooser(folder);
  const layoutFor = layouts();
  return async (report) => {
    const fonts = fontsFor(printedTexts(report));
    const values = valuesOf(report, fonts);
    const pages = await layoutFor(wordingOf(report, values), fonts);
    const attachments = attachmentsOf(report);
    const file = new PdfFile(metadataOf(report, creator), identifierOf(attachments));
    draw(file, pages, values, fonts);
    for (const attachment of attachments) file.attach(attachment);
    return { bytes: file.bytes(), pages: pages.length };
  };
}

/** Nearly all reports of a batch have one wording, or one of two: with the notice of made-up figures and without. */
const maxLayouts = 4;

/**
 * Layouts, made once for each wording. The key is the whole wording, and a layout is made of its key alone, so that no
 * report can find another's text in it.
 */
function layouts(): (wording: Wording, fonts: Fonts) => Promise<readonly PreparedPage[]> {
  const known = new Map<string, Promise<readonly PreparedPage[]>>();
  return (wording, fonts) => {
    const text = drawnText(JSON.stringify(wording));
    const key = `${fonts.set}${text}`;
    const pages = known.get(key) ?? makeLayout(JSON.parse(text) as Wording, fonts);
    known.delete(key);
    known.set(key, pages);
    const [oldest] = known.keys();
    if (known.size > maxLayouts && oldest !== undefined) known.delete(oldest);
    return pages;
  };
}

async function makeLayout(wording: Wording, fonts: Fonts): Promise<readonly PreparedPage[]> {
  const pages = await layOut(wording, fonts);
  checkLayout(pages);
  return prepare(pages, fonts);
}

function attachmentsOf(report: Report): Attachment[] {
  const name = baseName(report.subject, report.edition);
  return [
    {
      name: `${name}.csv`,
      type: 'text/csv',
      description: 'Rapportens tal som tabel (semikolon, decimalkomma, UTF-8)',
      text: reportCsv(report),
    },
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

function identifierOf(attachments: readonly Attachment[]): Buffer {
  const hash = createHash('sha256');
  for (const { text } of attachments) hash.update(text);
  return hash.digest().subarray(0, 16);
}
