import { clean, meant, type PeriodFault } from '../../danish/index.ts';
import type { Series } from '../catalogue.ts';
import { limits } from '../limits.ts';
import type { Finding } from '../problems.ts';
import type { StoredValue } from './store.ts';

/** A value of a file in Danish quotes, safe to show. */
export const quoted = (text: string): string => (text === '' ? 'Et tomt felt' : `"${clean(text)}"`);

export function unknownSubject(text: string, names: ReadonlyMap<string, string>): Finding {
  const pairs = [...names];
  const both = /^0?(\d{3}) +(.+)$/.exec(text);
  const named = names.get(both?.[1] ?? '');
  if (named !== undefined) return codeAndName(text, both?.[1] ?? '', named);
  const exact = /^0{1,2}$/.test(text) ? '000' : undefined;
  const byName = meant(
    text.replace(/^\d+ /, ''),
    pairs.map(([, name]) => name),
  );
  const byCode = /^\d+$/.test(text)
    ? meant(
        text,
        pairs.map(([code]) => code),
      )
    : null;
  const near = pairs.find(([code, name]) => code === (exact ?? byCode) || name === byName);
  const hint = near === undefined ? '' : ` Nærmest er ${near[0]} ${near[1]}.`;
  return {
    rule: 'ukendt-kommune',
    value: text,
    message: `${quoted(text)} er ikke en kommune.`,
    remedy: `Skriv kommunens kode med tre cifre, 000 for hele landet.${hint}`,
  };
}

const codeAndName = (text: string, code: string, name: string): Finding => ({
  rule: 'ukendt-kommune',
  value: text,
  message: `${quoted(text)} er ikke en kommune: koden ${code} er ${name}.`,
  remedy: 'Ret koden eller navnet.',
});

export function unknownSeries(text: string, table: Series['table'], known: readonly string[]): Finding {
  const what = table === 'indikatorer' ? 'en indikator' : 'et nøgletal';
  const near = meant(text, known);
  const list = known.length > 24 ? '' : ` Kendte: ${known.map((id) => clean(id)).join(', ')}.`;
  return {
    rule: table === 'indikatorer' ? 'ukendt-indikator' : 'ukendt-noegletal',
    value: text,
    message: `${quoted(text)} er ikke ${what}.`,
    remedy: near === null ? `Ret feltet.${list}` : `Mente du "${clean(near)}"?`,
  };
}

const periodTexts: Readonly<Record<PeriodFault, string>> = {
  form: 'er ikke en periode',
  calendar: 'findes ikke i kalenderen',
  order: 'slutter, før den begynder',
  'unknown-kind': 'er et halvår eller en uge, og dem kan rapporten ikke vise',
};

export const badPeriod = (text: string, fault: PeriodFault): Finding => ({
  rule: 'ugyldig-periode',
  value: text,
  message: `${quoted(text)} ${periodTexts[fault]}.`,
  remedy: 'Skriv som 2024, 2025K2, 2025M11, 2025-12-31 eller 2016M07-2025M12.',
});

export const tooManyPeriods = (text: string): Finding => ({
  rule: 'for-mange-perioder',
  value: text,
  message: `Der er allerede ${limits.periods} forskellige perioder.`,
  remedy: 'Del datasættet op.',
});

export const badYear = (text: string): Finding => ({
  rule: 'ugyldigt-aar',
  value: text,
  message: `${quoted(text)} er ikke et årstal.`,
  remedy: 'Skriv året med fire cifre, fx 2024.',
});

export const afterEdition = (text: string, edition: string): Finding => ({
  rule: 'efter-udgaven',
  value: text,
  message: `${quoted(text)} ligger efter udgaven ${edition}.`,
  remedy: 'Ret tiden, eller ret "udgave" i datasaet.json.',
});

export const badProvenance = (text: string): Finding => ({
  rule: 'ukendt-kilde',
  value: text,
  message: `${quoted(text)} er ikke en kilde, der kendes.`,
  remedy: 'Skriv officiel, beregnet eller eksempel, eller lad feltet stå tomt (officiel).',
});

const magnitude = (value: StoredValue): number => Number(value.big ?? value.units) / 10 ** value.scale;

/** True when `value` is a whole number; "2,0" is one. */
function isWhole(value: StoredValue): boolean {
  if (value.scale === 0) return true;
  const units = value.big ?? BigInt(value.units);
  return units % 10n ** BigInt(value.scale) === 0n;
}

/** What is wrong with a number as a figure of its series, null when it can be. */
export function outOfRange(value: StoredValue, measure: Series['measure'], text: () => string): Finding | null {
  if (measure === 'count') return countFault(value, text);
  const limit = exceeds(value, 100);
  if (measure === 'gap' && limit) return gapFault(text());
  if (measure === 'percentage' && (limit || value.units < 0 || (value.big ?? 0n) < 0n)) return percentFault(text());
  return null;
}

/** |value| > bound, exactly. */
function exceeds(value: StoredValue, bound: number): boolean {
  if (value.big === null && value.scale <= 12) return Math.abs(value.units) > bound * 10 ** value.scale;
  const units = value.big ?? BigInt(value.units);
  return (units < 0n ? -units : units) > BigInt(bound) * 10n ** BigInt(value.scale);
}

const percentFault = (text: string): Finding => ({
  rule: 'procent',
  value: text,
  message: `${quoted(text)} kan ikke være en procent: den skal ligge fra 0 til 100.`,
  remedy: 'Ret tallet; er det et antal, hører det til et andet nøgletal.',
});

const gapFault = (text: string): Finding => ({
  rule: 'gab',
  value: text,
  message: `${quoted(text)} kan ikke være et gab: det skal ligge fra -100 til 100.`,
  remedy: 'Ret tallet.',
});

function countFault(value: StoredValue, text: () => string): Finding | null {
  const negative = magnitude(value) < 0;
  if (!negative && isWhole(value)) return null;
  return {
    rule: 'antal',
    value: text(),
    message: `${quoted(text())} kan ikke være et antal: det er ${negative ? 'negativt' : 'ikke et helt tal'}.`,
    remedy: 'Skriv et helt tal, 0 eller større.',
  };
}
