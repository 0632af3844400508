import { withMinus } from '../../danish/index.ts';

export { withMinus };

import { type Cell, type HistoryFigure, isProvisional } from '../../report/index.ts';

/** Keeps a number with "pct." and "pct. point": after a longer unit there must be a place to break on a narrow screen. */
export const tight = (text: string): string =>
  withMinus(text)
    .replace(/ (?=pct\.)/g, '\u00a0')
    .replace('pct. point', 'pct.\u00a0point');

/** For screen readers alone. */
export const Hidden = ({ children }: { readonly children: string }) => <span class="vh">{children}</span>;

export const Provisional = () => (
  <>
    <span aria-hidden="true">*</span>
    <Hidden> (foreløbigt tal)</Hidden>
  </>
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
    {figure.blank === null ? (
      withMinus(figure.text)
    ) : (
      <>
        {figure.symbol !== '' && (
          <span class="muted" aria-hidden="true">
            {figure.symbol}
          </span>
        )}
        <Hidden>{figure.spoken ?? ''}</Hidden>
      </>
    )}
    {figure.provisional && <Provisional />}
  </>
);
