import { clean, type Period, periodText } from '../../danish/index.ts';
import { grouped } from '../../grouped.ts';
import type { Catalogue, Measure } from '../catalogue.ts';
import type { Figure } from '../figure.ts';
import { type Problem, warning } from '../problem.ts';
import type { Table } from '../table/table.ts';
import { yearOf } from '../table/times.ts';
import { type Check, oneByOne, seriesName, subjectName, timesOf } from './check.ts';

/** A percentage or gap may move by so many points from one year to the next, and for each further year. */
const POINTS = 40;
const POINTS_A_YEAR = 2;
/** It never may by more points than this, however many years lie between. */
const MOST_POINTS = 60;
/** A decimal mark in the wrong place: so many times as much or as little, and so many points. */
const SLIP_FACTOR = 8;
const SLIP_POINTS = 10;
/** Further apart, a gap may well have closed to a tenth. */
const SLIP_YEARS = 2;
/** A count may be so many times as large or small as the one before; over more than two years more. Small ones vary. */
const FACTOR = 5;
const FACTOR_OF_YEARS = 20;
const SMALL_CHANGE = 100;
/** Numbers further apart than this are not compared. */
const MOST_YEARS = 15;

interface TimedNumber {
  readonly time: Period;
  readonly figure: Figure;
  readonly value: number;
}

interface Leap {
  readonly subject: string;
  readonly from: TimedNumber;
  readonly to: TimedNumber;
  readonly isBaseline: boolean;
}

/** Numbers that are too far from the subject's number before it, or from its baseline. */
export const leaps: Check = ({ indicators, keyFigures }, catalogue) =>
  [indicators, keyFigures].flatMap((table) =>
    [...table.series.values()].flatMap(({ id, measure }) => {
      const times = timesOf(table, [id]);
      const baselineYear = baselineOf(id, catalogue);
      const found = [...table.figuresOf(id)].flatMap(([subject, byTime]) =>
        ofSubject(subject, numbersOf(table, byTime, times), measure, baselineYear),
      );
      const name = seriesName(table, id);
      return oneByOne(
        grouped(found, ({ from, to, isBaseline }) => `${from.time.code} ${to.time.code} ${isBaseline}`).values(),
        (leap) => problem(leap, `${subjectName(leap.subject, catalogue)}, ${name.toLowerCase()}: ${change(leap)}.`),
        (group) => {
          const example = `${subjectName(group[0].subject, catalogue)} ${change(group[0])}`;
          return problem(group[0], `${name}: ${group.length} springer, fx ${example}.`);
        },
      );
    }),
  );

/** The baseline year of an indicator; null for a key figure, which has none. */
const baselineOf = (id: string, { goals }: Catalogue): number | null =>
  [...goals.values()].find((goal) => goal.indicators.includes(id))?.baselineYear ?? null;

/** A subject's numbers in the order of `times`. */
function numbersOf(table: Table, byTime: ReadonlyMap<Period, Figure>, times: readonly Period[]): TimedNumber[] {
  const numbers: TimedNumber[] = [];
  for (const time of times) {
    const figure = byTime.get(time);
    if (figure !== undefined && table.isNumber(figure)) numbers.push({ time, figure, value: Number(figure.value) });
  }
  return numbers;
}

function ofSubject(
  subject: string,
  numbers: readonly TimedNumber[],
  measure: Measure,
  baselineYear: number | null,
): Leap[] {
  const found: Leap[] = [];
  let former: TimedNumber | null = null;
  let from: TimedNumber | null = null;
  let baseline: TimedNumber | null = null;
  for (const to of numbers) {
    if (yearOf(to.time) === baselineYear) baseline = to;
    if (from !== null && isLeap(from, to, measure)) {
      // Back from a number that has leapt: one of the two is told.
      const isBack = found.at(-1)?.to === from && former !== null && !isLeap(former, to, measure);
      if (!isBack) found.push({ subject, from, to, isBaseline: false });
    }
    former = from;
    from = to;
  }
  if (found.length === 0 && baseline !== null && from !== null && isLeap(baseline, from, measure)) {
    found.push({ subject, from: baseline, to: from, isBaseline: true });
  }
  return found;
}

function isLeap(from: TimedNumber, to: TimedNumber, measure: Measure): boolean {
  const change = Math.abs(to.value - from.value);
  if (change < (measure === 'count' ? SMALL_CHANGE : SLIP_POINTS) || from.time.kind !== to.time.kind) return false;
  const years = Math.max(1, yearOf(to.time) - yearOf(from.time));
  if (years > MOST_YEARS) return false;
  const low = Math.min(Math.abs(from.value), Math.abs(to.value));
  const high = Math.max(Math.abs(from.value), Math.abs(to.value));
  if (measure === 'count') return high >= low * (years > SLIP_YEARS ? FACTOR_OF_YEARS : FACTOR);
  const isSlip = years <= SLIP_YEARS && low > 0 && from.value * to.value > 0 && high >= low * SLIP_FACTOR;
  return isSlip || change > Math.min(MOST_POINTS, POINTS + POINTS_A_YEAR * (years - 1));
}

const problem = (leap: Leap, message: string): Problem =>
  warning(leap.to.figure.place, {
    rule: 'stort-spring',
    value: leap.to.figure.text,
    message,
    remedy: 'Se efter, om et af tallene er tastet forkert.',
  });

/** "fra 74 i 2023 til 7,4 i 2024" */
function change({ from, to, isBaseline }: Leap): string {
  const at = ({ time, figure }: TimedNumber, year: string): string =>
    `${clean(figure.text)} ${time.kind === 'year' ? `i ${year}${periodText(time)}` : `(${periodText(time)})`}`;
  return `fra ${at(from, isBaseline ? 'basisåret ' : '')} til ${at(to, '')}`;
}
