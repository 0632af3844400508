import { clean, formatNumber, type Period, periodText } from '../../danish/index.ts';
import type { Catalogue, Series } from '../catalogue.ts';
import { seriesName, seriesNames, subjectName } from './phrases.ts';
import { warns } from './rule.ts';

/** What is said of numbers that are not as the edition before had them. */

const follows = { follows: 'wrong rows' } as const;
const CONTROL =
  'Er det en revision, eller er det et andet ark, et andet udvalg eller en anden serie? Sammenlign med kilden.';

export const formerUnread = warns<[folder: string]>('forrige-mangler', (folder) => ({
  value: folder,
  message: `Forrige udgaves datasæt, ${clean(folder, 300)}, kan ikke læses. Tallene er ikke sammenlignet med det.`,
  remedy: 'Ret "forrige" i datasaet.json til mappen med forrige udgaves datasæt, eller slet linjen.',
}));

/** "97 af 98 kommuners tal": how many of the same series, subject and time are others; the median of the changes. */
export const changedSeries = warns<
  [series: Series, changed: number, of: number, subjects: number, times: readonly [Period, Period], median: number]
>(
  'aendret-siden-forrige',
  ({ table, id }, changed, of, subjects, [first, last], median) => ({
    value: id,
    message: `${seriesName(table, id)}: ${changed} af ${of} tal for ${periodText(first)}${first === last ? '' : ` til ${periodText(last)}`} er ændret siden forrige udgave, hos ${subjects} områder, medianen med ${median > 0 ? '+' : ''}${formatNumber(median.toFixed(6), 1)}.`,
    remedy: CONTROL,
  }),
  follows,
);

export const changedSubject = warns<[code: string, changed: number, of: number, catalogue: Catalogue]>(
  'aendret-siden-forrige',
  (code, changed, of, catalogue) => ({
    value: code,
    message: `${subjectName(code, catalogue)}: ${changed} af ${of} tal er ændret siden forrige udgave.`,
    remedy: 'Er det en anden kommunes tal? Kontrollér kommunekoden.',
  }),
  follows,
);

export const lostNumbers = warns<[series: Series, lost: number, of: number]>(
  'vaek-siden-forrige',
  ({ table, id }, lost, of) => ({
    value: id,
    message: `${seriesName(table, id)}: ${lost} af ${of} tal i forrige udgave findes ikke længere.`,
    remedy: 'Er filen afkortet, eller er år, perioder eller kommuner faldet ud? Hent den igen.',
  }),
  follows,
);

export const otherProvenance = warns<[series: Series, changed: number, of: number, before: string, now: string]>(
  'kilde-siden-forrige',
  ({ table, id }, changed, of, before, now) => ({
    value: id,
    message: `${seriesName(table, id)}: ${changed} af ${of} tal har en anden kilde end i forrige udgave, ${now} i stedet for ${before}.`,
    remedy: 'Er kilden rigtig? Opdigtede tal må ikke blive officielle.',
  }),
  follows,
);

/** The newest numbers are the former newest under another time, or nothing at all is new. */
export const sameUnderNewTime = warns<[series: Series, equal: number, of: number, now: Period, before: Period]>(
  'samme-som-forrige',
  ({ table, id }, equal, of, now, before) => ({
    value: now.code,
    message: `${seriesName(table, id)}: ${equal} af ${of} tal for ${periodText(now)} er dem, som forrige udgave havde for ${periodText(before)}.`,
    remedy: 'Er den gamle fil fået en ny tid? Hent de nye tal.',
  }),
  follows,
);

export const nothingNew = warns<[edition: string, before: string, series: readonly Series[]]>(
  'samme-som-forrige',
  (edition, before, series) => ({
    value: edition,
    message: `Udgaven ${clean(edition)} har ingen tal, som udgaven ${clean(before)} ikke havde (${seriesNames(series)}).`,
    remedy: 'Er det forrige udgaves filer? Hent de nye tal.',
  }),
  follows,
);
