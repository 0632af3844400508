import { capitalise } from '../../danish/index.ts';
import { MaybeMovement } from '../../formats/html/movement.tsx';
import { CellText, Fact, tight } from '../../formats/html/text.tsx';
import { grouped } from '../../grouped.ts';
import { isMadeUp, madeUpNotice } from '../../report/index.ts';
import type { Entry, SharedSeries } from '../series.ts';
import { pageFile } from './layout.tsx';
import { listPath, rootFrom, seriesCsvPath, seriesPath } from './paths.ts';
import { CountryYears, Municipalities, type SeriesProps } from './series-tables.tsx';
import type { Site } from './site.ts';

/** "1.1 Beskæftigelsesgab", "Nøgletal 14 Unge mænd ..." */
const seriesTitle = ({ kind, id, label, name }: SharedSeries): string => `${kind === 'indikator' ? id : label} ${name}`;

/** An indicator or a key figure with all municipalities. */
export function seriesPage(site: Site, series: SharedSeries) {
  const path = seriesPath(series);
  const isCountry = ({ report }: Entry): boolean => report.subject.kind === 'hele-landet';
  const props: SeriesProps = {
    site,
    series,
    root: rootFrom(path),
    country: series.entries.find(isCountry),
    municipalities: series.entries.filter((entry) => !isCountry(entry)),
  };
  const showsYears = !hasMunicipalities(props);
  const shown = series.entries.flatMap(({ status, baseline, figures }) => [
    ...[status, baseline].flatMap((cell) => cell?.figures ?? []),
    ...(showsYears ? figures : []),
  ]);
  return pageFile({
    site,
    path,
    title: `${seriesTitle(series)}, ${site.editionName}`,
    description: `${series.text} Alle kommuner, ${site.editionName}.`,
    notice: shown.some(isMadeUp) ? madeUpNotice('Siden') : null,
    children: <SeriesView {...props} />,
  });
}

/** Else the whole country is shown, year by year. */
const hasMunicipalities = ({ series, municipalities }: SeriesProps): boolean =>
  series.isLocal && municipalities.length > 0;

function SeriesView(props: SeriesProps) {
  const { series, root } = props;
  return (
    <>
      <nav class="crumbs" aria-label="Brødkrummer">
        <a href={root + listPath}>Indikatorer og nøgletal</a> <span aria-hidden="true">›</span> {series.group}
      </nav>
      <h1>{seriesTitle(series)}</h1>
      <p class="lead">{series.text}</p>
      <Facts {...props} />
      <ul class="downloads">
        <li>
          <a href={root + seriesCsvPath(series)} download>
            Hent {series.kind === 'indikator' ? 'alle år' : 'tallene'} for alle kommuner (CSV)
          </a>
        </li>
      </ul>
      {hasMunicipalities(props) ? <Municipalities {...props} /> : <CountryYears {...props} />}
      <Near {...props} />
    </>
  );
}

function Facts({ series, country }: SeriesProps) {
  const { kind, unit, baselineTime, statusTime, betterText, about } = series;
  return (
    <>
      <dl class="facts">
        <Fact name="Enhed">{unit}</Fact>
        {kind === 'indikator' ? (
          <Fact name="Basismåling og aktuel status">
            {baselineTime} og {statusTime ?? 'ingen'}
          </Fact>
        ) : (
          <Fact name="Periode">{statusTime ?? 'Ingen'}</Fact>
        )}
        {betterText !== null && <Fact name="Retning">{capitalise(betterText)}</Fact>}
        {country !== undefined && (
          <Fact name={country.report.subject.name}>
            <b>
              <CellText cell={country.status} />
            </b>
            {country.change?.value != null && (
              <>
                , {tight(country.indicator?.changeText ?? '')} siden {baselineTime}{' '}
                <MaybeMovement of={country.indicator} />
              </>
            )}
          </Fact>
        )}
      </dl>
      {about?.note != null && <p>{about.note}</p>}
      {about?.source != null && <p class="note">Kilde: {about.source}</p>}
    </>
  );
}

function Near({ site, series, root }: SeriesProps) {
  const at = site.series.indexOf(series);
  const [before, after] = [site.series[at - 1], site.series[at + 1]];
  return (
    <nav class="near" aria-label="Forrige og næste">
      {before !== undefined && (
        <a href={root + seriesPath(before)} rel="prev">
          <span aria-hidden="true">← </span>
          {seriesTitle(before)}
        </a>
      )}
      {after !== undefined && (
        <a href={root + seriesPath(after)} rel="next">
          {seriesTitle(after)}
          <span aria-hidden="true"> →</span>
        </a>
      )}
    </nav>
  );
}

/** All indicators and key figures, each with its page. */
export function listPage(site: Site) {
  const groups = [...grouped(site.series, ({ group }) => group)];
  return pageFile({
    site,
    path: listPath,
    title: `Indikatorer og nøgletal, ${site.editionName}`,
    description: `Alle indikatorer og nøgletal, hver med alle kommuner i én tabel, ${site.editionName}.`,
    notice: null,
    children: (
      <>
        <h1>Indikatorer og nøgletal</h1>
        <p class="lead">Hver side viser alle kommuner på ét tal.</p>
        {groups.map(([group, series]) => (
          <section>
            <h2>{group}</h2>
            <ul class="plain">
              {series.map((one) => (
                <li>
                  <a href={seriesPath(one)}>{seriesTitle(one)}</a>
                  {!one.isLocal && <span class="muted"> (kun hele landet)</span>}
                </li>
              ))}
            </ul>
          </section>
        ))}
      </>
    ),
  });
}
