import { formatNumber, formatPlain, listText } from '../danish/index.ts';
import { type Measure, type Provenance, placeText } from '../dataset/index.ts';
import { type Decimal, decimalsOf } from '../decimal.ts';
import { blankText, lackingFigure } from './cells.ts';
import { explainSentence, movementNames, sentenceLines, sentenceNumber } from './explain-sentence.ts';
import type { Cell, FigureUse, KeyFigure, Report } from './report.ts';
import { findRow, type IndicatorRow, type ReportRow, type RowCell } from './rows.ts';

/** Where the printed figures of a row come from, or what a sentence rests on. Made from the report alone. */
type Explanation = ReturnType<typeof explain>;

/**
 * Explains the row that `reference` names, "1.1" or "noegletal 13", or a sentence of the annex, "sammenfatning 2".
 * Throws a `UserError` (2) when there is none.
 */
export function explain(report: Report, reference: string) {
  const { edition, subject } = report;
  const number = sentenceNumber(reference);
  const explained = number === null ? explainRow(findRow(report, reference)) : explainSentence(report, number);
  return { format: 'barometer-forklaring/1' as const, edition, subject, ...explained };
}

function explainRow(row: ReportRow) {
  const { kind, label: name, text } = row;
  /** "Andelen er faldet fra 75 pct. i 2012 til 38 pct. i 2024; højere er bedre."; null without both figures. */
  const sentence = row.kind === 'indikator' ? developmentOf(row) : null;
  return { kind, name, text, sentence, ...timeOf(row), cells: row.cells.map((one) => explainCell(one, name)) };
}

/** The status year or period as printed, "" when nobody has a figure, and why it is that one. */
function timeOf(row: ReportRow) {
  if (row.kind === 'noegletal') {
    const { keyFigure } = row;
    return { time: keyFigure.period, timeReason: periodReason(keyFigure), movement: null };
  }
  const { status, movement } = row.indicator;
  const time = status.figures[0]?.time ?? row.goal.statusText;
  return { time, timeReason: yearReason(row, time), movement };
}

const measures: Readonly<Record<Measure, string>> = { percentage: 'Andelen', gap: 'Forskellen', count: 'Antallet' };

/** From the baseline to the status, as printed; null when either is blank. */
function developmentOf({ goal, indicator }: IndicatorRow): string | null {
  const { status, baseline, measure, better, movement } = indicator;
  if (movement === null) return null;
  const [before, now] = [baseline, status].map((cell) =>
    `${formatNumber(cell.value ?? '0', cell.decimals)} ${cell.unit}`.trimEnd(),
  );
  const years = [goal.baselineYear, status.figures[0]?.time];
  const isRise = (movement === 'positive') === (better === 'higher');
  const change =
    movement === 'unchanged'
      ? `uændret: ${now} i ${years[0]} og i ${years[1]}`
      : `${isRise ? 'steget' : 'faldet'} fra ${before} i ${years[0]} til ${now} i ${years[1]}`;
  return `${measures[measure]} er ${change}; ${better === 'higher' ? 'højere' : 'lavere'} er bedre.`;
}

/** Why an indicator's figures are of their year. */
function yearReason({ goal, indicator }: IndicatorRow, year: string): string {
  const { statusYear, statusYearSet, statusText, indicators } = goal;
  if (statusYear === null) return 'Datasættet har ingen tal for målsætningens indikatorer.';
  const ids = indicators.map(({ id }) => id);
  const anyOf = ids.length === 1 ? `indikator ${ids[0]}` : `mindst én af indikatorerne ${listText(ids)}`;
  const reason = statusYearSet
    ? `Statusåret ${statusText} er fastsat i datasaet.json.`
    : `Statusåret ${statusText} er det nyeste år, hvor mindst én kommune eller hele landet har et tal for ${anyOf}.`;
  if (year === statusText) return reason;
  return `${reason} Der er ingen tal for indikator ${indicator.id} i ${statusText}, så dens nyeste tal bruges, fra ${year}.`;
}

/** Why a key figure's numbers are of their period. */
function periodReason({ period, periodSet }: KeyFigure): string {
  if (period === '') return 'Datasættet har ingen tal, hverken for en kommune eller for hele landet.';
  if (periodSet === true) return `Perioden ${period} er fastsat i datasaet.json.`;
  return `${period} er den nyeste periode, hvor mindst én kommune eller hele landet har et tal.`;
}

function explainCell({ name, whose, cell }: RowCell, label: string) {
  return {
    heading: name,
    printed: cell.text,
    blank: cell.blank,
    blankReason: blankReason(cell, `${whose}, ${label.toLowerCase()}`),
    unrounded: cell.value,
    calculation: calculationOf(cell),
    rounding: cell.value === null ? null : roundingText(cell.value, cell.decimals),
    figures: cell.figures.map((figure) => ({ ...figure, provenanceText: provenanceText(figure) })),
  };
}

function calculationOf({ value, figures }: Cell): string | null {
  const [status, baseline] = figures.map((figure) => figure.value);
  if (value === null || status == null || baseline == null) return null;
  const minus = baseline.startsWith('-') ? `(${formatPlain(baseline)})` : formatPlain(baseline);
  return `${formatPlain(status)} - ${minus} = ${formatPlain(value)}`;
}

/** How the printed number follows from the unrounded one. */
function roundingText(value: Decimal, decimals: number): string {
  const many = decimals === 0 ? 'hele tal' : decimals === 1 ? '1 decimal' : `${decimals} decimaler`;
  if (decimalsOf(value) <= decimals)
    return decimals === 0 ? 'ingen; tallet er helt' : `ingen; tallet har højst ${many}`;
  return `${formatPlain(value)} → ${formatNumber(value, decimals)} (én gang, til ${many}; halve afrundes væk fra nul)`;
}

const provenances: Readonly<Record<Provenance, string>> = {
  officiel: 'officielt tal',
  beregnet: 'beregnet ud fra offentliggjorte tal',
  eksempel: 'opdigtet tal',
};

/** "officielt tal, foreløbigt"; null when no row holds the figure. */
function provenanceText({ provenance, provisional }: FigureUse): string | null {
  if (provenance === null) return null;
  return provisional ? `${provenances[provenance]}, foreløbigt` : provenances[provenance];
}

/** Why a cell prints no number; null when it prints one. `row` names the dataset's row: "Glostrup, indikator 1.1". */
function blankReason(cell: Cell, row: string): string | null {
  const reason = blankText(cell);
  if (reason === null) return null;
  const figure = lackingFigure(cell);
  if (figure === undefined) return `${reason}.`;
  const role = figure.role === 'baseline' ? 'Basismålingen, ' : '';
  const where = `${role}${row}${figure.time === '' ? '' : `, ${figure.time}`}`;
  const place = figure.place === null ? 'datasættet har ingen række' : placeText(figure.place);
  return `Feltet er tomt: ${reason} (${where}: ${place}).`;
}

/** The explanation for people, in Danish lines that end in a line feed. */
export function explanationText(explanation: Explanation): string {
  const { name, subject, edition, text } = explanation;
  const lines = explanation.kind === 'sammenfatning' ? sentenceLines(explanation) : rowLines(explanation);
  return [
    `${name} for ${subject.kind === 'hele-landet' ? 'hele landet' : subject.name}, udgave ${edition}`,
    text,
    '',
    ...lines,
    '',
  ].join('\n');
}

const rowLines = ({ sentence, timeReason, movement, cells }: ReturnType<typeof explainRow>): string[] => [
  ...(sentence === null ? [] : [sentence, '']),
  timeReason,
  ...(movement === null ? [] : [`Barometerbevægelse (ud fra de afrundede tal): ${movementNames[movement]}.`]),
  ...cells.flatMap((cell) => ['', ...cellLines(cell)]),
];

function cellLines(cell: ReturnType<typeof explainCell>): string[] {
  const { heading, printed, blankReason, figures, calculation, rounding } = cell;
  return [
    `${heading}: ${printed === '' ? '(tomt felt)' : printed}`,
    ...(blankReason === null ? [] : [`  ${blankReason}`]),
    ...figures.flatMap(figureLines),
    ...(calculation === null ? [] : [`  Beregning: ${calculation}`]),
    ...(rounding === null ? [] : [`  Afrunding: ${rounding}`]),
  ];
}

/** "  Tal 2024: 10,35 (officielt tal), indikatorer.csv:2:14"; nothing of a figure that no row holds. */
function figureLines(figure: FigureUse): string[] {
  const { role, time, text, place } = figure;
  if (place === null) return [];
  const name = role === 'status' ? 'Tal' : 'Basismåling';
  return [
    `  ${name} ${time}: ${text === '' ? '(ikke udfyldt)' : text} (${provenanceText(figure)}), ${placeText(place)}`,
  ];
}

/** An explanation as JSON, indented, ending in a line feed; several as a list. */
export const explanationsJson = (explanations: readonly Explanation[]): string =>
  `${JSON.stringify(explanations.length === 1 ? explanations[0] : explanations, null, 2)}\n`;
