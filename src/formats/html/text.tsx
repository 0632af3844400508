import type { ComponentChildren } from 'preact';
import { withMinus } from '../../danish/index.ts';
import { type Cell, type HistoryFigure, isProvisional } from '../../report/index.ts';

/** Keeps a number with "pct." and "pct. point": after a longer unit there must be a place to break on a narrow screen. */
export const tight = (text: string): string =>
  withMinus(text)
    .replace(/ (?=pct\.)/g, '\u00a0')
    .replace('pct. point', 'pct.\u00a0point');

/** For screen readers alone. */
export const Hidden = ({ children }: { readonly children: string }) => <span class="vh">{children}</span>;

/** A sign for the eye, unless it is empty, and its words for the ear. */
export const Sign = ({ sign, words }: { readonly sign: string; readonly words: string }) => (
  <>
    {sign !== '' && (
      <span class="muted" aria-hidden="true">
        {sign}
      </span>
    )}
    <Hidden>{words}</Hidden>
  </>
);

export const Provisional = () => (
  <>
    <span aria-hidden="true">*</span>
    <Hidden> (foreløbigt tal)</Hidden>
  </>
);

interface FactProps {
  readonly name: string;
  readonly class?: string;
  readonly children: ComponentChildren;
}

/** A name and what is said of it, in a list of facts. */
export const Fact = (props: FactProps) => (
  <div>
    <dt>{props.name}</dt>
    <dd class={props.class}>{props.children}</dd>
  </div>
);

/** A cell's text, or in words why there is none. */
export function CellText({ cell }: { readonly cell: Cell }) {
  if (cell.blank !== null) return <span class="muted">{cell.spoken ?? cell.text}</span>;
  return (
    <>
      {tight(cell.text)}
      {isProvisional(cell) && <Provisional />}
    </>
  );
}

/** In a narrow column: the sign of a blank for the eye, its words for the ear. */
export const FigureText = ({ figure }: { readonly figure: HistoryFigure }) => (
  <>
    {figure.blank === null ? withMinus(figure.text) : <Sign sign={figure.symbol} words={figure.spoken ?? ''} />}
    {figure.provisional && <Provisional />}
  </>
);
