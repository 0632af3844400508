import type { AnnexIndicator, ChartLabel, HistoryFigure, Report } from '../../../src/report/index.ts';

/** All that the annex prints or draws, as lines that can be read. */
export function annexText({ annex }: Report): string {
  if (annex === null) return '(intet bilag)\n';
  const { titles, columns, names, goals, notes } = annex;
  const text = [
    titles.above,
    titles.title,
    annex.notice ?? '(ingen oplysning)',
    '',
    annex.summaryHeading,
    ...annex.summary.map(
      ({ lead, rest }, index) =>
        `${index + 1}. **${lead}** ${rest}  [${Object.values(annex.grounds[index] ?? {}).join(' | ')}]`,
    ),
    '',
    Object.values(columns).join(' | '),
    Object.values(names).join(' | '),
    ...goals.flatMap(({ number, name, movementText, indicators }) => [
      '',
      `${number} ${name}: ${movementText ?? '-'}`,
      ...indicators.flatMap((indicator) =>
        indicator.shown ? indicatorLines(indicator) : [`  ${indicator.id} ${indicator.name}: ikke vist`],
      ),
    ]),
    '',
    `${annex.years.heading} (${annex.years.rowHeading})`,
    ...goals.flatMap(({ name, years, indicators }) => [
      '',
      `${name}: ${years.join(' ')}`,
      ...indicators
        .filter(({ shown }) => shown)
        .flatMap(({ id, history }) =>
          (['subject', 'region', 'country'] as const).flatMap((side) => {
            const figures = history.flatMap(({ [side]: figure }) => (figure === undefined ? [] : [figure]));
            return figures.length === 0 ? [] : [`  ${id} ${names[side]}: ${figures.map(cellText).join(' ')}`];
          }),
        ),
    ]),
    '',
    annex.notesHeading,
    ...notes.flatMap(({ heading, notes: texts }) => [
      '',
      heading,
      ...texts.map(({ text: note, url }) => `  ${note}${url === null ? '' : ` <${url}>`}`),
    ]),
  ];
  return `${text.join('\n')}\n`;
}

const cellText = ({ text, spoken, symbol, provisional }: HistoryFigure): string =>
  `${text === '' ? `${symbol}(${spoken})` : text}${provisional ? '*' : ''}`;

const labelText = (label: ChartLabel | null): string => (label === null ? '-' : `${label.year} "${label.text}"`);

function indicatorLines(indicator: AnnexIndicator): string[] {
  const { id, name, betterText, movementText, status, comparison, chart, spread, alt } = indicator;
  const { kind, reason, countryKind, range, first, last } = chart;
  const cells = Object.values(status).map((cell) => cell.text || `(${cell.spoken})`);
  return [
    `  ${id} ${name} (${betterText}): ${indicator.changeText} ${movementText ?? '-'}`,
    `    status: ${cells.join(' | ')}${comparison === null ? '' : ` [${comparison}]`}`,
    `    chart: ${kind}${reason === null ? '' : ` (${reason})`}, ${labelText(first)}, ${labelText(last)}; ` +
      `${countryKind}; ${range === null ? '-' : `${range.lowest} to ${range.highest}`}`,
    `    alt: ${alt}`,
    `    spread: ${spread === null ? '-' : `${spread.texts.place} (${spread.quarter}; ${spread.lowerQuartile} to ${spread.upperQuartile}). ${spread.alt}`}`,
  ];
}
