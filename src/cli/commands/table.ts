import { existsSync } from 'node:fs';
import { clean } from '../../danish/index.ts';
import {
  parseYears,
  type SharedSeries,
  sharedSeries,
  type TableFormatName,
  tableFormatNames,
  tableFormats,
  timesIn,
  type Years,
} from '../../edition/index.ts';
import { exitCode, UserError, usageError } from '../../errors.ts';
import { writeWhole } from '../../file/index.ts';
import { municipalitiesByName } from '../../municipalities/index.ts';
import {
  buildReport,
  commonFigures,
  countrySubject,
  findRow,
  municipalitySubject,
  type Report,
  type Subject,
} from '../../report/index.ts';
import { type CommandDefinition, creator, overwriteHint, overwriteOption, printFormatOption } from '../command-line.ts';
import {
  addDataOptions,
  type DataOptions,
  generationDate,
  mostBytes,
  readDataset,
  readNamed,
  readTemplate,
} from '../inputs.ts';
import { tellFaults } from '../log.ts';
import { addSubjectOptions, type SubjectOptions, subjectsOf } from '../subjects.ts';
import { namesFile } from '../target.ts';
import type { World } from '../world.ts';

interface TableOptions extends DataOptions, SubjectOptions {
  readonly aar?: string;
  readonly format: TableFormatName;
  readonly ud?: string;
  readonly overskriv?: boolean;
}

/** `tabel`: figures of several municipalities side by side, always with the whole country. */
export const tableCommand: CommandDefinition<TableOptions> = {
  name: 'tabel',
  description: 'vis tal for flere kommuner side om side',
  define: (command) =>
    addDataOptions(addSubjectOptions(command.usage('[tal ...] [tilvalg]')))
      .argument('[tal...]', 'indikatorer ("1.2") og nøgletal ("noegletal 5"); uden dem er alle med')
      .option('--aar <år>', 'år for år, fx 2019-2024 (standard: basismåling og aktuel status)')
      .addOption(printFormatOption(...tableFormatNames))
      .option('-o, --ud <fil>', 'filen, som tabellen skrives til (standard: stdout)')
      .addOption(overwriteOption()),
  examples: [
    'barometer-report tabel 1.2 --kommune Glostrup --kommune Herlev --kommune Brøndby',
    'barometer-report tabel 3.3 --alle --ud danskproever.csv',
    'barometer-report tabel --ud barometer.xlsx',
    'barometer-report tabel 1.1 "noegletal 5" --region Sjælland --aar 2019-2024',
  ],
  notes: `
Hele landet er altid med. Uden --kommune, --region eller --fil vises alle 98 kommuner.
csv har en række pr. tal: kommunekode;kommune;nummer;tid;vaerdi;enhed;maerke;kilde. xlsx er en projektmappe med
ark til basismåling, aktuel status, år for år, nøgletal og noter.`,
  run: async (options, world, words) => {
    const years = options.aar === undefined ? null : parseYears(options.aar);
    const format = formatOf(options);
    const { template } = readTemplate(options);
    const subjects = tableSubjects(options, countrySubject(template));
    const dataset = await readDataset(options, template);
    // No spread is shown, so a wrong row of one municipality stops no other.
    const common = { ...commonFigures(dataset, template), problems: [] };
    const date = generationDate(undefined, world);
    const { reports, code } = made(subjects, (subject) => buildReport(dataset, template, subject, date, common), world);
    const series = chosen(sharedSeries(reports), words);
    const shown = years === null ? series : within(series, years);
    await write(await tableFormats[format].render(shown, years, creator), format, options, world);
    return code;
  },
};

/** Those that are named, else all by name; then the whole country. */
function tableSubjects(options: SubjectOptions, country: Subject): readonly Subject[] {
  const { kommune, region, fil, heleLandet } = options;
  const isNamed = [kommune, region, fil, heleLandet].some((option) => option !== undefined);
  const named = isNamed ? subjectsOf(options, country) : municipalitiesByName().map(municipalitySubject);
  return [...named.filter((subject) => subject !== country), country];
}

/** The reports that can be made; why others cannot is told. Errors: the first fault when there is none. */
function made(subjects: readonly Subject[], build: (subject: Subject) => Report, world: World) {
  const faults: UserError[] = [];
  const reports = subjects.flatMap((subject) => {
    try {
      return [build(subject)];
    } catch (fault) {
      if (!(fault instanceof UserError)) throw fault;
      faults.push(fault);
      return [];
    }
  });
  const [fault] = faults;
  if (fault !== undefined && reports.length === 0) throw fault;
  tellFaults(faults, world);
  return { reports, code: fault === undefined ? exitCode.ok : exitCode.partial };
}

/** The series that the words name, "1.2", "noegletal 5", in the order of the report; all of them without words. */
function chosen(all: readonly SharedSeries[], words: readonly string[]): readonly SharedSeries[] {
  const [report] = all.flatMap(({ entries }) => entries.map((entry) => entry.report));
  if (words.length === 0 || report === undefined) return all;
  const references = words.join(' ').split(/(?<!indikator|noegletal|nøgletal)\s+/i);
  const labels = new Set(references.map((reference) => findRow(report, reference).label));
  return all.filter(({ label }) => labels.has(label));
}

/** Those that have a figure in the years. Errors: `UserError` 2 when none has. */
function within(series: readonly SharedSeries[], years: Years): readonly SharedSeries[] {
  const found = series.filter(({ entries }) => timesIn(entries, years).length > 0);
  if (found.length > 0) return found;
  const { from, to } = years;
  const times = series.flatMap(({ entries }) => timesIn(entries, { from: 0, to: 9999 })).sort();
  const remedy = times.length === 0 ? 'Tallene har ingen år.' : `Tallene er fra ${times[0]} til ${times.at(-1)}.`;
  throw usageError(`Der er ingen tal for ${from === to ? from : `${from}-${to}`}. ${remedy}`);
}

/**
 * The format that is asked for, else the one that --ud ends like. Errors: `UserError` 2 when they differ, or for an ending
 * of files that are no table.
 */
function formatOf({ format, ud = '-' }: TableOptions): TableFormatName {
  const ending = tableFormatNames.find((name) => ud.toLowerCase().endsWith(`.${name}`));
  if (ending === undefined && namesFile(ud) && !(format === 'tekst' && /\.(txt|md)$/i.test(ud))) {
    const right = format === 'tekst' ? '.csv, .xlsx eller .txt' : `.${format}`;
    throw usageError(
      `--ud ${clean(ud)} ligner en anden slags fil, end tabel skriver. Skriv et filnavn, der ender på ${right}.`,
    );
  }
  if (ending === undefined || ending === format) return format;
  if (format === 'tekst') return ending;
  throw usageError(`--ud ${clean(ud)} passer ikke til --format ${format}. Skriv et filnavn, der ender på .${format}.`);
}

/** To standard output, or to a file that is not there yet or that this command has made. */
async function write(bytes: Uint8Array, format: TableFormatName, options: TableOptions, world: World): Promise<void> {
  const { ud, overskriv } = options;
  if (ud === undefined || ud === '-') return world.stdout(bytes);
  const { notOurs } = await import('../../batch/index.ts');
  if (overskriv !== true && existsSync(ud) && !tableFormats[format].isOurs(readNamed(ud, mostBytes.report)))
    throw notOurs(ud, overwriteHint);
  await writeWhole(ud, bytes);
  await world.stdout(`${ud}\n`);
}
