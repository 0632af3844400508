import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { tries } from '../helpers/tries.ts';
import { isError, load, loadOrProblems, problemsOf } from './support/memory-files.ts';

const HEADER = 'kommunekode;indikator;aar;vaerdi;kilde;note\n';
const noteFirst = `note;${HEADER.replace(';note', '')}`;

/** Text, provenance and place of Glostrup's 1.1 of 2024. */
async function figureIn(text: string): Promise<string> {
  const figure = (await load({ 'indikatorer.csv': text })).indicator('161', '1.1', 2024);
  return `${figure?.text} ${figure?.provenance} ${figure?.place.line}:${figure?.place.column}`;
}

const faultsIn = async (text: string): Promise<string[]> =>
  (await problemsOf({ 'indikatorer.csv': text }))
    .filter(isError)
    .map(({ rule, place }) => `${rule.id} ${place.line}:${place.column}`);

describe('a CSV file', () => {
  it.each([
    ['plain', `${HEADER}161;1.1;2024;10,5;eksempel;x\n`, '10,5 eksempel 2:14'],
    ['with line ends of Windows', `${HEADER}161;1.1;2024;10,5;;x\n`.replaceAll('\n', '\r\n'), '10,5 officiel 2:14'],
    ['with line ends of old Macs', `${HEADER}161;1.1;2024;10,5;;x\n`.replaceAll('\n', '\r'), '10,5 officiel 2:14'],
    ['with empty lines', `\n\n${HEADER}\n  \n;;;;;\n161;1.1;2024;10,5;;x\n\n`, '10,5 officiel 7:14'],
    ['with quotes', `${HEADER}"161";"1.1";"2024";"10,5";"";"a ""b"" ; c"\n`, '10,5 officiel 2:20'],
    ['with blanks around fields', `${HEADER} 161 ;\t1.1;2024\u00a0; "10,5"\u202f;;x\n`, '10,5 officiel 2:19'],
    ['with blanks inside quotes', `${HEADER}161;1.1;2024;" 10,5\u00a0";;x\n`, '10,5 officiel 2:14'],
    ['with letters beyond ASCII', `${noteFirst}Ærø 😀;161;1.1;2024;10,5;\n`, '10,5 officiel 2:21'],
    ['with a quote inside a text', `${HEADER}161;1.1;2024;10,5;;5" x\n`, '10,5 officiel 2:14'],
    ['with a line break in a note', `${noteFirst}"a\nb;\n";161;1.1;2024;10,5;\n`, '10,5 officiel 4:16'],
    ['below such a row', `${HEADER}161;1.1;2012;1;;"a\n\nb"\n161;1.1;2024;10,5;;x\n`, '10,5 officiel 5:14'],
    [
      'with commas that Excel declares',
      `sep=,\n${HEADER.replaceAll(';', ',')}161,1.1,2024,"10,5",,x\n`,
      '10,5 officiel 3:14',
    ],
    [
      'with tabs that Excel declares',
      `sep=\t\n\t\n${HEADER}161;1.1;2024;10,5;;x\n`.replaceAll(';', '\t'),
      '10,5 officiel 4:14',
    ],
    ['without a last line end', `${HEADER}161;1.1;2024;10,5;;x`, '10,5 officiel 2:14'],
  ])('is read %s', async (_, text, expected) => {
    expect(await figureIn(text)).toBe(expected);
  });

  it.each([
    ['a quote that ends far away', `${HEADER}161;1.1;2024;"10,5;;${'x\n'.repeat(100_000)}"\n`, 'anfoerselstegn 2:14'],
    ['text after a quote in a later line', `${HEADER}161;1.1;2024;10,5;;"a\nb" x\n`, 'anfoerselstegn 3:4'],
    ['many fields', `${HEADER}161;1.1;2024;10,5;${';'.repeat(2_000)}\n`, 'for-mange-felter 2:1'],
    ['too many fields over two lines', `${HEADER}161;1.1;2024;10,5;;"a\nb";c\n`, 'antal-felter 3:4'],
  ])('with %s is refused with its place', async (_, text, expected) => {
    expect(await faultsIn(text)).toEqual([expected]);
  });

  it('keeps what stands before a fault', async () => {
    const text = `${HEADER}161;1.1;2024;x;;\n161;1.1;2012;"1;;\n`;
    expect(await faultsIn(text)).toEqual(['ikke-et-tal 2:14', 'anfoerselstegn 3:14']);
  });

  it('is the same in whatever pieces it comes', async () => {
    const note = fc.string({ unit: fc.constantFrom('"', '""', ';', '\n', '\r\n', ' ', 'x'), maxLength: 8 });
    const written = fc.oneof(
      note,
      note.map((text) => `"${text.replaceAll('"', '""')}"`),
    );
    const row = fc.tuple(fc.integer({ min: 2012, max: 2024 }), written);
    await fc.assert(
      fc.asyncProperty(fc.array(row, { maxLength: 6 }), fc.integer({ min: 1, max: 40 }), async (rows, chunk) => {
        const text = HEADER + rows.map(([year, text]) => `161;1.1;${year};${year % 50};;${text}\n`).join('');
        expect(await readIn(text, chunk)).toEqual(await readIn(text));
      }),
      { seed: 11, numRuns: tries(150, 1000) },
    );
  });
});

/** What is read of a text that comes in pieces of so many bytes: the figures of Glostrup's 1.1, and the problems. */
async function readIn(text: string, chunk?: number) {
  const read = await loadOrProblems({ 'indikatorer.csv': text }, chunk === undefined ? {} : { chunk });
  const problems = 'problems' in read ? read.problems : read;
  const years = Array.from({ length: 13 }, (_, i) => 2012 + i);
  return {
    figures: 'problems' in read ? years.map((year) => read.indicator('161', '1.1', year)) : null,
    problems: problems.map(({ rule, place, message }) => [rule.id, place, message]),
  };
}
