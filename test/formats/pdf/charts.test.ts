import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { pdfRenderer } from '../../../src/formats/pdf/index.ts';
import { type Row, series } from '../../helpers/fake-dataset.ts';
import { pageTexts, tagTreeText } from '../../helpers/pdf.ts';
import { annexReportOf, catalogue, country, municipality } from '../../helpers/report.ts';
import { shippedAnnexReport, someSubjects } from '../../helpers/shipped.ts';
import { tries } from '../../helpers/tries.ts';

// A report with a picture in which two texts meet, or a text lies outside, is refused (refusals.test.ts): what is
// rendered here has none.

const render = pdfRenderer('barometer-report 0.0.0');

/** Municipalities of a spread, Glostrup among them. */
const codes = ['000', '084', '101', '147', '151', '153', '155', '161'];
const ids = ['1.1', '2.1', '7.2', '8.1', '8.3'];
const years = Array.from({ length: 14 }, (_, at) => 2012 + at);

const measureOf = (id: string) => catalogue.indicators.get(id)?.measure;

/** What may stand in a cell of the indicator: any number, a sign, or nothing. */
const anyValue = (id: string): fc.Arbitrary<string | null> => {
  const number = fc.integer({
    min: measureOf(id) === 'gap' ? -100 : 0,
    max: measureOf(id) === 'count' ? 1_500 : 100,
  });
  const text = fc.tuple(number, fc.constantFrom('', '', '*')).map(([value, mark]) => `${value}${mark}`);
  return fc.oneof({ weight: 6, arbitrary: text }, { weight: 3, arbitrary: fc.constantFrom('..', '...', null) });
};

const rowsOf = (isFull: boolean): fc.Arbitrary<Row[]> =>
  fc
    .tuple(
      ...ids.flatMap((id) =>
        codes.flatMap((code) => years.map((year) => anyValue(id).map((value) => ({ code, id, year, value })))),
      ),
    )
    .map((cells) =>
      cells.flatMap(({ code, id, year, value }): Row[] => {
        const shown = isFull && (value === null || value.startsWith('.')) ? '7' : value;
        return shown === null ? [] : [[code, id, year, shown]];
      }),
    );

describe('the pictures of an annex hold their texts, and no two of these meet', () => {
  it('in some reports of the shipped dataset', async () => {
    for (const subject of someSubjects.filter((_, at) => at % tries(2, 6) === 0))
      await expect(render(shippedAnnexReport(subject)), subject.name).resolves.toBeDefined();
  });

  it.each([
    ['with gaps', false],
    ['with all years filled', true],
  ])('in reports of any numbers, with regions, %s', async (_, isFull) => {
    await fc.assert(
      fc.asyncProperty(
        rowsOf(isFull),
        fc.constantFrom(municipality('Glostrup'), country),
        async (indicators, subject) => {
          const { pages } = await render(annexReportOf({ indicators }, subject));
          expect(pages).toBeGreaterThan(3);
        },
      ),
      { seed: 17, numRuns: tries(4, 12), endOnFailure: true },
    );
  });
});

it('a blank status is heard, and so is the number of the whole country below it', async () => {
  const indicators = [...series('161', '1.1', { 2012: '29', 2024: '..' }), ...series('000', '1.1', { 2024: '17' })];
  const tree = await tagTreeText((await render(annexReportOf({ indicators }))).bytes);
  expect(tree).toMatch(
    /TD [^\n]*\n +P "For usikkert eller fortroligt"\n +P ActualText="Hele landet 17 pct. point" "Hele landet 17"/,
  );
});

it('a figure that is older than the chart has its year', async () => {
  const indicators = [...series('161', '1.1', { 2012: '31', 2015: '29' }), ...series('000', '1.1', { 2024: '17' })];
  const pages = await pageTexts((await render(annexReportOf({ indicators }))).bytes);
  expect(pages[3]).toContain('29 pct. point (2015)');
});
