import * as v from 'valibot';
import { choice, fields, list, pattern, text, wholeNumber } from '../template-fields.ts';

/** A noun with its number: "1 indikator", "4 indikatorer". */
const counted = fields({ one: ['ental', text], many: ['flertal', pattern('antal')] });

const once = <const S extends v.GenericSchema<unknown, string>>(item: S) =>
  v.pipe(
    list(item),
    v.check((words) => new Set(words).size === words.length, 'må kun have hver værdi én gang'),
  );

const columns = fields({
  indicator: ['indikator', text],
  movement: ['bevaegelse', text],
  chart: ['kurve', fields({ local: ['lokal', pattern('navn')], national: ['national', text] })],
  status: ['status', text],
  spread: ['spredning', text],
  spreadBelow: ['spredningUnder', text],
});

const movement = fields({ shape: ['tegn', text], word: ['ord', text] });

const movements = fields({
  positive: ['positiv', movement],
  negative: ['negativ', movement],
  unchanged: ['uaendret', movement],
  mixed: ['blandet', movement],
  /** Said where there is none. */
  none: ['ingen', text],
});

const rule = choice({
  tal: 'coverage',
  positiv: 'positive',
  negativ: 'negative',
  uaendretOgBlandet: 'steady',
  stoerst: 'largest',
  heleLandet: 'country',
} as const);

const largest = fields({
  both: ['begge', pattern('positivt', 'negativt')],
  positive: ['positiv', pattern('positivt')],
  negative: ['negativ', pattern('negativt')],
  indicator: ['indikator', pattern('id', 'kort', 'udvikling')],
});

const summary = fields({
  heading: ['overskrift', text],
  order: ['raekkefoelge', once(rule)],
  goals: ['maalsaetninger', counted],
  indicators: ['indikatorer', counted],
  coverage: ['tal', pattern('antal', 'ialt')],
  positive: ['positiv', pattern('antal', 'navne')],
  negative: ['negativ', pattern('antal', 'navne')],
  unchanged: ['uaendret', pattern('antal', 'navne')],
  mixed: ['blandet', pattern('antal', 'navne')],
  unchangedAndMixed: ['uaendretOgBlandet', pattern('uaendretAntal', 'uaendret', 'blandetAntal', 'blandet')],
  largest: ['stoerst', largest],
  country: ['heleLandet', pattern('navn', 'ialt', 'bedre', 'daarligere', 'lige')],
});

const chart = fields({
  first: ['foerste', pattern('tal')],
  last: ['sidste', pattern('tal', 'enhed')],
  country: ['heleLandet', pattern('tal')],
});

const alt = fields({
  curve: ['kurve', pattern('fra', 'til')],
  dots: ['punkter', pattern('fra', 'til')],
  none: ['ingen', text],
  fromTo: ['fraTil', pattern('navn', 'foerste', 'sidste')],
  fromToWithExtremes: ['fraTilMedYderpunkter', pattern('navn', 'foerste', 'sidste', 'lavest', 'hoejest')],
  alike: ['ens', pattern('navn', 'tal')],
  listed: ['enkelte', pattern('navn', 'liste')],
  without: ['uden', pattern('navn')],
  figure: ['tal', pattern('tal', 'enhed')],
  inYear: ['iAaret', pattern('tal', 'aar')],
  gaps: ['huller', pattern('navn', 'aar')],
  provisional: ['foreloebige', pattern('navn', 'aar')],
  table: ['tabel', text],
});

const spread = fields({
  fewest: ['mindstKommuner', wholeNumber(1, 98)],
  none: ['ingen', text],
  municipalities: ['kommuner', counted],
  text: ['tekst', pattern('lavest', 'median', 'hoejest', 'enhed', 'kommuner', 'aar')],
});

const years = fields({
  heading: ['overskrift', text],
  caption: ['tabelnavn', pattern('navn')],
  rowHeading: ['raekkehoved', text],
  provisionalMark: ['foreloebigt', text],
});

const note = choice({
  tommeFelter: 'blanks',
  foreloebigeTal: 'provisional',
  tegn: 'symbols',
  bevaegelse: 'movement',
  afrunding: 'rounding',
  kilder: 'sources',
} as const);

const blanks = fields({
  heading: ['overskrift', text],
  none: ['ingen', text],
  report: ['rapporten', pattern('grund', 'felter')],
});

const provisional = fields({
  heading: ['overskrift', text],
  none: ['ingen', text],
  report: ['rapporten', pattern('felter')],
  years: ['aarstal', pattern('felter')],
});

const texts = fields({ heading: ['overskrift', text], texts: ['tekster', list(text)] });

const notes = fields({
  heading: ['overskrift', text],
  order: ['raekkefoelge', once(note)],
  cell: ['felt', pattern('raekke', 'tid', 'kolonner')],
  cellWithoutTime: ['feltUdenTid', pattern('raekke', 'kolonner')],
  wholeRow: ['heleRaekken', text],
  years: ['aarstal', pattern('raekke', 'navn', 'aar')],
  blanks: ['tommeFelter', blanks],
  provisional: ['foreloebigeTal', provisional],
  symbols: ['tegn', texts],
  movement: ['bevaegelse', texts],
  rounding: ['afrunding', texts],
  sources: ['kilder', fields({ heading: ['overskrift', text], dataset: ['datasaet', pattern('titel')] })],
});

/** The section `bilag` of a template. */
export const annexWording = fields({
  titles: ['titler', fields({ above: ['over', pattern('udgave')], title: ['titel', pattern('navn')] })],
  columns: ['kolonner', columns],
  movements: ['bevaegelser', movements],
  better: ['retning', fields({ higher: ['hoejere', text], lower: ['lavere', text] })],
  summary: ['kortFortalt', summary],
  chart: ['kurve', chart],
  alt: ['kurvetekst', alt],
  spread: ['spredning', spread],
  years: ['aarstabel', years],
  notes: ['noter', notes],
});

/** Wording, order and thresholds of the annex. Patterns hold names in braces, as those of `Template`. */
export type AnnexWording = v.InferOutput<typeof annexWording>;
