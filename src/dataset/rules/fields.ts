import { amount, clean, meant, type PeriodFault, undoubled } from '../../danish/index.ts';
import { findMunicipality } from '../../municipalities/index.ts';
import { COUNTRY, type Series } from '../catalogue.ts';
import type { Provenance } from '../figure.ts';
import { limits } from '../limits.ts';
import { isDateText, isSpreadsheetTime } from '../table/spreadsheet-slips.ts';
import { kindOfSeries, quoted } from './phrases.ts';
import { stopsAll, stopsSubject } from './rule.ts';

/** Fields of a row that name no subject, series, time or provenance. */

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
  const name = text.replace(/^\d+ /, '');
  const byName = findMunicipality(name)?.name ?? meant(name, [...names.values()]);
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

/** A text that says the provenance `found` in a column of another name. */
export const misnamedProvenance = stopsAll<[text: string, found: Provenance]>('mangler-kolonne', (text, found) => ({
  value: text,
  message: `Her står ${quoted(text)}, men kolonnen hedder ikke "kilde", så kilden ville blive overset.`,
  remedy: `Ret kolonnens navn til "kilde"${isSaid(text, found) ? '' : `, og skriv "${found}" i rækkerne`}.`,
}));

/** The same in a file from elsewhere, in the column `name`. */
export const unmappedProvenance = stopsAll<[text: string, found: Provenance, name: string]>(
  'mangler-kolonne',
  (text, found, name) => ({
    value: text,
    message: `Her står ${quoted(text)} i kolonnen ${quoted(name)}, men datasaet.json siger ikke, at kolonnen er kilden, så den ville blive overset.`,
    remedy: isSaid(text, found)
      ? `Skriv "kilde": ${quoted(name)} under "kolonner" ved filen i datasaet.json, eller "kilde": "${found}" ved filen, hvis det gælder alle dens rækker.`
      : `Skriv "kilde": "${found}" ved filen i datasaet.json, hvis det gælder alle dens rækker. Ellers del filen i to.`,
  }),
);

const isSaid = (text: string, found: Provenance): boolean => text.toLowerCase() === found;

/** A file from elsewhere says in a title or note that it is made up, and `datasaet.json` says nothing. */
export const madeUpByNote = stopsAll<[text: string, words: string]>('kilde-mangler', (text, words) => ({
  value: text,
  message: `Her står ${quoted(text)}, men datasaet.json siger ikke, hvad filens kilde er, så dens tal ville gælde for officielle.`,
  remedy: `Skriv "kilde": "eksempel" ved filen i datasaet.json, hvis tallene er det, som "${clean(words)}" siger. Ellers skriv "kilde": "officiel".`,
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
