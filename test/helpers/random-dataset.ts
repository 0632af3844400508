import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { municipalities, regions } from '../../src/municipalities/index.ts';
import { temporaryFolder } from './command.ts';
import { template } from './report.ts';

/** Numbers from 0 to 1 that follow from a seed. */
function chanceOf(seed: number): () => number {
  let state = seed >>> 0;
  return () => {
    state = (Math.imul(state, 1664525) + 1013904223) >>> 0;
    return state / 2 ** 32;
  };
}

/** The folder of a dataset that nobody has seen: figures, symbols and gaps by chance, all marked as made up. */
export function randomDataset(seed: number): string {
  const folder = temporaryFolder();
  const chance = chanceOf(seed);
  const whole = (least: number, most: number): number => least + Math.floor(chance() * (most - least + 1));
  // A municipality keeps near its own counts, as real ones do.
  const numberOf = (measure: string, code: string): string => {
    if (measure === 'count') return String(Number(code) % 5 < 3 ? 0 : Number(code) + whole(0, 90));
    const number = measure === 'gap' ? whole(-3000, 6000) : whole(0, 10_000);
    return (number / 100)
      .toFixed(whole(0, 2))
      .replace('.', ',')
      .replace(/^-(?=[0,]+$)/, '');
  };
  const anyValue = (measure: string, code: string): string =>
    chance() < 0.08
      ? (['..', '...', '.', ''][whole(0, 3)] ?? '')
      : `${numberOf(measure, code)}${chance() < 0.06 ? '*' : ''}`;
  const codes = municipalities.map(({ code }) => code);
  const rowsOf = (id: string, time: string | number, measure: string, of: readonly string[]): string[] =>
    of.flatMap((code) =>
      chance() < 0.03 && code !== '000' ? [] : `${code};${id};${time};${anyValue(measure, code)};eksempel`,
    );
  const indicators = template.goals.goals.flatMap(({ baselineYear, indicators: some }) =>
    some.flatMap(({ id, measure, nationalOnly }) =>
      Array.from({ length: 2024 - baselineYear + 1 }, (_, index) =>
        rowsOf(id, baselineYear + index, measure, [
          '000',
          ...(nationalOnly ? [] : [...regions.map((one) => one.code), ...codes]),
        ]),
      ).flat(),
    ),
  );
  const keyFigures = template.keyFigures.groups.flatMap((group) =>
    group.keyFigures.flatMap(({ number, measure }) =>
      rowsOf(String(number), ['2025', '2025K2', '2025M11', '2025-12-31'][number % 4] ?? '', measure, ['000', ...codes]),
    ),
  );
  const info = { udgave: '2026-06', titel: 'Opdigtede prøvedata', decimaltegn: ',', kilder: [] };
  writeFileSync(join(folder, 'datasaet.json'), JSON.stringify(info));
  writeFileSync(
    join(folder, 'indikatorer.csv'),
    ['kommunekode;indikator;aar;vaerdi;kilde', ...indicators, ''].join('\n'),
  );
  writeFileSync(
    join(folder, 'noegletal.csv'),
    ['kommunekode;noegletal;periode;vaerdi;kilde', ...keyFigures, ''].join('\n'),
  );
  return folder;
}
