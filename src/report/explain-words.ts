import { formatNumber, formatPlain, listText } from '../danish/index.ts';
import { type Missing, type Provenance, placeText } from '../dataset/index.ts';
import { type Decimal, decimalsOf } from '../decimal.ts';
import type { Cell, FigureUse, Goal, Indicator, KeyFigure, Movement } from './report.ts';

export const movementNames: Readonly<Record<Movement, string>> = {
  positive: 'positiv',
  negative: 'negativ',
  unchanged: 'uændret',
};

const provenances: Readonly<Record<Provenance, string>> = {
  officiel: 'officielt tal',
  beregnet: 'beregnet ud fra offentliggjorte tal',
  eksempel: 'opdigtet eksempeltal',
};

const missingReasons: Readonly<Record<Missing, string>> = {
  confidential: 'datasættet angiver tallet som for usikkert eller fortroligt (..)',
  unavailable: 'datasættet angiver tallet som ikke tilgængeligt (...)',
  impossible: 'datasættet angiver, at tallet ikke kan forekomme (.)',
  empty: 'værdien ikke er udfyldt i datasættet',
};

/** "officielt tal, foreløbigt"; null when no row holds the figure. */
export function provenanceText({ provenance, provisional }: FigureUse): string | null {
  if (provenance === null) return null;
  return provisional ? `${provenances[provenance]}, foreløbigt` : provenances[provenance];
}

/** How the printed number follows from the unrounded one. */
export function roundingText(value: Decimal, decimals: number): string {
  const many = decimals === 0 ? 'hele tal' : decimals === 1 ? '1 decimal' : `${decimals} decimaler`;
  if (decimalsOf(value) <= decimals)
    return decimals === 0 ? 'ingen; tallet er helt' : `ingen; tallet har højst ${many}`;
  return `${formatPlain(value)} → ${formatNumber(value, decimals)} (én gang, til ${many}; halve rundes væk fra nul)`;
}

/** Why an indicator's figures are of their year. */
export function statusYearText(goal: Goal, indicator: Indicator): string {
  if (goal.statusYear === null) return 'Datasættet har ingen tal for målsætningens indikatorer.';
  const reason = goal.statusYearSet
    ? `Statusåret ${goal.statusText} er fastsat i datasaet.json.`
    : `Statusåret ${goal.statusText} er det nyeste år, hvor mindst én kommune eller hele landet har et tal for ${anyOf(goal)}.`;
  const own = indicator.status.figures[0]?.time;
  if (own === undefined || own === goal.statusText) return reason;
  return `${reason} Ingen har tal for indikator ${indicator.id} i ${goal.statusText}, så dens nyeste tal bruges, fra ${own}.`;
}

function anyOf({ indicators }: Goal): string {
  const ids = indicators.map((indicator) => indicator.id);
  return ids.length === 1 ? `indikator ${ids[0]}` : `mindst én af indikatorerne ${listText(ids)}`;
}

/** Why a key figure's numbers are of their period. */
export function periodReason({ period, periodSet }: KeyFigure): string {
  if (period === '') return 'Datasættet har ingen tal, hverken for en kommune eller for hele landet.';
  if (periodSet === true) return `Perioden ${period} er fastsat i datasaet.json.`;
  return `${period} er den nyeste periode, hvor mindst én kommune eller hele landet har et tal.`;
}

/** Why a cell prints no number; null when it prints one. `row` names the dataset's row: "Glostrup, indikator 1.1". */
export function blankReason({ blank, figures }: Cell, row: string): string | null {
  if (blank === null) return null;
  if (blank === 'not-local') return 'Indikatoren opgøres kun for hele landet.';
  const figure = figures.find((one) => one.value === null);
  const role = figure?.role === 'baseline' ? 'basismålingens felt: ' : '';
  const where = role + (figure === undefined || figure.time === '' ? row : `${row}, ${figure.time}`);
  if (blank === 'no-row') return `Der er ikke trykt et tal, fordi datasættet ikke har en række for ${where}.`;
  const place = figure?.place == null ? '' : `, ${placeText(figure.place)}`;
  return `Der er ikke trykt et tal, fordi ${missingReasons[blank]}: ${where}${place}.`;
}
