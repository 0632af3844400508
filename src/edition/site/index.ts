import { hash } from 'node:crypto';
import { readFile } from '../../file/index.ts';
import { shipped } from '../../paths.ts';
import type { SharedSeries } from '../series.ts';
import { tidyCsv } from '../tidy-csv.ts';
import { workbook } from '../workbook/index.ts';
import { aboutPage } from './about-page.tsx';
import { indexPage } from './index-page.tsx';
import { dated } from './layout.tsx';
import { catalogueMetadata } from './metadata.ts';
import { allCsvPath, metadataPath, seriesCsvPath, subjectCsvPath, workbookPath } from './paths.ts';
import { listPage, seriesPage } from './series-page.tsx';
import { type Site, type SiteContents, siteOf } from './site.ts';
import { subjectPage } from './subject-page.tsx';

export type { PreviousEdition, PublishedFile, SiteContents } from './site.ts';

/** A file of the site. */
export interface SiteFile {
  readonly path: string;
  readonly bytes: Uint8Array;
  /** Digest of all but the date of generation. */
  readonly content: string;
}

export interface SiteFiles {
  /** What pages load and lead to. */
  readonly files: readonly SiteFile[];
  /** They refer to each other and to `files`: they come to their places together, in their order, the index last. */
  readonly pages: readonly SiteFile[];
}

/** All files of the site but the reports. */
export async function siteFiles(contents: SiteContents): Promise<SiteFiles> {
  const site = siteOf(contents);
  return {
    files: [...assets(), await workbookFile(site), ...csvFiles(site), ...catalogueFile(site)],
    pages: pageFiles(site),
  };
}

const pageFiles = (site: Site): SiteFile[] =>
  [
    ...site.reports.map((report) => subjectPage(site, report)),
    ...site.series.map((one) => seriesPage(site, one)),
    listPage(site),
    aboutPage(site),
    indexPage(site),
  ].map(({ path, text }) => textFile(site, path, text));

/** The pages alone. */
export const sitePages = (contents: SiteContents): SiteFile[] => pageFiles(siteOf(contents));

const digestOf = (content: string | Uint8Array): string => hash('sha256', content);

const textFile = ({ first }: Site, path: string, text: string): SiteFile => ({
  path,
  bytes: Buffer.from(dated(text, first.generated)),
  content: digestOf(text),
});

const csvFiles = (site: Site): SiteFile[] => {
  const csv = (path: string, series: readonly SharedSeries[]) => textFile(site, path, tidyCsv(series, 'all'));
  const { reports, series } = site;
  return [
    csv(allCsvPath, series),
    ...series.map((one) => csv(seriesCsvPath(one), [one])),
    ...reports.map(({ subject }) => csv(subjectCsvPath(subject), ofSubject(series, subject.code))),
  ];
};

const ofSubject = (series: readonly SharedSeries[], code: string): SharedSeries[] =>
  series.map((one) => ({ ...one, entries: one.entries.filter(({ report }) => report.subject.code === code) }));

async function workbookFile({ series, creator }: Site): Promise<SiteFile> {
  const { bytes, undated } = await workbook(series, creator);
  return { path: workbookPath, bytes, content: digestOf(JSON.stringify([creator, undated])) };
}

function catalogueFile(site: Site): SiteFile[] {
  const catalogue = catalogueMetadata(site);
  return catalogue === null ? [] : [textFile(site, metadataPath, `${JSON.stringify(catalogue, null, 2)}\n`)];
}

/** What pages load, as it is shipped. */
const assets = (): SiteFile[] =>
  (
    [
      ['stil.css', 'templates/web/stil.css'],
      ['side.js', 'templates/web/side.js'],
      ['ikon.svg', 'templates/web/ikon.svg'],
      ['barometer-sans.woff2', 'fonts/barometer-sans.woff2'],
      ['OFL.txt', 'fonts/OFL.txt'],
    ] as const
  ).map(([path, from]) => {
    const bytes = readFile(shipped(from), 1_000_000);
    return { path, bytes, content: digestOf(bytes) };
  });
