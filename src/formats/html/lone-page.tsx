import { hash } from 'node:crypto';
import { readFile } from '../../file/index.ts';
import { shipped } from '../../paths.ts';
import { madeUpNotice, type Report } from '../../report/index.ts';
import { Document, documentText, MadeUpNotice } from './document.tsx';
import { noLinks } from './links.ts';
import { ReportBody, Summary } from './report-body.tsx';

/** The styles of all pages with the font inside. */
export function lonePageStyle(): string {
  const font = readFile(shipped('fonts/barometer-sans.woff2'), 1_000_000).toString('base64');
  const style = readFile(shipped('templates/web/stil.css'), 1_000_000).toString('utf8');
  return style.replace('barometer-sans.woff2', `data:font/woff2;base64,${font}`);
}

interface LonePageProps {
  readonly report: Report;
  readonly creator: string;
  readonly style: string;
}

/** A report with its annex as one page that holds all it needs. `style` is the text of its style element. */
export const lonePage = (props: LonePageProps): string => documentText(<LonePage {...props} />);

function LonePage({ report, creator, style }: LonePageProps) {
  const { subject, title, notice, annex, dateLine } = report;
  const madeUp = notice === null ? (annex?.notice ?? null) : madeUpNotice('Siden');
  const sum = hash('sha256', style, 'base64');
  return (
    <Document
      title={`${subject.name}, ${title.edition.replace('.', '').toLowerCase()} | Integrationsbarometeret`}
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
      <h1>
        {subject.name}, {title.edition.replace('.', '').toLowerCase()}
      </h1>
      <p class="lead">{title.heading}</p>
      <Summary report={report} />
      <ReportBody report={report} links={noLinks} />
    </Document>
  );
}
