import { readFileSync } from 'node:fs';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { UserError } from '../../src/errors.ts';
import { municipalities } from '../../src/municipalities/index.ts';
import { catalogueOf, parseTemplate } from '../../src/report/index.ts';
import { changedTemplate, municipality, reportOf, template, templateText } from '../helpers/report.ts';

/** The template's text with one piece replaced; the piece must be there. */
function changed(from: string, to: string): string {
  if (!templateText.includes(from)) throw new Error(`The template lacks ${from}`);
  return templateText.replace(from, to);
}

function problemsOf(text: string): { code: number; lines: string[] } {
  try {
    parseTemplate(text, 's.json');
  } catch (error) {
    if (error instanceof UserError) return { code: error.code, lines: error.message.split('\n') };
    throw error;
  }
  throw new Error('The template was taken');
}

describe('the template that comes with the program', () => {
  const goals = template.goals.goals;
  const indicators = goals.flatMap((goal) => goal.indicators);
  const keyFigures = template.keyFigures.groups.flatMap((group) => group.keyFigures);

  it('has nine goals, 21 indicators and 18 key figures in three groups', () => {
    expect(goals.map((goal) => goal.number)).toEqual([1, 2, 3, 4, 5, 6, 7, 8, 9]);
    expect(indicators).toHaveLength(21);
    expect(keyFigures.map(({ number }) => number)).toEqual(Array.from({ length: 18 }, (_, index) => index + 1));
  });

  it('has the rules of the barometer', () => {
    const ids = (wanted: (one: (typeof indicators)[number]) => boolean) =>
      indicators.filter(wanted).map(({ id }) => id);
    expect(goals.filter((goal) => goal.baselineYear !== 2012).map((goal) => [goal.number, goal.baselineYear])).toEqual([
      [8, 2018],
    ]);
    expect(ids((one) => one.nationalOnly)).toEqual(['3.2', '4.1', '4.2', '4.3', '5.1', '6.1', '6.2', '6.3']);
    expect(ids((one) => one.measure === 'gap')).toEqual(['1.1', '7.1']);
    expect(ids((one) => one.measure === 'count')).toEqual(['8.1', '8.2', '8.3']);
    expect(ids((one) => one.better === 'higher').join(' ')).toBe('1.2 2.1 2.2 2.3 3.1 3.2 3.3 4.1 4.2 4.3');
    expect(keyFigures.filter((one) => one.decimals > 0).map(({ number }) => number)).toEqual([14]);
    expect(keyFigures.filter((one) => one.capitalPeriod).map(({ number }) => number)).toEqual([10, 11]);
  });

  it('lists slips that it really has', () => {
    const { fejlIForlaegget } = JSON.parse(templateText) as { fejlIForlaegget: { sted: string; staar: string }[] };
    const textAt = (sted: string): string | undefined => {
      const number = Number(/^nøgletal (\d+)$/.exec(sted)?.[1]);
      const keyFigure = keyFigures.find((one) => one.number === number);
      if (keyFigure !== undefined) return keyFigure.text + (keyFigure.capitalPeriod ? ' September' : '');
      return indicators.find((one) => sted === `indikator ${one.id}`)?.text;
    };
    for (const { sted, staar } of fejlIForlaegget) expect(textAt(sted)).toContain(staar);
    expect(fejlIForlaegget).toHaveLength(6);
  });

  it('makes the catalogue that a dataset is read by', () => {
    const catalogue = catalogueOf(template, municipalities);
    expect([catalogue.subjects.size, catalogue.indicators.size, catalogue.keyFigures.size]).toEqual([99, 21, 18]);
    expect(catalogue.subjects.get('000')).toBe('Hele landet');
    expect(catalogue.indicators.get('1.1')).toEqual({ table: 'indikatorer', id: '1.1', measure: 'gap' });
    expect(catalogue.keyFigures.get('14')).toEqual({ table: 'noegletal', id: '14', measure: 'percentage' });
  });
});

it('another template changes wording, units, decimals and order without code', () => {
  const other = changedTemplate(({ maalsaetninger, noegletal }) => {
    const [arbejde] = maalsaetninger.maal;
    const [group] = noegletal.grupper;
    const indicator = { ...arbejde.indikatorer[1], id: '10.1', enhed: 'kr.', udviklingsenhed: '', decimaler: 2 };
    maalsaetninger.maal = [{ ...arbejde, nummer: 10, navn: '$& {tekst}', basisaar: 2020, indikatorer: [indicator] }];
    noegletal.grupper = [{ ...group, overskrift: 'Ny gruppe', noegletal: [{ ...group.noegletal[0], nummer: 19 }] }];
    maalsaetninger.basisaar = 'Fra {aar} til nu';
    maalsaetninger.maaltekst = 'Mål: {navn}, {tekst}';
    maalsaetninger.indikatortekst = '{tekst} ({id})';
    noegletal.betegnelse = 'Tal {nummer}';
  });
  const indicators = [
    ['161', '10.1', 2025, '1234,5'],
    ['161', '10.1', 2020, '0,255'],
  ] as const;
  const rows = { indicators, keyFigures: [['000', '19', '2025M01', '5'] as const] };
  expect(reportOf(rows, municipality('Læsø'), other).goals.goals).toMatchObject([
    { number: 10, baselineText: 'Fra 2020 til nu', indicators: [{ status: { text: '' } }] },
  ]);
  const own = reportOf(rows, municipality('Glostrup'), other);
  expect(own.goals.goals[0]?.text).toMatch(/^Mål: \$& \{tekst\}, Flere /);
  expect(own.goals.goals[0]?.indicators[0]).toMatchObject({
    text: expect.stringMatching(/^Beskæf.* \(10\.1\)$/),
    status: { text: '1.234,50 kr.' },
    change: { text: '1.234,25' },
  });
  expect(own.keyFigures).toMatchObject([{ heading: 'Ny gruppe', rows: [{ label: 'Tal 19', period: 'januar 2025' }] }]);
  expect(reportOf(rows).keyFigures[0]?.rows[0]?.label).toBe('Nøgletal 1');
});

describe('a wrong template', () => {
  it.each([
    [
      'a wrong word',
      changed('"hoejere"', '"op"'),
      's.json:69:22: maalsaetninger.maal[0].indikatorer[1].bedst: skal være hoejere eller lavere (der står "op").',
    ],
    [
      'a wrong type',
      changed('"kunNationalt": false', '"kunNationalt": "nej"'),
      's.json:59:29: maalsaetninger.maal[0].indikatorer[0].kunNationalt: skal være true eller false (der står "nej").',
    ],
    [
      'an unknown field',
      changed('"heleLandet"', '"helelandet": "x",\n  "heleLandet"'),
      's.json:10:3: helelandet: kendes ikke. Mente du "heleLandet"?',
    ],
    [
      'a name that stands twice',
      changed('"heleLandet"', '"heleLandet": "x",\n  "heleLandet"'),
      's.json:11:3: heleLandet: står to gange; slet den ene.',
    ],
    ['a missing field', changed('"heleLandet": "Hele landet",', ''), 's.json:1:1: heleLandet: mangler; tilføj feltet.'],
    [
      'a placeholder that nobody fills',
      changed('Siden {aar}', 'Siden {år}'),
      's.json:39:17: maalsaetninger.basisaar: skal indeholde {aar} og ingen andre pladsholdere (der står "Siden {år}").',
    ],
    [
      'an address that is none',
      changed('"url": "https://', '"url": "javascript://'),
      'skal være en adresse, der begynder med https:// eller http://',
    ],
    [
      'a number used twice',
      changed('"id": "1.2"', '"id": "1.1"'),
      'maalsaetninger.maal[0].indikatorer[1].id: 1.1 er brugt før; giv hver sit nummer.',
    ],
    ['a line break', changed('"Hele landet"', '"Hele\\nlandet"'), 'heleLandet: må ikke indeholde linjeskift'],
    ['an empty text', changed('"Hele landet"', '" "'), 'heleLandet: må ikke være tom'],
    ['no goals', '{"maalsaetninger": {"maal": []}}', 's.json:1:29: maalsaetninger.maal: må ikke være en tom liste'],
    [
      'a wrong value behind brackets and quotes in texts',
      '{"a": [1, {"b\\"": "x:{,", "a": [[], 2]}],\n "heleLandet": 5}',
      's.json:2:16: heleLandet: skal være tekst (der står 5).',
    ],
    ['a list', '[]', 'format: mangler'],
    ['a number', '5', 's.json:1:1: skabelonen: skal være et objekt'],
  ])('with %s is refused with place and remedy', (_, text, line) => {
    const { code, lines } = problemsOf(text);
    expect(code).toBe(65);
    expect(lines.join('\n')).toContain(line);
  });

  it('that is no JSON is refused where it breaks', () => {
    expect(problemsOf('{\n  "format": "x",\n}').lines[0]).toBe(
      's.json:3:1: Filen er ikke gyldig JSON: Her skal stå et navn i anførselstegn.',
    );
    expect(problemsOf('').code).toBe(65);
  });

  it('never crashes the program, however it is cut', () => {
    fc.assert(
      fc.property(fc.nat(templateText.length - 3), (length) => {
        expect(problemsOf(templateText.slice(0, length)).code).toBe(65);
      }),
      { seed: 11, numRuns: 100 },
    );
  });

  it('shows no control characters of the file, and only so many problems', () => {
    const raw = JSON.parse(templateText);
    raw['\u001b[2J'] = 1;
    expect(problemsOf(JSON.stringify(raw)).lines.join('')).not.toMatch(/\p{Cc}/u);
    const many = { ...JSON.parse(templateText), fejlIForlaegget: Array(100).fill(1) };
    expect(problemsOf(JSON.stringify(many)).lines).toHaveLength(22);
  });

  it('may begin with a byte order mark', () => {
    expect(parseTemplate(`\uFEFF${templateText}`, 's.json')).toEqual(template);
  });
});

describe('a template of 0.4.1', () => {
  const older = parseTemplate(readFileSync('test/report/older/udviklingsrapport-0.4.1.json', 'utf8'), 'juni.json');

  it('keeps its own wording, and gets what came later from the template that comes with the program', () => {
    expect(older.blanks['no-row']).toBe('Ikke oplyst');
    expect(older.pageFoot).toBe(template.pageFoot);
    expect(older.goals.noYear).toBe(template.goals.noYear);
    expect(Object.keys(older.annex ?? {})).toEqual(Object.keys(template.annex ?? {}));
  });

  it('is refused for what no edition knew', () => {
    const raw = JSON.parse(templateText);
    raw.bilag.kolonner.stauts = 'Status';
    expect(problemsOf(JSON.stringify(raw)).lines.join('')).toContain(
      'bilag.kolonner.stauts: kendes ikke. Mente du "status"?',
    );
  });
});
