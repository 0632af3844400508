import { exitCode, InternalError, UserError } from '../errors.ts';
import type {
  Annex,
  AnnexGoal,
  AnnexIndicator,
  Cell,
  GoalMovement,
  Indicator,
  Report,
  SummaryBasis,
} from './report.ts';
import { foldedReference } from './rows.ts';

/** The goals and indicators that a sentence of the annex's summary counts, with their figures. Texts are Danish. */
export interface SentenceExplanation {
  readonly kind: 'sammenfatning';
  readonly name: string; // "Sammenfatning 2"
  readonly text: string; // the sentence
  readonly rule: SummaryBasis['rule'];
  readonly ruleText: string;
  readonly goals: readonly ExplainedGoal[];
  readonly indicators: readonly ExplainedIndicator[];
}

type ExplainedGoal = Pick<AnnexGoal, 'number' | 'name' | 'movement'>;

interface ExplainedIndicator
  extends Pick<AnnexIndicator, 'id' | 'name' | 'better' | 'betterText' | 'comparison' | 'movement'> {
  readonly status: Cell;
  readonly change: Cell;
  /** The whole country's status; null in its own report. */
  readonly country: Cell | null;
}

/** "sammenfatning 2" is 2; null for what names no sentence. */
export function sentenceNumber(reference: string): number | null {
  const number = /^sammenfatning(\d+)$/.exec(foldedReference(reference))?.[1];
  return number === undefined ? null : Number(number);
}

/** Explains the sentence with a number, from 1. Throws a `UserError` (2) when the report has no such sentence. */
export function explainSentence({ annex, goals: table }: Report, number: number): SentenceExplanation {
  if (annex === null) throw new InternalError('A sentence is asked of a report without an annex.');
  const [text, ground] = [annex.summary[number - 1], annex.grounds[number - 1]];
  if (text === undefined || ground === undefined) throw unknownSentence(annex, number);
  const { rule } = ground;
  const printed = table.goals.flatMap((goal) => goal.indicators);
  return {
    kind: 'sammenfatning',
    name: `Sammenfatning ${number}`,
    text,
    rule,
    ruleText: ruleTexts[rule],
    goals: annex.goals
      .filter((goal) => ground.goals.includes(goal.number))
      .map(({ number: goal, name, movement }) => ({ number: goal, name, movement })),
    indicators: annex.goals
      .flatMap((goal) => goal.indicators)
      .filter(({ id }) => ground.indicators.includes(id))
      .flatMap((indicator) => explained(indicator, printed)),
  };
}

function explained(own: AnnexIndicator, printed: readonly Indicator[]): ExplainedIndicator[] {
  const { id, name, better, betterText, comparison, movement, status } = own;
  const change = printed.find((indicator) => indicator.id === id)?.change;
  if (change === undefined) return [];
  const country = status.country ?? null;
  return [{ id, name, better, betterText, comparison, movement, status: status.subject, change, country }];
}

const ruleTexts: Readonly<Record<SummaryBasis['rule'], string>> = {
  coverage: 'En målsætning tæller med, når mindst én af dens indikatorer har et tal for aktuel status.',
  positive: 'En målsætning er positiv, når mere end halvdelen af dens indikatorer med en bevægelse er det.',
  negative: 'En målsætning er negativ, når mere end halvdelen af dens indikatorer med en bevægelse er det.',
  steady:
    'En målsætning er uændret, når mere end halvdelen af dens indikatorer med en bevægelse er det, og blandet, når ingen bevægelse har mere end halvdelen.',
  largest:
    'Den største trykte udvikling blandt indikatorer, der ikke er antal, med positiv og med negativ bevægelse; er flere lige store, nævnes de alle.',
  country:
    'De afrundede tal for aktuel status sammenlignes med hele landets i den retning, som målsætningen ønsker; antal sammenlignes ikke.',
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
export const sentenceLines = ({ ruleText, goals, indicators }: SentenceExplanation): string[] => [
  ruleText,
  ...(goals.length === 0 ? [] : ['', ...goals.map(goalLine)]),
  ...(indicators.length === 0 ? [] : ['', ...indicators.flatMap(indicatorLines)]),
];

const goalLine = ({ number, name, movement }: ExplainedGoal): string =>
  `Målsætning ${number} ${name}: ${movement === null ? 'ingen bevægelse' : movementNames[movement]}`;

function indicatorLines({ id, name, betterText, status, change, country, movement, comparison }: ExplainedIndicator) {
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
  const sources = figures.filter((figure) => figure.text !== null).map((figure) => `${figure.time}: ${figure.text}`);
  return `${text === '' ? '(tomt felt)' : text} (${sources.join(', ')})`;
}

function unknownSentence({ summary }: Annex, number: number): UserError {
  const found = summary.length === 1 ? 'én sætning' : `${summary.length} sætninger`;
  return new UserError(
    exitCode.usage,
    `Sammenfatningen har ingen sætning ${number}; den har ${found}. ` +
      `Skriv et tal fra 1 til ${summary.length}, f.eks. "sammenfatning 1".`,
  );
}
