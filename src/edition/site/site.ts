import { compareDanish, editionText, slug } from '../../danish/index.ts';
import { regions } from '../../municipalities/index.ts';
import type { Comparison, Report, Subject } from '../../report/index.ts';
import { type SharedSeries, sharedSeries } from '../series.ts';

/** Another file of the edition, for its link: "rapporter/....pdf". */
export interface PublishedFile {
  readonly path: string;
  readonly bytes: number;
}

/** The edition before, and what differs from it. */
export interface PreviousEdition {
  readonly edition: string; // "2026-05"
  readonly comparison: Comparison;
  readonly isMadeUp: boolean;
}

/** What a site is made of. */
export interface SiteContents {
  readonly reports: readonly [Report, ...Report[]];
  /** Whose reports could not be made. */
  readonly missing: readonly Subject[];
  /** The report of a subject as PDF; undefined when there is none. */
  readonly pdfOf: (subject: Subject) => PublishedFile | undefined;
  /** Null when the edition was compared with none. */
  readonly previous: PreviousEdition | null;
  /** Name and version of the program. */
  readonly creator: string;
}

/** All that pages share. */
export interface Site extends SiteContents {
  readonly editionName: string; // "juni 2026"
  readonly series: readonly SharedSeries[];
  /** The whole country's report, or another's when there is none: what is common to all is read off it. */
  readonly first: Report;
  readonly municipalities: readonly Report[];
  /** Each with its municipalities by name, those without a report among them. */
  readonly regions: readonly RegionReports[];
  readonly isMadeUp: boolean;
}

interface RegionReports {
  /** Lasts longer than the order of regions. */
  readonly id: string; // "region-sjaelland"
  readonly name: string;
  /** Without a report where it could not be made. */
  readonly members: readonly { readonly subject: Subject; readonly report: Report | null }[];
}

export function siteOf(contents: SiteContents): Site {
  const { reports, missing } = contents;
  const isCountry = ({ subject }: Report): boolean => subject.kind === 'hele-landet';
  const municipalities = reports
    .filter((report) => !isCountry(report))
    .sort((a, b) => compareDanish(a.subject.name, b.subject.name));
  const first = reports.find(isCountry) ?? reports[0];
  const ordered = [first, ...municipalities.filter((report) => report !== first)];
  return {
    ...contents,
    editionName: editionText(first.edition).toLowerCase(),
    series: sharedSeries(ordered),
    first,
    municipalities,
    regions: regionsOf([
      ...municipalities.map((report) => ({ subject: report.subject, report })),
      ...missing.map((subject) => ({ subject, report: null })),
    ]),
    isMadeUp: reports.some(({ madeUp }) => Object.values(madeUp).includes(true)),
  };
}

function regionsOf(all: RegionReports['members']): RegionReports[] {
  const sorted = all.toSorted((a, b) => compareDanish(a.subject.name, b.subject.name));
  return regions.flatMap(({ name }) => {
    const members = sorted.filter(({ subject }) => subject.region === name);
    return members.length === 0 ? [] : [{ id: slug(name), name, members }];
  });
}
