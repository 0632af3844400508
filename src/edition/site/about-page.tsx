import type { ComponentChildren } from 'preact';
import { editionText, formatPlain, withMinus } from '../../danish/index.ts';
import { Outside } from '../../formats/html/links.tsx';
import { FootnoteText } from '../../formats/html/report-body.tsx';
import { madeUpNotice, markMeanings, type NoteGroup, provenanceNames, withSign } from '../../report/index.ts';
import { publicationOf } from '../series.ts';
import { MarkLegend } from './index-page.tsx';
import { pageFile } from './layout.tsx';
import { catalogueMetadata, searchMetadata } from './metadata.ts';
import { aboutPath, allCsvPath, metadataPath, workbookPath } from './paths.ts';
import { NumberHead } from './series-tables.tsx';
import type { Site } from './site.ts';

interface AboutProps {
  readonly site: Site;
}

const notesOf = ({ first }: Site, kind: NoteGroup['kind']): ComponentChildren =>
  first.annex?.notes
    .filter((group) => group.kind === kind)
    .flatMap(({ notes }) => notes)
    .map(({ text }) => <p>{text}</p>);

function Sources({ site: { first } }: AboutProps) {
  const { publisher, contact, licence } = publicationOf(first);
  const named = [
    ['Udgiver', publisher?.navn, publisher?.url],
    ['Kontakt', contact?.navn, `mailto:${contact?.email}`],
    ['Licens', licence?.navn, licence?.url],
  ] as const;
  return (
    <>
      <p>{first.dataset.title}</p>
      <ul>
        {first.dataset.sources.map(({ navn, url }) => (
          <li>
            <Outside href={url}>{navn}</Outside>
          </li>
        ))}
      </ul>
      {named.map(
        ([what, name, address = '']) =>
          name !== undefined && (
            <p>
              {what}: <Outside href={address}>{name}</Outside>.
            </p>
          ),
      )}
    </>
  );
}

const MadeUpFigures = ({ site }: AboutProps) => (
  <>
    <p>{site.isMadeUp ? madeUpNotice('Udgaven') : 'Udgaven har ingen opdigtede tal.'}</p>
    <p>
      I data har hvert tal sin kilde: {provenanceNames.officiel.toLowerCase()} (offentliggjort),{' '}
      {provenanceNames.beregnet.toLowerCase()} (beregnet ud fra offentliggjorte tal) eller eksempel (opdigtet). Er kun
      nogle af en sides tal opdigtede, står der øverst på siden hvilke.
    </p>
  </>
);

const Movements = ({ site }: AboutProps) => (
  <>
    <MarkLegend site={site} />
    {notesOf(site, 'movement')}
    <p>
      <FootnoteText footnote={site.first.footnote} />
    </p>
  </>
);

const Rounding = ({ site }: AboutProps) => <>{notesOf(site, 'rounding')}</>;

const Marks = () => (
  <dl class="marks">
    {Object.entries(markMeanings).map(([mark, meaning]) => (
      <div>
        <dt>{mark}</dt>
        <dd>{meaning}</dd>
      </div>
    ))}
  </dl>
);

function Changes({ site: { previous } }: AboutProps) {
  if (previous === null) return <p>Udgaven er ikke sammenlignet med en forrige.</p>;
  const name = editionText(previous.edition).toLowerCase();
  const { series } = previous.comparison;
  if (series.length === 0) return <p>Ingen tal er ændret siden udgaven fra {name}.</p>;
  return (
    <table class="all many changes">
      <caption>Indikatorer og nøgletal, hvis tal er nye eller ændrede siden udgaven fra {name}</caption>
      <thead>
        <tr>
          <th scope="col">Indikator eller nøgletal</th>
          <th scope="col">
            <span>Tid</span>
          </th>
          <NumberHead text="Kommuner" />
          <NumberHead text="Midterste ændring" />
        </tr>
      </thead>
      <tbody>
        {series.map(({ row, name: called, time, changed, median }) => (
          <tr>
            <th scope="row">
              {row} {called}
            </th>
            <td>{time.before === '' || time.before === time.after ? time.after : `${time.before} → ${time.after}`}</td>
            <td class="number">{changed}</td>
            <td class="number">{median === null ? '–' : withMinus(withSign(formatPlain(median)))}</td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}

function Accessibility({ site: { first } }: AboutProps) {
  const address = publicationOf(first).accessibility;
  return (
    <>
      <p>
        {address === null ? (
          'Udgiveren har ikke angivet en tilgængelighedserklæring.'
        ) : (
          <Outside href={address}>Læs tilgængelighedserklæringen</Outside>
        )}
      </p>
      <p>
        Siderne er lavet efter WCAG 2.2 AA. De virker uden script, med tastatur, i mørkt og lyst tema, med høj kontrast
        og på en skærm, der er 320 pixel bred. Hver tegning har sine tal i en tabel.
      </p>
      <p>
        Programmer har kontrolleret farvekontrast, overskrifter, tabeller, navne, rækkefølge og links på alle sider. De
        kan ikke bedømme, om teksterne er forståelige, og om tegningernes beskrivelser siger det vigtigste. Det skal
        mennesker.
      </p>
      <p>PDF-rapporterne er tilgængelige efter PDF/UA-1.</p>
    </>
  );
}

/** JSON inside a script element must not be able to end it. */
const scriptText = (value: object): string => JSON.stringify(value).replaceAll('<', '\\u003c');

function Data({ site }: AboutProps) {
  const search = searchMetadata(site);
  return (
    <>
      {search !== null && (
        <script type="application/ld+json" dangerouslySetInnerHTML={{ __html: scriptText(search) }} />
      )}
      <ul>
        <li>
          <a href={workbookPath} download>
            Alle tal som projektmappe (Excel)
          </a>
        </li>
        <li>
          <a href={allCsvPath} download>
            Alle tal som CSV
          </a>{' '}
          (semikolon, decimalkomma og UTF-8, så filen kan åbnes i dansk Excel)
        </li>
        {catalogueMetadata(site) !== null && (
          <li>
            <a href={metadataPath}>Beskrivelse af datasættet (DCAT)</a>
          </li>
        )}
      </ul>
      <p>Hver indikator og hvert nøgletal har sine egne tal som CSV på sin side, og hver kommune på sin.</p>
    </>
  );
}

const sections = [
  { id: 'kilder', heading: 'Kilder', View: Sources },
  { id: 'opdigtede', heading: 'Opdigtede tal', View: MadeUpFigures },
  { id: 'bevaegelse', heading: 'Barometerbevægelse', View: Movements },
  { id: 'afrunding', heading: 'Afrunding', View: Rounding },
  { id: 'tomme', heading: 'Tomme felter og foreløbige tal', View: Marks },
  { id: 'aendringer', heading: 'Ændret siden forrige udgave', View: Changes },
  { id: 'tilgaengelighed', heading: 'Tilgængelighed', View: Accessibility },
  { id: 'data', heading: 'Hent data', View: Data },
] as const;

/** Figures stand on the page only where it tells what has changed. */
const isChangeMadeUp = ({ previous, isMadeUp }: Site): boolean =>
  previous !== null && previous.comparison.series.length > 0 && (isMadeUp || previous.isMadeUp);

/** What the figures are, how they are reckoned, and how the pages were checked. */
export const aboutPage = (site: Site) =>
  pageFile({
    site,
    path: aboutPath,
    title: `Om tallene, ${site.editionName}`,
    description: `Kilder, afrunding, barometerbevægelse, tomme felter, tilgængelighed og data, ${site.editionName}.`,
    notice: isChangeMadeUp(site) ? madeUpNotice('Siden') : null,
    children: (
      <>
        <h1>Om tallene</h1>
        <ul class="plain">
          {sections.map(({ id, heading }) => (
            <li>
              <a href={`#${id}`}>{heading}</a>
            </li>
          ))}
        </ul>
        {sections.map(({ id, heading, View }) => (
          <section id={id}>
            <h2>{heading}</h2>
            <View site={site} />
          </section>
        ))}
      </>
    ),
  });
