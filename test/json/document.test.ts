import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { type JsonDocument, parseJson } from '../../src/json/index.ts';

const read = (text: string): JsonDocument => {
  const document = parseJson(text);
  if ('message' in document) throw new Error(document.message);
  return document;
};
const faultIn = (text: string): unknown => {
  const fault = parseJson(text);
  return 'message' in fault ? [fault.place.line, fault.place.column, fault.message] : null;
};

describe('parseJson', () => {
  it('reads what JSON.parse reads and refuses what it refuses, with a place in the text', () => {
    const written = fc.json({ maxDepth: 6 });
    const scrambled = fc.stringMatching(/^[{}[\]",:0-9a-etrufalsn\\ .\n-]{0,12}$/);
    fc.assert(
      fc.property(fc.oneof(written, scrambled), (text) => {
        const document = parseJson(text);
        if (!('message' in document)) expect(document.value).toEqual(JSON.parse(text));
        else {
          expect(() => JSON.parse(text)).toThrow();
          const line = text.split('\n')[document.place.line - 1] as string;
          expect(document.place.column).toBeLessThanOrEqual(line.length + 1);
        }
      }),
      { seed: 9, numRuns: 3000 },
    );
  });

  it('knows where values and their names stand, and names that stand twice', () => {
    const { placeOf, placeOfName, repeated } = read('{\r\n  "a": [1,\n   {"b": "x"}],\n  "a": 2 }');
    expect(placeOf(['a', 1, 'b'])).toEqual({ line: 3, column: 10 });
    expect(placeOfName(['a', 1, 'b'])).toEqual({ line: 3, column: 5 });
    expect(placeOf(['a', 1, 'missing', 'too'])).toEqual({ line: 3, column: 4 });
    expect(placeOf([])).toEqual({ line: 1, column: 1 });
    expect(repeated).toEqual([{ path: ['a'], place: { line: 4, column: 3 } }]);
  });

  it.each([
    ['{"a":1,}', 1, 8, 'Her skal stå et navn i anførselstegn.'],
    ['{a:1}', 1, 2, 'Her skal stå et navn i anførselstegn.'],
    ['{"a" 1}', 1, 6, 'Der mangler et kolon efter navnet.'],
    ['{"a":1\n "b":2}', 2, 2, 'Der mangler et komma eller "}" her.'],
    ['[1 2]', 1, 4, 'Der mangler et komma eller "]" her.'],
    ['[1}', 1, 3, 'Der mangler et komma eller "]" her.'],
    ['[1,]', 1, 4, 'Der mangler en værdi her.'],
    ['{"a": tru}', 1, 7, 'Værdien er hverken tekst i anførselstegn, tal, true, false eller null.'],
    ['{"a": 1', 1, 8, 'Der mangler et komma eller "}" her.'],
    ['{"a": ', 1, 7, 'Filen slutter for tidligt.'],
    ['{"a": 1;', 1, 8, 'Der mangler et komma eller "}" her.'],
    ['{"a" x: 1}', 1, 6, 'Der mangler et kolon efter navnet.'],
    ['{"a": 1, "b\n": 2}', 1, 10, 'Teksten mangler et afsluttende anførselstegn.'],
    ['{"a": "1" "b\n": 2}', 1, 11, 'Der mangler et komma eller "}" her.'],
    ['', 1, 1, 'Filen slutter for tidligt.'],
    ['{} {}', 1, 4, 'Der står mere efter den afsluttende parentes.'],
    ['["x\n"]', 1, 2, 'Teksten mangler et afsluttende anførselstegn.'],
    ['["x\ty"]', 1, 4, 'Teksten har et styretegn.'],
    ['["x\u0085y\tz"]', 1, 6, 'Teksten har et styretegn.'],
    ['["a\\n\\q"]', 1, 6, 'Ukendt tegn efter omvendt skråstreg.'],
    ['["\\u12x4"]', 1, 3, 'Ukendt tegn efter omvendt skråstreg.'],
    ['[1] // x', 1, 5, 'Der står mere efter den afsluttende parentes.'],
    ['['.repeat(100_000), 1, 33, 'Der er for mange niveauer af parenteser.'],
  ])('says what is wrong with %j', (text, line, column, message) => {
    expect(faultIn(text)).toEqual([line, column, message]);
  });
});
