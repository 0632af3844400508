import { formatNumber, formatPlain } from '../danish/index.ts';
import type { Missing, Provenance } from '../dataset/figure.ts';
import { type Decimal, decimalsOf } from '../decimal.ts';
import type { Cell, FigureUse, Goal, Indicator } from './report.ts';

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

/** "indikatorer.csv:123:14"; null when no row holds the figure. */
export function placeText({ place }: FigureUse): string | null {
  return place === null ? null : `${place.file}:${place.line}:${place.column}`;
}

/** How the printed number follows from the unrounded one. */
export function roundingText(value: Decimal, decimals: number): string {
  const many = decimals === 1 ? '1 decimal' : `${decimals} decimaler`;
  if (decimalsOf(value) <= decimals) return `ingen; tallet har ikke flere end ${many}`;
  return `${formatPlain(value)} → ${formatNumber(value, decimals)} (én gang, til ${many}, halve væk fra nul)`;
}

/** Why the figures are of that year. */
export function statusYearText(goal: Goal, indicator: Indicator): string {
  if (goal.statusYear === null) return 'Datasættet har ikke et tal for nogen af målsætningens indikatorer.';
  const reason = goal.statusYearSet ? setYearText(goal) : newestYearText(goal);
  const own = indicator.status.figures[0]?.time;
  if (own === undefined || own === goal.statusText) return reason;
  return `${reason} Ingen har tal for indikator ${indicator.id} i ${goal.statusText}, så dens nyeste tal bruges, fra ${own}.`;
}

const setYearText = (goal: Goal): string => `Statusåret ${goal.statusText} er fastsat i datasaet.json.`;

function newestYearText({ statusText, indicators }: Goal): string {
  const ids = indicators.map((indicator) => indicator.id);
  const which = ids.length === 1 ? `indikator ${ids[0]}` : `mindst én af indikatorerne ${ids.join(', ')}`;
  return `Statusåret ${statusText} er det nyeste år, hvor mindst én kommune eller hele landet har et tal for ${which}.`;
}

/** Why a cell prints no figure; null when it prints one. `who` is "Glostrup, indikator 1.1". */
export function explainBlank(cell: Cell, who: string): string | null {
  if (cell.blank === null) return null;
  if (cell.blank === 'not-local') return 'Indikatoren opgøres kun for hele landet.';
  const figure = cell.figures.find((one) => one.value === null);
  const role = figure?.role === 'baseline' ? 'basismålingens felt: ' : '';
  if (cell.blank === 'no-row')
    return `Intet er trykt, fordi datasættet ingen række har for ${role}${rowName(who, figure)}.`;
  const at = figure === undefined ? null : placeText(figure);
  return `Intet er trykt, fordi ${missingReasons[cell.blank]}: ${role}${rowName(who, figure)}${at === null ? '' : `, ${at}`}.`;
}

const rowName = (who: string, figure: FigureUse | undefined): string =>
  figure === undefined || figure.time === '' ? who : `${who}, ${figure.time}`;
