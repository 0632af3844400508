import { comparePeriods, listText, type Period } from '../../danish/index.ts';
import type { Catalogue } from '../catalogue.ts';
import type { Declaration } from '../datasaet.ts';
import { type Problem, warning, wholeFile } from '../problem.ts';
import type { Tables } from '../read-dataset.ts';
import { shownPeriod, type Table } from '../table/table.ts';
import { yearOf } from '../table/times.ts';
import type { Check } from './check.ts';
import { MANY, namesOf, seriesName, subjectsAt, subjectsIn, subjectsText, timesOf, timeText } from './rows.ts';

/** A subject that lacks more rows than this is told once, by name, in place of in each series. */
const SCATTERED = 5;

/** A cell that reports show, and who has no row for it where others have. */
interface Gap {
  readonly table: Table;
  readonly id: string;
  readonly time: Period;
  /** "statusåret 2024", "basisåret 2012", "2. kvartal 2025" */
  readonly when: string;
  readonly missing: readonly string[];
}

/**
 * Rows of a shown year or period that a subject lacks, though at least nine in ten have one, or though it has one for
 * the time before. A symbol is a row.
 */
export const missingRows: Check = (tables, catalogue, declaration) => {
  const gaps = gapsOf(tables, catalogue, declaration);
  const count = new Map<string, number>();
  for (const { missing } of gaps) for (const code of missing) count.set(code, (count.get(code) ?? 0) + 1);
  const isMuch = (code: string): boolean => (count.get(code) ?? 0) > SCATTERED;
  const bySubject = [...count.keys()].filter(isMuch).map((code) => ofSubject(code, gaps, catalogue));
  const bySeries = gaps.flatMap((gap) => {
    const missing = gap.missing.filter((code) => !isMuch(code));
    return missing.length === 0 ? [] : [ofSeries({ ...gap, missing }, catalogue)];
  });
  return [...bySubject, ...bySeries];
};

function gapsOf({ indicators, keyFigures }: Tables, { goals }: Catalogue, declaration: Declaration): Gap[] {
  const gaps: Gap[] = [];
  const inTable = new Map<Table, ReadonlySet<string>>(
    [indicators, keyFigures].map((table) => [table, subjectsIn(table)]),
  );
  const look = (table: Table, id: string, time: Period, when: string, isShown: boolean): void => {
    const all = inTable.get(table) as ReadonlySet<string>;
    const have = subjectsAt(table, [id], time);
    const expected = have.size * 10 >= all.size * 9 ? all : isShown ? before(table, id, time) : new Set<string>();
    const missing = all.size < MANY ? [] : [...expected].filter((code) => !have.has(code));
    if (missing.length > 0 && have.size > missing.length) gaps.push({ table, id, time, when, missing: missing.sort() });
  };
  for (const [goal, { indicators: ids, baselineYear }] of goals) {
    const status = indicators.newest(ids, declaration.statusYears.get(goal));
    const baseline = indicators.times.find(String(baselineYear));
    for (const id of ids) {
      const shown = status && indicators.newest([id], yearOf(status));
      if (shown !== undefined) look(indicators, id, shown, `statusåret ${shown.code}`, true);
      if (baseline !== undefined) look(indicators, id, baseline, `basisåret ${baselineYear}`, false);
    }
  }
  for (const id of keyFigures.series.keys()) {
    const shown = shownPeriod(keyFigures, declaration, id);
    if (shown !== undefined) look(keyFigures, id, shown, timeText(shown), true);
  }
  return gaps;
}

/** Subjects with a row at the newest time before. */
function before(table: Table, id: string, time: Period): ReadonlySet<string> {
  const earlier = timesOf(table, [id]).find((other) => comparePeriods(other, time) < 0);
  return earlier === undefined ? new Set() : subjectsAt(table, [id], earlier);
}

const rule = 'manglende-raekke';
const remedy = 'Tilføj rækken, eller skriv "..", hvis tallet er diskretioneret; ellers bliver feltet tomt.';

const ofSeries = ({ table, id, when, missing }: Gap, catalogue: Catalogue): Problem => {
  const names = missing.length === 1 ? '' : `: ${namesOf(missing, catalogue)}`;
  const message = `${seriesName(table, id)}: ${subjectsText(missing, catalogue)} mangler en række for ${when}${names}.`;
  return warning(wholeFile(`${table.name}.csv`), { rule, value: id, message, remedy });
};

function ofSubject(code: string, gaps: readonly Gap[], catalogue: Catalogue): Problem {
  const own = gaps.filter(({ missing }) => missing.includes(code));
  const ofTable = (name: Table['name']): string[] => [
    ...new Set(own.filter(({ table }) => table.name === name).map(({ id }) => id)),
  ];
  const [indicators, keyFigures] = [ofTable('indikatorer'), ofTable('noegletal')];
  const where = [
    ...(indicators.length === 0 ? [] : [`indikator ${listText(indicators)}`]),
    ...(keyFigures.length === 0 ? [] : [`nøgletal ${listText(keyFigures)}`]),
  ].join(' og ');
  const file = `${own[0]?.table.name ?? 'indikatorer'}.csv`;
  const message = `${subjectsText([code], catalogue)} mangler ${own.length} rækker, som de fleste andre har: ${where}.`;
  return warning(wholeFile(file), {
    rule,
    value: code,
    message,
    remedy: 'Se efter, om filen er skåret over; skriv rækker med "..", hvor tal er diskretioneret.',
  });
}
