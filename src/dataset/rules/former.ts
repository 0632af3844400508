import {
  amount,
  clean,
  comparePeriods,
  editionText,
  formatNumber,
  type Period,
  periodText,
} from '../../danish/index.ts';
import type { Catalogue, Series } from '../catalogue.ts';
import { alsoOf, counted, seriesName, seriesNames, subjectName } from './phrases.ts';
import { warns } from './rule.ts';

/** What is said of numbers that are not as the edition before had them. */

const follows = { follows: 'wrong rows' } as const;
const CONTROL =
  'Er det en revision, eller er det et andet ark, et andet udvalg eller en anden serie? Sammenlign med kilden.';

/** A folder that is said to hold the dataset of the edition before. */
export interface FormerFolder {
  readonly path: string;
  /** The option that names it, as users write it; null when `datasaet.json` does. */
  readonly option: string | null;
}

const correct = ({ option }: FormerFolder): string =>
  option === null
    ? 'Ret "forrige" i datasaet.json til mappen med forrige udgaves datasæt, eller slet linjen.'
    : `Ret ${option} til mappen med forrige udgaves datasæt, eller udelad tilvalget.`;

export const formerUnread = warns<[folder: FormerFolder]>('forrige-mangler', (folder) => ({
  value: folder.path,
  message: `Forrige udgaves datasæt, ${clean(folder.path, 300)}, kan ikke læses. Tallene er ikke sammenlignet med det.`,
  remedy: correct(folder),
}));

export const formerNotEarlier = warns<[folder: FormerFolder, edition: string, own: string]>(
  'forrige-ikke-tidligere',
  (folder, edition, own) => ({
    value: folder.path,
    message: `Datasættet i ${clean(folder.path, 300)} er udgaven ${monthOf(edition)} og ikke tidligere end dette, som er udgaven ${monthOf(own)}. Tallene er ikke sammenlignet med det.`,
    remedy: correct(folder),
  }),
);

const monthOf = (edition: string): string => editionText(edition).toLowerCase();

/** Numbers of the same subjects and times that are others: how many, and the median of the changes. */
interface Changes {
  readonly count: number;
  readonly subjects: number;
  readonly times: readonly Period[];
  readonly median: number;
  /** The series that had these numbers. */
  readonly owner: Series | null;
}

/** The first of several series of which the same is told. */
type Changed = readonly [series: Series, changes: Changes, of: number, others: readonly Series[]];

const sayChanged = (...[series, { count, subjects, times, median, owner }, of, others]: Changed) => {
  const [first, last] = [...new Set(times)].sort(comparePeriods).filter((_, i, all) => i === 0 || i === all.length - 1);
  const when = [first, last].flatMap((time) => (time === undefined ? [] : periodText(time))).join(' til ');
  // Of several series each has its own cause.
  const had = owner === null || others.length > 0 ? null : seriesName(owner).toLowerCase();
  return {
    value: series.id,
    message: `${seriesName(series)}: ${amount(count)} af ${amount(of)} tal for ${when} er ændret siden forrige udgave, hos ${counted(subjects, 'område', 'områder')}, medianen med ${median > 0 ? '+' : ''}${formatNumber(median.toFixed(6), 1)}.${had === null ? alsoOf(others) : ` Det er de tal, som ${had} havde.`}`,
    remedy:
      owner === null ? CONTROL : 'Er de to serier byttet om, eller er den ene kopieret til den anden? Ret serierne.',
  };
};

export const changedSeries = warns<Changed>('aendret-siden-forrige', sayChanged, follows);

/** Numbers of a subject that are others: of all series, or of some, of which it may be those at one time. */
export const changedSubject = warns<
  [
    ...[code: string, counts: readonly [changed: number, of: number]],
    ...[which: 'all' | 'some' | 'newest' | 'baseline', series: readonly Series[], catalogue: Catalogue],
  ]
>(
  'aendret-siden-forrige',
  (code, [changed, of], which, series, catalogue) => {
    const numbers = which === 'newest' ? 'nyeste tal' : which === 'baseline' ? 'tal i basisåret' : 'tal';
    return {
      value: code,
      message: `${subjectName(code, catalogue)}: ${changed} af ${of} ${numbers}${which === 'all' ? '' : ` for ${seriesNames(series)}`} er ændret siden forrige udgave.`,
      remedy: 'Er det et andet områdes tal? Kontrollér kommunekoden.',
    };
  },
  follows,
);

const FETCH_AGAIN = 'Er filen afkortet, eller er år, perioder eller kommuner faldet ud? Hent den igen.';

export const lostNumbers = warns<[series: Series, lost: number, of: number, others: readonly Series[]]>(
  'vaek-siden-forrige',
  (series, lost, of, others) => ({
    value: series.id,
    message: `${seriesName(series)}: ${amount(lost)} af ${amount(of)} tal i forrige udgave findes ikke længere.${alsoOf(others)}`,
    remedy: FETCH_AGAIN,
  }),
  follows,
);

export const lostOfSubject = warns<[code: string, lost: number, of: number, catalogue: Catalogue]>(
  'vaek-siden-forrige',
  (code, lost, of, catalogue) => ({
    value: code,
    message: `${subjectName(code, catalogue)}: ${lost} af ${of} tal i forrige udgave findes ikke længere.`,
    remedy: 'Er rækkerne tomme eller slettet ved en fejl? Hent dem igen.',
  }),
  follows,
);

export const otherProvenance = warns<
  [
    series: Series,
    changed: number,
    of: number,
    provenances: readonly [before: string, now: string],
    others: readonly Series[],
  ]
>(
  'kilde-siden-forrige',
  (series, changed, of, [before, now], others) => ({
    value: series.id,
    message: `${seriesName(series)}: ${changed} af ${of} tal har en anden kilde end i forrige udgave, ${now} i stedet for ${before}.${alsoOf(others)}`,
    remedy: 'Er kilden rigtig? Opdigtede tal må ikke blive officielle.',
  }),
  follows,
);

/** The newest numbers are the former newest under another time, or nothing at all is new. */
export const sameUnderNewTime = warns<[series: Series, equal: number, of: number, now: Period, before: Period]>(
  'samme-som-forrige',
  (series, equal, of, now, before) => ({
    value: now.code,
    message: `${seriesName(series)}: ${equal} af ${of} tal for ${periodText(now)} er dem, som forrige udgave havde for ${periodText(before)}.`,
    remedy: 'Har den gamle fil fået en ny tid? Hent de nye tal.',
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
