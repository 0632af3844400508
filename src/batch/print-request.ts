import type { PrintJob, Printout } from './printer.ts';

/** A job on its way to a worker. Its report travels as text, which costs a tenth of copying its thousand objects. */
export interface PrintRequest extends Omit<PrintJob, 'report'> {
  readonly id: number;
}

export interface PrintAnswer {
  readonly id: number;
  readonly printout: Printout;
}
