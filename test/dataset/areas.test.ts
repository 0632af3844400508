import { describe, expect, it } from 'vitest';
import { areaReader } from '../../src/dataset/areas.ts';
import { municipalities } from '../../src/municipalities/index.ts';

const read = areaReader(
  new Map([['000', 'Hele landet'], ...municipalities.map(({ code, name }) => [code, name] as const)]),
);
const subject = (code: string) => ({ kind: 'subject', code });
const region = (name: string) => ({ kind: 'region', name });
const passed = { kind: 'passed' };

describe('areas as StatBank writes them', () => {
  it.each([
    ['Glostrup', subject('161')],
    ['161', subject('161')],
    ['0161', subject('161')],
    ['161 Glostrup', subject('161')],
    ['161\u00a0Glostrup', subject('161')],
    ['Copenhagen', subject('101')],
    ['101 Copenhagen', subject('101')],
    ['Bornholm', subject('400')],
    ['400 Bornholm', subject('400')],
    ['Nordfyn', subject('480')],
    ['Hele landet', subject('000')],
    ['All Denmark', subject('000')],
    ['000 All Denmark', subject('000')],
    ['0 Hele landet', subject('000')],
    ['000', subject('000')],
    ['Region Hovedstaden', region('Region Hovedstaden')],
    ['084', region('Region Hovedstaden')],
    ['084 Region Hovedstaden', region('Region Hovedstaden')],
    ['Central Denmark Region', region('Region Midtjylland')],
    ['Region Østdanmark', region('Region Østdanmark')],
    ['086 Region Østdanmark', region('Region Østdanmark')],
    ['Christiansø', passed],
    ['411', passed],
    ['411 Christiansø', passed],
    ['Uoplyst', passed],
    ['998 Uoplyst kommune', passed],
    ['999 Unknown', passed],
    ['Unknown municipality', passed],
    ['997 Udlandet', passed],
    ['995', passed],
    ['Hovedstadskommuner', passed],
    ['1 Hovedstadskommuner', passed],
    ['Capital Municipalities', passed],
    ['Landsdel Byen København', passed],
    ['Province Byen København', passed],
    ['Province Bornholm', passed],
    ['04 Bornholm', passed],
    ['04 Landsdel Bornholm', passed],
    ['01', passed],
    ['11', passed],
  ])('%s', (text, area) => {
    expect(read(text)).toEqual(area);
  });

  it.each([
    '',
    'Glostrop',
    '163 Glostrup',
    '084 Glostrup',
    '081 Region Hovedstaden',
    '0',
    '12',
    '84',
    '1',
    '412',
    'I alt',
  ])('"%s" is unknown', (text) => {
    expect(read(text)).toBeNull();
  });
});
