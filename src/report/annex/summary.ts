import { listText } from '../../danish/index.ts';
import { compare, type Decimal, round } from '../../decimal.ts';
import type { AnnexGoal, AnnexIndicator, GoalsTable, Ground, Indicator } from '../report.ts';
import { fill } from '../template.ts';
import type { AnnexContext } from './context.ts';
import { countText, sentence } from './sentence.ts';

/** A sentence with what it rests on. */
interface Sentence {
  readonly text: string;
  readonly ground: Ground;
}

/** An indicator as in the report, and as in the annex. */
interface Both {
  readonly indicator: Indicator;
  readonly own: AnnexIndicator;
  /** It is counted, not measured in percent: neither its size nor the country's can be compared. */
  readonly isCount: boolean;
}

interface Facts {
  readonly goals: readonly AnnexGoal[];
  readonly indicators: readonly Both[];
  readonly context: AnnexContext;
}

/** "Kort fortalt": a sentence by each rule that has something to tell, in the template's order. */
export function summaryOf(
  goals: readonly AnnexGoal[],
  table: GoalsTable,
  context: AnnexContext,
): { readonly summary: string[]; readonly grounds: Ground[] } {
  const templates = context.template.goals.goals.flatMap((goal) => goal.indicators);
  const printed = table.goals.flatMap((goal) => goal.indicators);
  const indicators = goals
    .flatMap((goal) => goal.indicators)
    .flatMap((own): Both[] => {
      const indicator = printed.find(({ id }) => id === own.id);
      const measure = templates.find(({ id }) => id === own.id)?.measure;
      return indicator === undefined ? [] : [{ indicator, own, isCount: measure === 'count' }];
    });
  const facts = { goals, indicators, context };
  const sentences = context.words.summary.order.flatMap((rule) => rules[rule](facts) ?? []);
  return { summary: sentences.map(({ text }) => text), grounds: sentences.map(({ ground }) => ground) };
}

const rules: Readonly<Record<Ground['rule'], (facts: Facts) => Sentence | null>> = {
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
  const indicators = measured.flatMap((goal) => goal.indicators.filter(hasFigure));
  return {
    text: sentence(words.coverage, { antal: measured.length, ialt: countText(words.goals, goals.length) }),
    ground: { rule: 'coverage', goals: measured.map(({ number }) => number), indicators: idsOf(indicators) },
  };
}

/** Which goals move one way. */
function moving(rule: 'positive' | 'negative', { goals, context }: Facts): Sentence | null {
  const words = context.words.summary;
  const found = goals.filter(({ movement }) => movement === rule);
  if (found.length === 0) return null;
  return {
    text: sentence(words[rule], { antal: countText(words.goals, found.length), navne: namesOf(found) }),
    ground: groundOf(rule, found),
  };
}

/** Which goals move neither way. */
function steady({ goals, context }: Facts): Sentence | null {
  const words = context.words.summary;
  const unchanged = goals.filter(({ movement }) => movement === 'unchanged');
  const mixed = goals.filter(({ movement }) => movement === 'mixed');
  const only = unchanged.length > 0 ? unchanged : mixed;
  if (only.length === 0) return null;
  const count = (found: readonly AnnexGoal[]): string => countText(words.goals, found.length);
  const text =
    unchanged.length > 0 && mixed.length > 0
      ? sentence(words.unchangedAndMixed, {
          uaendretAntal: count(unchanged),
          uaendret: namesOf(unchanged),
          blandetAntal: count(mixed),
          blandet: namesOf(mixed),
        })
      : sentence(only === mixed ? words.mixed : words.unchanged, { antal: count(only), navne: namesOf(only) });
  return { text, ground: groundOf('steady', [...unchanged, ...mixed]) };
}

/** The largest movement each way, by the change as printed. Of equal ones all are named; a change that prints 0 is none. */
function largest({ indicators, context }: Facts): Sentence | null {
  const words = context.words.summary.largest;
  const most = (movement: 'positive' | 'negative'): Both[] => {
    const moving = indicators.filter(({ own, isCount }) => own.movement === movement && !isCount);
    const longest = moving.map(sizeOf).reduce((best, size) => (compare(size, best) > 0 ? size : best), '0');
    return moving.filter((one) => compare(longest, '0') > 0 && compare(sizeOf(one), longest) === 0);
  };
  const named = (found: readonly Both[]): string =>
    listText(
      found.map(({ indicator, own }) =>
        fill(words.indicator, { id: own.id, kort: own.name, udvikling: indicator.change.text }),
      ),
    );
  const [up, down] = [most('positive'), most('negative')];
  if (up.length === 0 && down.length === 0) return null;
  const values = { positivt: named(up), negativt: named(down) };
  const pattern = down.length === 0 ? words.positive : up.length === 0 ? words.negative : words.both;
  return {
    text: sentence(pattern, values),
    ground: { rule: 'largest', goals: [], indicators: idsOf([...up, ...down].map(({ own }) => own)) },
  };
}

/** The printed change without its sign. */
const sizeOf = ({ indicator: { change } }: Both): Decimal =>
  round(change.value ?? '0', change.decimals).replace('-', '');

/** On how many indicators the municipality is better than, worse than and level with the whole country. */
function country({ indicators, context }: Facts): Sentence | null {
  const words = context.words.summary;
  const compared = indicators.map(({ own }) => own).filter(({ comparison }) => comparison !== null);
  if (compared.length === 0) return null;
  const count = (wanted: AnnexIndicator['comparison']): number =>
    compared.filter(({ comparison }) => comparison === wanted).length;
  return {
    text: sentence(words.country, {
      navn: context.subject.name,
      ialt: countText(words.indicators, compared.length),
      bedre: count('better'),
      daarligere: count('worse'),
      lige: count('level'),
    }),
    ground: { rule: 'country', goals: [], indicators: idsOf(compared) },
  };
}

const namesOf = (goals: readonly AnnexGoal[]): string => listText(goals.map(({ name }) => name));

const idsOf = (indicators: readonly AnnexIndicator[]): string[] => indicators.map(({ id }) => id);

/** Goals by their movement, with the indicators that it follows from. */
const groundOf = (rule: Ground['rule'], goals: readonly AnnexGoal[]): Ground => ({
  rule,
  goals: goals.map(({ number }) => number),
  indicators: idsOf(goals.flatMap((goal) => goal.indicators).filter(({ movement }) => movement !== null)),
});
