import { slug } from '../danish/index.ts';
import type { Subject } from '../report/index.ts';

export type Format = 'pdf' | 'json';

/** "udviklingsrapport-hoeje-taastrup-2026-06.pdf" */
export const fileName = (subject: Subject, edition: string, format: Format): string =>
  `udviklingsrapport-${slug(subject.name)}-${edition}.${format}`;
