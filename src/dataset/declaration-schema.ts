import * as v from 'valibot';
import { type Period, parsePeriod, withoutControls } from '../danish/index.ts';
import { limits } from './limits.ts';
import { isWorkbook } from './read/exported-file.ts';
import { catalogueOfRules } from './rules/index.ts';

/** Wording: every message completes "<path> ...". */
const text = v.pipe(
  v.string('skal være tekst i anførselstegn'),
  v.trim(),
  v.minLength(1, 'må ikke være tom'),
  v.maxLength(300, 'må højst have 300 tegn'),
  v.check((given) => withoutControls(given) === given, 'må ikke indeholde styretegn'),
);
const someText = v.optional(text);
const decimal = v.picklist([',', '.'], 'skal være "," eller "."');
const blankMarks = [' ', '\u00a0', '\u202f'] as const;
const thousands = v.pipe(
  v.picklist(['.', ',', ...blankMarks], 'skal være ".", "," eller " "'),
  v.transform((mark): '.' | ',' | ' ' => (mark === '.' || mark === ',' ? mark : ' ')),
);
const provenance = v.picklist(
  ['officiel', 'beregnet', 'eksempel'],
  'skal være "officiel", "beregnet" eller "eksempel"',
);
/** Names of files that `statbank` may name. */
export const exportName = /^[^/\\:\p{C}]+\.(?:csv|csv\.gz|xlsx)$/u;

const fileName = v.pipe(
  text,
  v.regex(exportName, 'skal være navnet på en .csv-, .csv.gz- eller .xlsx-fil i samme mappe, uden sti'),
);
const object = 'skal stå i krøllede parenteser { }';
const list = 'skal være en liste i kantede parenteser [ ]';

const statbankObject = v.object(
  {
    fil: fileName,
    tabel: v.picklist(['indikatorer', 'noegletal'], 'skal være "indikatorer" eller "noegletal"'),
    form: v.optional(v.picklist(['lang', 'bred'], 'skal være "lang" eller "bred"')),
    ark: someText,
    skjulte: v.optional(v.picklist(['med', 'uden'], 'skal være "med" eller "uden"')),
    kolonner: v.object({ kommune: text, tid: someText, vaerdi: someText, serie: someText, kilde: someText }, object),
    serie: someText,
    serier: v.optional(
      v.record(
        v.string(),
        v.union(
          [v.null(), text, v.record(v.string(), text)],
          'skal være et nummer som "1.2", null, eller kolonner og tekster som { "NØGLETAL": "Ledighed" }',
        ),
        object,
      ),
    ),
    udvalg: v.optional(v.record(v.string(), text, object)),
    oversete: v.optional(v.array(text, list)),
    erstatter: v.optional(v.boolean('skal være true eller false')),
    decimaltegn: v.optional(decimal),
    tusindtegn: v.optional(thousands),
    kilde: v.optional(provenance),
  },
  object,
);

/** A wide table has its times as columns, a long one has columns of times and of values. */
const statbankSchema = v.pipe(
  statbankObject,
  v.rawCheck(({ dataset: { typed, value: mapping }, addIssue }) => {
    if (!typed) return;
    const { kolonner, form, fil } = mapping;
    const at = (key: string, message: string): void =>
      addIssue({ message, path: [step(mapping, 'kolonner'), step(kolonner, key)] });
    for (const key of ['tid', 'vaerdi'] as const) {
      if (form === 'bred' && kolonner[key] !== undefined) at(key, 'bruges ikke i en bred tabel; slet den');
      if (form !== 'bred' && kolonner[key] === undefined) at(key, 'mangler');
    }
    for (const key of ['ark', 'skjulte'] as const) {
      if (mapping[key] === undefined || isWorkbook(fil)) continue;
      addIssue({ message: 'bruges kun, når "fil" er en .xlsx-fil', path: [step(mapping, key)] });
    }
  }),
);

/** Where in `input` a problem is, for `addIssue`. */
const step = (input: Record<string, unknown>, key: string): v.ObjectPathItem => ({
  type: 'object',
  origin: 'value',
  input,
  key,
  value: input[key],
});

const url = v.pipe(
  text,
  v.regex(/^https?:\/\/[^\s\p{C}]+$/u, 'skal være en adresse, der begynder med https:// eller http://'),
);
const edition = v.pipe(
  v.string('skal være tekst som "2026-06"'),
  v.regex(/^(19|20)\d\d-(0[1-9]|1[0-2])$/, 'skal være år og måned som "2026-06"'),
);
const year = (month: string): number => Number(month.slice(0, 4));
const statusYear = v.pipe(
  v.number('skal være et årstal uden anførselstegn'),
  v.integer('skal være et helt årstal'),
  v.minValue(1900, 'er for tidligt til at være et statusår'),
);

/** The newest period of a key figure, as its code in Danish: "2025Q2" is "2025K2". */
const period = v.pipe(
  v.string('skal være en periode i anførselstegn'),
  v.check(
    (text) => typeof parsePeriod(text) !== 'string',
    'skal være en periode som "2024", "2025K2", "2025M11" eller "2025-12-31"',
  ),
  v.transform((text) => (parsePeriod(text) as Period).code),
);

/** Values by the number of what they are set for; `what` is "en målsætning". */
const byNumber = <T extends v.GenericSchema>(what: string, numbers: readonly number[], value: T) => {
  const message = `skal være nummeret på ${what}, ${numbersText(numbers)}`;
  const number = v.pipe(
    v.string(),
    v.check((key) => numbers.map(String).includes(key), message),
  );
  return v.optional(v.record(number, value, object));
};

const named = v.object({ navn: text, url }, object);

const publication = v.object(
  {
    udgiver: v.optional(named),
    kontakt: v.optional(
      v.object({ navn: text, email: v.pipe(text, v.email('skal være en e-mailadresse som navn@eksempel.dk')) }, object),
    ),
    licens: v.optional(named),
    adresse: v.optional(url),
    tilgaengelighed: v.optional(url),
  },
  object,
);

/** Rules that the owner may find met by right numbers. */
const acceptable = [...new Set(catalogueOfRules.filter(({ isAcceptable }) => isAcceptable).map(({ id }) => id))];

const seriesNote = v.object({ kilde: someText, note: someText }, object);

/** What `datasaet.json` must be, for a template with these goals and key figures. */
export const datasaetSchema = (
  goals: readonly number[],
  keyFigures: readonly number[],
  series: readonly string[],
  subjects: readonly string[],
) =>
  v.pipe(
    v.object(
      {
        udgave: edition,
        titel: text,
        decimaltegn: decimal,
        tusindtegn: v.optional(thousands),
        kilder: v.array(named, list),
        kilde: v.optional(provenance),
        forrige: v.optional(text),
        statusaar: byNumber('en målsætning', goals, statusYear),
        perioder: byNumber('et nøgletal', keyFigures, period),
        publikation: v.optional(publication),
        noter: v.optional(
          v.record(
            v.picklist(series, 'skal være en indikator som "1.1" eller et nøgletal som "14"'),
            seriesNote,
            object,
          ),
        ),
        accepter: v.optional(
          v.record(
            v.picklist(acceptable, `skal være en af reglerne ${acceptable.join(', ')}`),
            v.record(
              v.picklist(
                [...series, ...subjects],
                'skal være en indikator som "1.1", et nøgletal som "14" eller en kommunekode som "161"',
              ),
              v.union([text, v.array(text, list)], 'skal være en tid som "2024", eller flere som ["2013", "2024"]'),
              object,
            ),
            object,
          ),
        ),
        statbank: v.optional(
          v.pipe(v.array(statbankSchema, list), v.maxLength(limits.exports, `må højst nævne ${limits.exports} filer`)),
        ),
      },
      object,
    ),
    v.rawCheck(({ dataset: { typed, value: info }, addIssue }) => {
      if (!typed || info.statusaar === undefined) return;
      const { udgave, statusaar } = info;
      for (const [goal, status] of Object.entries(statusaar)) {
        const path: [v.ObjectPathItem, v.ObjectPathItem] = [step(info, 'statusaar'), step(statusaar, goal)];
        const message = `er ${status}, men udgaven er fra ${year(udgave)}; statusåret må ikke ligge senere`;
        if (status > year(udgave)) addIssue({ message, path });
      }
    }),
    v.forward(
      v.partialCheck(
        [['decimaltegn'], ['tusindtegn']],
        (i) => i.decimaltegn !== i.tusindtegn,
        'må ikke være det samme som decimaltegn',
      ),
      ['tusindtegn'],
    ),
  );

/** "1" til "9", or a list when the numbers have gaps. */
function numbersText(given: readonly number[]): string {
  const numbers = [...given].sort((a, b) => a - b);
  const isRun = numbers.length > 2 && numbers.every((number, i) => number === (numbers[0] as number) + i);
  return isRun ? `"${numbers[0]}" til "${numbers.at(-1)}"` : numbers.map((number) => `"${number}"`).join(', ');
}

/** The part that tables are read by. */
export const tableSchema = v.object({
  udgave: edition,
  decimaltegn: decimal,
  tusindtegn: v.optional(thousands),
  kilde: v.optional(provenance),
  forrige: v.optional(text),
  statbank: v.optional(v.never()),
});

export type DatasaetJson = v.InferOutput<ReturnType<typeof datasaetSchema>>;
export type StatbankJson = v.InferOutput<typeof statbankSchema>;
