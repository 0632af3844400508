import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { COUNTRY, type Measure } from '../../../src/dataset/index.ts';
import { municipalities } from '../../../src/municipalities/index.ts';
import { catalogue } from '../../helpers/report.ts';

/** What every figure of a municipality says: shares its rank 1-98, counts its code 101-860. No two agree. */
export const shareOf = (code: string): number => municipalities.findIndex((one) => one.code === code) + 1;
export const countOf = (code: string): number => Number(code);

/** What every figure of the whole country says. */
export const countryShare = 100;
export const countryCount = 55_555;

export interface CodedOptions {
  /** Codes of municipalities that get one figure that is no number. */
  readonly broken?: ReadonlySet<string>;
  /** The name of the only region whose municipalities have figures. */
  readonly region?: string;
  /** Added to every share and count. */
  readonly shift?: number;
}

/** Writes a dataset in which every figure tells whose it is. Baselines are zero, so that changes tell it too. */
export function codedDataset(
  folder: string,
  { broken = new Set(), region: only, shift = 0 }: CodedOptions = {},
): string {
  const { indicators, keyFigures } = catalogue;
  const own = municipalities.filter(({ region }) => only === undefined || region === only);
  const codes = [COUNTRY, ...own.map(({ code }) => code)];
  const value = (code: string, measure: Measure): number => {
    if (code === COUNTRY) return measure === 'count' ? countryCount : countryShare;
    return (measure === 'count' ? countOf(code) : shareOf(code)) + shift;
  };
  const years = codes.flatMap((code) =>
    [...indicators.values()].flatMap(({ id, measure }) => [
      `${code};${id};2012;0`,
      `${code};${id};2018;0`,
      `${code};${id};2024;${broken.has(code) && id === '1.1' ? 'ti' : value(code, measure)}`,
    ]),
  );
  const periods = codes.flatMap((code) =>
    [...keyFigures.values()].map(({ id, measure }) => `${code};${id};2024;${value(code, measure)}`),
  );
  // Figures that follow from codes are sorted, and those of all series alike.
  const at2024 = Object.fromEntries([...indicators.keys(), ...keyFigures.keys()].map((id) => [id, '2024']));
  const accepter = { sorteret: at2024, 'samme-som-serie': at2024, 'stort-skift': at2024 };
  const info = { udgave: '2026-06', titel: 'Koder', decimaltegn: ',', kilder: [], kilde: 'officiel', accepter };
  writeFileSync(join(folder, 'datasaet.json'), JSON.stringify(info));
  writeFileSync(join(folder, 'indikatorer.csv'), `${['kommunekode;indikator;aar;vaerdi', ...years].join('\n')}\n`);
  writeFileSync(join(folder, 'noegletal.csv'), `${['kommunekode;noegletal;periode;vaerdi', ...periods].join('\n')}\n`);
  return folder;
}
