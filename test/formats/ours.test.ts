import { expect, test } from 'vitest';
import { type Format, type FormatName, formats } from '../../src/formats/index.ts';
import { annexReportOf } from '../helpers/report.ts';

const report = annexReportOf({ indicators: [['161', '1.1', 2024, '10']] });

test.each(
  Object.entries<Format>(formats),
)('a file of ours is known as ours, and holds its report if it holds data: %s', async (name, {
  renderer,
  isOurs,
  reportIn,
  ending,
}) => {
  expect(ending).toBe(name);
  const { bytes } = await renderer('barometer-report 1.2.3')(report);
  expect(isOurs(bytes)).toBe(true);
  expect((await reportIn?.(bytes)) ?? report).toEqual(report);
});

test.each<[FormatName, string, string]>([
  ['pdf', 'another program’s', '%PDF-1.7\n<pdf:Producer>Word</pdf:Producer>'],
  ['pdf', 'a text about us', 'barometer-report 1.2.3'],
  ['pdf', 'empty', ''],
  ['json', 'another program’s', '{"format": "andet/1"}'],
  ['json', 'empty', ''],
])('a %s file that is %s is not ours, and holds no report', async (name, _, content) => {
  expect(formats[name].isOurs(Buffer.from(content))).toBe(false);
  expect(await formats[name].reportIn?.(Buffer.from(content))).toBeNull();
});

test('a PDF that another program has added to is not ours', async () => {
  const { bytes } = await formats.pdf.renderer('barometer-report 1.2.3')(report);
  const changed = Buffer.concat([bytes, Buffer.from('<pdf:Producer>Acrobat</pdf:Producer>')]);
  expect(formats.pdf.isOurs(changed)).toBe(false);
});
