import { expect, it } from 'vitest';
import { country, municipality } from '../../helpers/report.ts';
import { shippedAnnexReport } from '../../helpers/shipped.ts';
import { annexText } from './annex-text.ts';

it.each([
  ['glostrup', municipality('Glostrup')],
  ['koebenhavn', municipality('København')],
  ['laesoe', municipality('Læsø')],
  ['hele-landet', country],
])('annex of %s', async (name, subject) => {
  await expect(annexText(shippedAnnexReport(subject))).toMatchFileSnapshot(`golden/${name}.txt`);
});
