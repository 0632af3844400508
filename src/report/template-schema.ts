import * as v from 'valibot';
import { annexSchema } from './annex/words.ts';
import {
  anyText,
  blankTexts,
  choice,
  decimals,
  flag,
  list,
  pattern,
  text,
  url,
  wholeNumber,
  year,
} from './template-fields.ts';

const measure = choice({ procent: 'percentage', forskel: 'gap', antal: 'count' } as const);

const indicator = v.pipe(
  v.strictObject({
    id: v.pipe(text, v.regex(/^\d+\.\d+$/, 'skal skrives som 1.1')),
    tekst: text,
    maaling: measure,
    enhed: anyText,
    udviklingsenhed: anyText,
    decimaler: decimals,
    bedst: choice({ hoejere: 'higher', lavere: 'lower' } as const),
    kunNationalt: flag,
    kort: v.optional(text),
  }),
  v.transform((raw) => ({
    id: raw.id,
    text: raw.tekst,
    shortName: raw.kort ?? raw.tekst,
    measure: raw.maaling,
    unit: raw.enhed,
    changeUnit: raw.udviklingsenhed,
    decimals: raw.decimaler,
    better: raw.bedst,
    nationalOnly: raw.kunNationalt,
  })),
);

const goal = v.pipe(
  v.strictObject({
    nummer: wholeNumber(1, 999),
    navn: text,
    tekst: text,
    basisaar: year,
    nySideFoer: flag,
    indikatorer: list(indicator),
  }),
  v.transform((raw) => ({
    number: raw.nummer,
    name: raw.navn,
    text: raw.tekst,
    baselineYear: raw.basisaar,
    pageBreakBefore: raw.nySideFoer,
    indicators: raw.indikatorer,
  })),
);

const goals = v.pipe(
  v.strictObject({
    tabelnavn: text,
    kolonner: v.strictObject({ maalsaetning: text, status: text, udvikling: text }),
    maaltekst: pattern('navn', 'tekst'),
    indikatortekst: pattern('id', 'tekst'),
    basisaar: pattern('aar'),
    aeldreTal: pattern('tal', 'aar'),
    opgoeresIkke: text,
    maal: list(goal),
  }),
  v.transform((raw) => ({
    caption: raw.tabelnavn,
    columns: { goal: raw.kolonner.maalsaetning, status: raw.kolonner.status, change: raw.kolonner.udvikling },
    goalText: raw.maaltekst,
    indicatorText: raw.indikatortekst,
    baseline: raw.basisaar,
    older: raw.aeldreTal,
    notMeasured: raw.opgoeresIkke,
    goals: raw.maal,
  })),
);

const keyFigure = v.pipe(
  v.strictObject({
    nummer: wholeNumber(1, 999),
    tekst: text,
    maaling: measure,
    enhed: anyText,
    decimaler: decimals,
    periodeMedStort: flag,
    url,
  }),
  v.transform((raw) => ({
    number: raw.nummer,
    text: raw.tekst,
    measure: raw.maaling,
    unit: raw.enhed,
    decimals: raw.decimaler,
    capitalPeriod: raw.periodeMedStort,
    url: raw.url,
  })),
);

const keyFigures = v.pipe(
  v.strictObject({
    betegnelse: pattern('nummer'),
    raekkeoverskrift: text,
    grupper: list(
      v.pipe(
        v.strictObject({ overskrift: text, noegletal: list(keyFigure) }),
        v.transform((raw) => ({ heading: raw.overskrift, keyFigures: raw.noegletal })),
      ),
    ),
  }),
  v.transform((raw) => ({ label: raw.betegnelse, rowHeading: raw.raekkeoverskrift, groups: raw.grupper })),
);

const footnote = v.pipe(
  v.strictObject({ tegn: text, foer: text, linktekst: text, url, efter: anyText }),
  v.transform((raw) => ({
    mark: raw.tegn,
    before: `${raw.foer} `,
    linkText: raw.linktekst,
    url: raw.url,
    after: raw.efter,
  })),
);

/** A template file: Danish names in, `Template` out. Messages are Danish ends of a sentence that begins with the path. */
export const templateSchema = v.pipe(
  v.strictObject({
    $schema: v.optional(text),
    format: v.literal('barometer-skabelon/1', 'skal være "barometer-skabelon/1"'),
    titel: v.pipe(
      v.strictObject({ lokal: text, national: text, emne: pattern('navn'), udgave: pattern('udgave') }),
      v.transform((raw) => ({ local: raw.lokal, national: raw.national, subject: raw.emne, edition: raw.udgave })),
    ),
    heleLandet: text,
    eksempeldata: text,
    datolinje: pattern('dato'),
    fodnote: footnote,
    tommeFelter: blankTexts,
    maalsaetninger: goals,
    noegletal: keyFigures,
    bilag: v.optional(annexSchema),
    fejlIForlaegget: v.array(v.strictObject({ sted: text, staar: text, rettelse: text }), 'skal være en liste'),
  }),
  v.transform((raw) => ({
    title: raw.titel,
    country: raw.heleLandet,
    notice: raw.eksempeldata,
    dateLine: raw.datolinje,
    footnote: raw.fodnote,
    blanks: raw.tommeFelter,
    goals: raw.maalsaetninger,
    keyFigures: raw.noegletal,
    annex: raw.bilag ?? null,
  })),
);
