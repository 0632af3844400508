import { clean, meant, type PeriodFault } from '../../danish/index.ts';
import { COUNTRY, type Series } from '../catalogue.ts';
import type { Figure } from '../figure.ts';
import { limits } from '../limits.ts';
import { placeText } from '../place.ts';
import type { CellFlaw } from '../read/table-record.ts';
import { isDateText, isSpreadsheetTime } from '../table/spreadsheet-slips.ts';
import { counted, kindOfSeries, quoted } from './phrases.ts';
import { remarks, stopsAll, stopsSubject, warns } from './rule.ts';

/** How a spreadsheet keeps what is typed: the remedy of every text that it has turned into something else. */
const KEEP_AS_TEXT =
  'Gør kolonnen til tekst i Excel (Formatér celler, Tekst), før felterne skrives eller sættes ind, og ret dem.';

export const unknownSubject = stopsSubject<[text: string, names: ReadonlyMap<string, string>]>(
  'ukendt-kommune',
  (text, names) => {
    const message = `${quoted(text)} er ikke en kommune`;
    const [, code = ''] = /^0?(\d{3}) +.+$/.exec(text) ?? [];
    const named = names.get(code);
    if (named !== undefined)
      return { value: text, message: `${message}: koden ${code} er ${named}.`, remedy: 'Ret koden eller navnet.' };
    const byName = meant(text.replace(/^\d+ /, ''), [...names.values()]);
    const byCode = /^0{1,2}$/.test(text) ? COUNTRY : meant(text, /^\d+$/.test(text) ? [...names.keys()] : []);
    const near = [...names].find(([one, name]) => one === byCode || name === byName);
    const hint = near === undefined ? '' : ` Nærmest er ${near[0]} ${near[1]}.`;
    return {
      value: text,
      message: `${message}.`,
      remedy: `Skriv kommunens kode med tre cifre, 000 for hele landet.${hint}`,
    };
  },
);

/** Of a text in the series column: `meantId` is what a spreadsheet has made it of, `known` are the right ones. */
type SeriesText = readonly [text: string, table: Series['table'], known: readonly string[], meantId: string | null];

const saySeries = (...[text, table, known, meantId]: SeriesText) => {
  const what = kindOfSeries(table);
  if (meantId !== null) {
    const made = isDateText(text) ? 'en dato' : 'et decimaltal';
    const message = `${quoted(text)} er ikke ${what}: Excel har gjort feltet til ${made}.`;
    return { value: text, message, remedy: `Mente du "${meantId}"? ${KEEP_AS_TEXT}` };
  }
  const near = meant(text, known);
  const list = known.length > 24 ? '' : ` Kendte: ${known.map((one) => clean(one)).join(', ')}.`;
  const remedy = near === null ? `Ret feltet.${list}` : `Mente du "${clean(near)}"?`;
  return { value: text, message: `${quoted(text)} er ikke ${what}.`, remedy };
};

export const unknownSeries = {
  indikatorer: stopsSubject<SeriesText>('ukendt-indikator', saySeries),
  noegletal: stopsSubject<SeriesText>('ukendt-noegletal', saySeries),
};

/** A text of an export's series column that `serier` does not list: the mapping is mended, never the file. */
export const unlistedSeries = stopsSubject<[text: string, listed: readonly string[]]>(
  'ikke-i-serier',
  (text, listed) => {
    const near = meant(text, listed);
    const hint = near === null ? '' : ` Nærmest er "${clean(near)}".`;
    return {
      value: text,
      message: `${quoted(text)} står ikke i "serier" i datasaet.json.`,
      remedy: `Skriv teksten i "serier" med sin indikator eller sit nøgletal, eller med null, hvis den skal springes over.${hint}`,
    };
  },
);

export const unknownProvenance = stopsSubject<[text: string]>('ukendt-kilde', (text) => ({
  value: text,
  message: `${quoted(text)} er ikke en kilde, der kendes.`,
  remedy: 'Skriv officiel, beregnet eller eksempel, eller lad feltet stå tomt (officiel).',
}));

export const misnamedProvenance = stopsAll<[text: string]>('mangler-kolonne', (text) => ({
  value: text,
  message: `Her står ${quoted(text)}, men kolonnen hedder ikke "kilde", så kilden ville blive overset.`,
  remedy: 'Ret kolonnens navn til "kilde".',
}));

/** What the times of a table are, and how they are written. */
const times = {
  indikatorer: { name: 'et årstal', form: 'Skriv året med fire cifre, fx 2024.' },
  noegletal: { name: 'en periode', form: 'Skriv som 2024, 2025K2, 2025M11, 2025-12-31 eller 2016M07-2025M12.' },
};

const periodFaults: Readonly<Record<PeriodFault, string>> = {
  form: 'er ikke en periode',
  calendar: 'findes ikke i kalenderen',
  order: 'slutter, før den begynder',
  'unknown-kind': 'er et halvår eller en uge, og dem kan rapporten ikke vise',
};

/** Of a text that is no time: why, and the code of the time that it was probably meant for. */
type TimeText = readonly [text: string, fault: PeriodFault, meantCode: string | null];

const sayTime =
  (table: Series['table']) =>
  (...[text, fault, code]: TimeText) => {
    const { name, form } = times[table];
    if (code === null) {
      const what = table === 'indikatorer' ? `er ikke ${name}` : periodFaults[fault];
      return { value: text, message: `${quoted(text)} ${what}.`, remedy: form };
    }
    const isByExcel = isSpreadsheetTime(text);
    const how = isByExcel ? ': det er en dato eller et tal, som Excel skriver det.' : ', som datasættet skriver dem.';
    const remedy = `Mente du "${code}"? ${isByExcel ? KEEP_AS_TEXT : form}`;
    return { value: text, message: `${quoted(text)} er ikke ${name}${how}`, remedy };
  };

export const wrongTime = {
  indikatorer: stopsSubject<TimeText>('ugyldigt-aar', sayTime('indikatorer')),
  noegletal: stopsSubject<TimeText>('ugyldig-periode', sayTime('noegletal')),
};

export const tooManyPeriods = stopsSubject<[text: string]>('for-mange-perioder', (text) => ({
  value: text,
  message: `Der er allerede ${limits.periods} forskellige perioder.`,
  remedy: 'Del datasættet op.',
}));

export const afterEdition = stopsSubject<[text: string, edition: string]>('efter-udgaven', (text, edition) => ({
  value: text,
  message: `${quoted(text)} ligger efter udgaven ${edition}.`,
  remedy: 'Ret tiden, eller ret "udgave" i datasaet.json.',
}));

const flaws: Readonly<Record<CellFlaw, readonly [string, string]>> = {
  merged: ['er en af flere flettede celler', 'Ophæv fletningen i Excel, og skriv værdien i hver celle.'],
  formula: ['er en formel, der ikke er beregnet', 'Åbn filen i Excel, og gem den igen.'],
  error: ['er en fejl i Excel', 'Ret formlen, eller skriv ".." eller "...", hvis tallet mangler.'],
  boolean: ['er sandt eller falsk', 'Skriv et tal eller en tekst i cellen.'],
  date: [
    'er en dato',
    'Skriv værdien i en celle, der er formateret som tekst eller tal; Excel laver fx 1.1 om til en dato.',
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
      : 'Skriv de manglende felter; et tomt felt skrives som to semikoloner efter hinanden.',
});

export const wrongCount = stopsSubject<Counts>('antal-felter', sayCounts);

/** Of a row on several lines: a stray quote may have swallowed rows. */
export const wrongCountOnLines = stopsAll<Counts>('antal-felter', sayCounts);

export const lineBreak = stopsAll<[text: string]>('linjeskift-i-felt', (text) => ({
  value: text,
  message: 'Feltet indeholder et linjeskift; et anførselstegn kan stå forkert og have slugt flere linjer.',
  remedy: 'Ret anførselstegnene i linjen.',
}));

export const cutOff = warns<[text: string]>(
  'afskaaret',
  (text) => ({
    value: text,
    message: `Filen slutter lige efter ${quoted(text)} uden linjeskift; tallet kan være skåret over.`,
    remedy: 'Se efter, at filen er hel, og afslut sidste linje med et linjeskift.',
  }),
  { leads: 'rows' },
);

/** A figure, and the one of an earlier row that is meant for the same. */
type Pair = readonly [figure: Figure, known: Figure];

export const repetition = warns<Pair>('gentagelse', (figure, known) => ({
  value: figure.text,
  message: `Tallet står to gange med samme værdi, første gang ${placeText(known.place)}.`,
  remedy: 'Slet den ene linje.',
}));

const deleteWrong = 'Slet den forkerte linje.';

export const contradictedProvenance = stopsSubject<Pair>('modstridende-kilde', (figure, known) => ({
  value: figure.text,
  message: `Tallet står også i ${placeText(known.place)}, men med en anden kilde; ingen af dem bruges.`,
  remedy: deleteWrong,
}));

export const contradicted = stopsSubject<[...Pair, isExported: boolean]>('dublet', (figure, known, isExported) => {
  // Of two rows in one export the mapping is mended, never the file: it takes rows of several kinds.
  const select = 'Vælg med "udvalg" i datasaet.json, hvilken tekst der skal stå i filens andre kolonner.';
  const isOneExport = isExported && known.place.file === figure.place.file;
  return {
    value: figure.text,
    message: `Tallet står også i ${placeText(known.place)}, men med en anden værdi (${quoted(known.text)}); ingen af dem bruges.`,
    remedy: isOneExport ? select : deleteWrong,
  };
});

export const tooManyFigures = stopsAll('for-mange-tal', {
  message: `Tabellen har flere end ${limits.figures} tal.`,
  remedy: 'Del datasættet op.',
});

export const tooManyErrors = stopsAll('for-mange-fejl', {
  message: 'Der er så mange fejl, at læsningen er stoppet her.',
  remedy: 'Ret de første; ofte har de samme grund, fx et forkert "decimaltegn" i datasaet.json.',
});

export const passedOver = remarks<[count: number]>('sprunget-over', (count) => ({
  message: `${counted(count, 'række', 'rækker')} er sprunget over: landsdele, Christiansø og det, som "udvalg" og "serier" fravælger.`,
  remedy: 'Der skal ikke gøres noget.',
}));

export const notesPassedOver = remarks<[count: number]>('sprunget-over', (count) => ({
  message: `${counted(count, 'linje', 'linjer')} uden område, tid og tal er sprunget over som ${count === 1 ? 'note' : 'noter'}.`,
  remedy: 'Der skal ikke gøres noget.',
}));
