import { stripOf } from '../../charts/index.ts';
import { formatNumber, listText, withMinus } from '../../danish/index.ts';
import { compare, type Decimal, round } from '../../decimal.ts';
import { place } from '../../formats/html/charts.tsx';
import { grouped } from '../../grouped.ts';
import { withoutUnit } from '../../report/index.ts';
import type { Entry, SharedSeries } from '../series.ts';

interface StripProps {
  readonly series: SharedSeries;
  /** Of municipalities. */
  readonly entries: readonly Entry[];
  readonly country: Entry | undefined;
}

/** Where the municipalities lie: each a dot, or counted where a few numbers hold nearly all of them. */
export function MunicipalityStrip(props: StripProps) {
  const { series, entries } = props;
  const values = entries.flatMap(({ report: { subject }, status: { value } }) =>
    value === null ? [] : [{ name: subject.name, value: round(value, series.decimals) }],
  );
  const groups = [...grouped(values, ({ value }) => value)].sort(([a], [b]) => compare(a, b));
  if (groups.length === 0) return null;
  const areFew = groups.length < 4 || (groups.length <= 12 && values.length / groups.length > 12);
  return areFew ? (
    <Counts series={series} groups={groups} count={values.length} />
  ) : (
    <Dots {...props} groups={groups} />
  );
}

type Groups = readonly (readonly [Decimal, readonly { readonly name: string }[]])[];

/** More names than this are counted. */
const mostNames = 6;

const namesText = (some: readonly { readonly name: string }[], most = 3): string =>
  some.length > most ? `${some.length} kommuner` : listText(some.map(({ name }) => name));

interface CountsProps {
  readonly series: SharedSeries;
  readonly groups: Groups;
  readonly count: number;
}

const Counts = ({ series: { unit, statusTime, decimals }, groups, count }: CountsProps) => (
  <table class="counts">
    <caption>
      Kommuner efter antal ({unit}), {statusTime}
    </caption>
    <thead>
      <tr>
        <th scope="col">Antal</th>
        <th scope="col">Kommuner</th>
      </tr>
    </thead>
    <tbody>
      {groups.map(([value, some]) => (
        <tr>
          <th scope="row">{withMinus(formatNumber(value, decimals))}</th>
          <td>
            <svg class="bar" aria-hidden="true" focusable="false">
              <rect class="fill" width={`${place((some.length / count) * 100)}%`} height="14" y="3" />
            </svg>{' '}
            {some.length}
            {some.length <= mostNames && <span class="muted"> {namesText(some, mostNames)}</span>}
          </td>
        </tr>
      ))}
    </tbody>
  </table>
);

/** Sizes in pixels downwards; across the strip is as wide as the page. */
const size = { gap: 10, tallest: 220, radius: 4.2, above: 34, below: 26, dotsAbove: 8 } as const;

function Dots({ series, entries, country, groups }: StripProps & { readonly groups: Groups }) {
  const { decimals, better } = series;
  const values = entries.flatMap(({ report, status }) =>
    status.value === null ? [] : [{ name: report.subject.name, value: status.value }],
  );
  const strip = stripOf(values, decimals, better);
  if (strip === null) return null;
  const across = (share: number): string => `${place(2.5 + share * 95)}%`;
  const gap = Math.min(size.gap, size.tallest / strip.highest);
  const axis = Math.max(70, strip.highest * gap + size.above);
  const countryAt = country === undefined || country.status.value === null ? null : strip.xOf(country.status.value);
  const [lowest, highest] = [groups[0], groups.at(-1)];
  const text = (value: Decimal): string => withMinus(formatNumber(value, decimals));
  const ends = [lowest, highest].map((group) => (group ? `${text(group[0])} (${namesText(group[1])})` : ''));
  const label = `${values.length} kommuner har tal: lavest ${ends[0]}, højest ${ends[1]}.`;
  return (
    <figure class="strip">
      <svg height={place(axis + size.below)} width="100%" role="img" aria-label={label}>
        <line class="axis" x1="1%" x2="99%" y1={axis} y2={axis} />
        {strip.ticks.map(({ value, x }, index) => (
          <>
            <line class="axis" x1={across(x)} x2={across(x)} y1={axis} y2={axis + 5} />
            <text
              class={index % 2 === 1 ? 'tick odd' : 'tick'}
              x={across(x)}
              y={axis + 20}
              text-anchor={anchorOf(x, 0.03)}
            >
              {text(value)}
            </text>
          </>
        ))}
        {countryAt !== null && country !== undefined && (
          <>
            <line class="country-mark" x1={across(countryAt)} x2={across(countryAt)} y1="18" y2={axis} />
            <text class="tick strong" x={across(countryAt)} y="13" text-anchor={anchorOf(countryAt, 0.3)}>
              {country.report.subject.name} {withMinus(withoutUnit(country.status))}
            </text>
          </>
        )}
        {strip.dots.map(({ name, value, x, level }) => (
          <circle
            class="dot"
            cx={across(x)}
            cy={place(axis - size.dotsAbove - level * gap)}
            r={place(Math.max(1.6, Math.min(size.radius, gap / 2 - 0.4)))}
          >
            <title>{`${name}: ${text(value)}`}</title>
          </circle>
        ))}
      </svg>
      <figcaption>
        Én prik er én kommune. Lavest {ends[0]}, højest {ends[1]}.
        {better !== null && ` ${better === 'lower' ? 'Lavere' : 'Højere'} er bedre, og den bedste står til højre.`}
      </figcaption>
    </figure>
  );
}

/** Text near an end stands inside it. */
const anchorOf = (share: number, margin: number): 'start' | 'middle' | 'end' =>
  share < margin ? 'start' : share > 1 - margin ? 'end' : 'middle';
