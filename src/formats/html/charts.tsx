import { type Curve, curveOf, type PlacedFigure, type Plot, type Point, type Spine } from '../../charts/index.ts';
import { withMinus } from '../../danish/index.ts';
import type { AnnexIndicator } from '../../report/index.ts';

/** A tenth of a unit is enough for what is drawn a few hundred wide. */
export const place = (value: number): number => Math.round(value * 10) / 10;

const pathOf = (points: readonly Point[]): string => points.map(([x, y]) => `${place(x)},${place(y)}`).join(' ');

const size = { width: 280, height: 104 } as const;
const plot: Plot = { left: 40, right: 226, top: 12, bottom: 74 };
const axis = { y: 84, labels: 100 } as const;

/** An indicator's years; nothing where there is nothing to draw. */
export function CurveChart({ indicator }: { readonly indicator: AnnexIndicator }) {
  const curve = curveOf(indicator, plot);
  const years = indicator.history.map(({ year }) => year);
  const [first, last] = [years[0], years.at(-1)];
  if (curve === null || first === undefined || last === undefined) return null;
  return (
    <svg class="curve" viewBox={`0 0 ${size.width} ${size.height}`} role="img" aria-label={withMinus(indicator.alt)}>
      <path class="axis" d={`M${plot.left} ${axis.y}H${plot.right}`} />
      {[...new Set([first, last])].map((year) => (
        <text class="tick" x={place(curve.xOf(year))} y={axis.labels} text-anchor="middle">
          {year}
        </text>
      ))}
      <CurveLines curve={curve} isThin={indicator.chart.kind === 'ends'} />
    </svg>
  );
}

function CurveLines({ curve: { own, country }, isThin }: { readonly curve: Curve; readonly isThin: boolean }) {
  const [first, last] = [own.figures[0], own.figures.at(-1)];
  const marked = new Set([first, last, ...own.alone, ...own.figures.filter(({ provisional }) => provisional)]);
  return (
    <>
      {country.lines.map((line) => (
        <polyline class="country" points={pathOf(line)} />
      ))}
      {country.alone.map(({ at: [x, y] }) => (
        <circle class="country-point" cx={place(x)} cy={place(y)} r="2.5" />
      ))}
      {own.lines.map((line) => (
        <polyline class={isThin ? 'own thin' : 'own'} points={pathOf(line)} />
      ))}
      {[...marked].map((figure) => figure && <Dot figure={figure} />)}
      {first !== last && <EndLabel figure={first} side="left" />}
      <EndLabel figure={last} side="right" />
    </>
  );
}

const Dot = ({ figure: { at, provisional } }: { readonly figure: PlacedFigure }) => (
  <circle class={provisional ? 'open' : 'point'} cx={place(at[0])} cy={place(at[1])} r="4" />
);

function EndLabel({ figure, side }: { readonly figure: PlacedFigure | undefined; readonly side: 'left' | 'right' }) {
  if (figure === undefined) return null;
  const [x, y] = figure.at;
  const [shift, anchor] = side === 'left' ? ([-8, 'end'] as const) : ([8, 'start'] as const);
  return (
    <text class={`value ${side}`} x={place(x + shift)} y={place(y + 5)} text-anchor={anchor}>
      {withMinus(figure.text)}
    </text>
  );
}

export const spineEnds = [6, 274] as const;

/** Where the municipalities lie, the worst at the left, with their middle half, the subject and the whole country. */
export function SpineChart({
  spine,
  label,
  ends,
}: {
  readonly spine: Spine;
  readonly label: string;
  readonly ends: readonly [string, string];
}) {
  const [left, right] = spineEnds;
  const { middle, own, country } = spine;
  return (
    <svg class="spine" viewBox={`0 0 ${size.width} 46`} role="img" aria-label={withMinus(label)}>
      <rect class="range" x={left} y="9" width={right - left} height="8" />
      <rect class="middle" x={place(middle.from)} y="9" width={place(middle.to - middle.from)} height="8" />
      {country !== null && <path class="country-mark" d={`M${place(country)} 3v20`} />}
      {own !== null && <circle class="point" cx={place(own)} cy="13" r="6.5" />}
      <text class="tick" x="2" y="40">
        {ends[0]}
      </text>
      <text class="tick" x={size.width - 2} y="40" text-anchor="end">
        {ends[1]}
      </text>
    </svg>
  );
}
