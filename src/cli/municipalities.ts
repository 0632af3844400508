import { type Municipality, municipalities } from '../municipalities/index.ts';
import type { CommonOptions } from './shared-options.ts';
import type { World } from './world.ts';

export interface MunicipalityOptions extends CommonOptions {
  readonly format: 'tekst' | 'json' | 'csv';
}

/** `kommuner`: the list of municipalities by code. */
export async function runMunicipalities(options: MunicipalityOptions, world: World): Promise<number> {
  await world.stdout(`${renderers[options.format](municipalities)}\n`);
  return 0;
}

const renderers: Record<MunicipalityOptions['format'], (list: readonly Municipality[]) => string> = {
  tekst: (list) => {
    const width = Math.max(...list.map((one) => one.name.length));
    return list.map((one) => `${one.code}  ${one.name.padEnd(width)}  ${one.region}`).join('\n');
  },
  json: (list) =>
    JSON.stringify(
      list.map(({ code, name, region }) => ({ kode: code, navn: name, region })),
      null,
      2,
    ),
  csv: (list) =>
    ['kommunekode;kommune;region', ...list.map((one) => `${one.code};${one.name};${one.region}`)].join('\n'),
};
