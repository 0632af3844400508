import type { Provenance } from '../dataset/index.ts';

const fromLeastSure: readonly Provenance[] = ['eksempel', 'beregnet', 'officiel'];

/** What is made of several figures is no surer than the least sure of them; null when none has a provenance. */
export const leastSure = (figures: readonly { readonly provenance: Provenance | null }[]): Provenance | null =>
  fromLeastSure.find((one) => figures.some(({ provenance }) => provenance === one)) ?? null;
