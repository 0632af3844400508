import { clean, editionText, type Period, periodText, undoubled } from '../../danish/index.ts';
import type { Catalogue, Series } from '../catalogue.ts';
import { acceptSeries, counted, namesOf, quoted, seriesName, seriesNames } from './phrases.ts';
import { stopsAll, warns } from './rule.ts';

/** What a dataset says of itself that is old, garbled or lost, or that its numbers contradict. */

/** The owner has set a time, and a newer one has numbers. */
export const staleTime = warns<
  [key: 'statusaar' | 'perioder', number: string, set: string, newest: Period, count: number]
>('foraeldet-indstilling', (key, number, set, newest, count) => ({
  value: set,
  message: `${key === 'statusaar' ? 'Målsætning' : 'Nøgletal'} ${number} vises for ${set}, som datasaet.json fastsætter, men ${counted(count, 'område', 'områder')} har tal for ${periodText(newest)}.`,
  remedy: `Slet linjen i "${key}", hvis de nyeste tal skal vises.`,
}));

export const titleOfOtherEdition = stopsAll<[said: string, edition: string]>('titel-udgave', (said, edition) => ({
  value: said,
  message: `Titlen siger ${clean(said)}, men udgaven er ${editionText(edition).toLowerCase()}.`,
  remedy: 'Ret "titel" eller "udgave" i datasaet.json. Kontrollér også, at tallene er de nye.',
}));

export const madeUpButUnmarked = warns<[text: string]>('opdigtet-i-tekst', (text) => ({
  value: text,
  message: `Her står ${quoted(text)}, men ingen tal har kilden "eksempel", så alle gælder for officielle eller beregnede.`,
  remedy: 'Skriv kilden "eksempel" ved de opdigtede tal, eller ret teksten, hvis ingen tal er opdigtede.',
}));

export const garbledText = warns<[text: string]>('tegnsaet-i-tekst', (text) => ({
  value: text,
  message: `Teksten er gemt i et forkert tegnsæt${undoubled(text) === null ? ', så bogstaver er gået tabt' : ''}: ${quoted(text)}.`,
  remedy: 'Skriv den igen, og gem datasaet.json som UTF-8. Ellers bliver den vist sådan i rapporterne.',
}));

export const oldData = warns<[edition: string, newest: Period, months: number]>(
  'gamle-tal',
  (edition, newest, months) => ({
    value: edition,
    message: `Udgaven er ${editionText(edition).toLowerCase()}, men de nyeste tal er fra ${periodText(newest)}, ${months} måneder før.`,
    remedy: 'Er "udgave" rigtig, og er det de nye filer?',
  }),
);

const kinds: Record<Period['kind'], string> = {
  year: 'år',
  quarter: 'kvartal',
  month: 'måned',
  day: 'dato',
  months: 'flere måneder',
};

export const otherKindOfPeriod = stopsAll<[series: Series, newest: Period, before: Period]>(
  'anden-periodetype',
  (series, newest, before) => ({
    value: newest.code,
    message: `${seriesName(series)}: den nyeste periode er ${periodText(newest)} (${kinds[newest.kind]}), men den før er ${periodText(before)} (${kinds[before.kind]}).`,
    remedy: 'Ret perioden, eller hent tabellen igen.',
    accept: acceptSeries([series], newest),
  }),
  { follows: 'wrong rows', isAcceptable: true },
);

const sayProvenance = 'Skriv kilden i rækkerne: officiel, beregnet eller eksempel.';

/** One time of series without provenance, where other times have one, `other`; of a whole series both are null. */
export const provenanceLost = stopsAll<
  [series: readonly Series[], time: Period | null, count: number, other: string | null]
>('kilde-mangler', (series, time, count, other) => ({
  value: '',
  message:
    time === null
      ? `De ${counted(count, 'række', 'rækker')} i ${seriesNames(series)} har ingen kilde, men de fleste andre rækker har. Uden kilde ville tallene gælde for officielle.`
      : `${counted(count, 'række', 'rækker')} for ${periodText(time)} i ${seriesNames(series)} har ingen kilde, men seriens andre rækker har (${other}). Uden kilde ville tallene gælde for officielle.`,
  remedy: sayProvenance,
}));

/** The rows of these subjects mostly have no provenance, where those of others have. */
export const provenanceLostBy = stopsAll<[codes: readonly string[], count: number, catalogue: Catalogue]>(
  'kilde-mangler',
  (codes, count, catalogue) => ({
    value: '',
    message: `${counted(count, 'række', 'rækker')} for ${namesOf(codes, catalogue)} har ingen kilde, men andre områders rækker har. Uden kilde ville tallene gælde for officielle.`,
    remedy: sayProvenance,
  }),
);
