import { clean, formatNumber, listText, type Period, periodText } from '../../danish/index.ts';
import type { Catalogue, Series } from '../catalogue.ts';
import type { Figure } from '../figure.ts';
import { acceptSeries, alsoOf, counted, namesOf, seriesName, subjectName } from './phrases.ts';
import { type RuleOn, remarks, stopsAll, warns } from './rule.ts';

/** What is said when most of a series' numbers at one time are likely to be wrong, though each by itself could be right. */

/** The numbers of a series at a time, beside those of an earlier time. */
export interface Beside {
  readonly series: Series;
  readonly before: Period;
  readonly after: Period;
  readonly pairs: readonly { readonly code: string; readonly before: number; readonly after: number }[];
}

/** What looks wrong, and how it is said; of counts distances and moves are logarithms. */
export interface Suspicion {
  readonly rule: RuleOn<Suspected>;
  /** Short enough for a list of older times. */
  readonly shortly: string;
  /** The earlier time that it is told beside, where that is not the one before. */
  readonly from?: Period;
  /** It is about the country's number. */
  readonly isOfCountry?: boolean;
  /** The series that has its numbers, where that is told of both. */
  readonly counterpart?: string;
  readonly say: (beside: Beside, catalogue: Catalogue) => Said;
}

/** What is said without the series' name, and the likely cause. */
interface Said {
  readonly what: string;
  readonly cause: string;
}

/** One, and the names of others of the same kind. */
type Suspected = readonly [suspicion: Suspicion, beside: Beside, others: readonly Series[], catalogue: Catalogue];

/** The rule of a suspicion, and what makes one of `Data`. */
function suspicious<Data extends readonly unknown[]>(
  severity: typeof warns | typeof stopsAll,
  id: string,
  shortly: string,
  say: (words: Words, ...data: Data) => Said,
) {
  const rule = severity<Suspected>(
    id,
    (suspicion, beside, others, catalogue) => {
      const { series, after } = beside;
      const { what, cause } = suspicion.say(beside, catalogue);
      return {
        value: series.id,
        message: `${seriesName(series)}: ${what}.${alsoOf(others)}`,
        remedy: cause,
        accept: acceptSeries([series, ...others], after),
      };
    },
    { follows: 'wrong rows', isAcceptable: true },
  );
  const of = (...data: Data): Suspicion => ({
    ...{ rule, shortly },
    say: (beside, catalogue) => say(new Words(beside, catalogue), ...data),
  });
  return { rule, of };
}

/** What messages are made of. */
class Words {
  readonly series: Series;
  readonly earlier: string;
  readonly now: string;
  readonly catalogue: Catalogue;
  readonly #pairs: Beside['pairs'];

  constructor({ series, before, after, pairs }: Beside, catalogue: Catalogue) {
    this.series = series;
    this.earlier = periodText(before);
    this.now = periodText(after);
    this.catalogue = catalogue;
    this.#pairs = pairs;
  }

  /** "fx København 74 og 71, Odense ...": three municipalities with both numbers. */
  get some(): string {
    return this.#three(this.#pairs);
  }

  /** Three of those that have the same number at both times. */
  get unmoved(): string {
    return this.#three(this.#pairs.filter(({ before, after }) => before === after));
  }

  /** Those that have moved farthest. */
  get farthest(): string {
    const move = ({ before, after }: Beside['pairs'][number]): number => Math.abs(after - before);
    return this.#examples(this.#pairs.toSorted((a, b) => move(b) - move(a)).slice(0, 3));
  }

  /** Another series of the same table, by name. */
  other(id: string): string {
    return seriesName({ table: this.series.table, id }).toLowerCase();
  }

  /** "0,4"; of counts, whose distances are logarithms, "12 pct.". */
  distance(value: number): string {
    return this.series.measure === 'count' ? `${decimal(percent(value), 0)} pct.` : decimal(value, 1);
  }

  /** "+7,0 procentpoint", "-52 pct." */
  move(value: number): string {
    return this.series.measure === 'count' ? `${signed(percent(value), 0)} pct.` : `${signed(value, 1)} procentpoint`;
  }

  #three(pairs: Beside['pairs']): string {
    return this.#examples([0.1, 0.5, 0.9].flatMap((share) => pairs[Math.floor(pairs.length * share)] ?? []));
  }

  #examples(pairs: Beside['pairs']): string {
    const plain = (value: number): string => String(value).replace('.', ',');
    const texts = [...new Set(pairs)].map(
      ({ code, before, after }) => `${subjectName(code, this.catalogue)} ${plain(before)} og ${plain(after)}`,
    );
    return `fx ${listText(texts)}`;
  }
}

const percent = (logarithm: number): number => (Math.exp(logarithm) - 1) * 100;
const decimal = (value: number, decimals: number): string => formatNumber(value.toFixed(6), decimals);
const signed = (value: number, decimals: number): string => `${value > 0 ? '+' : ''}${decimal(value, decimals)}`;

type Repeated = readonly [equal: number, of: number];

const sayRepeated = ({ now, earlier, unmoved }: Words, ...[equal, of]: Repeated): Said => ({
  what: `${equal} af ${of} kommuner har præcis samme tal for ${now} som for ${earlier} (${unmoved})`,
  cause: `Er tallene for ${earlier} hentet igen? Hent dem for ${now}.`,
});

export const sameAsBefore = suspicious<Repeated>(stopsAll, 'samme-tal', 'samme tal', sayRepeated);
export const halfAsBefore = suspicious<Repeated>(warns, 'samme-tal', 'mange af de samme tal', sayRepeated);

export const sortedColumn = suspicious<[rises: boolean, share: number]>(
  stopsAll,
  'sorteret',
  'sorterede tal',
  ({ now }, rises, share) => ({
    what: `tallene for ${now} ${rises ? 'stiger' : 'falder'} fra kommune til kommune (${decimal(share * 100, 0)} pct. af vejen)`,
    cause: 'Er kolonnen sorteret uden kommunekoden? Hent tallene igen, og sortér hele rækker.',
  }),
);

type Filled = readonly [codes: readonly string[], text: string];

const sayFilled = ({ now, catalogue }: Words, ...[codes, text]: Filled): Said => ({
  what: `${codes.length} kommuner har samme tal for ${now}, ${clean(text)}: ${namesOf(codes, catalogue)}`,
  cause: 'Er et tal kopieret nedad i regnearket? Hent tallene igen.',
});

export const filledDown = suspicious<Filled>(stopsAll, 'udfyldt-nedad', 'samme tal for mange', sayFilled);
export const filledCounts = suspicious<Filled>(warns, 'udfyldt-nedad', 'samme tal for mange', sayFilled);

export const countryFilled = suspicious<Filled>(
  warns,
  'landets-tal-i-kommuner',
  'landets tal i kommuner',
  ({ now, catalogue }, codes, text) => ({
    what: `${codes.length} kommuner har for ${now} netop hele landets tal, ${clean(text)}: ${namesOf(codes, catalogue)}`,
    cause: 'Er landets tal sat ind, hvor kommunens mangler? Skriv "..".',
  }),
);

export const rowsShifted = suspicious<[where: 'over' | 'under', distance: number, own: number]>(
  stopsAll,
  'forskudt-raekke',
  'forskudt en række',
  (words, where, distance, own) => ({
    what: `tallene for ${words.now} ligner dem, som kommunen i rækken ${where} har for ${words.earlier} (afstand ${words.distance(distance)}), mere end kommunens egne (${words.distance(own)}) (${words.farthest})`,
    cause: 'Er kolonnen forskudt en række i forhold til kommunekoden? Hent tallene igen.',
  }),
);

export const signTurned = suspicious(stopsAll, 'modsat-fortegn', 'modsat fortegn', ({ now, earlier, farthest }) => ({
  what: `tallene for ${now} er dem fra ${earlier} med modsat fortegn (${farthest})`,
  cause: 'Er forskellen regnet den anden vej? Vend fortegnet, eller hent tallene igen.',
}));

export const complement = suspicious(stopsAll, 'modsat-andel', 'den modsatte andel', ({ now, earlier, farthest }) => ({
  what: `tallene for ${now} er 100 minus dem fra ${earlier} (${farthest})`,
  cause: 'Er det andelen uden i stedet for andelen med? Hent den rigtige kolonne.',
}));

const exchange = suspicious<[other: string, distance: number, own: number]>(
  stopsAll,
  'byttet-serie',
  'byttet om',
  (words, other, distance, own) => ({
    what: `tallene for ${words.now} ligner dem, som ${words.other(other)} har for ${words.earlier} (afstand ${words.distance(distance)}), mere end seriens egne (${words.distance(own)}), og omvendt`,
    cause: 'Er de to serier byttet om?',
  }),
);
export const seriesExchanged = {
  ...exchange,
  of: (other: string, far: number, own: number): Suspicion => ({ ...exchange.of(other, far, own), counterpart: other }),
};

export const seriesCopied = suspicious<[other: string, equal: number, of: number]>(
  stopsAll,
  'samme-som-serie',
  'tal fra en anden serie',
  (words, other, equal, of) => ({
    what: `${equal} af ${of} kommuner har for ${words.now} samme tal som i ${words.other(other)}`,
    cause: 'Er tallene hentet fra en forkert kolonne eller et forkert ark?',
  }),
);

/** `usual` is the largest move of other steps, null when there is none; `country` how far its number has moved. */
export const allMoved = suspicious<
  [median: number, same: number, of: number, usual: number | null, country: number | null]
>(warns, 'stort-skift', 'alle flytter sig', (words, median, same, of, usual, country) => {
  const { now, earlier, some, series } = words;
  const usually = usual === null ? '' : `, ellers højst ${words.move(Math.abs(usual)).replace('+', '')}`;
  const whole = country === null || series.measure === 'count' ? '' : `, hele landet ${signed(country, 1)}`;
  return {
    what: `${same} af ${of} kommuner er ${median > 0 ? 'steget' : 'faldet'} fra ${earlier} til ${now}, medianen ${words.move(median)}${usually}${whole} (${some})`,
    cause:
      'Er det en anden opgørelse, fx kun mænd, et andet ark eller en ny definition? Sammenlign tallene med kilden.',
  };
});

/** `usual` is the lowest and the highest correlation of other steps; null when there are too few. */
export const orderLost = suspicious<
  [correlation: number, of: number, usual: readonly [lowest: number, highest: number] | null]
>(warns, 'anden-raekkefoelge', 'en anden rækkefølge', ({ now, earlier, farthest }, correlation, of, usual) => {
  const usually = usual === null ? '' : `, ellers ${usual.map((one) => decimal(one, 2)).join('-')}`;
  return {
    what: `kommunernes rækkefølge for ${now} ligner ikke den for ${earlier}: korrelation ${decimal(correlation, 2)}${usually} (${of} kommuner, ${farthest})`,
    cause: 'Er filen sorteret uden kommunekoden, eller hører tallene til en anden serie?',
  };
});

const apart = suspicious<[was: Figure, is: Figure, move: number, median: number]>(
  warns,
  'landet-for-sig',
  'hele landet for sig',
  ({ now, earlier }, was, is, move, median) => ({
    what: `hele landet går fra ${clean(was.text)} for ${earlier} til ${clean(is.text)} for ${now} (${signed(move, 1)}), men kommunernes median er ${signed(median, 1)}`,
    cause: 'Er landets tal fra en anden opgørelse eller en anden serie?',
  }),
);
export const countryApart = {
  ...apart,
  of: (...data: Parameters<typeof apart.of>): Suspicion => ({ ...apart.of(...data), isOfCountry: true }),
};

/** Times before the newest, which only years in the annex and later changes rest on. */
type Older = readonly [all: readonly (Beside & { readonly suspicion: Suspicion })[]];

const sayOlder = (...[all]: Older) => {
  const list = all
    .slice(0, 5)
    .map(
      ({ series, before, after, suspicion }) =>
        `${seriesName(series).toLowerCase()} fra ${periodText(before)} til ${periodText(after)} (${suspicion.shortly})`,
    );
  const more = all.length > 5 ? ' med flere' : '';
  return {
    message: `${counted(all.length, 'ældre skift ser', 'ældre skift ser')} usædvanligt ud: ${listText(list)}${more}.`,
    remedy: 'Kontrollér tallene, hvis de er nye i datasættet.',
    accept: all.map(({ series, after }) => [series.id, after.code] as const),
  };
};

const older = { follows: 'wrong rows', isAcceptable: true } as const;
export const olderSuspicions = remarks<Older>('aeldre-tal', sayOlder, older);
/** Among them are some that right numbers never meet. */
export const olderFaults = warns<Older>('aeldre-tal', sayOlder, older);
