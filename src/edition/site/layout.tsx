import type { ComponentChildren } from 'preact';
import { longDate, parseIsoDate } from '../../danish/index.ts';
import { Document, documentText, MadeUpNotice } from '../../formats/html/document.tsx';
import { aboutPath, indexPath, listPath, rootFrom, subjectPath } from './paths.ts';
import type { Site } from './site.ts';

interface PageProps {
  readonly site: Site;
  /** Of the page, from the site's root. */
  readonly path: string;
  readonly title: string;
  readonly description: string;
  /** Said when the page shows a made-up figure; null when it shows none. */
  readonly notice: string | null;
  readonly children: ComponentChildren;
}

/** What pages may load: their own folder's files alone. */
const policy =
  "default-src 'none'; style-src 'self'; script-src 'self'; font-src 'self'; img-src 'self'; base-uri 'none'; form-action 'none'";

const brand = 'Integrationsbarometeret';

/** Longer titles are cut by browsers and search engines. */
const longestTitle = 69;

/** The title with the site's name, or as much of it as there is room for. */
function titleText(title: string): string {
  const whole = `${title} | ${brand}`;
  if (whole.length <= longestTitle) return whole;
  return title.length <= longestTitle ? title : `${title.slice(0, longestTitle - 1).replace(/\s\S*$/, '')}…`;
}

/** A page of the site as a file. */
export const pageFile = (props: PageProps): { readonly path: string; readonly text: string } => ({
  path: props.path,
  text: documentText(<Page {...props} />),
});

/** Stand in pages for the date of generation, so that it can be told whether anything else has changed. */
export const dateMark = { iso: '\ue000', long: '\ue001' } as const;

/** A page with the date of generation, "2026-06-06". */
export function dated(text: string, generated: string): string {
  const day = parseIsoDate(generated);
  return text.replaceAll(dateMark.iso, generated).replaceAll(dateMark.long, day === null ? generated : longDate(day));
}

function Page({ site, path, title, description, notice, children }: PageProps) {
  const root = rootFrom(path);
  const icon = <link rel="icon" href={`${root}ikon.svg`} type="image/svg+xml" />;
  return (
    <Document
      title={titleText(title)}
      description={description}
      creator={site.creator}
      policy={policy}
      isMadeUp={site.isMadeUp}
      head={
        <>
          {icon}
          <link rel="stylesheet" href={`${root}stil.css`} />
          <script src={`${root}side.js`} defer />
        </>
      }
      header={<Mast site={site} path={path} root={root} />}
      footer={<Foot site={site} root={root} />}
    >
      {notice !== null && <MadeUpNotice text={notice} />}
      {children}
    </Document>
  );
}

function Mast({ site, path, root }: { readonly site: Site; readonly path: string; readonly root: string }) {
  const country = subjectPath(site.first.subject);
  const places = [
    [indexPath, 'Kommuner'],
    ...(site.first.subject.kind === 'hele-landet' ? [[country, site.first.subject.name]] : []),
    [listPath, 'Indikatorer og nøgletal'],
    [aboutPath, 'Om tallene'],
  ] as const;
  return (
    <div class="wide mast">
      <p class="brand">
        <a href={root + indexPath}>{brand}</a>
      </p>
      <nav aria-label="Hovedmenu">
        <ul>
          {places.map(([to = '', text]) => (
            <li>
              <a href={root + to} aria-current={to === path ? 'page' : undefined}>
                {text}
              </a>
            </li>
          ))}
        </ul>
      </nav>
    </div>
  );
}

function Foot({ site: { editionName }, root }: { readonly site: Site; readonly root: string }) {
  return (
    <div class="wide">
      <p>
        Udgave: {editionName}. Dannet <time dateTime={dateMark.iso}>{dateMark.long}</time>.
      </p>
      <ul>
        {(
          [
            ['', 'Om tallene'],
            ['#data', 'Hent data'],
            ['#tilgaengelighed', 'Tilgængelighed'],
          ] as const
        ).map(([anchor, text]) => (
          <li>
            <a href={root + aboutPath + anchor}>{text}</a>
          </li>
        ))}
      </ul>
    </div>
  );
}
