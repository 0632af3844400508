import type { Report } from '../report/index.ts';
import { compareReports, type Difference } from '../report/index.ts';
import type { Format } from './file-name.ts';

/** What a report prints otherwise than the file it replaces; empty when that file's data cannot be read. */
export async function changesSince(bytes: Uint8Array, format: Format, report: Report): Promise<Difference[]> {
  try {
    const data = format === 'json' ? bytes : await attachedJson(bytes);
    const former = JSON.parse(Buffer.from(data ?? []).toString('utf8')) as Report;
    return former.format === report.format ? compareReports(former, report) : [];
  } catch {
    // An older version's data, or a damaged file: the report is made anew in any case.
    return [];
  }
}

/** Unpacking is loaded by runs that need it. */
async function attachedJson(pdf: Uint8Array): Promise<Uint8Array | undefined> {
  const { readAttachments } = await import('../pdf/attachments.ts');
  return readAttachments(pdf).find(({ name }) => name.endsWith('.json'))?.bytes;
}
