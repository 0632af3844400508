import fc from 'fast-check';
import { expect, it } from 'vitest';
import { municipalities } from '../../../src/municipalities/index.ts';
import { municipalitySubject, type Subject } from '../../../src/report/index.ts';
import type { Row } from '../../helpers/fake-dataset.ts';
import { annexReportOf, country } from '../../helpers/report.ts';
import { tries } from '../../helpers/tries.ts';

const own = municipalities.slice(0, 8).map(municipalitySubject);
const codes = ['000', ...own.map(({ code }) => code)];
const ids = ['1.1', '1.2', '2.1', '3.2', '7.2', '8.1'];
const years = [2012, 2018, 2019, 2022, 2023, 2024];
const baseline = (id: string): number => (id === '8.1' ? 2018 : 2012);

/** Every leaf of a JSON value by its path, with the id of an indicator in place of its index. */
function leaves(value: unknown, path = ''): [string, unknown][] {
  if (Array.isArray(value))
    return value.flatMap((one, index) => leaves(one, `${path}/${(one as { id?: string } | null)?.id ?? index}`));
  if (typeof value !== 'object' || value === null) return [[path, value]];
  return Object.entries(value).flatMap(([key, one]) => leaves(one, `${path}/${key}`));
}

/** Paths of the annex that differ between the datasets. */
function changedPaths(before: readonly Row[], after: readonly Row[], subject: Subject): string[] {
  const [old, now] = [before, after].map((indicators) => new Map(leaves(annexReportOf({ indicators }, subject).annex)));
  const paths = new Set([...(old?.keys() ?? []), ...(now?.keys() ?? [])]);
  return [...paths].filter((path) => old?.get(path) !== now?.get(path));
}

/** What may rest on the figure: `code`'s of `id` in `year`, in the report of `subject`. */
function mayChange(subject: Subject, code: string, id: string, year: number): RegExp[] {
  const at = `^/goals/\\d+/indicators/${id}`;
  const isStatus = year === 2024;
  const isSubjects = code === subject.code && (id !== '3.2' || code === '000');
  const isCountrys = code === '000' && subject.code !== '000';
  const index = year - baseline(id);
  const isEnd = isSubjects && (isStatus || index === 0);
  const allowed: [boolean, string][] = [
    [isSubjects, `${at}/history/${index}/subject/`],
    [isCountrys, `${at}/history/${index}/country/`],
    [isSubjects || isCountrys, `${at}/alt$`],
    [true, `${at}/chart/range/`],
    [isSubjects, `${at}/chart/(first|last)/`],
    [isSubjects && isStatus, `${at}/status/subject/`],
    [isCountrys && isStatus, `${at}/status/country/`],
    [(isSubjects || isCountrys) && isStatus, `${at}/comparison$`],
    [isEnd, `${at}/(movement|changeText$)`],
    [isSubjects && isStatus, `${at}/spread/(quarter|alt|texts/place)$`],
    [isEnd, '^/goals/\\d+/movement'],
    [code !== '000' && isStatus && id !== '3.2', `${at}/spread/`],
    [isEnd, '^/(summary|grounds)'],
    [isCountrys && isStatus, '^/summary/\\d+/'],
  ];
  return allowed.filter(([may]) => may).map(([, pattern]) => new RegExp(pattern));
}

it('a figure changes the parts that rest on it and no other', () => {
  const cell = fc.tuple(fc.constantFrom(...codes), fc.constantFrom(...ids), fc.constantFrom(...years));
  const table = fc
    .array(fc.integer({ min: 0, max: 300 }), { minLength: 60, maxLength: 60 })
    .map((values) =>
      codes.flatMap((code, c) =>
        ids.flatMap((id, i) =>
          years
            .filter((year) => year >= baseline(id))
            .map((year, y): Row => [code, id, year, String((values[(c * 7 + i * 5 + y) % 60] ?? 0) % 101)]),
        ),
      ),
    );
  const subject = fc.constantFrom(country, ...own.slice(0, 3));
  fc.assert(
    fc.property(table, cell, fc.integer({ min: 101, max: 140 }), subject, (rows, [code, id, year], value, of) => {
      fc.pre(year >= baseline(id));
      const changed = rows.map(
        (row): Row => (row[0] === code && row[1] === id && row[2] === year ? [code, id, year, String(value)] : row),
      );
      const paths = changedPaths(rows, changed, of);
      const allowed = mayChange(of, code, id, year);
      expect(paths.filter((path) => !allowed.some((pattern) => pattern.test(path)))).toEqual([]);
      const side = code === of.code ? 'subject' : code === '000' ? 'country' : null;
      const isShown = side !== null && (side === 'country' || id !== '3.2' || of.code === '000');
      const cells = paths.filter((path) => /\/history\/\d+\/[a-z]+\/value$/.test(path));
      expect(cells).toHaveLength(isShown ? 1 : 0);
      if (year === 2024 && code !== '000' && id !== '3.2')
        expect(paths.some((path) => path.includes('/spread/'))).toBe(true);
    }),
    { seed: 5, numRuns: tries(25, 200) },
  );
});
