import { withMinus } from '../../danish/index.ts';
import { CurveChart } from '../../formats/html/charts.tsx';
import { indicatorId, keyFigureId } from '../../formats/html/links.tsx';
import { MaybeMovement } from '../../formats/html/movement.tsx';
import { FigureText, Provisional, Sign } from '../../formats/html/text.tsx';
import { blankMarks, type Cell, isProvisional, markMeanings, withoutUnit } from '../../report/index.ts';
import type { Entry, SharedSeries } from '../series.ts';
import { MarkLegend } from './index-page.tsx';
import { subjectPath } from './paths.ts';
import type { Site } from './site.ts';
import { MunicipalityStrip } from './strip.tsx';

/** What the parts of a series' page are made from. */
export interface SeriesProps {
  readonly site: Site;
  readonly series: SharedSeries;
  readonly root: string;
  readonly country: Entry | undefined;
  readonly municipalities: readonly Entry[];
}

/** Where the municipalities lie, and all of them in a table. */
export function Municipalities(props: SeriesProps) {
  const { site, series, country, municipalities } = props;
  const { kind, name, unit, statusTime, baselineTime } = series;
  const isIndicator = kind === 'indikator';
  const known = municipalities.filter(({ status }) => status.value !== null).length;
  const marks = usedMarks(series);
  return (
    <>
      <h2>Kommunerne, {statusTime ?? 'ingen tal'}</h2>
      <MunicipalityStrip
        series={series}
        entries={municipalities}
        country={isCountrySum(series) ? undefined : country}
      />
      <h2>Alle kommuner</h2>
      {isIndicator && <MarkLegend site={site} />}
      <div id="find" data-rows="alle" data-label="Find kommune" data-one="kommune" data-many="kommuner" />
      <table id="alle" class={isIndicator ? 'all many' : 'all'} data-sort>
        <caption>
          {name} ({unit}). {known} af {municipalities.length} kommuner har tal.
        </caption>
        <thead>
          <tr>
            <th scope="col">Kommune</th>
            {isIndicator && <NumberHead text={baselineTime ?? ''} />}
            <NumberHead text={statusTime ?? 'Ingen tal'} />
            {isIndicator && (
              <>
                <NumberHead text="Udvikling" />
                <th scope="col" class="center">
                  <span>Bevægelse</span>
                </th>
              </>
            )}
          </tr>
        </thead>
        {country !== undefined && (
          <tbody class="top">
            <Row {...props} entry={country} />
          </tbody>
        )}
        <tbody>
          {municipalities.map((entry) => (
            <Row {...props} entry={entry} />
          ))}
        </tbody>
      </table>
      <p class="note">
        {marks.map((mark) => `${mark} ${markMeanings[mark]}`).join(', ')}
        {marks.length > 0 && '. '}
        {isIndicator && 'Udviklingen er beregnet ud fra de uafrundede tal.'}
      </p>
    </>
  );
}

export const NumberHead = ({ text }: { readonly text: string }) => (
  <th scope="col" class="number">
    <span>{text}</span>
  </th>
);

/** Of counts the country's number is the municipalities' together, and lies far outside theirs. */
const isCountrySum = ({ measure }: SharedSeries): boolean => measure === 'count';

function usedMarks({ entries }: SharedSeries): string[] {
  const cells = entries
    .flatMap(({ status, baseline, change }) => [status, baseline, change])
    .filter((cell) => cell !== null);
  const used = new Set(cells.map(({ blank }) => (blank === null ? '' : blankMarks[blank])));
  if (cells.some(isProvisional)) used.add('*');
  return Object.keys(markMeanings).filter((mark) => used.has(mark));
}

function Row({ series, root, entry }: SeriesProps & { readonly entry: Entry }) {
  const { report, status, baseline, change, indicator } = entry;
  const { subject, annex } = report;
  const anchor = series.kind === 'indikator' ? indicatorId(series.id) : keyFigureId(Number(series.id));
  return (
    <tr>
      <th scope="row">
        <a href={`${root}${subjectPath(subject)}#${anchor}`}>{subject.name}</a>
      </th>
      {baseline !== null && <NumberCell cell={baseline} />}
      <NumberCell cell={status} />
      {change !== null && (
        <>
          <NumberCell cell={change} text={indicator?.changeText.replace(` ${change.unit}`, '') ?? ''} />
          <td class="center">
            <MaybeMovement of={indicator} without={annex?.none.movement} quiet />
          </td>
        </>
      )}
    </tr>
  );
}

/** The number without its unit, which the table tells; or the mark of a blank, with its words for screen readers. */
const NumberCell = ({ cell, text = withoutUnit(cell) }: { readonly cell: Cell; readonly text?: string }) => (
  <td class="number">
    {cell.blank === null ? withMinus(text) : <Sign sign={blankMarks[cell.blank]} words={cell.spoken ?? cell.text} />}
    {isProvisional(cell) && <Provisional />}
  </td>
);

/** Of what is measured for the whole country alone. */
export function CountryYears({ series: { name, unit }, country }: SeriesProps) {
  if (country?.indicator == null) return null;
  const { indicator, report } = country;
  return (
    <>
      <h2>{report.subject.name} år for år</h2>
      <p>Indikatoren opgøres kun for hele landet.</p>
      <figure>
        <CurveChart indicator={indicator} />
      </figure>
      <table class="years">
        <caption>
          {name} ({unit})
        </caption>
        <thead>
          <tr>
            <th scope="col">År</th>
            <NumberHead text={report.subject.name} />
          </tr>
        </thead>
        <tbody>
          {indicator.history.map(({ year, subject }) => (
            <tr>
              <th scope="row">{year}</th>
              <td class="number">
                <FigureText figure={subject} />
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </>
  );
}
