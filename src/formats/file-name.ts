import { slug } from '../danish/index.ts';
import type { Subject } from '../report/index.ts';

/** What a report's file and the files attached to it are called: "udviklingsrapport-hoeje-taastrup-2026-06". */
export const baseName = ({ name }: Subject, edition: string): string => `udviklingsrapport-${slug(name)}-${edition}`;
