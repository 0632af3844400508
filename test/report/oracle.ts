import type { Template } from '../../src/report/index.ts';
import type { Row } from '../helpers/fake-dataset.ts';

type IndicatorTemplate = Template['goals']['goals'][number]['indicators'][number];
type KeyFigureTemplate = Template['keyFigures']['groups'][number]['keyFigures'][number];

/**
 * The printed cells computed a second time, in the plainest way there is, in millionths. Shares no code with the
 * program, so that both must be wrong in the same way to go unnoticed. Returns the cells of the subject with a code.
 */
export function oracle(
  rows: { readonly indicators: readonly Row[]; readonly keyFigures: readonly Row[] },
  template: Template,
  statusYears: Readonly<Record<number, number>> = {},
): (code: string) => Record<string, string[]> {
  const indicators = known(rows.indicators);
  const keyFigures = known(rows.keyFigures);
  return (code) => {
    const cells: Record<string, string[]> = {};
    for (const goal of template.goals.goals) {
      const ids = goal.indicators.map(({ id }) => id);
      const statusYear = statusYears[goal.number] ?? indicators.newest(ids);
      for (const one of goal.indicators) {
        cells[one.id] = indicatorCells(indicators, one, code, statusYear, goal.baselineYear);
      }
    }
    for (const one of template.keyFigures.groups.flatMap((group) => group.keyFigures)) {
      cells[`n${one.number}`] = keyFigureCells(keyFigures, one, code);
    }
    return cells;
  };
}

type Known = ReturnType<typeof known>;

/** The numbers of one table in millionths, by "161 1.1 2024", and the times that a series has any for. */
export function known(rows: readonly Row[]) {
  const values = new Map<string, bigint>();
  const times = new Map<string, string[]>();
  for (const [subject, id, time, text] of rows) {
    const value = millionths(text);
    if (value === null) continue;
    values.set(`${subject} ${id} ${time}`, value);
    times.set(id, [...new Set([...(times.get(id) ?? []), String(time)])]);
  }
  const newest = (ids: readonly string[], notAfter = 9999): number | null => {
    const years = ids.flatMap((id) => times.get(id) ?? []).map(Number);
    const sorted = years.filter((year) => year <= notAfter).sort((a, b) => a - b);
    return sorted.at(-1) ?? null;
  };
  return { values, times, newest };
}

function indicatorCells(
  { values, newest }: Known,
  one: IndicatorTemplate,
  code: string,
  statusYear: number | null,
  baselineYear: number,
): string[] {
  if (one.nationalOnly && code !== '000') return ['', 'Opgøres ikke'];
  const year = statusYear === null ? null : (newest([one.id], statusYear) ?? statusYear);
  const status = values.get(`${code} ${one.id} ${year}`);
  const baseline = values.get(`${code} ${one.id} ${baselineYear}`);
  if (status === undefined) return ['', ''];
  const behind = year === statusYear ? '' : ` (${year})`;
  return [
    `${print(status, one.decimals)} ${one.unit}${behind}`,
    baseline === undefined ? '' : `${print(status - baseline, one.decimals)} ${one.changeUnit}`,
  ];
}

function keyFigureCells(
  { values, times }: Known,
  { number, unit, decimals }: KeyFigureTemplate,
  code: string,
): string[] {
  const sorted = [...(times.get(String(number)) ?? [])].sort((a, b) => (end(a) < end(b) ? -1 : 1));
  return (code === '000' ? ['000'] : [code, '000']).map((subject) => {
    const value = values.get(`${subject} ${number} ${sorted.at(-1)}`);
    return value === undefined ? '' : `${print(value, decimals)} ${unit}`;
  });
}

/** Text by which periods of one kind sort: of a span of months the last month. */
const end = (period: string): string =>
  period.split('-2').length > 1 && period.includes('M') ? period.slice(8) : period;

/** "10,35" is 10350000; null for the symbols of missing figures. */
function millionths(text: string): bigint | null {
  const plain = text.replace('*', '');
  if (plain === '-') return 0n;
  if (!/\d/.test(plain)) return null;
  const [whole = '', fraction = ''] = plain.replace('-', '').split(',');
  const size = BigInt(whole) * 1_000_000n + BigInt(fraction.padEnd(6, '0'));
  return plain.startsWith('-') ? -size : size;
}

export function print(value: bigint, decimals: number): string {
  const step = 10n ** BigInt(6 - decimals);
  const size = value < 0n ? -value : value;
  const steps = size / step + (2n * (size % step) >= step ? 1n : 0n);
  const digits = String(steps).padStart(decimals + 1, '0');
  const whole = digits.slice(0, digits.length - decimals);
  const grouped = whole.replace(/\B(?=(\d{3})+$)/g, '.');
  const fraction = decimals === 0 ? '' : `,${digits.slice(-decimals)}`;
  return `${value < 0n && steps > 0n ? '-' : ''}${grouped}${fraction}`;
}
