import type { Report, Subject } from '../report/index.ts';

/** A finished report: the bytes of its file, and its number of pages (0 where the format has none). */
export interface Rendered {
  readonly bytes: Uint8Array;
  readonly pages: number;
}

/** A kind of file that a report can be written as. */
export interface Format {
  /** File ending without its dot, and the word for --format. */
  readonly ending: string;
  /** `asked`: the annex is there with --bilag only, and the file is named for it. */
  readonly annex: 'asked' | 'always';
  /**
   * A renderer for the reports of one run: what it keeps between them is layout, never a value. `creator` is the
   * program's name and version. Rendering throws a `UserError` (65) for a text that the format cannot hold.
   */
  readonly renderer: (creator: string) => (report: Report) => Promise<Rendered>;
  /** True when this program made the file, and nobody has changed it since. */
  readonly isOurs: (bytes: Uint8Array) => boolean;
  /** The report inside a file of ours, or null when it cannot be read; null for a format whose files hold no data. */
  readonly reportIn: ((bytes: Uint8Array) => Promise<Report | null>) | null;
}

/** What a report's file and the files attached to it are called: "udviklingsrapport-hoeje-taastrup-2026-06". */
export const baseName = ({ slug }: Subject, edition: string): string => `udviklingsrapport-${slug}-${edition}`;
