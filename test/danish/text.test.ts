import { describe, expect, it } from 'vitest';
import { listText, yearsText } from '../../src/danish/index.ts';

describe('listText', () => {
  it.each([
    [[], ''],
    [['Arbejde'], 'Arbejde'],
    [['Arbejde', 'Uddannelse'], 'Arbejde og Uddannelse'],
    [['Arbejde', 'Uddannelse', 'Kriminalitet'], 'Arbejde, Uddannelse og Kriminalitet'],
  ])('%j is %j', (items, expected) => {
    expect(listText(items)).toBe(expected);
  });
});

describe('yearsText', () => {
  it.each([
    [[2012], '2012'],
    [[2012, 2013], '2012-2013'],
    [[2012, 2014], '2012 og 2014'],
    [[2012, 2013, 2014, 2016, 2018, 2019], '2012-2014, 2016 og 2018-2019'],
  ])('%j is %j', (years, expected) => {
    expect(yearsText(years)).toBe(expected);
  });
});
