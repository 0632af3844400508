import { noticeOf, ReportBody } from '../../formats/html/report-body.tsx';
import type { Report } from '../../report/index.ts';
import { pageFile } from './layout.tsx';
import { aboutPath, indexPath, rootFrom, seriesCsvPath, seriesPath, subjectCsvPath, subjectPath } from './paths.ts';
import type { Site } from './site.ts';

/** A report as a page of the site. */
export function subjectPage(site: Site, report: Report) {
  const { subject, title } = report;
  const path = subjectPath(subject);
  const root = rootFrom(path);
  const heading = `${subject.name}, ${site.editionName}`;
  return pageFile({
    site,
    path,
    title: heading,
    description: title.text,
    notice: noticeOf(report),
    children: (
      <>
        {subject.region !== null && <Crumbs site={site} region={subject.region} root={root} />}
        <h1>{heading}</h1>
        <ReportBody
          report={report}
          links={{
            series: (kind, id) => root + seriesPath({ kind, id }),
            csv: (kind, id) => root + seriesCsvPath({ kind, id }),
            about: root + aboutPath,
          }}
        >
          <Downloads site={site} report={report} root={root} />
        </ReportBody>
      </>
    ),
  });
}

interface PartProps {
  readonly site: Site;
  readonly root: string;
}

const Crumbs = ({ site, region, root }: PartProps & { readonly region: string }) => (
  <nav class="crumbs" aria-label="Brødkrummer">
    <a href={root + indexPath}>Kommuner</a> <span aria-hidden="true">›</span>{' '}
    <a href={`${root}${indexPath}#${site.regions.find(({ name }) => name === region)?.id}`}>{region}</a>
  </nav>
);

function Downloads({ site, report: { subject }, root }: PartProps & { readonly report: Report }) {
  const pdf = site.pdfOf(subject);
  return (
    <ul class="downloads">
      {pdf !== undefined && (
        <li>
          <a href={root + pdf.path}>Hent rapporten (PDF, {sizeText(pdf.bytes)})</a>
        </li>
      )}
      <li>
        <a href={root + subjectCsvPath(subject)} download>
          Hent tallene (CSV)
        </a>
      </li>
    </ul>
  );
}

/** In thousands of bytes, "226 kB". */
const sizeText = (bytes: number): string =>
  bytes < 1e6 ? `${Math.max(1, Math.round(bytes / 1000))} kB` : `${(bytes / 1e6).toFixed(1).replace('.', ',')} MB`;
