import { amount } from '../../danish/index.ts';
import {
  type Contents,
  type Coverage,
  type Excerpt,
  type Inspection,
  inspectDataset,
  type Problem,
  problemLine,
  realFiles,
  restLine,
  type Severity,
  stopsEverything,
} from '../../dataset/index.ts';
import { exitCode } from '../../errors.ts';
import { textTable } from '../../text-table.ts';
import { type CommandDefinition, printFormatOption } from '../command-line.ts';
import {
  addDataOptions,
  catalogueFor,
  type DataOptions,
  datasetFolder,
  formerOption,
  namedFormer,
  readTemplate,
} from '../inputs.ts';

interface ValidateOptions extends DataOptions {
  readonly forrige?: string;
  readonly format: 'tekst' | 'json';
}

/** `valider`: everything that is wrong with a dataset, and what it holds; 65 when something is wrong. */
export const validateCommand: CommandDefinition<ValidateOptions> = {
  name: 'valider',
  description: 'kontrollér et datasæt, og vis alle fejl og advarsler',
  define: (command) => addDataOptions(command).addOption(formerOption()).addOption(printFormatOption('tekst', 'json')),
  examples: ['barometer-report valider --data datasaet/', 'barometer-report valider --data datasaet/ --format json'],
  run: async (options, world) => {
    const catalogue = catalogueFor(readTemplate(options).template);
    const inspection = await inspectDataset(datasetFolder(options), catalogue, realFiles, namedFormer(options.forrige));
    await world.stdout(options.format === 'json' ? inspectionJson(inspection) : inspectionText(inspection));
    return inspection.problems.some(({ severity }) => severity === 'error') ? exitCode.data : exitCode.ok;
  },
};

/** Every problem, none grouped, and the summary. */
function inspectionJson({ problems, summary }: Inspection): string {
  const output = {
    format: 'barometer-valider/1',
    valid: problems.every(({ severity }) => severity !== 'error'),
    problems: problems.map((problem) => {
      const { place, severity, rule, value, message, remedy } = problem;
      return { ...place, severity, rule: rule.id, value, message, remedy, structural: stopsEverything(problem) };
    }),
    summary,
  };
  const plain = (_: string, value: unknown): unknown => (value instanceof Map ? Object.fromEntries(value) : value);
  return `${JSON.stringify(output, plain, 2)}\n`;
}

/** The problems with the row shown and the place marked, then what the dataset holds. */
export function inspectionText(inspection: Inspection): string {
  const parts = [...problemBlocks(inspection), verdict(inspection.problems)];
  if (inspection.summary !== null) parts.push(...summaryLines(inspection.summary));
  return `${parts.join('\n')}\n`;
}

const problemBlocks = ({ shown }: Inspection): string[] =>
  shown.flatMap((one) => {
    const lines = [problemLine(one.problem), ...excerptLines(one.excerpt)];
    const rest = restLine(one);
    return rest === null ? lines : [...lines, rest];
  });

const excerptLines = (excerpt: Excerpt | null): string[] =>
  excerpt === null || excerpt.text === '' ? [] : [`    ${excerpt.text}`, `    ${' '.repeat(excerpt.mark - 1)}^`];

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

function summaryLines({ info, provenance, coverage, municipalities, country, figures }: Contents): string[] {
  const inTable = (table: Coverage['table']): Coverage[] => coverage.filter((one) => one.table === table);
  return [
    '',
    `Udgave:   ${info.edition}`,
    `Titel:    ${info.title}`,
    ...info.sources.map(({ navn, url }, i) => `${i === 0 ? 'Kilder:  ' : '         '} ${navn} <${url}>`),
    `Omfang:   ${municipalities} ${municipalities === 1 ? 'kommune' : 'kommuner'}${country ? ' og hele landet' : ''}, ${amount(figures)} tal`,
    `Kilde:    ${amount(provenance.officiel)} officielle, ${amount(provenance.beregnet)} beregnede, ${amount(provenance.eksempel)} opdigtede`,
    '',
    ...coverageTable('Indikator', inTable('indikatorer')),
    '',
    ...coverageTable('Nøgletal', inTable('noegletal')),
  ];
}

function coverageTable(title: string, coverage: readonly Coverage[]): string[] {
  const rows = [
    [title, 'Tal', 'Perioder', 'Fra', 'Nyeste', 'Kommuner', 'Hele landet'],
    ...coverage.map(({ id, figures, times, newest, municipalities, country }) => [
      ...[id, String(figures), String(times.length), times[0] ?? '-', newest ?? '-', String(municipalities)],
      country ? 'ja' : 'nej',
    ]),
  ];
  return textTable(rows, [1, 2, 5]);
}
