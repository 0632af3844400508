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
  /** Year, count, four times the lowest, the quartiles, the median and the highest, and where the subject lies. */
  readonly spread: readonly [year: number, count: number, quarters: readonly bigint[], place: string] | null;
}

export interface ExpectedAnnex {
  readonly goals: readonly { readonly movement: string | null; readonly indicators: readonly ExpectedIndicator[] }[];
  readonly summary: readonly { readonly lead: string; readonly rest: string }[];
}

/** One indicator of a subject: its status, its baseline and the country's status. */
interface Known {
  readonly goal: number;
  readonly one: IndicatorTemplate;
  readonly own: bigint | null;
  readonly base: bigint | null;
  readonly other: bigint | null;
  readonly year: number | null;
  readonly goalYear: number | null;
}

/**
 * The annex computed a second time, in the plainest way there is, straight from rows, in millionths. Shares no code with
 * the program. Codes from 100 are municipalities.
 */
export function annexOracle(rows: readonly Row[], template: Template): (code: string) => ExpectedAnnex {
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
        all.push({ goal, one, own, base, other: theirs(year), year, goalYear });
        const history: ExpectedIndicator['history'][number][] = [];
        for (let at = baselineYear; at <= (goalYear ?? 0); at++)
          history.push([at, mine(at), text(mine(at), decimals), theirs(at), text(theirs(at), decimals)]);
        const spread = spreadOf(values, one, year, isCountry ? null : own);
        return { movement: movementOf(one, own, base), history, spread };
      });
      return { movement: goalMovementOf(expected.map(({ movement }) => movement)), indicators: expected };
    });
    return {
      goals,
      summary: [
        ...goalSentence(template, goals, isCountry),
        ...largestSentence(all, 'positive', 'Største fremgang:'),
        ...largestSentence(all, 'negative', 'Største tilbagegang:'),
        ...countrySentence(all),
        ...(isCountry ? [] : [nationalSentence(template)]),
      ],
    };
  };
}

type Said = ExpectedAnnex['summary'][number];

const isLocal = ({ indicators }: Template['goals']['goals'][number]): boolean =>
  !indicators.every(({ nationalOnly }) => nationalOnly);

function goalSentence(
  { goals: { goals: wording } }: Template,
  goals: readonly { readonly movement: string | null }[],
  isCountry: boolean,
): Said[] {
  const words: [string | null, string][] = [
    ['positive', 'Fremgang'],
    ['negative', 'Tilbagegang'],
    ['unchanged', 'Uændret'],
    ['mixed', 'Blandet'],
    [null, 'Bevægelsen kan ikke opgøres for'],
  ];
  const measured = wording.map((goal, index) => ({ goal, movement: goals[index]?.movement ?? null }));
  const counted = measured.filter(({ goal }) => isCountry || isLocal(goal));
  let lead = '';
  const rest: string[] = [];
  for (const [movement, word] of words) {
    const names = counted.filter((one) => one.movement === movement).map(({ goal }) => goal.name);
    if (names.length === 0) continue;
    if (lead === '' && movement !== null) {
      lead = `${word} på ${names.length} af ${counted.length} målsætninger:`;
      rest.push(`${and(names)}.`);
    } else rest.push(`${word}: ${and(names)}.`);
  }
  return [{ lead: lead === '' ? 'Ingen barometerbevægelse.' : lead, rest: rest.join(' ') }];
}

function nationalSentence({ goals: { goals } }: Template): Said {
  const names = goals.filter((goal) => !isLocal(goal)).map(({ name }) => name);
  return { lead: '', rest: `${and(names)} opgøres kun for hele landet.` };
}

function largestSentence(all: readonly Known[], wanted: string, lead: string): Said[] {
  const moving = all
    .filter(({ one, own, base }) => one.measure !== 'count' && movementOf(one, own, base) === wanted)
    .map((known) => ({
      ...known,
      size: Math.abs(printedNumber(print((known.own ?? 0n) - (known.base ?? 0n), known.one.decimals))),
    }));
  const longest = Math.max(0, ...moving.map(({ size }) => size));
  const best = longest === 0 ? [] : moving.filter(({ size }) => size === longest);
  const clauses = best.map(({ one, own, base, year, goalYear }) => {
    const older = year === goalYear ? '' : ` (${year})`;
    const way = (own ?? 0n) > (base ?? 0n) ? 'steget' : 'faldet';
    const [from, to] = [text(base, one.decimals), text(own, one.decimals)];
    return `${one.shortName} (${one.id}) er ${way} fra ${from} til ${to} ${one.unit}${older}`;
  });
  return best.length === 0 ? [] : [{ lead, rest: stop(and(clauses)) }];
}

function countrySentence(all: readonly Known[]): Said[] {
  const compared = all
    .filter(({ one, own, other }) => one.measure !== 'count' && own !== null && other !== null)
    .map((known) => ({ ...known, way: movementOf(known.one, known.own, known.other) }));
  if (compared.length === 0) return [];
  const of = (way: string) => compared.filter((one) => one.way === way);
  const total = compared.length === 1 ? '1 indikator' : `${compared.length} indikatorer`;
  const list = (way: string): string => {
    const found = of(way);
    if (found.length > 2) return and(found.map(({ one }) => one.id));
    return and(
      found.map(({ one, own, other, year, goalYear }) => {
        const older = year === goalYear ? '' : ` (${year})`;
        const figures = `: ${text(own, one.decimals)} mod ${text(other, one.decimals)} ${one.unit}${older}`;
        return `${one.id} ${one.shortName}${way === 'unchanged' ? '' : figures}`;
      }),
    );
  };
  const words: Readonly<Record<string, string>> = { positive: 'Bedre', negative: 'Dårligere', unchanged: 'På niveau' };
  const ways = of('negative').length > of('positive').length ? ['negative', 'positive'] : ['positive', 'negative'];
  const [first = '', ...others] = [...ways, 'unchanged'].filter((way) => of(way).length > 0);
  const than = first === 'unchanged' ? 'med' : 'end';
  return [
    {
      lead: `${words[first]} ${than} hele landet på ${of(first).length} af ${total}.`,
      rest: others.map((way) => stop(`${words[way]} på ${list(way)}`)).join(' '),
    },
  ];
}

/** With a point at its end and a minus before negative numbers. */
const stop = (sentence: string): string => `${sentence.replace(/\.$/, '')}.`.replace(/ -(?=\d)/g, ' \u2212');

const text = (number: bigint | null, decimals: number): string => (number === null ? '' : print(number, decimals));

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
  { id, nationalOnly, better }: IndicatorTemplate,
  year: number | null,
  own: bigint | null,
): ExpectedIndicator['spread'] {
  const found: bigint[] = [];
  for (const [key, number] of values) if (/^[1-9]/.test(key) && key.endsWith(` ${id} ${year}`)) found.push(number);
  found.sort((a, b) => (a < b ? -1 : a > b ? 1 : 0));
  if (nationalOnly || year === null || found.length < 5) return null;
  // In quarters of a step between two numbers, so that all is whole.
  const at = (quarter: number): bigint => {
    const steps = (found.length - 1) * quarter;
    const [below, above] = [found[steps >> 2] ?? 0n, found[(steps + 3) >> 2] ?? 0n];
    return 4n * below + BigInt(steps % 4) * (above - below);
  };
  const quarters = [0, 1, 2, 3, 4].map(at);
  return [year, found.length, quarters, own === null ? '-' : placeOf(4n * own, quarters, better)];
}

function placeOf(own: bigint, [, lower = 0n, , upper = 0n]: readonly bigint[], better: string): string {
  const beyond = own > upper ? 'higher' : own < lower ? 'lower' : null;
  if (beyond === null) return 'middle';
  return beyond === better ? 'best' : 'worst';
}
