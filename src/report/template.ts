import * as v from 'valibot';
import { withMinus } from '../danish/index.ts';
import { choice, fields } from '../json/index.ts';
import { annexWording } from './annex/wording.ts';
import {
  anyText,
  blankTexts,
  decimals,
  flag,
  list,
  name,
  pattern,
  text,
  unit,
  url,
  wholeNumber,
  year,
} from './template-fields.ts';

const measure = choice({ procent: 'percentage', forskel: 'gap', antal: 'count' } as const);

/** What has no short name is called by its whole text. */
const named = <T extends { readonly text: string; readonly shortName: string | undefined }>(one: T) => ({
  ...one,
  shortName: one.shortName ?? one.text,
});

const indicator = v.pipe(
  fields({
    id: ['id', v.pipe(text, v.regex(/^\d+\.\d+$/, 'skal skrives som 1.1'))],
    text: ['tekst', text],
    measure: ['maaling', measure],
    unit: ['enhed', unit], // "pct."
    changeUnit: ['udviklingsenhed', unit], // "pct. point"
    decimals: ['decimaler', decimals],
    /** The direction that the goal wants. */
    better: ['bedst', choice({ hoejere: 'higher', lavere: 'lower' } as const)],
    nationalOnly: ['kunNationalt', flag],
    /** "Beskæftigelsesgab"; the whole text when the template has no shorter one. */
    shortName: ['kort', v.optional(name)],
  }),
  v.transform(named),
  v.readonly(),
);

const goal = fields({
  number: ['nummer', wholeNumber(1, 999)],
  name: ['navn', name],
  text: ['tekst', text],
  baselineYear: ['basisaar', year],
  pageBreakBefore: ['nySideFoer', flag],
  indicators: ['indikatorer', list(indicator)],
});

const goals = fields({
  caption: ['tabelnavn', name],
  columns: [
    'kolonner',
    fields({ goal: ['maalsaetning', name], status: ['status', name], change: ['udvikling', name] }),
  ],
  goalText: ['maaltekst', pattern('navn', 'tekst')], // "{navn} - {tekst}"
  indicatorText: ['indikatortekst', pattern('id', 'tekst')], // "{id} {tekst}"
  baseline: ['basisaar', pattern('aar')], // "Siden {aar}"
  /** A figure that is older than the goal's status year: "{tal} ({aar})". */
  older: ['aeldreTal', pattern('tal', 'aar')],
  /** In the change column of an indicator that is not measured locally. */
  notMeasured: ['opgoeresIkke', text],
  /** Said of a goal's year when there is none. */
  noYear: ['intetAar', text],
  goals: ['maal', list(goal)],
});

const keyFigure = v.pipe(
  fields({
    number: ['nummer', wholeNumber(1, 999)],
    text: ['tekst', text],
    measure: ['maaling', measure],
    unit: ['enhed', unit],
    decimals: ['decimaler', decimals],
    /** The period is printed with a capital first letter: "September 2025". */
    capitalPeriod: ['periodeMedStort', flag],
    url: ['url', url],
    /** "Børn i dagtilbud eller grundskole"; the whole text when the template has no shorter one. */
    shortName: ['kort', v.optional(name)],
  }),
  v.transform(named),
  v.readonly(),
);

const keyFigures = fields({
  label: ['betegnelse', pattern('nummer')], // "Nøgletal {nummer}"
  rowHeading: ['raekkeoverskrift', name],
  groups: ['grupper', list(fields({ heading: ['overskrift', name], keyFigures: ['noegletal', list(keyFigure)] }))],
});

const title = fields({
  local: ['lokal', name],
  national: ['national', name],
  subject: ['emne', pattern('navn')], // "{navn}."
  edition: ['udgave', pattern('udgave')], // "{udgave}."
});

const footnote = fields({
  mark: ['tegn', name],
  before: [
    'foer',
    v.pipe(
      text,
      v.transform((before) => `${before} `),
    ),
  ],
  linkText: ['linktekst', name],
  url: ['url', url],
  after: ['efter', anyText],
});

/** A template file. Messages are Danish ends of a sentence that begins with the path. */
export const templateSchema = v.pipe(
  fields({
    schema: ['$schema', v.optional(text)],
    format: ['format', v.literal('barometer-skabelon/1', 'skal være "barometer-skabelon/1"')],
    title: ['titel', title],
    /** "Hele landet": name of the subject 000 and of the whole country's column. */
    country: ['heleLandet', name],
    /** Said when a figure of the report is made up. */
    notice: ['eksempeldata', text],
    dateLine: ['datolinje', pattern('dato')], // "Rapport dannet d. {dato}."
    /** At the foot of every page: "{navn} · {udgave} · Side {side} af {antal}". */
    pageFoot: ['sidefod', pattern('navn', 'udgave', 'side', 'antal')],
    /** At the foot of a page that shows a made-up figure. */
    madeUpFoot: ['opdigtetSidefod', text],
    footnote: ['fodnote', footnote],
    /** What a screen reader says of a cell that prints nothing. */
    blanks: ['tommeFelter', blankTexts],
    goals: ['maalsaetninger', goals],
    keyFigures: ['noegletal', keyFigures],
    annex: ['bilag', v.optional(annexWording)],
    /** Mistakes of the published report that are kept: a list for people. */
    slips: [
      'fejlIForlaegget',
      v.array(v.object({ sted: text, staar: text, rettelse: text }, 'skal være et objekt i { }'), 'skal være en liste'),
    ],
  }),
  // Null when the template has none.
  v.transform((template) => ({ ...template, annex: template.annex ?? null })),
  v.readonly(),
);

/**
 * Wording, order, units and rules of an edition's reports, read from `templates/*.json` (documented in
 * docs/skabelon.md). Patterns hold names in braces, e.g. "Siden {aar}"; `fill` puts the values in.
 */
export type Template = v.InferOutput<typeof templateSchema>;
export type GoalTemplate = v.InferOutput<typeof goal>;
export type IndicatorTemplate = v.InferOutput<typeof indicator>;
export type KeyFigureTemplate = v.InferOutput<typeof keyFigure>;

/** Puts values in a pattern: `fill("Siden {aar}", { aar: 2012 })` is "Siden 2012". */
export function fill(pattern: string, values: Readonly<Record<string, string | number>>): string {
  return pattern.replace(/\{(\w+)\}/g, (whole, name: string) => String(values[name] ?? whole));
}

/** "1 indikator", "4 indikatorer" */
export const countText = ({ one, many }: { readonly one: string; readonly many: string }, count: number): string =>
  count === 1 ? one : fill(many, { antal: count });

/** `fill`, where a value that ends in a point, such as "74 pct.", may end the sentence; with the minus that is read aloud. */
export const sentence = (words: string, values: Parameters<typeof fill>[1]): string =>
  withMinus(fill(words, values).replace(/\.\.$/, '.'));
