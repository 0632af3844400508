import {
  type Coverage,
  type Excerpt,
  excerptKey,
  type Problem,
  problemLine,
  restLine,
  type Severity,
  type Summary,
  type Survey,
  shownProblems,
} from '../../dataset/index.ts';

/** What `valider` prints for people: all problems with the row shown and the place marked, then what the dataset holds. */
export function renderSurveyText(survey: Survey): string {
  const parts = [...problemBlocks(survey), verdict(survey.problems)];
  if (survey.summary !== null) parts.push(...summaryLines(survey.summary));
  return `${parts.join('\n')}\n`;
}

const problemBlocks = ({ problems, excerpts }: Survey): string[] =>
  shownProblems(problems).flatMap((shown) => {
    const { problem } = shown;
    const lines = [problemLine(problem), ...excerptLines(excerpts.get(excerptKey(problem.place)))];
    const rest = restLine(shown);
    return rest === null ? lines : [...lines, rest];
  });

const excerptLines = (excerpt: Excerpt | undefined): string[] =>
  excerpt === undefined || excerpt.text === '' ? [] : [`    ${excerpt.text}`, `    ${' '.repeat(excerpt.mark - 1)}^`];

const words: Readonly<Record<Severity, readonly [string, string]>> = {
  error: ['fejl', 'fejl'],
  warning: ['advarsel', 'advarsler'],
  info: ['bemærkning', 'bemærkninger'],
};

function verdict(problems: readonly Problem[]): string {
  const count = (severity: Severity): string => {
    const number = problems.filter((problem) => problem.severity === severity).length;
    return `${number} ${words[severity][number === 1 ? 0 : 1]}`;
  };
  return `${problems.length > 0 ? '\n' : ''}${count('error')}, ${count('warning')}, ${count('info')}.`;
}

function summaryLines(summary: Summary): string[] {
  const { info, provenance } = summary;
  return [
    '',
    `Udgave:   ${info.edition}`,
    `Titel:    ${info.title}`,
    ...info.sources.map(({ navn, url }, i) => `${i === 0 ? 'Kilder:  ' : '         '} ${navn} <${url}>`),
    `Omfang:   ${summary.municipalities} ${summary.municipalities === 1 ? 'kommune' : 'kommuner'}${summary.country ? ' og hele landet' : ''}, ${summary.figures} tal`,
    `Kilde:    ${provenance.officiel} officielle, ${provenance.beregnet} beregnede, ${provenance.eksempel} eksempler`,
    '',
    ...coverageTable(
      'Indikator',
      summary.coverage.filter(({ table }) => table === 'indikatorer'),
    ),
    '',
    ...coverageTable(
      'Nøgletal',
      summary.coverage.filter(({ table }) => table === 'noegletal'),
    ),
  ];
}

function coverageTable(title: string, coverage: readonly Coverage[]): string[] {
  const rows = [
    [title, 'Tal', 'Tider', 'Fra', 'Nyeste', 'Kommuner', 'Hele landet'],
    ...coverage.map((item) => [
      item.id,
      String(item.figures),
      String(item.times.length),
      item.times[0] ?? '-',
      item.newest ?? '-',
      String(item.municipalities),
      item.country ? 'ja' : 'nej',
    ]),
  ];
  const widths = rows[0]?.map((_, i) => Math.max(...rows.map((row) => row[i]?.length ?? 0))) ?? [];
  const isNumber = (column: number): boolean => column === 1 || column === 2 || column === 5;
  const pad = (text: string, i: number): string =>
    isNumber(i) ? text.padStart(widths[i] ?? 0) : text.padEnd(widths[i] ?? 0);
  return rows.map((row) => row.map(pad).join('  ').trimEnd());
}
