import { amount } from '../../danish/index.ts';
import { limits } from '../limits.ts';
import type { CellFlaw } from '../read/table-record.ts';
import { counted, NOTHING_TO_DO, quoted } from './phrases.ts';
import { remarks, stopsAll, stopsSubject, warns } from './rule.ts';

/** Rows that have not the form of a row, and what is said of rows of a file together. */

const flaws: Readonly<Record<CellFlaw, readonly [string, string]>> = {
  merged: ['er en af flere flettede celler', 'Ophæv fletningen i Excel, og skriv værdien i hver celle.'],
  formula: ['er en formel, der ikke er beregnet', 'Åbn filen i Excel, og gem den igen.'],
  error: ['er en fejl i Excel', 'Ret formlen, eller skriv ".." eller "...", hvis tallet mangler.'],
  boolean: ['er sandt eller falsk', 'Skriv et tal eller en tekst i cellen.'],
  date: [
    'er en dato',
    'Skriv værdien i en celle, der er formateret som tekst eller tal. Excel laver fx 1.1 om til en dato.',
  ],
  percent: [
    'vises i Excel ganget med 100, som procent',
    'Gang tallet med 100, og formatér cellen som tal: 62,3 i stedet for 62,3 %.',
  ],
};

/** A workbook's cell that is neither text nor number. */
export const flawedCell = stopsSubject<[flaw: CellFlaw, text: string]>('excel-celle', (flaw, text) => {
  const [what, remedy] = flaws[flaw];
  return { value: text, message: `${text === '' ? 'Cellen' : quoted(text)} ${what}.`, remedy };
});

type Counts = readonly [fields: number, columns: number];

const sayCounts = (...[fields, columns]: Counts) => ({
  message: `Linjen har ${counted(fields, 'felt', 'felter')}, men der er ${columns} kolonner.`,
  remedy:
    fields > columns
      ? 'Sæt anførselstegn om en tekst med semikolon, eller slet det overskydende.'
      : 'Skriv de manglende felter. Et tomt felt skrives som to semikoloner efter hinanden.',
});

export const wrongCount = stopsSubject<Counts>('antal-felter', sayCounts);

/** Of a row on several lines: a stray quote may have swallowed rows. */
export const wrongCountOnLines = stopsAll<Counts>('antal-felter', sayCounts);

export const lineBreak = stopsAll<[text: string]>('linjeskift-i-felt', (text) => ({
  value: text,
  message: 'Feltet indeholder et linjeskift. Hvis et anførselstegn står forkert, kan flere linjer være gået tabt.',
  remedy: 'Ret anførselstegnene i linjen.',
}));

export const cutOff = warns<[text: string]>(
  'afskaaret',
  (text) => ({
    value: text,
    message: `Filen slutter lige efter ${quoted(text)} uden linjeskift. Tallet kan være afkortet.`,
    remedy: 'Kontrollér, at filen er hel, og afslut sidste linje med et linjeskift.',
  }),
  { leads: 'rows' },
);

export const repeatedHead = warns('gentaget-hoved', {
  message: 'Linjen gentager kolonnernes navne, så filen er sat sammen af flere. Den bliver sprunget over.',
  remedy: 'Kontrollér, at delene ikke har de samme rækker, og slet linjen.',
});

export const otherHead = stopsAll('andet-hoved', {
  message: 'Linjen har kolonnernes navne i en anden rækkefølge, så filen er sat sammen af flere.',
  remedy: 'Læg delene i hver sin fil, eller sæt kolonnerne i samme rækkefølge.',
});

export const tooManyFigures = stopsAll('for-mange-tal', {
  message: `Tabellen har flere end ${amount(limits.figures)} tal.`,
  remedy: 'Del datasættet op.',
});

export const tooManyErrors = stopsAll('for-mange-fejl', {
  message: 'Der er så mange fejl, at læsningen er stoppet her.',
  remedy: 'Ret de første. Ofte har de samme årsag, fx et forkert "decimaltegn" i datasaet.json.',
});

export const replaced = remarks<[count: number]>('sprunget-over', (count) => ({
  message: `${counted(count, 'række', 'rækker')} er sprunget over, fordi en fil i "statbank" erstatter deres serie.`,
  remedy: 'Du behøver ikke gøre noget, hvis filen har alle områder og tider med.',
}));

export const passedOver = remarks<[count: number]>('sprunget-over', (count) => ({
  message: `${counted(count, 'række', 'rækker')} er sprunget over: landsdele, Christiansø og det, som "udvalg" og "serier" fravælger.`,
  remedy: NOTHING_TO_DO,
}));

export const notesPassedOver = remarks<[count: number]>('sprunget-over', (count) => ({
  message: `${counted(count, 'linje', 'linjer')} uden område, tid og tal er sprunget over som ${count === 1 ? 'note' : 'noter'}.`,
  remedy: NOTHING_TO_DO,
}));
