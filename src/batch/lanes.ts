import type { WriteWhole } from './atomic-write.ts';
import { makePrinter, type Print } from './printer.ts';

/** A thread or several that print, and how many reports they can have in hand. */
export interface PrintLane {
  readonly capacity: number;
  readonly run: Print;
}

/** Reports in hand at a time in one thread: while one is synced to disk, the next is laid out. */
export const perThread = 3;

/** Prints in this thread. */
export const localLane = (write: WriteWhole): PrintLane => ({ capacity: perThread, run: makePrinter(write) });
