import type { Metadata } from '../pdf/index.ts';
import type { Report } from '../report/report.ts';

/** Title, author and the rest, as catalogues and search engines read them. */
export function metadataOf(report: Report, creator: string): Metadata {
  const { subject, edition } = report;
  return {
    title: report.title.text,
    author: report.dataset.sources.map((source) => source.navn).join('; '),
    subject: report.dataset.title,
    keywords: [subject.name, subject.code, edition],
    creator,
    date: report.generated,
    language: 'da-DK',
  };
}
