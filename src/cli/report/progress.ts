/** What a progress bar shows. */
export interface Progress {
  readonly done: number;
  readonly total: number;
  /** The report that was done last. */
  readonly name: string;
  readonly milliseconds: number;
}

const barWidth = 24;

/** "[████████                ]  33/98  Glostrup  120/s  0:01 tilbage", at most `columns` wide. */
export function progressLine({ done, total, name, milliseconds }: Progress, columns: number): string {
  const full = total === 0 ? barWidth : Math.floor((done / total) * barWidth);
  const bar = `[${'█'.repeat(full)}${' '.repeat(barWidth - full)}]`;
  const count = `${String(done).padStart(String(total).length)}/${total}`;
  const perSecond = milliseconds > 0 ? (done * 1000) / milliseconds : 0;
  const rate = perSecond > 0 ? [`${Math.round(perSecond)}/s`, `${clock((total - done) / perSecond)} tilbage`] : [];
  const line = [bar, count, ...rate, name].join('  ');
  return line.length < columns ? line : line.slice(0, Math.max(columns - 1, 0));
}

/** Whole seconds as "0:07", rounded up: a run that is not done has time left. */
function clock(seconds: number): string {
  const whole = Math.ceil(seconds);
  return `${Math.floor(whole / 60)}:${String(whole % 60).padStart(2, '0')}`;
}
