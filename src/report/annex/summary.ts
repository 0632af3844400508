import { listText } from '../../danish/index.ts';
import { compare, type Decimal, round } from '../../decimal.ts';
import type { AnnexGoal, AnnexIndicator, GoalsTable, Indicator, SummaryBasis } from '../report.ts';
import { fill } from '../template.ts';
import type { AnnexContext } from './context.ts';
import { countText, sentence } from './sentence.ts';

/** A sentence with the goals and indicators that it counts. */
interface Sentence {
  readonly text: string;
  readonly goals: readonly AnnexGoal[];
  readonly indicators: readonly { readonly id: string }[];
}

interface Facts {
  readonly goals: readonly AnnexGoal[];
  readonly table: GoalsTable;
  readonly context: AnnexContext;
}

/** "Kort fortalt": a sentence by each rule that has something to tell, in the template's order. */
export function summaryOf(facts: Facts): { readonly summary: string[]; readonly grounds: SummaryBasis[] } {
  const sentences = facts.context.words.summary.order.flatMap((rule) => {
    const told = rules[rule](facts);
    return told === null ? [] : [{ ...told, rule }];
  });
  return {
    summary: sentences.map(({ text }) => text),
    grounds: sentences.map(({ rule, goals, indicators }) => ({
      rule,
      goals: goals.map(({ number }) => number),
      indicators: indicators.map(({ id }) => id),
    })),
  };
}

const rules: Readonly<Record<SummaryBasis['rule'], (facts: Facts) => Sentence | null>> = {
  coverage,
  positive: (facts) => moving('positive', facts),
  negative: (facts) => moving('negative', facts),
  steady,
  largest,
  country,
};

/** For how many of the goals there are figures. */
function coverage({ goals, context }: Facts): Sentence {
  const words = context.words.summary;
  const hasFigure = ({ status }: AnnexIndicator): boolean => status.subject.value !== null;
  const measured = goals.filter((goal) => goal.indicators.some(hasFigure));
  return {
    text: sentence(words.coverage, { antal: measured.length, ialt: countText(words.goals, goals.length) }),
    goals: measured,
    indicators: measured.flatMap((goal) => goal.indicators.filter(hasFigure)),
  };
}

/** Which goals move one way. */
function moving(way: 'positive' | 'negative', { goals, context }: Facts): Sentence | null {
  const words = context.words.summary;
  const found = goals.filter(({ movement }) => movement === way);
  if (found.length === 0) return null;
  const text = sentence(words[way], { antal: countText(words.goals, found.length), navne: namesOf(found) });
  return { text, goals: found, indicators: moved(found) };
}

/** Which goals move neither way. */
function steady({ goals, context }: Facts): Sentence | null {
  const words = context.words.summary;
  const unchanged = goals.filter(({ movement }) => movement === 'unchanged');
  const mixed = goals.filter(({ movement }) => movement === 'mixed');
  const found = [...unchanged, ...mixed];
  if (found.length === 0) return null;
  const count = (some: readonly AnnexGoal[]): string => countText(words.goals, some.length);
  const text =
    unchanged.length > 0 && mixed.length > 0
      ? sentence(words.unchangedAndMixed, {
          uaendretAntal: count(unchanged),
          uaendret: namesOf(unchanged),
          blandetAntal: count(mixed),
          blandet: namesOf(mixed),
        })
      : sentence(mixed.length > 0 ? words.mixed : words.unchanged, { antal: count(found), navne: namesOf(found) });
  return { text, goals: found, indicators: moved(found) };
}

/**
 * The largest movement each way, by the change as printed; not of what is counted, whose size cannot be compared. Of
 * equal ones all are named; a change that prints 0 is none.
 */
function largest({ table, context }: Facts): Sentence | null {
  const words = context.words.summary.largest;
  const templates = context.template.goals.goals.flatMap((goal) => goal.indicators);
  const names = new Map(templates.flatMap((one) => (one.measure === 'count' ? [] : [[one.id, one.shortName]])));
  const compared = table.goals.flatMap((goal) => goal.indicators).filter(({ id }) => names.has(id));
  const most = (way: 'positive' | 'negative'): Indicator[] => {
    const moving = compared.filter(({ movement }) => movement === way);
    const longest = moving.map(sizeOf).reduce((best, size) => (compare(size, best) > 0 ? size : best), '0');
    return moving.filter((one) => compare(longest, '0') > 0 && compare(sizeOf(one), longest) === 0);
  };
  const named = (found: readonly Indicator[]): string =>
    listText(
      found.map(({ id, change }) => fill(words.indicator, { id, kort: names.get(id) ?? '', udvikling: change.text })),
    );
  const [up, down] = [most('positive'), most('negative')];
  if (up.length === 0 && down.length === 0) return null;
  const pattern = down.length === 0 ? words.positive : up.length === 0 ? words.negative : words.both;
  const text = sentence(pattern, { positivt: named(up), negativt: named(down) });
  return { text, goals: [], indicators: [...up, ...down] };
}

/** The printed change without its sign. */
const sizeOf = ({ change }: Indicator): Decimal => round(change.value ?? '0', change.decimals).replace('-', '');

/** On how many indicators the municipality is better than, worse than and level with the whole country. */
function country({ goals, context }: Facts): Sentence | null {
  const words = context.words.summary;
  const compared = goals.flatMap((goal) => goal.indicators).filter(({ comparison }) => comparison !== null);
  if (compared.length === 0) return null;
  const count = (wanted: AnnexIndicator['comparison']): number =>
    compared.filter(({ comparison }) => comparison === wanted).length;
  const text = sentence(words.country, {
    navn: context.subject.name,
    ialt: countText(words.indicators, compared.length),
    bedre: count('better'),
    daarligere: count('worse'),
    lige: count('level'),
  });
  return { text, goals: [], indicators: compared };
}

const namesOf = (goals: readonly AnnexGoal[]): string => listText(goals.map(({ name }) => name));

/** The indicators that the movements of goals follow from. */
const moved = (goals: readonly AnnexGoal[]): AnnexIndicator[] =>
  goals.flatMap((goal) => goal.indicators).filter(({ movement }) => movement !== null);
