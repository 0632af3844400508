import { capitalise, editionText, longDate, parseIsoDate } from '../../danish/index.ts';
import { subtract } from '../../decimal.ts';
import {
  type Blank,
  blankMarks,
  blankText,
  type Cell,
  type Goal,
  type HistoryFigure,
  isMadeUp,
  leastSure,
  madeUpNotice,
  markMeanings,
  provenanceNames,
  type Report,
} from '../../report/index.ts';
import { type Entry, publicationOf, type SharedSeries, type TimedFigure } from '../series.ts';
import { type Columns, fixed, mostDecimals, type Sheet, type SheetCell, sheetOf, yearCell } from './sheet.ts';

/** All sheets in their order: what is said of the edition, its figures, and notes. `series` are of the same reports. */
export function sheetsOf(series: readonly SharedSeries[]): Sheet[] {
  const reports = (series[0]?.entries ?? []).map(({ report }) => report);
  const [first] = reports;
  if (first === undefined) throw new RangeError('A workbook needs a report.');
  const after = [goals(reports), indicators(series), status(series), years(series), keyFigures(series), notes(first)];
  const front = frontPage(first, series);
  return [front, contents([front, ...after]), ...after];
}

/** What the front page calls the date of generation. */
export const generatedName = 'Dannet';

type TextLine = readonly [name: string, text: string];

const facts: Columns<TextLine> = { Emne: ([name]) => name, Oplysning: ([, text]) => text };

function frontPage(report: Report, series: readonly SharedSeries[]): Sheet {
  const { edition, generated, dataset } = report;
  const day = parseIsoDate(generated);
  const { publisher, contact, licence, address } = publicationOf(report);
  const rested = series.flatMap(({ entries }) => entries.flatMap((entry) => [...entry.figures, ...groundsOf(entry)]));
  const lines: readonly (TextLine | null)[] = [
    ['Titel', `Integrationsbarometeret, ${editionText(edition).toLowerCase()}`],
    rested.some(isMadeUp) ? ['Opdigtede tal', madeUpNotice('Projektmappen')] : null,
    ['Datasæt', dataset.title],
    [generatedName, day === null ? generated : longDate(day)],
    publisher && ['Udgiver', `${publisher.navn}, ${publisher.url}`],
    contact && ['Kontakt', `${contact.navn}, ${contact.email}`],
    licence && ['Licens', `${licence.navn}, ${licence.url}`],
    address === null ? null : ['Websted', address],
    [
      'Sådan læses arkene',
      'Hvert ark er én tabel med overskrifter i første række. Arket Indhold viser, hvad der er hvor.',
    ],
    ['Tal', 'Tallene er ikke afrundet. Rapporter og websider afrunder dem én gang.'],
    ['Tomme felter', 'Et tegn står i stedet for et tal, der ikke er der. Tegnene er forklaret på arket Noter.'],
  ];
  const about = { name: 'Forside', table: 'Forside', description: 'Udgaven, og hvordan projektmappen læses' };
  return sheetOf(
    about,
    facts,
    lines.flatMap((line) => (line === null ? [] : [line])),
  );
}

function contents(sheets: readonly Sheet[]): Sheet {
  const about = { name: 'Indhold', table: 'Indhold', description: 'Arkene i projektmappen' };
  const columns: Columns<Sheet> = {
    Ark: ({ name }) => name,
    Indhold: ({ description }) => description,
    'Antal rækker': ({ rows }) => fixed(String(rows.length), 0),
  };
  return sheetOf(about, columns, sheets);
}

/** Whose a line is. */
const area = {
  Kommunekode: ({ report }) => report.subject.code,
  Kommune: ({ report }) => report.subject.name,
  Region: ({ report }) => report.subject.region ?? report.subject.name,
} satisfies Columns<{ readonly report: Report }>;

function goals(reports: readonly Report[]): Sheet {
  const about = {
    name: 'Målsætninger',
    table: 'Maalsaetninger',
    description: 'Barometerbevægelsen for hver målsætning',
  };
  const lines = reports.flatMap((report) =>
    report.goals.goals.map((goal, index) => ({ report, goal, annex: report.annex?.goals[index] })),
  );
  const columns: Columns<(typeof lines)[number]> = {
    ...area,
    Målsætning: ({ goal }) => String(goal.number),
    Navn: ({ goal }) => goal.name,
    Ordlyd: ({ goal }) => goal.sentence,
    Basisår: ({ goal }) => yearCell(String(goal.baselineYear)),
    Statusår: ({ goal }) => yearCell(goal.statusText),
    Barometerbevægelse: ({ goal, annex }) => annex?.movementText ?? missing(goal.indicators[0]?.change.blank),
    Foreløbigt: ({ goal }) => yesOrNo(changesOf(goal).some(({ provisional }) => provisional)),
    Kilde: ({ goal }) => provenanceText(changesOf(goal)),
  };
  return sheetOf(about, columns, lines);
}

/** What the movement of a goal rests on. */
const changesOf = ({ indicators: all }: Goal): Ground[] => all.flatMap(({ change }) => change.figures);

const missing = (blank: Blank | null | undefined): string => blankMarks[blank ?? 'no-row'];

const numbered = (kind: SharedSeries['kind'], series: readonly SharedSeries[]): readonly SharedSeries[] =>
  series.filter((one) => one.kind === kind);

function indicators(series: readonly SharedSeries[]): Sheet {
  const about = { name: 'Indikatorer', table: 'Indikatorer', description: 'Ordlyd, enhed og retning af hvert tal' };
  const columns: Columns<SharedSeries> = {
    Nummer: ({ label }) => label,
    Gruppe: ({ group }) => group,
    Navn: ({ name }) => name,
    Ordlyd: ({ text }) => text,
    Enhed: ({ unit }) => unit,
    Retning: ({ betterText }) => (betterText === null ? 'Ingen' : capitalise(betterText)),
    Basisår: ({ baselineTime }) => yearCell(baselineTime ?? ''),
    'Statusår eller periode': ({ statusTime }) => yearCell(statusTime ?? ''),
    'Opgøres for': ({ isLocal }) => (isLocal ? 'Kommuner og hele landet' : 'Hele landet'),
    Datakilde: ({ about: said }) => said?.source ?? '',
    Note: ({ about: said }) => said?.note ?? '',
  };
  return sheetOf(about, columns, series);
}

interface Line extends Entry {
  readonly series: SharedSeries;
  readonly decimals: number;
}

/** The entries of all series; numbers of one are shown with as many decimals as the most exact of them has. */
const linesOf = (series: readonly SharedSeries[]): Line[] =>
  series.flatMap((one) => {
    const decimals = mostDecimals(one.entries.flatMap(({ figures }) => figures.map(({ value }) => value)));
    return one.entries.map((entry) => ({ ...entry, series: one, decimals }));
  });

const which = {
  Indikator: ({ series }) => series.id,
  Navn: ({ series }) => series.name,
} satisfies Columns<{ readonly series: SharedSeries }>;

type Shown = Pick<Cell | TimedFigure, 'value' | 'blank'>;

const numberCell = ({ value, blank }: Shown, decimals: number): SheetCell =>
  value === null ? missing(blank) : fixed(value, decimals);

const yesOrNo = (is: boolean): string => (is ? 'Ja' : 'Nej');

/** A figure, or several of which the least sure counts. */
type Ground = Pick<HistoryFigure, 'provenance' | 'provisional'>;

const provenanceText = (figures: readonly Ground[]): string => {
  const provenance = leastSure(figures);
  return provenance === null ? '' : provenanceNames[provenance];
};

function status(series: readonly SharedSeries[]): Sheet {
  const about = {
    name: 'Aktuel status',
    table: 'AktuelStatus',
    description: 'Hver indikators aktuelle status, basismåling og udvikling',
  };
  const columns: Columns<Line> = {
    ...area,
    Målsætning: ({ series: { group } }) => group,
    ...which,
    Statusår: ({ status: { figures }, series: { statusTime } }) => yearCell(figures[0]?.time ?? statusTime ?? ''),
    'Aktuel status': ({ status: cell, decimals }) => numberCell(cell, decimals),
    Basisår: ({ series: { baselineTime } }) => yearCell(baselineTime ?? ''),
    Basismåling: ({ baseline, decimals }) => numberCell(baseline ?? noCell, decimals),
    'Udvikling siden basismåling': ({ change, decimals }) => numberCell(change ?? noCell, decimals),
    Enhed: ({ series: { unit } }) => unit,
    Barometerbevægelse: ({ indicator, change }) => indicator?.movementText ?? missing(change?.blank),
    'Hele landet': (line) => numberCell(countryOf(line), line.decimals),
    'Forskel til hele landet': differenceFromCountry,
    Placering: placeAmong,
    Foreløbigt: (line) => yesOrNo(groundsOf(line).some(({ provisional }) => provisional)),
    'Årsag til tomt felt': ({ status: cell, change }) => blankText(cell) ?? (change && blankText(change)) ?? '',
    Kilde: (line) => provenanceText(groundsOf(line)),
  };
  return sheetOf(about, columns, linesOf(numbered('indikator', series)));
}

/** All that a line rests on: its own figures, the country's, and those of the municipalities that it is placed among. */
function groundsOf({ status: own, change, indicator }: Entry): Ground[] {
  const { status: compared, spread = null } = indicator ?? {};
  const others = spread?.quarter == null ? [] : [spread];
  return [...own.figures, ...(change?.figures ?? []), ...(compared?.country?.figures ?? []), ...others];
}

const noCell: Shown = { value: null, blank: 'no-row' };

const countryOf = ({ indicator, status: own }: Line): Shown => indicator?.status.country ?? own;

/** Of counts there is none, since a municipality's is part of the country's; nor of the country from itself. */
function differenceFromCountry(line: Line): SheetCell {
  const { status: own, indicator, decimals } = line;
  if (own.value === null) return missing(own.blank);
  const { value } = countryOf(line);
  const isCompared = indicator?.status.country !== undefined && indicator.comparison !== null && value !== null;
  return isCompared ? fixed(subtract(own.value, value), decimals) : missing('impossible');
}

/** "Bedste fjerdedel af 97 kommuner"; the whole country has none, nor has a blank. */
function placeAmong({ indicator, status: own }: Line): SheetCell {
  const { spread = null, spreadFault = null } = indicator ?? {};
  if (spreadFault !== null) return missing('unavailable');
  if (spread?.quarter == null) return missing(own.blank ?? 'impossible');
  return capitalise(spread.texts.place);
}

function years(series: readonly SharedSeries[]): Sheet {
  const about = { name: 'År for år', table: 'AarForAar', description: 'Hver indikators tal fra basisår til statusår' };
  const isMeasured = ({ status: { blank } }: Line): boolean => blank !== 'not-local';
  const lines = linesOf(numbered('indikator', series)).filter(isMeasured).flatMap(withFigures);
  const columns: Columns<Timed> = { ...area, ...which, År: ({ figure }) => yearCell(figure.time), ...figureColumns };
  return sheetOf(about, columns, lines);
}

interface Timed extends Line {
  readonly figure: TimedFigure;
}

const withFigures = (line: Line): Timed[] => line.figures.map((figure) => ({ ...line, figure }));

const figureColumns: Columns<Timed> = {
  Tal: ({ figure, decimals }) => numberCell(figure, decimals),
  Enhed: ({ series: { unit } }) => unit,
  Foreløbigt: ({ figure }) => yesOrNo(figure.provisional),
  'Årsag til tomt felt': ({ figure }) => figure.spoken ?? '',
  Kilde: ({ figure }) => provenanceText([figure]),
};

function keyFigures(series: readonly SharedSeries[]): Sheet {
  const about = { name: 'Nøgletal', table: 'Noegletal', description: 'Hvert nøgletals nyeste tal' };
  const columns: Columns<Timed> = {
    ...area,
    Nøgletal: ({ series: { id } }) => id,
    Navn: ({ series: { name } }) => name,
    Periode: ({ series: { statusTime } }) => statusTime ?? '',
    ...figureColumns,
  };
  return sheetOf(about, columns, linesOf(numbered('noegletal', series)).flatMap(withFigures));
}

/** Notes that name cells or drawings of one report. */
const ofReports: ReadonlySet<string> = new Set(['blanks', 'provisional', 'symbols']);

function notes({ annex }: Report): Sheet {
  const about = { name: 'Noter', table: 'Noter', description: 'Tegn, beregninger og kilder' };
  const general = annex?.notes.filter(({ kind }) => !ofReports.has(kind)) ?? [];
  const lines: TextLine[] = [
    ...Object.entries(markMeanings).map(([mark, meaning]): TextLine => [`Tegnet ${mark}`, capitalise(`${meaning}.`)]),
    [
      'Kilde',
      'Officielt: offentliggjort. Beregnet: udledt af offentliggjorte tal. Opdigtet: eksempel, ikke statistik.',
    ],
    [
      'Kilde og Foreløbigt',
      'De gælder alt i rækken. Er et enkelt tal bag den opdigtet eller foreløbigt, er rækken det: også hele landets tal, og et tal fra en af de kommuner, som placeringen er regnet ud fra.',
    ],
    ['Placering', 'Kommunerne med et tal i statusåret, delt i fire efter målsætningens retning.'],
    ...general.flatMap(({ heading, notes: texts }) =>
      texts.flatMap(({ text, url, ofPdf }): TextLine[] =>
        ofPdf === true ? [] : [[heading, url === null ? text : `${text}: ${url}`]],
      ),
    ),
  ];
  return sheetOf(about, facts, lines);
}
