import { clean, meant } from '../../danish/index.ts';
import { compare, type Decimal } from '../../decimal.ts';
import { COUNTRY, type Series } from '../catalogue.ts';
import type { Figure } from '../figure.ts';
import { limits } from '../limits.ts';
import { type ProblemText, placeText, quoted } from '../problem.ts';
import type { CellFlaw } from '../read/records.ts';
import type { FileRules } from './rules.ts';
import { isDateText, KEEP_AS_TEXT, meantId } from './spreadsheet-slips.ts';

export function unknownSubject(text: string, names: ReadonlyMap<string, string>): ProblemText {
  const rule = 'ukendt-kommune';
  const message = `${quoted(text)} er ikke en kommune`;
  const [, code = ''] = /^0?(\d{3}) +.+$/.exec(text) ?? [];
  const named = names.get(code);
  if (named !== undefined)
    return { rule, value: text, message: `${message}: koden ${code} er ${named}.`, remedy: 'Ret koden eller navnet.' };
  const byName = meant(text.replace(/^\d+ /, ''), [...names.values()]);
  const byCode = /^0{1,2}$/.test(text) ? COUNTRY : meant(text, /^\d+$/.test(text) ? [...names.keys()] : []);
  const near = [...names].find(([one, name]) => one === byCode || name === byName);
  const hint = near === undefined ? '' : ` Nærmest er ${near[0]} ${near[1]}.`;
  const remedy = `Skriv kommunens kode med tre cifre, 000 for hele landet.${hint}`;
  return { rule, value: text, message: `${message}.`, remedy };
}

/** What is wrong with a text of the series column. */
export function unknownSeries(text: string, table: Series['table'], { seriesTexts, mapping }: FileRules): ProblemText {
  if (mapping !== null && text !== '') return unlistedSeries(text, seriesTexts);
  const what = table === 'indikatorer' ? 'en indikator' : 'et nøgletal';
  const rule = table === 'indikatorer' ? 'ukendt-indikator' : 'ukendt-noegletal';
  const id = meantId(text, (one) => seriesTexts.includes(one));
  if (id !== null) {
    const made = isDateText(text) ? 'en dato' : 'et decimaltal';
    const message = `${quoted(text)} er ikke ${what}: Excel har gjort feltet til ${made}.`;
    return { rule, value: text, message, remedy: `Mente du "${id}"? ${KEEP_AS_TEXT}` };
  }
  const near = meant(text, seriesTexts);
  const list = seriesTexts.length > 24 ? '' : ` Kendte: ${seriesTexts.map((one) => clean(one)).join(', ')}.`;
  const remedy = near === null ? `Ret feltet.${list}` : `Mente du "${clean(near)}"?`;
  return { rule, value: text, message: `${quoted(text)} er ikke ${what}.`, remedy };
}

/** A text of an export's series column that `serier` does not list: the mapping is mended, never the file. */
function unlistedSeries(text: string, listed: readonly string[]): ProblemText {
  const near = meant(text, listed);
  const hint = near === null ? '' : ` Nærmest er "${clean(near)}".`;
  return {
    rule: 'ikke-i-serier',
    value: text,
    message: `${quoted(text)} står ikke i "serier" i datasaet.json.`,
    remedy: `Skriv teksten i "serier" med sin indikator eller sit nøgletal, eller med null, hvis den skal springes over.${hint}`,
  };
}

export const badProvenance = (text: string): ProblemText => ({
  rule: 'ukendt-kilde',
  value: text,
  message: `${quoted(text)} er ikke en kilde, der kendes.`,
  remedy: 'Skriv officiel, beregnet eller eksempel, eller lad feltet stå tomt (officiel).',
});

/** What is wrong with a number as a figure of its series, null when it can be. */
export function outOfRange(value: Decimal, measure: Series['measure'], text: string): ProblemText | null {
  if (measure === 'count') return /^\d+(\.0+)?$/.test(value) ? null : notCount(value, text);
  const isWithin100 = /^-?(\d{1,2}(\.\d+)?|100(\.0+)?)$/.test(value);
  if (measure === 'gap') return isWithin100 ? null : notGap(text);
  return isWithin100 && !value.startsWith('-') ? null : notPercentage(text);
}

const notPercentage = (text: string): ProblemText => ({
  rule: 'procent',
  value: text,
  message: `${quoted(text)} kan ikke være en procent: den skal ligge fra 0 til 100.`,
  remedy: 'Ret tallet; er det et antal, hører det til et andet nøgletal.',
});

const notGap = (text: string): ProblemText => ({
  rule: 'gab',
  value: text,
  message: `${quoted(text)} kan ikke være et gab: det skal ligge fra -100 til 100.`,
  remedy: 'Ret tallet.',
});

const notCount = (value: Decimal, text: string): ProblemText => ({
  rule: 'antal',
  value: text,
  message: `${quoted(text)} kan ikke være et antal: det er ${value.startsWith('-') ? 'negativt' : 'ikke et helt tal'}.`,
  remedy: 'Skriv et helt tal, 0 eller større.',
});

export const misnamedProvenance = (text: string): ProblemText => ({
  rule: 'mangler-kolonne',
  value: text,
  message: `Her står ${quoted(text)}, men kolonnen hedder ikke "kilde", så kilden ville blive overset.`,
  remedy: 'Ret kolonnens navn til "kilde".',
});

const flawTexts: Readonly<Record<CellFlaw, readonly [string, string]>> = {
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
export function flawedCell(flaw: CellFlaw, text: string): ProblemText {
  const [what, remedy] = flawTexts[flaw];
  const shown = text === '' ? 'Cellen' : quoted(text);
  return { rule: 'excel-celle', value: text, message: `${shown} ${what}.`, remedy };
}

export const wrongCount = (fields: number, columns: number): ProblemText => ({
  rule: 'antal-felter',
  message: `Linjen har ${fields} ${fields === 1 ? 'felt' : 'felter'}, men der er ${columns} kolonner.`,
  remedy:
    fields > columns
      ? 'Sæt anførselstegn om en tekst med semikolon, eller slet det overskydende.'
      : 'Skriv de manglende felter; et tomt felt skrives som to semikoloner efter hinanden.',
});

export const lineBreak = (text: string): ProblemText => ({
  rule: 'linjeskift-i-felt',
  value: text,
  message: 'Feltet indeholder et linjeskift; et anførselstegn kan stå forkert og have slugt flere linjer.',
  remedy: 'Ret anførselstegnene i linjen.',
});

export const cutOff = (text: string): ProblemText => ({
  rule: 'afskaaret',
  value: text,
  message: `Filen slutter lige efter ${quoted(text)} uden linjeskift; tallet kan være skåret over.`,
  remedy: 'Se efter, at filen er hel, og afslut sidste linje med et linjeskift.',
});

/** A figure whose cell stands in an earlier row too: harmless when both say the same, else neither can be trusted. */
export function repetition(
  figure: Figure,
  known: Figure,
  isExported: boolean,
): { readonly isHarmless: boolean; readonly text: ProblemText } {
  const value = figure.text;
  const where = placeText(known.place);
  const remedy = 'Slet den forkerte linje.';
  if (figure.provenance !== known.provenance) {
    const message = `Tallet står også i ${where}, men med en anden kilde; ingen af dem bruges.`;
    return { isHarmless: false, text: { rule: 'modstridende-kilde', value, message, remedy } };
  }
  if (saySame(figure, known)) {
    const message = `Tallet står to gange med samme værdi, første gang ${where}.`;
    return { isHarmless: true, text: { rule: 'gentagelse', value, message, remedy: 'Slet den ene linje.' } };
  }
  const message = `Tallet står også i ${where}, men med en anden værdi (${quoted(known.text)}); ingen af dem bruges.`;
  // Of two rows in one export the mapping is mended, never the file: it takes rows of several kinds.
  const select = 'Vælg med "udvalg" i datasaet.json, hvilken tekst der skal stå i filens andre kolonner.';
  const isOneExport = isExported && known.place.file === figure.place.file;
  return { isHarmless: false, text: { rule: 'dublet', value, message, remedy: isOneExport ? select : remedy } };
}

/** True when two figures say exactly the same: "2,0" and "2" do. */
const saySame = (a: Figure, b: Figure): boolean =>
  a.provisional === b.provisional &&
  a.missing === b.missing &&
  (a.value === null || b.value === null || compare(a.value, b.value) === 0);

export const tooManyFigures: ProblemText = {
  rule: 'for-mange-tal',
  message: `Tabellen har flere end ${limits.figures} tal.`,
  remedy: 'Del datasættet op.',
};

export const tooManyErrors: ProblemText = {
  rule: 'for-mange-fejl',
  message: 'Der er så mange fejl, at læsningen er stoppet her.',
  remedy: 'Ret de første; ofte har de samme grund, fx et forkert "decimaltegn" i datasaet.json.',
};

export const passedOver = (count: number): ProblemText => ({
  rule: 'sprunget-over',
  message: `${count} ${count === 1 ? 'række' : 'rækker'} er sprunget over: landsdele, Christiansø og det, som "udvalg" og "serier" fravælger.`,
  remedy: 'Der skal ikke gøres noget.',
});
