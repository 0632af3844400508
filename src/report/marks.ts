import type { Provenance } from '../dataset/index.ts';
import type { Blank } from './report.ts';

/** What stands for a figure without a number in tables, CSV and workbook: the StatBank's symbols, and what they mean. */
export const blankMarks: Readonly<Record<Blank, string>> = {
  confidential: '..',
  unavailable: '...',
  impossible: '.',
  empty: '...',
  'no-row': '...',
  'not-local': 'x',
};

/** What each mark means, in the order in which they are explained. */
export const markMeanings: Readonly<Record<string, string>> = {
  '*': 'foreløbigt tal',
  '..': 'diskretioneret: for usikkert eller fortroligt',
  '...': 'foreligger ikke',
  '.': 'kan ikke forekomme',
  x: 'opgøres kun for hele landet',
};

/** Where a figure is from, as people read it. */
export const provenanceNames: Readonly<Record<Provenance, string>> = {
  officiel: 'Officielt',
  beregnet: 'Beregnet',
  eksempel: 'Opdigtet',
};

/** It is an example, not a statistic. */
export const isMadeUp = ({ provenance }: { readonly provenance: string | null }): boolean => provenance === 'eksempel';

/** What shows a made-up figure says so; `what` names it, "Tabellen". */
export const madeUpNotice = (what: string): string =>
  `${what} indeholder opdigtede tal. De er ikke officielle og må ikke bruges som statistik.`;

const fromLeastSure: readonly Provenance[] = ['eksempel', 'beregnet', 'officiel'];

/** What is made of several figures is no surer than the least sure of them; null when none has a provenance. */
export const leastSure = (figures: readonly { readonly provenance: Provenance | null }[]): Provenance | null =>
  fromLeastSure.find((one) => figures.some(({ provenance }) => provenance === one)) ?? null;
