import { exitCode, InternalError, UserError } from '../errors.ts';
import type { Annex, AnnexGoal, AnnexIndicator, SummaryBasis } from './annex/annex.ts';
import { isMadeUp } from './marks.ts';
import type { Cell, GoalMovement, Indicator, Report } from './report.ts';
import { foldedReference } from './rows.ts';

/** "sammenfatning 2" and "kort fortalt 2" are 2; null for what names no sentence. */
export function sentenceNumber(reference: string): number | null {
  const number = /^(?:sammenfatning|kortfortalt)(\d+)$/.exec(foldedReference(reference))?.[1];
  return number === undefined ? null : Number(number);
}

/**
 * The goals and indicators that the sentence with a number, from 1, counts, with their figures. Throws a `UserError` (2)
 * when the report has no such sentence.
 */
export function explainSentence({ annex, notice, goals: table }: Report, number: number) {
  if (annex === null) throw new InternalError('A sentence is asked of a report without an annex.');
  const [sentence, ground] = [annex.summary[number - 1], annex.grounds[number - 1]];
  if (sentence === undefined || ground === undefined) throw unknownSentence(annex, number);
  const { rule } = ground;
  const printed = table.goals.flatMap((goal) => goal.indicators);
  const indicators = annex.goals
    .flatMap((goal) => goal.indicators)
    .filter(({ id }) => ground.indicators.includes(id))
    .flatMap((indicator) => explained(indicator, printed));
  const figures = indicators.flatMap(({ status, change, country }) =>
    [status, change, country].flatMap((cell) => cell?.figures ?? []),
  );
  return {
    kind: 'sammenfatning' as const,
    name: `Sammenfatning ${number}`,
    text: `${sentence.lead} ${sentence.rest}`.trim(),
    rule,
    ruleText: ruleTexts[rule],
    goals: annex.goals
      .filter((goal) => ground.goals.includes(goal.number))
      .map(({ number: goal, name, movement }) => ({ number: goal, name, movement })),
    indicators,
    notice: figures.some(isMadeUp) ? (notice ?? annex.notice) : null,
  };
}

function explained(own: AnnexIndicator, printed: readonly Indicator[]) {
  const { id, name, better, betterText, comparison, movement, status } = own;
  const change = printed.find((indicator) => indicator.id === id)?.change;
  if (change === undefined) return [];
  const country = status.country ?? null;
  return [{ id, name, better, betterText, comparison, movement, status: status.subject, change, country }];
}

const ruleTexts: Readonly<Record<SummaryBasis['rule'], string>> = {
  goals:
    'En målsætning har den bevægelse, som mere end halvdelen af dens indikatorer med en bevægelse har; ellers er den blandet. Uden nogen bevægelse kan den ikke opgøres.',
  progress:
    'Den største udvikling i rapporten blandt indikatorer, der ikke er antal, med positiv bevægelse; er flere lige store, nævnes de alle.',
  setback:
    'Den største udvikling i rapporten blandt indikatorer, der ikke er antal, med negativ bevægelse; er flere lige store, nævnes de alle.',
  country:
    'De afrundede tal for aktuel status sammenlignes med hele landets i den retning, som målsætningen sigter mod; antal sammenlignes ikke.',
  national: 'Målsætninger, hvis indikatorer alle kun opgøres for hele landet.',
};

export const movementNames: Readonly<Record<GoalMovement, string>> = {
  positive: 'positiv',
  negative: 'negativ',
  unchanged: 'uændret',
  mixed: 'blandet',
};

const comparisons: Readonly<Record<NonNullable<AnnexIndicator['comparison']>, string>> = {
  better: 'bedre end hele landet',
  worse: 'dårligere end hele landet',
  level: 'på niveau med hele landet',
};

/** The explanation for people, in Danish lines. */
export const sentenceLines = ({
  ruleText,
  goals,
  indicators,
  notice,
}: ReturnType<typeof explainSentence>): string[] => [
  ruleText,
  ...(goals.length === 0 ? [] : ['', ...goals.map(goalLine)]),
  ...(indicators.length === 0 ? [] : ['', ...indicators.flatMap(indicatorLines)]),
  ...(notice === null ? [] : ['', notice]),
];

const goalLine = ({ number, name, movement }: Pick<AnnexGoal, 'number' | 'name' | 'movement'>): string =>
  `Målsætning ${number} ${name}: ${movement === null ? 'bevægelsen kan ikke opgøres' : movementNames[movement]}`;

function indicatorLines(indicator: ReturnType<typeof explained>[number]): string[] {
  const { id, name, betterText, status, change, country, movement, comparison } = indicator;
  return [
    `Indikator ${id} ${name} (${betterText})`,
    `  Aktuel status: ${cellText(status)}`,
    ...(movement === null ? [] : [`  Udvikling: ${cellText(change)}; bevægelse: ${movementNames[movement]}`]),
    ...(comparison === null || country === null
      ? []
      : [`  Hele landet: ${cellText(country)}; ${comparisons[comparison]}`]),
  ];
}

/** "10 pct. point (2024: 10,35)": as printed, with the figures as they stand in the dataset. */
function cellText({ text, figures }: Cell): string {
  const sources = figures
    .filter((figure) => figure.text !== null)
    .map((figure) => `${figure.time}: ${figure.text}${isMadeUp(figure) ? ' opdigtet' : ''}`);
  return `${text === '' ? '(tomt felt)' : text} (${sources.join(', ')})`;
}

function unknownSentence({ summary }: Annex, number: number): UserError {
  const found = summary.length === 1 ? 'én sætning' : `${summary.length} sætninger`;
  return new UserError(
    exitCode.usage,
    `"Kort fortalt" har ingen sætning ${number}. Der er ${found}. ` +
      `Skriv et tal fra 1 til ${summary.length}, fx "kort fortalt 1".`,
  );
}
