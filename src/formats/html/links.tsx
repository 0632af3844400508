import type { ComponentChildren } from 'preact';
import type { ReportRow } from '../../report/index.ts';

/** Where a report's page leads to; null where it stands alone. */
export interface Links {
  /** The page of an indicator or a key figure with all municipalities. */
  readonly series: (kind: ReportRow['kind'], id: string) => string | null;
  /** Its figures as a file. */
  readonly csv: (kind: ReportRow['kind'], id: string) => string | null;
  /** The page about all figures, which has the notes that every report has. */
  readonly about: string | null;
}

/** The id of an indicator's part of a page, without a dot. */
export const indicatorId = (id: string): string => `i${id.replace('.', '-')}`;

export const goalId = (number: number): string => `m${number}`;

export const keyFigureId = (number: number): string => `n${number}`;

export const noLinks: Links = { series: () => null, csv: () => null, about: null };

/** An address that a browser may follow; null for any other, such as "javascript:", which is shown as text then. */
function safeUrl(address: string): string | null {
  const url = URL.canParse(address) ? new URL(address) : null;
  return url !== null && ['https:', 'http:', 'mailto:'].includes(url.protocol) ? url.href : null;
}

/** A link to elsewhere, if its address is one. */
export function Outside({ href, children }: { readonly href: string; readonly children: ComponentChildren }) {
  const url = safeUrl(href);
  return url === null ? children : <a href={url}>{children}</a>;
}
