import { expect, it } from 'vitest';
import { type Format, type FormatName, formats } from '../../src/formats/index.ts';
import { annexReportOf } from '../helpers/report.ts';

const report = annexReportOf({ indicators: [['161', '1.1', 2024, '10']] });

it.each(
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
  expect((await reportIn?.(bytes)) ?? report).toMatchObject(report);
});

it.each<[FormatName, string, string]>([
  ['pdf', 'another program’s', '%PDF-1.7\n<pdf:Producer>Word</pdf:Producer>'],
  ['pdf', 'a text about us', 'barometer-report 1.2.3'],
  ['pdf', 'empty', ''],
  ['json', 'another program’s', '{"format": "andet/1"}'],
  ['json', 'empty', ''],
])('a %s file that is %s is not ours, and holds no report', async (name, _, content) => {
  expect(formats[name].isOurs(Buffer.from(content))).toBe(false);
  expect(await formats[name].reportIn?.(Buffer.from(content))).toBeNull();
});

it('a PDF that another program has added to is not ours', async () => {
  const { bytes } = await formats.pdf.renderer('barometer-report 1.2.3')(report);
  const text = Buffer.from(bytes).toString('latin1');
  const end = text.slice(text.lastIndexOf('\nstartxref'));
  expect(end).toMatch(/^\nstartxref\n\d+\n%%EOF\n$/);
  for (const added of [
    '<pdf:Producer>Acrobat</pdf:Producer>',
    `<pdf:Producer>Acrobat</pdf:Producer>${end}`,
    '% min note',
    '\n',
    '\0',
    `1 0 obj${end}`,
  ])
    expect([added, formats.pdf.isOurs(Buffer.concat([bytes, Buffer.from(added)]))]).toEqual([added, false]);
  expect(formats.pdf.isOurs(bytes.subarray(0, -1))).toBe(false);
});
