import fc from 'fast-check';
import { expect, it } from 'vitest';
import { DataError, type Dataset, type MappingEntry } from '../../src/dataset/index.ts';
import { municipalities } from '../../src/municipalities/index.ts';
import { periodOf } from '../helpers/fake-dataset.ts';
import { tries } from '../helpers/tries.ts';
import { loadExport, suggest } from './support/export.ts';
import { isError } from './support/memory-files.ts';

const areas = [{ code: '000', name: 'Hele landet' }, ...municipalities.slice(0, 40)];
const years = ['2023', '2024'];

/** How somebody may have saved the same figures. */
const layouts = fc.record({
  isWide: fc.boolean(),
  hasHead: fc.oneof({ weight: 6, arbitrary: fc.constant(true) }, fc.constant(false)),
  area: fc.constantFrom('code', 'name', 'both', 'capitals', 'suffix', 'decomposed', 'unseen'),
  areaName: fc.constantFrom('OMRÅDE', 'Kommune', 'geo', ''),
  timeName: fc.constantFrom('TID', 'År', 'periode', 'x'),
  valueName: fc.constantFrom('INDHOLD', 'Værdi', 'Antal', 'personer'),
  index: fc.constantFrom(null, '', 'Unnamed: 0', 'nr'),
  codes: fc.constantFrom(null, 'KOMNR', 'id', 'Region'),
  sex: fc.boolean(),
  second: fc.boolean(),
  odd: fc.constantFrom(null, 'NA', '<5', '..', 'i/t'),
  notes: fc.boolean(),
  separator: fc.constantFrom(';', '\t'),
  order: fc.integer({ min: 0, max: 5 }),
  from: fc.constantFrom(0, 90, 1_900, 12_000),
});
type Layout = typeof layouts extends fc.Arbitrary<infer T> ? T : never;

const numberOf = ({ from }: Layout, area: number, year: number): number =>
  from + ((area * 17) % areas.length) * 3 + year;

const areaTexts: Record<Layout['area'], (code: string, name: string) => string> = {
  code: (code) => code,
  name: (_, name) => name,
  both: (code, name) => `${code} ${name}`,
  capitals: (_, name) => name.toUpperCase(),
  suffix: (code, name) => (code === '000' ? name : `${name} Kommune`),
  decomposed: (_, name) => name.normalize('NFD'),
  unseen: (_, name) => `\u200b${name}\u00ad`,
};

/** A column: its name and its text in a row. */
type Column = readonly [name: string, text: (row: Row) => string];
interface Row {
  readonly area: number;
  readonly year: number;
  readonly sex: string;
  readonly line: number;
}

/** The text in the value's place, and the one that is the right figure. */
const shown = (layout: Layout, { area, year, sex }: Row): string =>
  layout.odd !== null && area % 7 === 3
    ? layout.odd
    : String(numberOf(layout, area, year) + (sex === 'I alt' ? 0 : 50_000));

const sexes = ({ sex }: Layout): string[] => (sex ? ['Mænd', 'I alt', 'Kvinder'] : ['I alt']);

function tableOf(layout: Layout): string {
  const codeOf = ({ area }: Row): string => areas[area]?.code ?? '';
  const left: Column[] = [
    ...(layout.index === null ? [] : [[layout.index, ({ line }: Row) => String(line)] as const]),
    ...(layout.codes === null
      ? []
      : [[layout.codes, (row: Row) => (layout.codes === 'Region' ? '084' : codeOf(row))] as const]),
    [layout.areaName, (row) => areaTexts[layout.area](codeOf(row), areas[row.area]?.name ?? '')],
    ...(layout.sex ? [['KØN', ({ sex }: Row) => sex] as const] : []),
  ];
  const long: Column[] = [
    ...(layout.second ? [['Antal i alt', ({ area }: Row) => String(area * 11)] as const] : []),
    [layout.timeName, ({ year }) => years[year] as string],
    [layout.valueName, (row) => shown(layout, row)],
  ];
  const wide: Column[] = years.map((year, i) => [year, (row) => shown(layout, { ...row, year: i })]);
  const isNamed = layout.index !== '' && layout.areaName !== '';
  const columns = layout.isWide ? [...left, ...wide] : rotated([...left, ...long], isNamed ? layout.order : 0);
  const rows = areas.flatMap((_, area) =>
    (layout.isWide ? [0] : [0, 1]).flatMap((year) => sexes(layout).map((sex) => ({ area, year, sex }))),
  );
  const lines = [
    ...(layout.hasHead ? [columns.map(([name]) => name)] : []),
    ...rows.map((row, line) => columns.map(([, text]) => text({ ...row, line }))),
    ...(layout.notes ? [[], ['Kilde: Danmarks Statistik']] : []),
  ];
  return `${lines.map((fields) => fields.join(layout.separator)).join('\n')}\n`;
}

const rotated = <T>(items: readonly T[], by: number): T[] => [...items.slice(by), ...items.slice(0, by)];

/** Fills in what is left to fill in as one does who knows the file. */
function filled(layout: Layout, entry: MappingEntry): object {
  const fill = (texts: object, known: Readonly<Record<string, string>>) =>
    Object.fromEntries(
      Object.entries(texts).map(([key, text]) => [key, text === 'UDFYLD' ? (known[key] ?? text) : text]),
    );
  return {
    ...entry,
    tabel: 'noegletal',
    kolonner: fill(entry.kolonner, { kommune: layout.areaName, tid: layout.timeName, vaerdi: layout.valueName }),
    ...(entry.serie === 'UDFYLD' && { serie: '2' }),
    ...(entry.udvalg !== undefined && { udvalg: fill(entry.udvalg, { KØN: 'I alt' }) }),
  };
}

/** The dataset that the mapping leads to; null when the file or the mapping is refused. */
async function datasetOf(layout: Layout, text: string): Promise<Dataset | null> {
  try {
    const { entry } = await suggest('a.csv', text);
    return await loadExport('a.csv', text, filled(layout, entry));
  } catch (error) {
    // Nobody can name a nameless column, or one whose name says nothing among several.
    const isClear = layout.timeName !== 'x' && !layout.second && layout.areaName !== '';
    if (!(error instanceof DataError) || (layout.hasHead && isClear)) throw error;
    return null;
  }
}

it('never leads to a wrong figure, and to all of them when the file has a head and nothing odd in it', async () => {
  let whole = 0;
  await fc.assert(
    fc.asyncProperty(layouts, async (layout) => {
      const text = tableOf(layout);
      const dataset = await datasetOf(layout, text);
      if (dataset === null) return;
      const isWhole = !dataset.problems.some(isError);
      if (isWhole) whole++;
      for (const [area, { code }] of areas.entries()) {
        for (const [year, time] of years.entries()) {
          const figure = dataset.keyFigure(code, '2', periodOf(time));
          const right = shown(layout, { area, year, sex: 'I alt', line: 0 });
          if (figure !== undefined || isWhole) expect(figure?.text, `${code} ${time} in\n${text}`).toBe(right);
        }
      }
    }),
    { seed: 15, numRuns: tries(60, 300) },
  );
  expect(whole).toBeGreaterThan(tries(12, 60));
}, 60_000);
