import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { editionText, longDate, parseIsoDate, periodText, shortDate, todayInDenmark } from '../../src/danish/index.ts';
import { periodOf } from '../helpers/fake-dataset.ts';

describe('parseIsoDate', () => {
  it('reads a day', () => {
    expect(parseIsoDate('2026-06-06')).toEqual({ year: 2026, month: 6, day: 6 });
    expect(parseIsoDate('2024-02-29')).toEqual({ year: 2024, month: 2, day: 29 });
  });

  const noDays = ['2026-02-29', '2026-13-01', '2026-00-10', '2026-06-31', '0026-01-01'];
  const otherForms = ['2026-6-6', '06-06-2026', '', '2026-06-06 '];
  it.each([...noDays, ...otherForms])('refuses %j', (text) => {
    expect(parseIsoDate(text)).toBeNull();
  });
});

it('writes dates in Danish', () => {
  expect(longDate({ year: 2025, month: 12, day: 31 })).toBe('31. december 2025');
  expect(shortDate({ year: 2026, month: 6, day: 6 })).toBe('6/6-2026');
  expect(shortDate({ year: 2026, month: 11, day: 30 })).toBe('30/11-2026');
  expect(editionText('2026-06')).toBe('Juni 2026');
});

it.each([
  ['2024', '2024'],
  ['2025K1', '1. kvartal 2025'],
  ['2025K2', '2. kvartal 2025'],
  ['2025K4', '4. kvartal 2025'],
  ['2025M11', 'november 2025'],
  ['2025-12-31', '31. december 2025'],
  ['2025-10-01', '1. oktober 2025'],
  ['2026-02-06', '6. februar 2026'],
  ['2016M07-2025M12', 'juli 2016-december 2025'],
])('the period %s is %s', (code, text) => {
  expect(periodText(periodOf(code))).toBe(text);
});

describe('todayInDenmark', () => {
  const asked = new Intl.DateTimeFormat('sv-SE', { timeZone: 'Europe/Copenhagen', dateStyle: 'short' });

  it.each([
    ['2026-06-05T21:59:59Z', '2026-06-05'],
    ['2026-06-05T22:00:00Z', '2026-06-06'], // summer time, two hours ahead
    ['2026-12-31T22:59:59Z', '2026-12-31'],
    ['2026-12-31T23:00:00Z', '2027-01-01'], // winter time, one hour ahead
    ['2026-03-29T00:30:00Z', '2026-03-29'], // the night when summer time begins
  ])('%s is %s', (instant, day) => {
    expect(todayInDenmark(new Date(instant))).toBe(day);
  });

  it('is what the time zone says, at any moment from 1996 to 2100', () => {
    const evening = fc.tuple(fc.integer({ min: 9497, max: 47_846 }), fc.integer({ min: 21 * 3600, max: 24 * 3600 }));
    fc.assert(
      fc.property(evening, ([day, second]) => {
        const instant = new Date((day * 86_400 + second) * 1000);
        expect(todayInDenmark(instant)).toBe(asked.format(instant));
      }),
      { seed: 6, numRuns: 2000 },
    );
  });

  it('changes its hours with the time zone every year', () => {
    for (let year = 1996; year <= 2100; year++) {
      for (const [month, hour] of [
        [2, 22],
        [2, 23],
        [9, 22],
        [9, 23],
      ] as const) {
        for (let day = 24; day <= 31; day++) {
          const instant = new Date(Date.UTC(year, month, day, hour));
          expect(todayInDenmark(instant)).toBe(asked.format(instant));
        }
      }
    }
  });
});
