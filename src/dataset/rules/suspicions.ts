import { clean, formatNumber, listText, type Period, periodText } from '../../danish/index.ts';
import type { Catalogue, Series } from '../catalogue.ts';
import { counted, namesOf, seriesName, seriesNames, subjectName } from './phrases.ts';
import { type RuleOn, remarks, stopsAll, warns } from './rule.ts';

/** What is said when most of a series' numbers at one time are likely to be wrong, though each by itself could be right. */

/** What was reckoned. Distances are medians; of counts they are of the logarithm of numbers. */
export type Facts =
  | { readonly kind: 'repeated' | 'half-repeated'; readonly equal: number; readonly of: number }
  | { readonly kind: 'sorted'; readonly rises: boolean; readonly share: number }
  | { readonly kind: 'filled'; readonly codes: readonly string[]; readonly example: string }
  | {
      readonly kind: 'aligned';
      readonly direction: 'above' | 'below';
      readonly distance: number;
      readonly straight: number;
    }
  | { readonly kind: 'sign'; readonly distance: number; readonly straight: number }
  | { readonly kind: 'exchanged'; readonly other: string; readonly distance: number; readonly straight: number }
  | { readonly kind: 'copied'; readonly other: string; readonly equal: number; readonly of: number }
  | {
      readonly kind: 'jumped';
      /** Of counts the logarithm of the ratio; `usual` is the largest of other steps, null when there is none. */
      readonly drift: { readonly median: number; readonly sameWay: number; readonly of: number };
      readonly usual: number | null;
      readonly country: number | null;
    }
  | {
      readonly kind: 'order';
      readonly correlation: number;
      /** Of how many municipalities. */
      readonly of: number;
      /** Of the other steps, the lowest and the highest; null when there are too few. */
      readonly usual: readonly [lowest: number, highest: number] | null;
    };

/** The numbers of a series at a time look wrong beside those of the time before. */
export interface Suspicion {
  readonly series: Series;
  readonly before: Period;
  readonly after: Period;
  readonly pairs: readonly { readonly code: string; readonly before: number; readonly after: number }[];
  readonly facts: Facts;
}

/** One, and the names of others of the same kind. */
type Suspected = readonly [suspicion: Suspicion, others: readonly Series[], catalogue: Catalogue];

const decimal = (value: number, decimals: number): string => formatNumber(value.toFixed(6), decimals);
const signed = (value: number, decimals: number): string => `${value > 0 ? '+' : ''}${decimal(value, decimals)}`;
const plain = (value: number): string => String(value).replace('.', ',');

/** "København (74 og 71), Odense (...)": three municipalities with both numbers: those that moved farthest, or any. */
function examples({ pairs, facts }: Suspicion, catalogue: Catalogue): string {
  const spread = [0.1, 0.5, 0.9].flatMap((share) => pairs[Math.floor(pairs.length * share)] ?? []);
  const farthest = pairs.toSorted((a, b) => Math.abs(b.after - b.before) - Math.abs(a.after - a.before)).slice(0, 3);
  const chosen = ['order', 'sign', 'aligned'].includes(facts.kind) ? farthest : spread;
  const texts = [...new Set(chosen)].map(
    ({ code, before, after }) => `${subjectName(code, catalogue)} ${plain(before)} og ${plain(after)}`,
  );
  return listText(texts);
}

interface Said {
  readonly what: string;
  readonly cause: string;
}

/** What is said of the facts, without the series' name, and the likely cause. */
function saidOf(suspicion: Suspicion, catalogue: Catalogue): Said {
  const { facts, series, after, before } = suspicion;
  const [then, now] = [periodText(before), periodText(after)];
  const shown = `(fx ${examples(suspicion, catalogue)})`;
  switch (facts.kind) {
    case 'repeated':
    case 'half-repeated':
      return {
        what: `${facts.equal} af ${facts.of} kommuner har præcis samme tal for ${now} som for ${then} ${shown}`,
        cause: `Er tallene for ${then} hentet igen? Hent dem for ${now}.`,
      };
    case 'sorted':
      return {
        what: `tallene for ${now} ${facts.rises ? 'stiger' : 'falder'} fra kommune til kommune (${decimal(facts.share * 100, 0)} pct. af vejen)`,
        cause: 'Er kolonnen sorteret uden kommunekoden? Hent tallene igen, og sortér hele rækker.',
      };
    case 'filled':
      return {
        what: `${facts.codes.length} kommuner har samme tal for ${now}, ${clean(facts.example)}: ${namesOf(facts.codes, catalogue)}`,
        cause: 'Er et tal kopieret nedad i regnearket? Hent tallene igen.',
      };
    case 'aligned': {
      const row = facts.direction === 'above' ? 'over' : 'under';
      return {
        what: `tallene for ${now} ligner dem, som kommunen i rækken ${row} har for ${then} (afstand ${distanceText(facts.distance, series)}), mere end kommunens egne (${distanceText(facts.straight, series)}) ${shown}`,
        cause: 'Er kolonnen forskudt en række i forhold til kommunekoden? Hent tallene igen.',
      };
    }
    case 'sign':
      return {
        what: `tallene for ${now} er dem fra ${then} med modsat fortegn ${shown}`,
        cause: 'Er forskellen regnet den anden vej? Vend fortegnet, eller hent tallene igen.',
      };
    case 'exchanged':
      return {
        what: `tallene for ${now} ligner dem, som ${seriesName(series.table, facts.other).toLowerCase()} har for ${then} (afstand ${distanceText(facts.distance, series)}), mere end seriens egne (${distanceText(facts.straight, series)}), og omvendt`,
        cause: 'Er de to serier byttet om?',
      };
    case 'copied':
      return {
        what: `${facts.equal} af ${facts.of} kommuner har for ${now} samme tal som i ${seriesName(series.table, facts.other).toLowerCase()}`,
        cause: 'Er tallene hentet fra en forkert kolonne eller et forkert ark?',
      };
    case 'jumped': {
      const { drift, usual, country } = facts;
      const isCount = series.measure === 'count';
      const move = (value: number): string =>
        isCount ? `${signed((Math.exp(value) - 1) * 100, 0)} pct.` : `${signed(value, 1)} procentpoint`;
      const usually = usual === null ? '' : `, ellers højst ${move(Math.abs(usual)).replace('+', '')}`;
      const whole = country === null || isCount ? '' : `, hele landet ${signed(country, 1)}`;
      return {
        what: `${Math.round(drift.sameWay * drift.of)} af ${drift.of} kommuner er ${drift.median > 0 ? 'steget' : 'faldet'} fra ${then} til ${now}, medianen ${move(drift.median)}${usually}${whole} ${shown}`,
        cause:
          'Er det en anden opgørelse, fx kun mænd, et andet ark eller en ny definition? Sammenlign tallene med kilden.',
      };
    }
    case 'order': {
      const usually = facts.usual === null ? '' : `, ellers ${facts.usual.map((one) => decimal(one, 2)).join('-')}`;
      return {
        what: `kommunernes rækkefølge for ${now} ligner ikke den for ${then}: korrelation ${decimal(facts.correlation, 2)}${usually} (${facts.of} kommuner, fx ${examples(suspicion, catalogue)})`,
        cause: 'Er filen sorteret uden kommunekoden, eller hører tallene til en anden serie?',
      };
    }
  }
}

/** "0,4"; of counts, whose distances are logarithms, "12 pct.". */
const distanceText = (value: number, { measure }: Series): string =>
  measure === 'count' ? `${decimal((Math.exp(value) - 1) * 100, 0)} pct.` : decimal(value, 1);

const say =
  (id: string) =>
  (...[suspicion, others, catalogue]: Suspected) => {
    const { series, after } = suspicion;
    const { what, cause } = saidOf(suspicion, catalogue);
    const same = others.length === 0 ? '' : ` Det samme gælder for ${seriesNames(others)}.`;
    return {
      value: series.id,
      message: `${seriesName(series.table, series.id)}: ${what}.${same}`,
      remedy: `${cause} ${acceptance(id, [series, ...others], after)}`,
    };
  };

/** How the owner says that numbers are right all the same. */
export function acceptance(id: string, all: readonly Series[], { code }: Period): string {
  const entries = all.map((series) => `"${series.id}": "${code}"`);
  const shown = entries.length <= 3 ? entries.join(', ') : `${entries.slice(0, 2).join(', ')}, ...`;
  return `Er tallene rigtige, så skriv "accepter": {"${id}": {${shown}}} i datasaet.json.`;
}

const suspicious = (severity: typeof warns | typeof stopsAll, id: string): RuleOn<Suspected> =>
  severity<Suspected>(id, say(id), { follows: 'wrong rows' });

const manyFilled = suspicious(stopsAll, 'udfyldt-nedad');
const manyFilledCounts = suspicious(warns, 'udfyldt-nedad');
export const suspicionRules = {
  repeated: suspicious(stopsAll, 'samme-tal'),
  'half-repeated': suspicious(warns, 'samme-tal'),
  sorted: suspicious(stopsAll, 'sorteret'),
  filled: manyFilled,
  aligned: suspicious(stopsAll, 'forskudt-raekke'),
  sign: suspicious(stopsAll, 'modsat-fortegn'),
  exchanged: suspicious(stopsAll, 'byttet-serie'),
  copied: suspicious(stopsAll, 'samme-som-serie'),
  jumped: suspicious(warns, 'stort-skift'),
  order: suspicious(warns, 'anden-raekkefoelge'),
} as const satisfies Record<Facts['kind'], RuleOn<Suspected>>;
export { manyFilledCounts };

/** Rules that right numbers may meet: the owner can accept them for a series at a time. */
export const acceptableRules: ReadonlySet<string> = new Set([
  ...Object.values(suspicionRules).map(({ id }) => id),
  'anden-periodetype',
]);

/** What is short enough for a list of older times. */
const shortly: Record<Facts['kind'], string> = {
  repeated: 'samme tal',
  'half-repeated': 'mange af de samme tal',
  sorted: 'sorterede tal',
  filled: 'samme tal for mange',
  aligned: 'forskudt en række',
  sign: 'modsat fortegn',
  exchanged: 'byttet om',
  copied: 'tal fra en anden serie',
  jumped: 'alle flytter sig',
  order: 'en anden rækkefølge',
};

/** Times before the newest, which only years in the annex and later changes rest on. */
export const olderSuspicions = remarks<[suspicions: readonly Suspicion[]]>(
  'aeldre-tal',
  (suspicions) => {
    const list = suspicions
      .slice(0, 5)
      .map(
        ({ series, before, after, facts }) =>
          `${seriesName(series.table, series.id).toLowerCase()} fra ${periodText(before)} til ${periodText(after)} (${shortly[facts.kind]})`,
      );
    const more = suspicions.length > 5 ? ' med flere' : '';
    return {
      message: `${counted(suspicions.length, 'ældre skift ser', 'ældre skift ser')} usædvanligt ud: ${listText(list)}${more}.`,
      remedy: 'Kontrollér tallene, hvis de er nye i datasættet.',
    };
  },
  { follows: 'wrong rows' },
);
