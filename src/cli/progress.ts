import type { LogEvent } from './log-events.ts';
import { summaryTable } from './summary-text.ts';
import type { World } from './world.ts';

/** Milliseconds between two drawings: faster cannot be read. */
const pause = 80;
const eraseLine = '\r\u001b[K';

/**
 * What a terminal shows of a run of several reports: a bar on its last line, and a table at the end. A single report
 * gets neither: it is done before they can be read.
 */
export function makeProgress(world: Pick<World, 'stderr' | 'columns' | 'monotonic'>) {
  const { stderr, columns, monotonic } = world;
  let [total, done, began, drawnAt] = [0, 0, 0, 0];
  let name = '';
  let shown = false;
  const draw = (): void => {
    drawnAt = monotonic();
    shown = true;
    stderr(eraseLine + progressLine({ done, total, name, milliseconds: drawnAt - began }, columns()));
  };
  const clear = (): void => {
    if (shown) stderr(eraseLine);
    shown = false;
  };
  return {
    /** Takes note of an event. True when that is all; false when it is to be written as text too. */
    show: (event: LogEvent): boolean => {
      switch (event.kind) {
        case 'start':
          [total, began] = [event.reports, monotonic()];
          if (total > 1) draw();
          return true;
        case 'report':
          [done, name] = [done + 1, event.entry.name];
          if (total > 1 && monotonic() - drawnAt >= pause) draw();
          return false;
        case 'end':
          clear();
          if (total > 1) stderr(`${summaryTable(event.summary)}\n`);
          return true;
        default:
          return false;
      }
    },
    /** Runs something that writes whole lines, to either stream, so that they stand above the bar. */
    above: (write: () => void): void => {
      const wasShown = shown;
      clear();
      write();
      if (wasShown) draw();
    },
  };
}

interface State {
  readonly done: number;
  readonly total: number;
  /** The report that was done last. */
  readonly name: string;
  readonly milliseconds: number;
}

const barWidth = 24;

/** "[████████                ]  33/98  110/s  0:01 tilbage  Glostrup", shorter than `columns`. */
function progressLine({ done, total, name, milliseconds }: State, columns: number): string {
  const full = total === 0 ? barWidth : Math.floor((done / total) * barWidth);
  const bar = `[${'█'.repeat(full)}${' '.repeat(barWidth - full)}]`;
  const count = `${String(done).padStart(String(total).length)}/${total}`;
  const perSecond = milliseconds > 0 ? (done * 1000) / milliseconds : 0;
  const rate = perSecond > 0 ? [`${Math.round(perSecond)}/s`, `${clock((total - done) / perSecond)} tilbage`] : [];
  return [bar, count, ...rate, name].join('  ').slice(0, Math.max(columns - 1, 0));
}

/** Whole seconds as "0:07", rounded up: a run that is not done has time left. */
function clock(seconds: number): string {
  const whole = Math.ceil(seconds);
  return `${Math.floor(whole / 60)}:${String(whole % 60).padStart(2, '0')}`;
}
