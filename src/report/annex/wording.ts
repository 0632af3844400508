import * as v from 'valibot';
import { choice, fields } from '../../json/index.ts';
import { list, pattern, text, wholeNumber } from '../template-fields.ts';

/** A noun with its number: "1 indikator", "4 indikatorer". */
const counted = fields({ one: ['ental', text], many: ['flertal', pattern('antal')] });

const once = <const S extends v.GenericSchema<unknown, string>>(item: S) =>
  v.pipe(
    list(item),
    v.check((words) => new Set(words).size === words.length, 'må kun have hver værdi én gang'),
  );

const columns = fields({
  indicator: ['indikator', text],
  status: ['status', text],
  change: ['udvikling', text],
  chart: ['aarForAar', text],
  chartBelow: ['aarForAarUnder', text],
  spread: ['spredning', text],
  spreadBelow: ['spredningRetning', text],
});

const movement = fields({ word: ['ord', text] });

const movements = fields({
  positive: ['positiv', movement],
  negative: ['negativ', movement],
  unchanged: ['uaendret', movement],
  mixed: ['blandet', movement],
  /** Said where there is none. */
  none: ['ingen', text],
});

/** Which figures are made up. */
const madeUp = fields({
  notice: ['oplysning', pattern('dele')],
  years: ['aarForAar', pattern('navn')],
  country: ['heleLandet', text],
  others: ['kommuner', text],
});

const rule = choice({
  maalsaetninger: 'goals',
  fremgang: 'progress',
  tilbagegang: 'setback',
  heleLandet: 'country',
  kunHeleLandet: 'national',
} as const);

/** One text for each movement of goals, and one for those whose movement is not known. */
const byMovement = (...names: string[]) =>
  fields({
    positive: ['positiv', pattern(...names)],
    negative: ['negativ', pattern(...names)],
    unchanged: ['uaendret', pattern(...names)],
    mixed: ['blandet', pattern(...names)],
  });

const goals = fields({
  lead: ['indledning', byMovement('antal', 'ialt')],
  leadWithout: ['uden', text],
  named: ['navne', pattern('navne')],
  others: ['andre', byMovement('navne')],
  unknown: ['ukendt', pattern('navne')],
});

const largest = fields({
  progress: ['fremgang', text],
  setback: ['tilbagegang', text],
  risen: ['steget', pattern('kort', 'id', 'foer', 'nu')],
  fallen: ['faldet', pattern('kort', 'id', 'foer', 'nu')],
});

const comparison = fields({
  better: ['bedre', pattern('antal', 'ialt')],
  worse: ['daarligere', pattern('antal', 'ialt')],
  level: ['lige', pattern('antal', 'ialt')],
  others: [
    'andre',
    fields({
      better: ['bedre', pattern('liste')],
      worse: ['daarligere', pattern('liste')],
      level: ['lige', pattern('liste')],
    }),
  ],
  indicator: ['indikator', pattern('id', 'kort', 'tal', 'heleLandet')],
});

const summary = fields({
  heading: ['overskrift', text],
  order: ['punkter', once(rule)],
  goalCount: ['maalsaetninger', counted],
  indicatorCount: ['indikatorer', counted],
  goals: ['bevaegelse', goals],
  largest: ['stoersteUdvikling', largest],
  country: ['modHeleLandet', comparison],
  national: ['kunHeleLandet', pattern('navne')],
});

/** An end of a curve that is not the chart's own. */
const chart = fields({
  older: ['aeldre', pattern('tal', 'enhed', 'aar')],
  olderShort: ['aeldreKort', pattern('tal', 'aar')],
});

const alt = fields({
  curve: ['kurve', pattern('fra', 'til')],
  dots: ['punkter', pattern('fra', 'til')],
  none: ['ingen', text],
  ends: ['ender', pattern('navn', 'foerste', 'sidste')],
  fromTo: ['fraTil', pattern('navn', 'foerste', 'sidste')],
  fromToWithExtremes: ['fraTilMedYderpunkter', pattern('navn', 'foerste', 'sidste', 'lavest', 'hoejest')],
  alike: ['ens', pattern('navn', 'tal')],
  listed: ['enkelte', pattern('navn', 'liste')],
  without: ['uden', pattern('navn')],
  figure: ['tal', pattern('tal', 'enhed')],
  inYear: ['iAaret', pattern('tal', 'aar')],
  gaps: ['huller', pattern('navn', 'aar')],
  provisional: ['foreloebige', pattern('navn', 'aar')],
});

const spread = fields({
  fewest: ['mindstKommuner', wholeNumber(1, 98)],
  none: ['ingen', text],
  municipalities: ['kommuner', counted],
  quarters: [
    'fjerdedele',
    fields({ best: ['bedste', text], middle: ['midterste', text], worst: ['daarligste', text] }),
  ],
  /** In its place where a number of it is wrong in the dataset. */
  faulty: ['fejl', pattern('aar')],
  place: ['placering', pattern('fjerdedel', 'kommuner')],
  zeros: ['nul', pattern('antal', 'kommuner', 'hoejest')],
  /** Heard: where the subject lies, and how far apart the municipalities are. */
  own: ['egen', pattern('navn', 'placering')],
  text: ['oplaesning', pattern('kommuner', 'aar', 'daarligst', 'median', 'bedst', 'enhed')],
});

const years = fields({
  heading: ['overskrift', text],
  rowHeading: ['raekkehoved', text],
  provisionalMark: ['foreloebigt', text],
  noFigures: ['ingenTal', text],
  outside: ['udenFor', text],
  reference: ['henvisning', pattern('side')],
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
  /** Cells of one time and column: "indikator 1.1 og 1.2 (2024)". */
  rows: ['raekker', pattern('raekker', 'tid')],
  rowsWithoutTime: ['raekkerUdenTid', pattern('raekker')],
  column: ['kolonne', pattern('raekker', 'kolonne')],
  indicators: ['indikatorer', pattern('liste')],
  keyFigures: ['noegletal', pattern('liste')],
  years: ['aarstal', pattern('raekke', 'navn', 'aar')],
  blanks: ['tommeFelter', blanks],
  provisional: ['foreloebigeTal', provisional],
  symbols: ['tegnforklaring', texts],
  movement: ['bevaegelse', texts],
  rounding: ['afrunding', texts],
  sources: [
    'kilder',
    fields({ heading: ['overskrift', text], dataset: ['datasaet', pattern('titel')], attached: ['vedhaeftet', text] }),
  ],
});

/** The section `bilag` of a template. */
export const annexWording = fields({
  titles: ['titler', fields({ above: ['over', pattern('udgave')], title: ['titel', pattern('navn')] })],
  pageFoot: ['sidefod', pattern('navn', 'udgave', 'side', 'antal')],
  madeUp: ['opdigtet', madeUp],
  columns: ['kolonner', columns],
  legend: [
    'signatur',
    fields({
      country: ['heleLandet', text],
      local: ['lokalt', pattern('navn')],
      national: ['nationalt', pattern('navn')],
    }),
  ],
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
