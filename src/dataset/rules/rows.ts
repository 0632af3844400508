import { amount, clean, meant, type PeriodFault, undoubled } from '../../danish/index.ts';
import { COUNTRY, type Series } from '../catalogue.ts';
import type { Figure } from '../figure.ts';
import { limits } from '../limits.ts';
import { placeText } from '../place.ts';
import type { CellFlaw } from '../read/table-record.ts';
import { isDateText, isSpreadsheetTime } from '../table/spreadsheet-slips.ts';
import { counted, kindOfSeries, NOTHING_TO_DO, quoted } from './phrases.ts';
import { remarks, stopsAll, stopsSubject, warns } from './rule.ts';

/** How a spreadsheet keeps what is typed: the remedy of every text that it has turned into something else. */
const KEEP_AS_TEXT =
  'Gør kolonnen til tekst i Excel (Formatér celler, Tekst), før felterne skrives eller sættes ind, og ret dem.';

/** How many figures a problem is of that is told once. */
export interface Count {
  count: number;
}

/** Doubly encoded text is called that: the file was saved in a wrong way, whatever is unknown in it. */
const sayDoubled = (text: string, meantText: string) => ({
  value: text,
  message: `${quoted(text)} er "${clean(meantText)}", som er gemt i et forkert tegnsæt.`,
  remedy: 'Hent filen igen, eller gem den som "CSV UTF-8" fra det program, den kommer fra.',
});

const isTotal = (text: string): boolean => /^(?:(?:alle )?kommuner )?(?:i alt|ialt|total|sum)$/i.test(text);

/** Of an area; `figures` are those of an export that all have it. */
export const unknownSubject = stopsSubject<[text: string, names: ReadonlyMap<string, string>, figures?: Count]>(
  'ukendt-kommune',
  (text, names, figures) => {
    const meantText = undoubled(text);
    if (meantText !== null) return sayDoubled(text, meantText);
    const many = figures !== undefined && figures.count > 1 ? ` (${amount(figures.count)} tal)` : '';
    const message = `${quoted(text)} er ikke en kommune`;
    if (isTotal(text)) {
      const remedy = 'Slet rækken, hvis den er en sum. Er den hele landets tal, så skriv 000 eller Hele landet.';
      return { value: text, message: `${message}${many}.`, remedy };
    }
    const [, code = ''] = /^0?(\d{3}) +.+$/.exec(text) ?? [];
    const named = names.get(code);
    if (named !== undefined)
      return { value: text, message: `${message}: koden ${code} er ${named}.`, remedy: 'Ret koden eller navnet.' };
    const passed =
      figures === undefined ? '' : ' Skal området springes over, så skriv det i "oversete" i datasaet.json.';
    return {
      value: text,
      message: `${message}${many}.`,
      remedy: `Skriv kommunens kode med tre cifre, 000 for hele landet.${nearestSubject(text, names)}${passed}`,
    };
  },
);

/** Codes of municipalities before 2007 were odd numbers. What is near to one of them is another municipality. */
const mayBeFormer = (text: string): boolean => /^[1-8]\d[13579]$/.test(text);

function nearestSubject(text: string, names: ReadonlyMap<string, string>): string {
  if (mayBeFormer(text))
    return ' Koden kan være fra før kommunalreformen i 2007. "barometer-report kommuner" viser dem, der gælder.';
  // What is near to a code is another municipality's; only names can be meant.
  const byName = meant(text.replace(/^\d+ /, ''), [...names.values()]);
  const near = [...names].find(([code, name]) => (/^0{1,2}$/.test(text) ? code === COUNTRY : name === byName));
  return near === undefined ? '' : ` Mente du ${near[0]} ${near[1]}?`;
}

/**
 * Of a text in the series column: `known` are the right ones, `meantId` is what a spreadsheet has made it of, and
 * `templateOption` what another template is named by.
 */
type UnknownSeries = readonly [
  ...[text: string, table: Series['table'], known: readonly string[], meantId: string | null],
  templateOption: string | undefined,
];

const saySeries = (...[text, table, known, meantId, templateOption]: UnknownSeries) => {
  const what = kindOfSeries(table);
  if (meantId !== null) {
    const made = isDateText(text) ? 'en dato' : 'et decimaltal';
    const message = `${quoted(text)} er ikke ${what}: Excel har gjort feltet til ${made}.`;
    return { value: text, message, remedy: `Mente du "${meantId}"? ${KEEP_AS_TEXT}` };
  }
  const near = meant(text, known);
  const list = known.length > 24 ? '' : ` Kendte: ${known.map((one) => clean(one)).join(', ')}.`;
  const mayBeOther = templateOption !== undefined && /^\d+(?:\.\d+)?$/.test(text);
  const other = mayBeOther ? ` Er nummeret fra en anden skabelon, så angiv den med ${templateOption}.` : '';
  const remedy = (near === null ? `Ret feltet.${list}` : `Mente du "${clean(near)}"?`) + other;
  return { value: text, message: `${quoted(text)} er ikke ${what}.`, remedy };
};

export const unknownSeries = {
  indikatorer: stopsSubject<UnknownSeries>('ukendt-indikator', saySeries),
  noegletal: stopsSubject<UnknownSeries>('ukendt-noegletal', saySeries),
};

/** A text of an export's series column that `serier` does not list: the mapping is mended, never the file. */
export const unlistedSeries = stopsSubject<[text: string, listed: readonly string[]]>(
  'ikke-i-serier',
  (text, listed) => {
    const meantText = undoubled(text);
    if (meantText !== null) return sayDoubled(text, meantText);
    const near = meant(text, listed);
    const hint = near === null ? '' : ` Mente du "${clean(near)}"?`;
    return {
      value: text,
      message: `${quoted(text)} står ikke i "serier" i datasaet.json.`,
      remedy: `Skriv teksten i "serier" med sin indikator eller sit nøgletal, eller med null, hvis den skal springes over.${hint}`,
    };
  },
);

export const unknownProvenance = stopsSubject<[text: string]>('ukendt-kilde', (text) => ({
  value: text,
  message: `${quoted(text)} er ikke en gyldig kilde.`,
  remedy: 'Skriv officiel, beregnet eller eksempel, eller lad feltet stå tomt (officiel).',
}));

export const misnamedProvenance = stopsAll<[text: string]>('mangler-kolonne', (text) => ({
  value: text,
  message: `Her står ${quoted(text)}, men kolonnen hedder ikke "kilde", så kilden ville blive overset.`,
  remedy: 'Ret kolonnens navn til "kilde".',
}));

export const withoutProvenance = stopsAll('kilde-mangler', {
  message: 'Filen siger ikke, om tallene er officielle eller opdigtede: der er ingen kolonne "kilde" med indhold.',
  remedy:
    'Tilføj kolonnen "kilde" (officiel, beregnet eller eksempel), eller skriv "kilde": "officiel" i datasaet.json, hvis alle tal er officielle.',
});

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
  message: `Der er allerede ${amount(limits.periods)} forskellige perioder.`,
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

/** A figure, and the one of an earlier row that is meant for the same. */
type RepeatedFigures = readonly [figure: Figure, known: Figure];

const sayTwice = (...[figure, known]: RepeatedFigures) => ({
  value: figure.text,
  message: `Tallet står to gange med samme værdi, første gang ${placeText(known.place)}.`,
  remedy: 'Slet den ene linje.',
});

export const repetition = warns<RepeatedFigures>('gentagelse', sayTwice);

const deleteWrong = 'Slet den forkerte linje.';

const hiddenRow = (line: number): string =>
  `Række ${line} er skjult i Excel. Skriv "skjulte": "uden" i datasaet.json, hvis skjulte rækker ikke skal læses.`;

export const contradictedProvenance = stopsSubject<RepeatedFigures>('modstridende-kilde', (figure, known) => ({
  value: figure.text,
  message: `Tallet står også i ${placeText(known.place)}, men med en anden kilde. Ingen af dem bruges.`,
  remedy: deleteWrong,
}));

/** Of two rows of one file. `hiddenLine` is the line of one that Excel hides; null when it hides neither. */
export const contradicted = stopsSubject<[...RepeatedFigures, isExported: boolean, hiddenLine: number | null]>(
  'dublet',
  (figure, known, isExported, hiddenLine) => {
    // Of two rows in one export the mapping is mended, never the file: it takes rows of several kinds.
    const select = 'Vælg med "udvalg" i datasaet.json, hvilken tekst der skal stå i filens andre kolonner.';
    return {
      value: figure.text,
      message: `Tallet står også i ${placeText(known.place)}, men med en anden værdi (${quoted(known.text)}). Ingen af dem bruges.`,
      remedy: hiddenLine === null ? (isExported ? select : deleteWrong) : hiddenRow(hiddenLine),
    };
  },
);

/** A series that two files give; `figures` are those that contradict each other. The first is told by itself. */
export const seriesInTwoFiles = stopsSubject<[...RepeatedFigures, name: string, isExported: boolean, figures: Count]>(
  'dublet',
  (figure, known, name, isExported, { count }) => {
    const [own, other] = [clean(known.place.file), clean(figure.place.file)];
    const replace = isExported
      ? ` Skal ${other} erstatte serien i ${own}, så skriv "erstatter": true ved ${other} i datasaet.json.`
      : '';
    const message =
      count === 1
        ? `Tallet står også i ${placeText(known.place)}, men med en anden værdi (${quoted(known.text)}). Ingen af dem bruges.`
        : `${name} står både i ${own} og ${other}, og ${amount(count)} tal er forskellige. Ingen af dem bruges.`;
    return {
      value: figure.text,
      message,
      remedy: `${count === 1 ? deleteWrong : 'Slet serien i den ene fil.'}${replace}`,
    };
  },
);

/** The same where both files say the same. */
export const seriesTwice = warns<[...RepeatedFigures, name: string, figures: Count]>(
  'gentagelse',
  (figure, known, name, { count }) =>
    count === 1
      ? sayTwice(figure, known)
      : {
          value: figure.text,
          message: `${name} står både i ${clean(known.place.file)} og ${clean(figure.place.file)}, og ${amount(count)} tal er ens.`,
          remedy: 'Slet serien i den ene fil.',
        },
);

export const repeatedHead = warns('gentaget-hoved', {
  message: 'Linjen gentager kolonnernes navne, så filen er sat sammen af flere. Den bliver sprunget over.',
  remedy: 'Kontrollér, at delene ikke har de samme rækker, og slet linjen.',
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
  remedy: NOTHING_TO_DO,
}));

export const passedOver = remarks<[count: number]>('sprunget-over', (count) => ({
  message: `${counted(count, 'række', 'rækker')} er sprunget over: landsdele, Christiansø og det, som "udvalg" og "serier" fravælger.`,
  remedy: NOTHING_TO_DO,
}));

export const notesPassedOver = remarks<[count: number]>('sprunget-over', (count) => ({
  message: `${counted(count, 'linje', 'linjer')} uden område, tid og tal er sprunget over som ${count === 1 ? 'note' : 'noter'}.`,
  remedy: NOTHING_TO_DO,
}));
