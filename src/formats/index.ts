import type { Subject } from '../report/index.ts';
import { baseName, type Format } from './format.ts';
import { html } from './html/index.ts';
import { json } from './json.ts';
import { pdf } from './pdf/index.ts';

export type { Format, Rendered } from './format.ts';
export { readAttachments } from './pdf/index.ts';

/** All formats by the word for --format. A new one is a file of its own and a line here. */
export const formats = { pdf, html, json } as const satisfies Record<string, Format>;

export type FormatName = keyof typeof formats;

/** "udviklingsrapport-hoeje-taastrup-2026-06.pdf", "udviklingsrapport-hoeje-taastrup-2026-06-bilag.pdf" */
export const fileName = (subject: Subject, edition: string, format: FormatName, hasAnnex = false): string =>
  `${baseName(subject, edition)}${hasAnnex ? '-bilag' : ''}.${formats[format].ending}`;
