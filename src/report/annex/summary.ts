import { formatNumber, listText } from '../../danish/index.ts';
import { compare, type Decimal, round } from '../../decimal.ts';
import type { Goal, GoalMovement, GoalsTable, Indicator } from '../report.ts';
import { countText, fill, sentence } from '../template.ts';
import type { AnnexGoal, AnnexIndicator, SummaryBasis, SummarySentence } from './annex.ts';
import type { AnnexContext } from './context.ts';

/** A sentence with the goals and indicators that it counts. */
interface Sentence extends SummarySentence {
  readonly goals: readonly { readonly number: number }[];
  readonly indicators: readonly { readonly id: string }[];
}

interface SummaryFacts {
  readonly goals: readonly AnnexGoal[];
  readonly table: GoalsTable;
  readonly context: AnnexContext;
}

/** "Kort fortalt": a sentence by each rule that has something to say, in the template's order. */
export function summaryOf(facts: SummaryFacts): {
  readonly summary: SummarySentence[];
  readonly grounds: SummaryBasis[];
} {
  const sentences = facts.context.words.summary.order.flatMap((rule) => {
    const said = rules[rule](facts);
    return said === null ? [] : [{ ...said, rule }];
  });
  return {
    summary: sentences.map(({ lead, rest }) => ({ lead, rest })),
    grounds: sentences.map(({ rule, goals, indicators }) => ({
      rule,
      goals: goals.map(({ number }) => number),
      indicators: indicators.map(({ id }) => id),
    })),
  };
}

const rules: Readonly<Record<SummaryBasis['rule'], (facts: SummaryFacts) => Sentence | null>> = {
  goals: goalMovements,
  progress: (facts) => largest('positive', facts),
  setback: (facts) => largest('negative', facts),
  country,
  national,
};

/** From what one most wants to know. */
const ways = ['positive', 'negative', 'unchanged', 'mixed'] as const satisfies readonly GoalMovement[];

/** Which goals move which way, those that move the first way there is in the lead; and whose movement is not known. */
function goalMovements({ table, context }: SummaryFacts): Sentence | null {
  const { goals: words, goalCount } = context.words.summary;
  const measured = table.goals.filter((goal) => isMeasured(goal, context));
  if (measured.length === 0) return null;
  const moving = (wanted: GoalMovement | null): Goal[] => measured.filter(({ movement }) => movement === wanted);
  const [first, ...others] = ways.filter((way) => moving(way).length > 0);
  const total = countText(goalCount, measured.length);
  const parts = [
    ...(first === undefined ? [] : [fill(words.named, { navne: namesOf(moving(first)) })]),
    ...others.map((way) => fill(words.others[way], { navne: namesOf(moving(way)) })),
    ...(moving(null).length === 0 ? [] : [fill(words.unknown, { navne: namesOf(moving(null)) })]),
  ];
  const moved = measured.flatMap((goal) => goal.indicators).filter(({ movement }) => movement !== null);
  return {
    lead:
      first === undefined ? words.leadWithout : fill(words.lead[first], { antal: moving(first).length, ialt: total }),
    rest: parts.join(' '),
    goals: measured,
    indicators: moved,
  };
}

/**
 * The largest change one way, as printed; not of what is counted, whose size cannot be compared. Of equal ones all are
 * named; a change that prints 0 is none. The words follow the numbers, whichever way is better.
 */
function largest(way: 'positive' | 'negative', { table, context }: SummaryFacts): Sentence | null {
  const words = context.words.summary.largest;
  const moving = table.goals
    .flatMap((goal) => goal.indicators)
    .filter(({ measure, movement }) => measure !== 'count' && movement === way);
  const most = moving.map(sizeOf).reduce((best, size) => (compare(size, best) > 0 ? size : best), '0');
  const found = moving.filter((one) => compare(most, '0') > 0 && compare(sizeOf(one), most) === 0);
  if (found.length === 0) return null;
  const clauses = found.map(({ id, name, baseline, status, change }) =>
    fill(compare(change.value ?? '0', '0') > 0 ? words.risen : words.fallen, {
      kort: name,
      id,
      foer: formatNumber(baseline.value ?? '0', baseline.decimals),
      nu: status.text,
    }),
  );
  const lead = way === 'positive' ? words.progress : words.setback;
  return { lead, rest: sentence('{led}.', { led: listText(clauses) }), goals: [], indicators: found };
}

/** The printed change without its sign. */
const sizeOf = ({ change }: Indicator): Decimal => round(change.value ?? '0', change.decimals).replace('-', '');

/** On how many indicators the municipality is better than the whole country, or worse, whichever is more; then the rest. */
function country({ goals, context }: SummaryFacts): Sentence | null {
  const { country: words, indicatorCount } = context.words.summary;
  const compared = goals.flatMap((goal) => goal.indicators).filter(({ comparison }) => comparison !== null);
  if (compared.length === 0) return null;
  const of = (wanted: AnnexIndicator['comparison']): AnnexIndicator[] =>
    compared.filter(({ comparison }) => comparison === wanted);
  const [first = 'level', ...others] = (['better', 'worse', 'level'] as const)
    .filter((one) => of(one).length > 0)
    .sort((a, b) => Number(a === 'level') - Number(b === 'level') || of(b).length - of(a).length);
  const total = countText(indicatorCount, compared.length);
  const listed = (some: readonly AnnexIndicator[]): string => {
    if (some.length > mostWithFigures) return listText(some.map(({ id }) => id));
    return listText(
      some.map((one) => (one.comparison === 'level' ? `${one.id} ${one.name}` : figuresText(one, words))),
    );
  };
  return {
    lead: fill(words[first], { antal: of(first).length, ialt: total }),
    rest: others.map((one) => sentence(words.others[one], { liste: listed(of(one)) })).join(' '),
    goals: [],
    indicators: compared,
  };
}

/** More indicators are named by their ids only. */
const mostWithFigures = 2;

function figuresText(
  { id, name, status: { subject, country } }: AnnexIndicator,
  words: { readonly indicator: string },
) {
  const number = subject.value === null ? '' : formatNumber(subject.value, subject.decimals);
  return fill(words.indicator, { id, kort: name, tal: number, heleLandet: country?.text ?? '' });
}

/** Which goals are measured for the whole country only. */
function national({ table, context }: SummaryFacts): Sentence | null {
  const goals = table.goals.filter((goal) => !isMeasured(goal, context));
  if (goals.length === 0) return null;
  const rest = fill(context.words.summary.national, { navne: namesOf(goals) });
  return { lead: '', rest, goals, indicators: [] };
}

const isMeasured = ({ measuredLocally }: Goal, { subject }: AnnexContext): boolean =>
  measuredLocally || subject.kind === 'hele-landet';

const namesOf = (goals: readonly Goal[]): string => listText(goals.map(({ name }) => name));
