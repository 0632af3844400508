import { amount, capitalise, clean, listText, meant, spansOf } from '../../danish/index.ts';
import { limits } from '../limits.ts';
import { columnLetters } from '../place.ts';
import { meantPeriod } from '../table/spreadsheet-slips.ts';
import { shortList } from './phrases.ts';
import { stopsAll, warns } from './rule.ts';

/** What is wrong with files that other programs wrote: their form, workbooks, tables with times as columns. */

const fetchAgain = 'Hent som CSV eller Excel (.xlsx) fra Statistikbanken.';

const forms = {
  text: ['Filen er en tekstfil, selv om den hedder .xlsx.', 'Giv den endelsen .csv, og ret "fil" i datasaet.json.'],
  workbook: [
    'Filen er en Excel-fil eller et zip-arkiv, selv om den hedder .csv.',
    'Giv en Excel-fil endelsen .xlsx, og ret "fil" i datasaet.json.',
  ],
  oldExcel: [
    'Filen er en gammel Excel-fil (.xls), eller den er beskyttet med adgangskode.',
    'Gem som CSV eller Excel (.xlsx) uden adgangskode.',
  ],
  openDocument: ['Filen er et regneark i OpenDocument (.ods).', 'Gem som CSV eller Excel (.xlsx).'],
  pdf: ['Filen er en PDF.', fetchAgain],
  px: ['Filen er en PX-fil (PC-Axis).', fetchAgain],
  json: ['Filen er JSON (fx JSON-stat).', fetchAgain],
  markup: ['Filen er en webside eller XML, selv om den hedder som en tabel.', fetchAgain],
  named: ['Filens navn ender ikke på .csv, .csv.gz eller .xlsx.', 'Giv en tekstfil endelsen .csv, og prøv igen.'],
} as const;

/** The form of a file, where it is not the one that is wanted. */
export type WrongForm = keyof typeof forms;

export const wrongForm = stopsAll<[form: WrongForm]>('filform', (form) => {
  const [message, remedy] = forms[form];
  return { message, remedy };
});

export const damagedWorkbook = stopsAll('excel', {
  message: 'Filen kan ikke læses som en Excel-fil (.xlsx): den er beskadiget eller ikke hel.',
  remedy: 'Åbn filen i Excel, og gem den som "Excel-projektmappe (.xlsx)", eller hent den igen.',
});

export const workbookTooLarge = stopsAll('for-stor-fil', {
  message: `Excel-filen er større, end en tabel bør være: mere end ${limits.workbook / 1_000_000} MB udpakket eller en million celler.`,
  remedy: 'Hent tabellen som CSV, eller del den op.',
});

export const tooManyMerged = stopsAll('excel', {
  message: 'Arket har for mange flettede celler.',
  remedy: 'Ophæv fletningen af celler i Excel, eller hent tabellen som CSV.',
});

export const sheetTooWide = stopsAll('for-mange-felter', {
  message: `Arket har rækker med flere end ${amount(limits.fields)} celler.`,
  remedy: 'Slet det, der står til højre for tabellen, eller hent den igen.',
});

export const noSuchSheet = stopsAll<[wanted: string, names: readonly string[]]>('excel', (wanted, names) => {
  const near = meant(wanted, names);
  const sheets = shortList(names.map((name) => `"${clean(name)}"`));
  return {
    value: wanted,
    message: `Filen har intet ark, der hedder "${clean(wanted)}".`,
    remedy: `${near === null ? '' : `Mente du "${clean(near)}"? `}Filens ark: ${sheets}. Ret "ark" i datasaet.json.`,
  };
});

/** What of a workbook nobody sees in Excel. */
export interface HiddenParts {
  /** Sheets that are passed over, before the one that is read. */
  readonly skipped: readonly string[];
  /** The name of the sheet that is read, if it is hidden. */
  readonly sheet: string | null;
  readonly rows: readonly number[];
  readonly columns: readonly number[];
}

export const hidden = warns<[parts: HiddenParts]>('skjult', ({ skipped, sheet, rows, columns }) => ({
  message: `${capitalise(
    [
      ...skipped.map((name) => `arket "${clean(name)}" er skjult og bliver ikke læst`),
      ...(sheet === null ? [] : [`arket "${clean(sheet)}" er skjult, men bliver læst`]),
      ...(rows.length > 0 ? [`skjulte rækker bliver læst med: ${shortList(spansOf(rows), listText)}`] : []),
      ...(columns.length > 0
        ? [`skjulte kolonner bliver læst med: ${shortList(columns.map(columnLetters), listText)}`]
        : []),
    ].join('; '),
  )}.`,
  remedy:
    skipped.length > 0
      ? 'Skriv arkets navn i "ark" i datasaet.json.'
      : 'Skriv "skjulte": "med" i datasaet.json, hvis det skjulte skal læses, eller "uden", hvis skjulte rækker skal springes over.',
}));

const writeTimes = 'Tider skrives som 2024, 2024K1, 2024M01 eller 2024-12-31.';
const fetchWide = 'Hent tabellen igen med kun tiden i hovedet, eller i lang form (CSV).';

export const noTimes = stopsAll('bred-tabel', {
  message: 'Filen har ingen række med tider som overskrifter til højre for rækkernes navne.',
  remedy: `Hent tabellen med tiden i hovedet og kommunerne i forspalten, eller i lang form (CSV). ${writeTimes}`,
});

export const notATime = stopsAll<[text: string]>('bred-tabel', (text) => ({
  value: text,
  message: `Overskriften "${clean(text)}" er ikke en tid, som kan læses.`,
  remedy: `${writeTimes} Ret overskriften, eller slet kolonnen, hvis den ikke er en tid.`,
}));

export const gapInTimes = stopsAll('bred-tabel', {
  message:
    'En kolonne mellem tiderne har ingen overskrift, så tabellen har sandsynligvis også andet end tid i hovedet.',
  remedy: fetchWide,
});

export const timeTwice = stopsAll<[time: string]>('bred-tabel', (time) => ({
  value: time,
  message: `Tiden ${clean(time)} står i flere overskrifter, så tabellen har også andet end tid i hovedet.`,
  remedy: fetchWide,
}));

export const valueWithoutTime = stopsAll('bred-tabel', {
  message: 'Der står noget i en kolonne, der ikke har nogen tid som overskrift.',
  remedy: fetchWide,
});

export const shortRow = stopsAll<[found: number, count: number]>('antal-felter', (found, count) => ({
  message: `Rækken har ${found} felter, men overskrifterne er ${count}.`,
  remedy: 'Hent filen igen. Den kan være afkortet.',
}));

export const readByItself = stopsAll('tilpas', {
  message: 'Filen er datasættets egen og bliver læst, uden at den er nævnt i "statbank".',
  remedy: 'Kontrollér datasættet med barometer-report valider.',
});

export const noHeadings = stopsAll('tilpas', {
  message: 'Filen har ingen overskrifter.',
  remedy: 'Skriv kolonnernes navne i første linje, fx OMRÅDE;TID;INDHOLD, og prøv igen.',
});

const columnKinds = {
  areas: [
    'kommuner',
    'Hent tabellen med kommuner i forspalten. En tabel kun for hele landet skal have kolonnen OMRÅDE med.',
  ],
  times: ['tider', `${writeTimes} Ret filen, eller hent den igen.`],
  values: ['tal', 'Hent tabellen med et tal i hver række.'],
} as const;

/** What a table must have a column of. */
export type ColumnKind = keyof typeof columnKinds;

/** No column fits; `nearest` nearly does, but for the texts that it names. */
export const noColumnOf = stopsAll<
  [kind: ColumnKind, nearest: { readonly name: string; readonly unread: readonly string[] } | null]
>('tilpas', (kind, nearest) => {
  const [what, remedy] = columnKinds[kind];
  const message = `Filen har ingen kolonne med ${what}`;
  if (nearest === null) return { message: `${message}.`, remedy };
  const texts = shortList(
    nearest.unread.map((text) => `"${clean(text)}"`),
    listText,
  );
  const meantText = kind === 'times' ? nearest.unread.find((text) => meantPeriod(text) !== null) : undefined;
  const instead =
    meantText === undefined ? '' : ` Skriv fx "${meantPeriod(meantText)?.code}" i stedet for "${clean(meantText)}".`;
  return {
    value: nearest.name,
    message: `${message}. Nærmest er "${clean(nearest.name)}", men her kan ikke læses: ${texts}.`,
    remedy: remedy + instead,
  };
});
