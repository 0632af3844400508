import { progressLine } from './progress.ts';

/** A line at the bottom of the terminal that is drawn over; everything else is written above it. */
export interface Terminal {
  readonly started: (total: number) => void;
  readonly done: (name: string) => void;
  /** Runs something that writes whole lines, which come to stand above the bar. */
  readonly above: (write: () => unknown) => void;
  readonly clear: () => void;
}

export interface TerminalTools {
  readonly stderr: (text: string) => void;
  readonly columns: () => number;
  readonly monotonic: () => number;
}

/** Pause between two drawings in ms: faster cannot be read. */
const pause = 80;
const eraseLine = '\r\u001b[K';

export function makeTerminal({ stderr, columns, monotonic }: TerminalTools): Terminal {
  let [total, done, began, drawnAt] = [0, 0, 0, Number.NEGATIVE_INFINITY];
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
    started: (count) => {
      [total, began] = [count, monotonic()];
      draw();
    },
    done: (newest) => {
      done += 1;
      name = newest;
      if (monotonic() - drawnAt >= pause) draw();
    },
    above: (write) => {
      const wasShown = shown;
      clear();
      write();
      if (wasShown) draw();
    },
    clear,
  };
}
