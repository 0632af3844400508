import { withoutControls } from '../danish/index.ts';
import type { Report } from '../report/index.ts';
import type { Format } from './format.ts';
import { isAsSealed, type Seal, sealed } from './seal.ts';

const seal: Seal = { end: '\n}\n', before: ',\n  "sha256": "', after: '"\n}\n' };

/** The report itself as JSON (docs/report.schema.json): indented, keys in the order of `Report`, then its digest. */
export const json = {
  ending: 'json',
  annex: 'asked',
  renderer: () => async (report) => {
    const text = `${JSON.stringify(report, null, 2)}\n`;
    return { bytes: Buffer.from(sealed(text, seal)), pages: 0 };
  },
  isOurs: (bytes) => {
    const text = Buffer.from(bytes).toString('utf8');
    const isReport = /^\s*\{\s*"format"\s*:\s*"barometer-report\/1"/.test(text);
    // Before 0.5.0 reports had no digest.
    return isReport && (isAsSealed(bytes, seal) || !text.includes('"sha256"'));
  },
  reportIn: async (bytes) => parsedReport(bytes),
} satisfies Format;

/** Bytes of a report, of which the longest have a tenth; more would take the memory before anything is known of them. */
const MOST_BYTES = 5_000_000;

/**
 * A report from its JSON; null when the bytes are none, or of another version. Nobody has checked it, so its texts are
 * made safe to show.
 */
export function parsedReport(bytes: Uint8Array): Report | null {
  const safe = (_key: string, value: unknown): unknown => (typeof value === 'string' ? withoutControls(value) : value);
  if (bytes.length > MOST_BYTES) return null;
  try {
    const report = JSON.parse(Buffer.from(bytes).toString('utf8'), safe) as Report | null;
    return report?.format === 'barometer-report/1' ? report : null;
  } catch {
    return null;
  }
}
