import { describe, expect, test } from 'vitest';
import { contentOf } from '../../../src/formats/pdf/content/index.ts';
import { fontChooser } from '../../../src/formats/pdf/faces.ts';
import { leavesOf, type Picture } from '../../../src/formats/pdf/node.ts';
import type { Shape } from '../../../src/formats/pdf/shapes.ts';
import { color } from '../../../src/formats/pdf/style.ts';
import type { Report } from '../../../src/report/index.ts';
import { type Row, series } from '../../helpers/fake-dataset.ts';
import { annexReportOf } from '../../helpers/report.ts';
import { shippedAnnexReport, subjects } from '../../helpers/shipped.ts';

const picturesOf = (report: Report): Picture[] =>
  leavesOf(contentOf(report).flat()).filter((leaf): leaf is Picture => 'shapes' in leaf);

type Of<K extends Shape['kind']> = Extract<Shape, { kind: K }>;
const ofKind = <K extends Shape['kind']>({ shapes }: Picture, kind: K): Of<K>[] =>
  shapes.filter((shape): shape is Of<K> => shape.kind === kind);

/** The chart of the only indicator with figures. */
function chartOf(rows: readonly Row[]): Picture {
  const [chart] = picturesOf(annexReportOf({ indicators: rows }));
  if (chart === undefined) throw new Error('No chart');
  return chart;
}

/** Lines in a colour, each as its points. */
const linesIn = (chart: Picture, ink: string, width: number) =>
  ofKind(chart, 'lines').flatMap((shape) => (shape.color === ink && shape.width === width ? shape.paths : []));
const own = (chart: Picture) => linesIn(chart, color.heading, 1.5);
const countrys = (chart: Picture) => linesIn(chart, color.country, 1);
const dots = (chart: Picture) => ofKind(chart, 'dot').filter((dot) => dot.color === color.heading);
const texts = (chart: Picture) => ofKind(chart, 'text').map(({ text }) => text);

describe('a chart', () => {
  test('joins neighbouring years only, and has dots and values at both ends', () => {
    const chart = chartOf(series('161', '1.1', { 2012: '10', 2013: '12', 2014: '..', 2015: '16', 2016: '18' }));
    expect(own(chart).map((line) => line.length)).toEqual([2, 2]);
    expect(dots(chart).map(({ open }) => open)).toEqual([false, false]);
    expect(texts(chart)).toEqual(['2012', '2016', '10', '18']);
  });

  test('shows two figures as two dots, without a line', () => {
    const chart = chartOf(series('161', '1.1', { 2012: '10', 2024: '12' }));
    expect(own(chart)).toEqual([]);
    expect(dots(chart)).toHaveLength(2);
  });

  test('shows a provisional figure as an open dot', () => {
    const chart = chartOf(series('161', '1.1', { 2012: '10', 2013: '11*', 2014: '12' }));
    expect(dots(chart).map(({ open }) => open)).toEqual([false, true, false]);
  });

  test('shows counts as steps, and not the country beside them', () => {
    const rows = series('161', '8.1', { 2018: '1', 2019: '3', 2020: '3' });
    const chart = chartOf([...rows, ...series('000', '8.1', { 2018: '9', 2019: '9', 2020: '9' })]);
    const [line = []] = own(chart);
    expect(line.slice(1).every(([x, y], at) => x === line[at]?.[0] || y === line[at]?.[1])).toBe(true);
    expect(line).toHaveLength(5);
    expect(countrys(chart)).toEqual([]);
  });

  test('shows a count without a neighbouring year as a dot', () => {
    const chart = chartOf(series('161', '8.1', { 2018: '1', 2019: '3', 2020: '..', 2021: '2', 2022: '..', 2023: '4' }));
    expect(own(chart)).toHaveLength(1);
    expect(dots(chart)).toHaveLength(3);
  });

  test('has a reason in its place when there is no figure', () => {
    const rows = [
      ...series('161', '1.1', { 2012: '..', 2013: '..' }),
      ...series('000', '1.1', { 2012: '20', 2013: '19' }),
    ];
    const report = annexReportOf({ indicators: rows });
    expect(picturesOf(report)).toEqual([]);
    const printed = leavesOf(contentOf(report).flat()).flatMap((leaf) => ('text' in leaf ? leaf.text : []));
    expect(printed.map(({ text }) => text)).toContain('For usikkert eller fortroligt');
  });
});

describe('the pictures of the shipped dataset', () => {
  const fonts = fontChooser('fonts')([]);

  /** A label with what it covers, without the blank above and below its letters. */
  const boxOf = ({ text, style, anchor, at: [x, baseline] }: Of<'text'>) => {
    const width = fonts[style.font].widthOfString(text, style.fontSize);
    const left = anchor === 'start' ? x : x - width;
    return { text, left, right: left + width, top: baseline - 6, bottom: baseline };
  };
  const all = subjects.flatMap((subject) =>
    picturesOf(shippedAnnexReport(subject)).map((picture) => {
      const about = `${subject.name}: ${picture.tag.alt}`;
      return { picture, about, labels: ofKind(picture, 'text').map(boxOf) };
    }),
  );

  test('hold all their labels', () => {
    for (const { picture, labels, about } of all) {
      for (const { text, left, right, top, bottom } of labels) {
        const inside = left >= 0 && right <= picture.width && top >= 0 && bottom <= picture.height;
        expect(inside, `${text} in ${about}`).toBe(true);
      }
    }
  });

  test('draw equal values of an indicator at equal heights', () => {
    const heights = new Map<string, number>();
    for (const { picture, about } of all) {
      const dashed = ofKind(picture, 'lines').find(({ dash }) => dash !== undefined);
      const series = /Hele landet: (.*?)\./.exec(about)?.[1];
      const [start] = dashed?.paths[0] ?? [];
      if (series === undefined || start === undefined) continue;
      expect(heights.get(series) ?? start[1], about).toBeCloseTo(start[1], 6);
      heights.set(series, start[1]);
    }
    expect(heights.size).toBeGreaterThan(8);
  });
});
