import { spineOf } from '../../charts/index.ts';
import { capitalise, withMinus } from '../../danish/index.ts';
import {
  type AnnexIndicator,
  blankText,
  type Goal,
  type Indicator,
  type Report,
  type Spread,
  sides,
} from '../../report/index.ts';
import { CurveChart, SpineChart, spineEnds } from './charts.tsx';
import { indicatorId, type Links } from './links.tsx';
import { MaybeMovement } from './movement.tsx';
import { CellText, Fact, FigureText, Hidden, tight } from './text.tsx';

interface IndicatorProps {
  readonly report: Report;
  readonly goal: Goal;
  readonly indicator: Indicator;
  readonly annex: AnnexIndicator;
  readonly links: Links;
}

/** One indicator: its figures, years and place among the municipalities, and all of them in a table. */
export function IndicatorPart(props: IndicatorProps) {
  const { report, indicator, annex } = props;
  const isMeasured = indicator.measuredLocally || report.subject.kind === 'hele-landet';
  return (
    <section class="indicator" id={indicatorId(indicator.id)}>
      <h3>{indicator.text}</h3>
      {isMeasured ? (
        <div class="grid">
          <Figures {...props} />
          <Years {...props} />
          <Among {...props} />
        </div>
      ) : (
        <p>
          <span class="muted">{blankText(indicator.change)}.</span>
          <AllLink {...props} text="Se hele landet år for år" />
        </p>
      )}
      {annex.shown && <YearsTable {...props} />}
      {indicator.about && <About about={indicator.about} />}
    </section>
  );
}

const About = ({ about: { source, note } }: { readonly about: NonNullable<Indicator['about']> }) => (
  <p class="note">{[note, source === null ? null : `Kilde: ${source}.`].filter((one) => one !== null).join(' ')}</p>
);

function Figures({ report: { annex: whole }, goal, indicator: { status, change }, annex }: IndicatorProps) {
  const { region, country } = annex.status;
  return (
    <dl>
      <Fact name={`${whole?.columns.status} ${goal.statusText}`} class={status.value === null ? 'big blank' : 'big'}>
        <CellText cell={status} />
      </Fact>
      {region && (
        <Fact name={whole?.names.region ?? ''}>
          <CellText cell={region} />
        </Fact>
      )}
      {country && (
        <Fact name={whole?.names.country ?? ''}>
          <CellText cell={country} />
        </Fact>
      )}
      {(status.value !== null || change.value !== null) && (
        <Fact name={`Udvikling ${goal.baselineText.toLowerCase()}`}>
          {change.value === null ? <CellText cell={change} /> : <b>{tight(annex.changeText)}</b>}
          {annex.movement !== null && (
            <>
              <br />
              <MaybeMovement of={annex} />
            </>
          )}
        </Fact>
      )}
    </dl>
  );
}

function Years({ report, annex: indicator }: IndicatorProps) {
  const { chart, status } = indicator;
  const names = report.annex?.names;
  if (chart.kind === 'none' && chart.countryKind === 'none') return <p class="muted">{chart.reason}</p>;
  return (
    <figure>
      <CurveChart indicator={indicator} />
      <figcaption>
        {chart.kind === 'none' ? (
          `${names?.subject}: ${chart.reason?.toLowerCase()}`
        ) : (
          <Key kind={chart.kind} name={names?.subject} />
        )}
        {status.country !== undefined && chart.countryKind !== 'none' && (
          <span class="nowrap">
            <span class="key dash" aria-hidden="true" /> {names?.country?.toLowerCase()}
          </span>
        )}
      </figcaption>
    </figure>
  );
}

const Key = ({ kind, name }: { readonly kind: string; readonly name: string | undefined }) => (
  <>
    <span class={kind.startsWith('dot') ? 'key spot' : 'key'} aria-hidden="true" /> {name}
  </>
);

function Among(props: IndicatorProps) {
  const { spread, spreadFault } = props.annex;
  if (spread === null)
    return (
      <div>
        {spreadFault !== null && <p>{spreadFault}.</p>}
        <AllLink {...props} text="Se år for år" />
      </div>
    );
  return (
    <div class="among">
      <SpreadChart {...props} spread={spread} />
      <p>
        {capitalise(withMinus(spread.texts.place))}.
        <AllLink {...props} text="Se alle kommuner" />
      </p>
    </div>
  );
}

function SpreadChart({ annex: { better, status, comparison }, spread }: IndicatorProps & { readonly spread: Spread }) {
  if (spread.zeros !== null) return null;
  // Of counts the country's figure is the sum of the municipalities'.
  const country = comparison === null ? null : (status.country?.value ?? null);
  const own = status.country === undefined ? null : status.subject.value;
  const spine = spineOf(spread, better, { own, country }, spineEnds);
  if (spine === null) return null;
  const { lowest, highest } = spread.texts;
  const [worst, best] = better === 'higher' ? [lowest, highest] : [highest, lowest];
  const ends = [`dårligst ${withMinus(worst)}`, `bedst ${withMinus(best)}`] as const;
  return <SpineChart spine={spine} label={spread.alt} ends={ends} />;
}

/** To the page of all municipalities, where there is one. */
function AllLink({ indicator: { id, name }, links, text }: IndicatorProps & { readonly text: string }) {
  const href = links.series('indikator', id);
  if (href === null) return null;
  return (
    <>
      {' '}
      <a href={href}>
        {text}
        <Hidden>{` for ${id} ${name}`}</Hidden>
      </a>
    </>
  );
}

function YearsTable({ report: { annex: whole }, indicator: { id, name }, annex, links }: IndicatorProps) {
  const shown = sides.filter((side) => annex.history[0]?.[side] !== undefined);
  if (whole === null || annex.history.length === 0) return null;
  const csv = links.csv('indikator', id);
  return (
    <details>
      <summary>
        Vis alle år<Hidden>{` for ${id} ${name}`}</Hidden>
      </summary>
      <table class="years">
        <caption>
          {name} ({annex.unit}). {capitalise(annex.betterText)}.
        </caption>
        <thead>
          <tr>
            <th scope="col">År</th>
            {shown.map((side) => (
              <th scope="col">{whole.names[side]}</th>
            ))}
          </tr>
        </thead>
        <tbody>
          {annex.history.map(({ year, ...figures }) => (
            <tr>
              <th scope="row">{year}</th>
              {shown.map((side) => {
                const figure = figures[side];
                return <td>{figure && <FigureText figure={figure} />}</td>;
              })}
            </tr>
          ))}
        </tbody>
      </table>
      {csv !== null && (
        <p>
          <a href={csv} download>
            Hent {id} for alle kommuner som CSV
          </a>
        </p>
      )}
    </details>
  );
}
