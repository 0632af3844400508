import { describe, expect, it } from 'vitest';
import { municipalities } from '../../src/municipalities/index.ts';
import { loadExport, long } from './support/export.ts';

const codes = ['000', ...municipalities.map(({ code }) => code), '081', '082', '083', '084', '085'];

/** What a row of this area is taken for: the code of its figure, "passed over", or the rule of its problem. */
async function meaningOf(area: string): Promise<string | undefined> {
  const { indicator, problems } = await loadExport('a.csv', `OMRÅDE;TID;INDHOLD\n${area};2024;50\n101;2023;50\n`, long);
  return codes.find((code) => indicator(code, '1.2', 2024) !== undefined) ?? problems[0]?.rule.id;
}

describe('areas as StatBank writes them', () => {
  it.each([
    ['161', ['Glostrup', '161', '0161', '161 Glostrup', '161\u00a0Glostrup']],
    ['101', ['Copenhagen', '101 Copenhagen']],
    ['400', ['Bornholm', '400 Bornholm']],
    ['161', ['GLOSTRUP', 'glostrup kommune', '161 Glostrup Kommune', '\u200bGlostrup\u00ad', '161 GLOSTRUP']],
    ['169', ['Hoeje Taastrup', 'Høje\u2011Taastrup', 'Høje-Taastrup Kommune'.normalize('NFD')]],
    ['400', ['BORNHOLM', 'Bornholms Regionskommune']],
    ['000', ['HELE LANDET', 'hele\u00a0landet']],
    ['084', ['REGION HOVEDSTADEN']],
    ['480', ['Nordfyn']],
    ['000', ['Hele landet', 'All Denmark', '000 All Denmark', '0 Hele landet', '000']],
    ['084', ['Region Hovedstaden', '084', '084 Region Hovedstaden']],
    ['082', ['Central Denmark Region']],
    ['sprunget-over', ['Region Østdanmark', '086 Region Østdanmark']],
    ['sprunget-over', ['Christiansø', '411', '411 Christiansø']],
    ['sprunget-over', ['Uoplyst', '998 Uoplyst kommune', '999 Unknown', 'Unknown municipality', '997 Udlandet', '995']],
    ['sprunget-over', ['Hovedstadskommuner', '1 Hovedstadskommuner', 'Capital Municipalities']],
    ['sprunget-over', ['Landsdel Byen København', 'Province Byen København', 'Province Bornholm', '04 Bornholm']],
    ['sprunget-over', ['04 Landsdel Bornholm', '01', '11']],
    ['ukendt-kommune', ['', 'Glostrop', '163 Glostrup', '161 Ærø', '0161 Glostrop', '16', '16 Glostrup', '99', '412']],
    ['ukendt-kommune', ['084 Glostrup', '081 Region Hovedstaden', '086', '0', '12', '84', '1', 'I alt']],
  ])('%s: %j', async (meaning, areas) => {
    expect(await Promise.all(areas.map(meaningOf))).toEqual(areas.map(() => meaning));
  });
});
