/** What a key figure's period is: a year, quarter, month, day or span of months. */
export type PeriodKind = 'year' | 'quarter' | 'month' | 'day' | 'months';

/** A period as the dataset writes it, e.g. "2024", "2025K2", "2025M11", "2025-12-31", "2016M07-2025M12". */
export interface Period {
  readonly kind: PeriodKind;
  readonly code: string;
  /** First and last day as yyyymmdd numbers, e.g. 20250401 and 20250630; periods sort by last day, then first. */
  readonly first: number;
  readonly last: number;
}
