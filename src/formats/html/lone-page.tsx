import { hash } from 'node:crypto';
import { readFile } from '../../file/index.ts';
import { shipped } from '../../paths.ts';
import type { Report } from '../../report/index.ts';
import { Document, documentText, MadeUpNotice } from './document.tsx';
import { noLinks } from './links.tsx';
import { noticeOf, ReportBody } from './report-body.tsx';

/** A renderer of reports with their annexes, each as one page that holds all it needs. */
export function lonePages(creator: string): (report: Report) => string {
  const font = readFile(shipped('fonts/barometer-sans.woff2'), 1_000_000).toString('base64');
  const sheet = readFile(shipped('templates/web/stil.css'), 1_000_000).toString('utf8');
  const style = sheet.replace('barometer-sans.woff2', `data:font/woff2;base64,${font}`);
  return (report) => documentText(<LonePage report={report} creator={creator} style={style} />);
}

interface LonePageProps {
  readonly report: Report;
  readonly creator: string;
  readonly style: string;
}

function LonePage({ report, creator, style }: LonePageProps) {
  const { subject, title, dateLine } = report;
  const heading = `${subject.name}, ${title.edition.replace('.', '').toLowerCase()}`;
  const madeUp = noticeOf(report);
  const sum = hash('sha256', style, 'base64');
  return (
    <Document
      title={`${heading} | Integrationsbarometeret`}
      description={title.text}
      creator={creator}
      policy={`default-src 'none'; style-src 'sha256-${sum}'; font-src data:; base-uri 'none'; form-action 'none'`}
      isMadeUp={madeUp !== null}
      head={<style dangerouslySetInnerHTML={{ __html: style }} />}
      header={
        <div class="wide mast">
          <p class="brand">Integrationsbarometeret</p>
        </div>
      }
      footer={
        <div class="wide">
          <p>{dateLine}</p>
        </div>
      }
    >
      {madeUp !== null && <MadeUpNotice text={madeUp} />}
      <h1>{heading}</h1>
      <ReportBody report={report} links={noLinks} />
    </Document>
  );
}
