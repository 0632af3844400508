import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { lineColumns, parseJson } from '../../src/dataset/info/json.ts';

const plain = (text: string): unknown => {
  const parsed = parseJson(text);
  return 'message' in parsed ? parsed : JSON.parse(JSON.stringify(parsed.value));
};

describe('parseJson', () => {
  it('reads what JSON.parse reads', () => {
    fc.assert(
      fc.property(fc.json({ maxDepth: 6 }), fc.constantFrom(0, 2), (text, indent) => {
        const written = JSON.stringify(JSON.parse(text), null, indent);
        expect(plain(written)).toEqual(JSON.parse(JSON.stringify(JSON.parse(written))));
      }),
      { seed: 9, numRuns: 300 },
    );
  });

  it('refuses what JSON.parse refuses, with a place in the text', () => {
    const text = fc.stringMatching(/^[{}[\]",:0-9a-etrufalsn\\ .-]{0,12}$/);
    fc.assert(
      fc.property(text, (given) => {
        const parsed = parseJson(given);
        const refused = 'message' in parsed;
        expect(refused).toBe(!accepts(given));
        if (refused) expect(parsed.offset).toBeLessThanOrEqual(given.length);
      }),
      { seed: 10, numRuns: 3000 },
    );
  });

  it('knows where values stand, and keys that stand twice', () => {
    const text = '{\r\n  "a": [1,\n   {"b": "x"}],\n  "a": 2 }';
    const parsed = parseJson(text);
    if ('message' in parsed) throw new Error(parsed.message);
    const where = lineColumns(text);
    expect(where(parsed.places.get('/a/1/b') ?? -1)).toEqual({ line: 3, column: 10 });
    expect(parsed.repeated.map(({ path, offset }) => [path, where(offset)])).toEqual([['/a', { line: 4, column: 3 }]]);
  });
});

function accepts(text: string): boolean {
  try {
    JSON.parse(text);
    return true;
  } catch {
    return false;
  }
}
