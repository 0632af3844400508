import { expect, it } from 'vitest';
import { listText, yearsText } from '../../src/danish/index.ts';

it.each([
  [[], ''],
  [['Arbejde'], 'Arbejde'],
  [['Arbejde', 'Uddannelse'], 'Arbejde og Uddannelse'],
  [['Arbejde', 'Uddannelse', 'Kriminalitet'], 'Arbejde, Uddannelse og Kriminalitet'],
])('the list of %j is %j', (items, expected) => {
  expect(listText(items)).toBe(expected);
});

it.each([
  [[2012], '2012'],
  [[2012, 2013], '2012-2013'],
  [[2012, 2014], '2012 og 2014'],
  [[2012, 2013, 2014, 2016, 2018, 2019], '2012-2014, 2016 og 2018-2019'],
])('the years %j are %j', (years, expected) => {
  expect(yearsText(years)).toBe(expected);
});
