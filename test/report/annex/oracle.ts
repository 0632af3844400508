import type { Template } from '../../../src/report/index.ts';
import type { Row } from '../../helpers/fake-dataset.ts';
import { known, print } from '../oracle.ts';

type IndicatorTemplate = Template['goals']['goals'][number]['indicators'][number];

/** What the annex says of an indicator; numbers in millionths. */
export interface ExpectedIndicator {
  readonly movement: string | null;
  /** Per year: the subject's and the country's number, and how they print. */
  readonly history: readonly [
    year: number,
    subject: bigint | null,
    text: string,
    country: bigint | null,
    countryText: string,
  ][];
  /** Year, count, lowest, twice the median, highest. */
  readonly spread: readonly [year: number, count: number, lowest: bigint, median2: bigint, highest: bigint] | null;
}

export interface ExpectedAnnex {
  readonly goals: readonly { readonly movement: string | null; readonly indicators: readonly ExpectedIndicator[] }[];
  readonly summary: readonly string[];
}

/** One indicator of a subject: its status, its baseline and the country's status. */
interface Known {
  readonly goal: number;
  readonly one: IndicatorTemplate;
  readonly own: bigint | null;
  readonly base: bigint | null;
  readonly other: bigint | null;
}

/**
 * The annex computed a second time, in the plainest way there is, straight from rows, in millionths. Shares no code with
 * the program. Codes from 100 are municipalities.
 */
export function annexOracle(
  rows: readonly Row[],
  template: Template,
  names: Readonly<Record<string, string>>,
): (code: string) => ExpectedAnnex {
  const { values, newest } = known(rows);
  const number = (code: string, id: string, year: number | null): bigint | null =>
    values.get(`${code} ${id} ${year}`) ?? null;

  return (code) => {
    const isCountry = code === '000';
    const all: Known[] = [];
    const goals = template.goals.goals.map(({ number: goal, indicators, baselineYear }) => {
      const goalYear = newest(indicators.map(({ id }) => id));
      const expected = indicators.map((one): ExpectedIndicator => {
        const { id, decimals } = one;
        const year = goalYear === null ? null : (newest([id], goalYear) ?? goalYear);
        const mine = (at: number | null): bigint | null =>
          one.nationalOnly && !isCountry ? null : number(code, id, at);
        const theirs = (at: number | null): bigint | null => (isCountry ? null : number('000', id, at));
        const [own, base] = [mine(year), mine(baselineYear)];
        all.push({ goal, one, own, base, other: theirs(year) });
        const history: ExpectedIndicator['history'][number][] = [];
        for (let at = baselineYear; at <= (goalYear ?? 0); at++)
          history.push([at, mine(at), text(mine(at), decimals), theirs(at), text(theirs(at), decimals)]);
        return { movement: movementOf(one, own, base), history, spread: spreadOf(values, one, year) };
      });
      return { movement: goalMovementOf(expected.map(({ movement }) => movement)), indicators: expected };
    });
    const named = (movement: string): string[] =>
      template.goals.goals.filter((_, index) => goals[index]?.movement === movement).map(({ name }) => name);
    const covered = new Set(all.filter(({ own }) => own !== null).map(({ goal }) => goal)).size;
    return {
      goals,
      summary: [
        `Der er tal for ${covered} af ${goals.length} målsætninger.`,
        ...movingSentence('positiv', named('positive')),
        ...movingSentence('negativ', named('negative')),
        ...steadySentence(named('unchanged'), named('mixed')),
        ...largestSentence(all),
        ...countrySentence(all, names[code] ?? ''),
      ],
    };
  };
}

const movingSentence = (word: string, found: readonly string[]): string[] =>
  found.length === 0 ? [] : [`Udviklingen siden basismålingen er ${word} for ${goalsText(found)}.`];

function steadySentence(unchanged: readonly string[], mixed: readonly string[]): string[] {
  const parts = [
    ...(unchanged.length === 0 ? [] : [`uændret for ${goalsText(unchanged)}`]),
    ...(mixed.length === 0 ? [] : [`blandet for ${goalsText(mixed)}`]),
  ];
  return parts.length === 0 ? [] : [`Udviklingen siden basismålingen er ${parts.join('; den er ')}.`];
}

function largestSentence(all: readonly Known[]): string[] {
  const most = (wanted: string): string => {
    const moving = all
      .filter(({ one, own, base }) => one.measure !== 'count' && movementOf(one, own, base) === wanted)
      .map(({ one, own, base }) => ({ one, change: print((own ?? 0n) - (base ?? 0n), one.decimals) }));
    const size = ({ change }: { change: string }): number => Math.abs(printedNumber(change));
    const longest = Math.max(0, ...moving.map(size));
    const best = moving.filter((one) => longest > 0 && size(one) === longest);
    return and(best.map(({ one, change }) => `${one.id} ${one.shortName} (${change} ${one.changeUnit})`));
  };
  const [up, down] = [most('positive'), most('negative')];
  if (up !== '' && down !== '')
    return [`Bevægelsen i positiv retning er størst for ${up}; i negativ retning er den størst for ${down}.`];
  if (up !== '') return [`Bevægelsen i positiv retning er størst for ${up}.`];
  return down === '' ? [] : [`Bevægelsen i negativ retning er størst for ${down}.`];
}

function countrySentence(all: readonly Known[], name: string): string[] {
  const compared = all
    .filter(({ one, own, other }) => one.measure !== 'count' && own !== null && other !== null)
    .map(({ one, own, other }) => movementOf(one, own, other));
  if (compared.length === 0) return [];
  const count = (wanted: string): number => compared.filter((one) => one === wanted).length;
  const total = compared.length === 1 ? '1 indikator' : `${compared.length} indikatorer`;
  const results = `${count('positive')}, dårligere på ${count('negative')} og på niveau på ${count('unchanged')}`;
  return [`Af ${total} i pct. og pct. point er ${name} bedre end hele landet på ${results}.`];
}

const text = (number: bigint | null, decimals: number): string => (number === null ? '' : print(number, decimals));

const goalsText = (goals: readonly string[]): string =>
  `${goals.length === 1 ? '1 målsætning' : `${goals.length} målsætninger`}: ${and(goals)}`;

const and = (items: readonly string[]): string =>
  items.length < 2 ? (items[0] ?? '') : `${items.slice(0, -1).join(', ')} og ${items.at(-1)}`;

const printedNumber = (printed: string): number => Number(printed.replaceAll('.', '').replace(',', '.'));

/** Which way from `before` to `now`, as they print. */
function movementOf(
  { better, decimals }: IndicatorTemplate,
  now: bigint | null,
  before: bigint | null,
): 'positive' | 'negative' | 'unchanged' | null {
  if (now === null || before === null) return null;
  const step = printedNumber(print(now, decimals)) - printedNumber(print(before, decimals));
  if (step === 0) return 'unchanged';
  return step > 0 === (better === 'higher') ? 'positive' : 'negative';
}

function goalMovementOf(movements: readonly (string | null)[]): string | null {
  const known = movements.filter((one) => one !== null);
  if (known.length === 0) return null;
  const most = ['positive', 'negative', 'unchanged'].filter(
    (wanted) => known.filter((one) => one === wanted).length > known.length / 2,
  );
  return most[0] ?? 'mixed';
}

function spreadOf(
  values: ReadonlyMap<string, bigint>,
  { id, nationalOnly }: IndicatorTemplate,
  year: number | null,
): ExpectedIndicator['spread'] {
  const found: bigint[] = [];
  for (const [key, number] of values) if (/^[1-9]/.test(key) && key.endsWith(` ${id} ${year}`)) found.push(number);
  found.sort((a, b) => (a < b ? -1 : a > b ? 1 : 0));
  const [lowest, highest] = [found[0], found.at(-1)];
  if (nationalOnly || year === null || found.length < 5 || lowest === undefined || highest === undefined) return null;
  const half = found.length >> 1;
  const median2 = found.length % 2 === 1 ? 2n * (found[half] ?? 0n) : (found[half - 1] ?? 0n) + (found[half] ?? 0n);
  return [year, found.length, lowest, median2, highest];
}
