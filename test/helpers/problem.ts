import { Problem } from '../../src/dataset/index.ts';

/** A problem of a row with these words, as the reader would report it. */
export const problemAt = (
  place: Problem['place'],
  { value, message, remedy }: { readonly value: string | null; readonly message: string; readonly remedy: string },
): Problem =>
  new Problem({ id: 'prøve', severity: 'error', stops: 'subject' }, place, () => ({
    message,
    remedy,
    value: value ?? undefined,
  }));
