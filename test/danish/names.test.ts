import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { compareDanish, nearestNames, slug } from '../../src/danish/index.ts';
import { municipalities } from '../../src/municipalities/index.ts';

const names = municipalities.map(({ name }) => name);

describe('slug', () => {
  it.each([
    ['Høje-Taastrup', 'hoeje-taastrup'],
    ['Hele landet', 'hele-landet'],
    ['Ærø', 'aeroe'],
    ['Tårnby', 'taarnby'],
    ['Ta\u030arnby', 'taarnby'], // decomposed å
    ['  Crème / brûlée ..', 'creme-brulee'],
    ['../../etc/passwd', 'etc-passwd'],
    ['日本', ''],
  ])('%s is %s', (name, expected) => {
    expect(slug(name)).toBe(expected);
  });

  it('names every municipality differently', () => {
    expect(new Set([...names, 'Hele landet'].map(slug)).size).toBe(99);
  });

  it('never holds anything but a-z, 0-9 and single hyphens', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme' }), (text) => {
        expect(slug(text)).toMatch(/^([a-z0-9]+(-[a-z0-9]+)*)?$/);
        expect(slug(slug(text))).toBe(slug(text));
      }),
      { seed: 7, numRuns: 300 },
    );
  });
});

describe('compareDanish', () => {
  it('puts Aa last, as Å', () => {
    expect(['Aalborg', 'Ærø', 'Assens', 'Ørsted', 'Aabenraa', 'Zebra', 'Århus', 'Aarup'].sort(compareDanish)).toEqual([
      'Assens',
      'Zebra',
      'Ærø',
      'Ørsted',
      'Aabenraa',
      'Aalborg',
      'Århus',
      'Aarup',
    ]);
  });

  it("orders the municipalities as ICU's Danish collation does", () => {
    const collator = new Intl.Collator('da');
    expect(names.toSorted(compareDanish)).toEqual(names.toSorted((a, b) => collator.compare(a, b)));
  });

  it('is a total order', () => {
    const text = fc.string({ unit: fc.constantFrom(...'aAåÅæøzéÉ- ') });
    fc.assert(
      fc.property(text, text, text, (a, b, c) => {
        expect(Math.sign(compareDanish(a, b))).toBe(-Math.sign(compareDanish(b, a)) || 0);
        if (compareDanish(a, b) <= 0 && compareDanish(b, c) <= 0) expect(compareDanish(a, c)).toBeLessThanOrEqual(0);
      }),
      { seed: 8, numRuns: 500 },
    );
  });
});

describe('nearest', () => {
  it.each([
    ['Glostrop', 'Glostrup'],
    ['hilerød', 'Hillerød'],
    ['Kobenhavn', 'København'],
    ['Guldborg', 'Guldborgsund'],
  ])('%s is most like %s', (input, name) => {
    expect(nearestNames(input, names)[0]).toBe(name);
  });

  it('proposes at most three names, and none for what resembles none', () => {
    expect(nearestNames('x'.repeat(100_000), names)).toEqual([]);
    expect(nearestNames('Frederik', names).toSorted()).toEqual(['Frederiksberg', 'Frederikshavn', 'Frederikssund']);
  });
});
