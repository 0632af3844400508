import * as v from 'valibot';
import { blankTexts, choice, list, pattern, text, wholeNumber } from '../template-fields.ts';

/** A noun with its number: "1 indikator", "4 indikatorer". */
const counted = v.pipe(
  v.strictObject({ ental: text, flertal: pattern('antal') }),
  v.transform((raw) => ({ one: raw.ental, many: raw.flertal })),
);

const once = <const S extends v.GenericSchema<unknown, string>>(item: S) =>
  v.pipe(
    list(item),
    v.check((words) => new Set(words).size === words.length, 'må kun have hver værdi én gang'),
  );

const titles = v.pipe(
  v.strictObject({ over: pattern('udgave'), titel: pattern('navn') }),
  v.transform((raw) => ({ above: raw.over, title: raw.titel })),
);

const columns = v.pipe(
  v.strictObject({
    indikator: text,
    bevaegelse: text,
    kurve: v.pipe(
      v.strictObject({ lokal: pattern('navn'), national: text }),
      v.transform((raw) => ({ local: raw.lokal, national: raw.national })),
    ),
    status: text,
    spredning: text,
    spredningUnder: text,
  }),
  v.transform((raw) => ({
    indicator: raw.indikator,
    movement: raw.bevaegelse,
    chart: raw.kurve,
    status: raw.status,
    spread: raw.spredning,
    spreadBelow: raw.spredningUnder,
  })),
);

const movement = v.pipe(
  v.strictObject({ tegn: text, ord: text }),
  v.transform((raw) => ({ shape: raw.tegn, word: raw.ord })),
);

const movements = v.pipe(
  v.strictObject({ positiv: movement, negativ: movement, uaendret: movement, blandet: movement }),
  v.transform((raw) => ({
    positive: raw.positiv,
    negative: raw.negativ,
    unchanged: raw.uaendret,
    mixed: raw.blandet,
  })),
);

const better = v.pipe(
  v.strictObject({ hoejere: text, lavere: text }),
  v.transform((raw) => ({ higher: raw.hoejere, lower: raw.lavere })),
);

const rule = choice({
  tal: 'coverage',
  positiv: 'positive',
  negativ: 'negative',
  uaendretOgBlandet: 'steady',
  stoerst: 'largest',
  heleLandet: 'country',
} as const);

const summary = v.pipe(
  v.strictObject({
    overskrift: text,
    raekkefoelge: once(rule),
    maalsaetninger: counted,
    indikatorer: counted,
    tal: pattern('antal', 'ialt'),
    positiv: pattern('antal', 'navne'),
    negativ: pattern('antal', 'navne'),
    uaendret: pattern('antal', 'navne'),
    blandet: pattern('antal', 'navne'),
    uaendretOgBlandet: pattern('uaendretAntal', 'uaendret', 'blandetAntal', 'blandet'),
    stoerst: v.pipe(
      v.strictObject({
        begge: pattern('positivt', 'negativt'),
        positiv: pattern('positivt'),
        negativ: pattern('negativt'),
        indikator: pattern('id', 'kort', 'udvikling'),
      }),
      v.transform((raw) => ({
        both: raw.begge,
        positive: raw.positiv,
        negative: raw.negativ,
        indicator: raw.indikator,
      })),
    ),
    heleLandet: pattern('navn', 'ialt', 'bedre', 'daarligere', 'lige'),
  }),
  v.transform((raw) => ({
    heading: raw.overskrift,
    order: raw.raekkefoelge,
    goals: raw.maalsaetninger,
    indicators: raw.indikatorer,
    coverage: raw.tal,
    positive: raw.positiv,
    negative: raw.negativ,
    unchanged: raw.uaendret,
    mixed: raw.blandet,
    unchangedAndMixed: raw.uaendretOgBlandet,
    largest: raw.stoerst,
    country: raw.heleLandet,
  })),
);

const chart = v.pipe(
  v.strictObject({ foerste: pattern('tal'), sidste: pattern('tal', 'enhed'), heleLandet: pattern('tal') }),
  v.transform((raw) => ({ first: raw.foerste, last: raw.sidste, country: raw.heleLandet })),
);

const alt = v.pipe(
  v.strictObject({
    kurve: pattern('fra', 'til'),
    punkter: pattern('fra', 'til'),
    ingen: text,
    fraTil: pattern('navn', 'foerste', 'sidste'),
    fraTilMedYderpunkter: pattern('navn', 'foerste', 'sidste', 'lavest', 'hoejest'),
    ens: pattern('navn', 'tal'),
    enkelte: pattern('navn', 'liste'),
    uden: pattern('navn'),
    tal: pattern('tal', 'enhed'),
    iAaret: pattern('tal', 'aar'),
    huller: pattern('navn', 'aar'),
    foreloebige: pattern('navn', 'aar'),
    tabel: text,
  }),
  v.transform((raw) => ({
    curve: raw.kurve,
    dots: raw.punkter,
    none: raw.ingen,
    fromTo: raw.fraTil,
    fromToWithExtremes: raw.fraTilMedYderpunkter,
    alike: raw.ens,
    listed: raw.enkelte,
    without: raw.uden,
    figure: raw.tal,
    inYear: raw.iAaret,
    gaps: raw.huller,
    provisional: raw.foreloebige,
    table: raw.tabel,
  })),
);

const spread = v.pipe(
  v.strictObject({
    mindstKommuner: wholeNumber(1, 98),
    kommuner: counted,
    tekst: pattern('lavest', 'median', 'hoejest', 'enhed', 'kommuner', 'aar'),
  }),
  v.transform((raw) => ({ fewest: raw.mindstKommuner, municipalities: raw.kommuner, text: raw.tekst })),
);

const years = v.pipe(
  v.strictObject({ overskrift: text, tabelnavn: pattern('navn'), raekkehoved: text, foreloebigt: text }),
  v.transform((raw) => ({
    heading: raw.overskrift,
    caption: raw.tabelnavn,
    rowHeading: raw.raekkehoved,
    provisionalMark: raw.foreloebigt,
  })),
);

const texts = v.pipe(
  v.strictObject({ overskrift: text, tekster: list(text) }),
  v.transform((raw) => ({ heading: raw.overskrift, texts: raw.tekster })),
);

const notes = v.pipe(
  v.strictObject({
    overskrift: text,
    raekkefoelge: once(
      choice({
        tommeFelter: 'blanks',
        foreloebigeTal: 'provisional',
        tegn: 'symbols',
        bevaegelse: 'movement',
        afrunding: 'rounding',
        kilder: 'sources',
      } as const),
    ),
    felt: pattern('raekke', 'tid', 'kolonner'),
    feltUdenTid: pattern('raekke', 'kolonner'),
    heleRaekken: text,
    aarstal: pattern('raekke', 'navn', 'aar'),
    tommeFelter: v.pipe(
      v.strictObject({
        overskrift: text,
        ingen: text,
        rapporten: pattern('grund', 'felter'),
        aarstal: pattern('grund', 'felter'),
        grunde: blankTexts,
      }),
      v.transform((raw) => ({
        heading: raw.overskrift,
        none: raw.ingen,
        report: raw.rapporten,
        years: raw.aarstal,
        reasons: raw.grunde,
      })),
    ),
    foreloebigeTal: v.pipe(
      v.strictObject({ overskrift: text, ingen: text, rapporten: pattern('felter'), aarstal: pattern('felter') }),
      v.transform((raw) => ({
        heading: raw.overskrift,
        none: raw.ingen,
        report: raw.rapporten,
        years: raw.aarstal,
      })),
    ),
    tegn: texts,
    bevaegelse: texts,
    afrunding: texts,
    kilder: v.pipe(
      v.strictObject({ overskrift: text, datasaet: pattern('titel') }),
      v.transform((raw) => ({ heading: raw.overskrift, dataset: raw.datasaet })),
    ),
  }),
  v.transform((raw) => ({
    heading: raw.overskrift,
    order: raw.raekkefoelge,
    cell: raw.felt,
    cellWithoutTime: raw.feltUdenTid,
    wholeRow: raw.heleRaekken,
    years: raw.aarstal,
    blanks: raw.tommeFelter,
    provisional: raw.foreloebigeTal,
    symbols: raw.tegn,
    movement: raw.bevaegelse,
    rounding: raw.afrunding,
    sources: raw.kilder,
  })),
);

/** The section `bilag` of a template: Danish names in, `AnnexWords` out. */
export const annexSchema = v.pipe(
  v.strictObject({
    titler: titles,
    kolonner: columns,
    bevaegelser: movements,
    retning: better,
    kortFortalt: summary,
    kurve: chart,
    kurvetekst: alt,
    spredning: spread,
    aarstabel: years,
    noter: notes,
  }),
  v.transform((raw) => ({
    titles: raw.titler,
    columns: raw.kolonner,
    movements: raw.bevaegelser,
    better: raw.retning,
    summary: raw.kortFortalt,
    chart: raw.kurve,
    alt: raw.kurvetekst,
    spread: raw.spredning,
    years: raw.aarstabel,
    notes: raw.noter,
  })),
);

/** Wording, order and thresholds of the annex. Patterns hold names in braces, as those of `Template`. */
export type AnnexWords = v.InferOutput<typeof annexSchema>;
