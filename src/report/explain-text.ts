import type { ExplainedCell, ExplainedFigure, Explanation } from './explain.ts';
import { placeText } from './explain-words.ts';

const movements = { positive: 'positiv', negative: 'negativ', unchanged: 'uændret' } as const;

/** The explanation for people, in Danish lines that end in a line feed. */
export function explanationText(explanation: Explanation): string {
  const { name, subject, edition, text, timeReason, movement, cells } = explanation;
  return [
    `${name} for ${subject.name}, udgave ${edition}`,
    text,
    '',
    timeReason,
    ...(movement === null ? [] : [`Barometerbevægelse (af de afrundede tal): ${movements[movement]}.`]),
    ...cells.flatMap((cell) => ['', ...cellLines(cell)]),
    '',
  ].join('\n');
}

/** The explanation as JSON, indented, ending in a line feed. */
export function explanationJson(explanation: Explanation): string {
  return `${JSON.stringify(explanation, null, 2)}\n`;
}

function cellLines(cell: ExplainedCell): string[] {
  return [
    `${cell.heading}: ${cell.printed === '' ? '(tomt felt)' : cell.printed}`,
    ...[cell.blankReason].filter((reason) => reason !== null).map((reason) => `  ${reason}`),
    ...cell.figures.filter((figure) => figure.place !== null).map((figure) => `  ${figureLine(figure)}`),
    ...(cell.calculation === null ? [] : [`  Beregning: ${cell.calculation}`]),
    ...(cell.rounding === null ? [] : [`  Afrunding: ${cell.rounding}`]),
  ];
}

/** "Status 2024: 10,35 (officielt tal), indikatorer.csv:2:14" */
function figureLine(figure: ExplainedFigure): string {
  const role = figure.role === 'status' ? 'Tal' : 'Basismåling';
  const text = figure.text === '' ? '(ikke udfyldt)' : figure.text;
  return `${role} ${figure.time}: ${text} (${figure.provenanceText}), ${placeText(figure)}`;
}
