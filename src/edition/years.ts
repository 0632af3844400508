import { clean } from '../danish/index.ts';
import { usageError } from '../errors.ts';

/** First and last year that are asked for. */
export interface Years {
  readonly from: number;
  readonly to: number;
}

/** Reads "2019-2024" or "2024". Errors: `UserError` 2. */
export function parseYears(text: string): Years {
  const [, first, last = first] = /^(\d{4})(?:\s*[-–]\s*(\d{4}))?$/.exec(text.trim()) ?? [];
  if (first === undefined || Number(first) > Number(last))
    throw usageError(
      `--aar ${clean(text)} er ikke et år eller et interval. Skriv fx --aar 2024 eller --aar 2019-2024.`,
    );
  return { from: Number(first), to: Number(last) };
}

/** Whether a time, "2024" or "2025K2", begins in one of the years. */
export const isIn = ({ from, to }: Years, time: string): boolean => {
  const year = Number(time.slice(0, 4));
  return year >= from && year <= to;
};
