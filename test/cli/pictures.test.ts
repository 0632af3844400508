import { expect, test } from 'vitest';
import { run } from '../helpers/command.ts';
import { differentTiles, pagePicture } from '../helpers/picture.ts';

test.each([
  ['glostrup', 1, ['--kommune', 'Glostrup']],
  ['glostrup', 2, ['--kommune', 'Glostrup']],
  ['glostrup', 3, ['--kommune', 'Glostrup']],
  ['hele-landet', 1, ['--hele-landet']],
])('%s, page %i, looks as before', async (name, page, args) => {
  const pdf = run([...args, '--ud', '-', '--dato', '2026-06-06']).stdout;
  expect(await differentTiles(await pagePicture(pdf, page), `test/cli/golden/${name}-${page}.png`)).toEqual([]);
});
