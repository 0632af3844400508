import type { Format } from './file-name.ts';

/** Name of the manifest in the output folder; `docs/rapporter.schema.json` documents it. Keys are Danish: people read it. */
export const manifestName = 'rapporter.json';

/** What the last run into a folder was, and what stands there. Every entry with a SHA-256 is a whole file. */
export interface Manifest extends ManifestHead {
  readonly format: 'barometer-rapporter/1';
  readonly tilstand: ManifestState;
  readonly sluttet: string | null;
  readonly rapporter: readonly ManifestEntry[];
  /**
   * Only while a run is on (or was killed): entries of earlier runs whose files it may have replaced since. They hold
   * where the file still has their SHA-256.
   */
  readonly tidligere?: readonly ManifestEntry[];
}

/** `i-gang`: a run is on, or was killed. `afbrudt`: it stopped before all reports were tried, and says so. */
export type ManifestState = 'i-gang' | 'faerdig' | 'afbrudt';

export interface ManifestHead {
  readonly program: string; // "barometer-report 0.1.0"
  readonly node: string; // "20.20.2"
  readonly udgave: string; // "2026-06"
  readonly dato: string; // date of generation, "2026-06-06"
  readonly startet: string; // "2026-06-06T01:00:00.000Z"
  readonly datasaet: { readonly titel: string; readonly sha256: string };
  readonly skabelon: { readonly sha256: string };
}

export type ReportState = 'skrevet' | 'uaendret' | 'fejl';

export interface ManifestEntry {
  readonly kode: string; // "161"
  readonly navn: string; // "Glostrup"
  readonly fil: string; // "udviklingsrapport-glostrup-2026-06.pdf"
  readonly format: Format;
  readonly tilstand: ReportState;
  /** Why it failed; null otherwise. */
  readonly grund: string | null;
  /** Of the file; the next four are null when the report failed. */
  readonly sha256: string | null;
  readonly bytes: number | null;
  readonly sider: number | null; // 0 for JSON
  /** Digest of all that the file is made of but its date: tells --kun-aendrede whether to make it again. */
  readonly indhold: string | null;
  readonly udgave: string;
  /** The date of generation that the file carries; null when the report failed. */
  readonly dato: string | null;
  readonly millisekunder: number;
  /** The last run tried this report; else the entry is of an earlier one. */
  readonly senesteKoersel: boolean;
}

/** As text, ending in a line feed. */
export const manifestText = (manifest: Manifest): string => `${JSON.stringify(manifest, null, 2)}\n`;
