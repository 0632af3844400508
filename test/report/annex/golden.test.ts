import { expect, it } from 'vitest';
import { loadDataset } from '../../../src/dataset/index.ts';
import { municipalities } from '../../../src/municipalities/index.ts';
import { annexBasis, buildReport, catalogueOf } from '../../../src/report/index.ts';
import { country, municipality, template } from '../../helpers/report.ts';
import { annexText } from './annex-text.ts';

const dataset = await loadDataset('fixtures/juni-2026', catalogueOf(template, municipalities));
const basis = annexBasis(dataset, template);

it.each([
  ['glostrup', municipality('Glostrup')],
  ['koebenhavn', municipality('København')],
  ['laesoe', municipality('Læsø')],
  ['hele-landet', country],
])('annex of %s', async (name, subject) => {
  const report = buildReport(dataset, template, subject, '2026-06-06', basis);
  await expect(annexText(report)).toMatchFileSnapshot(`golden/${name}.txt`);
});
