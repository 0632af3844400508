import type { Attachment } from '../model.ts';
import { isText } from './survey.ts';

/** Faults of the attached files: names that can be written out anywhere, each once, with type and description. */
export function attachmentFaults(attachments: readonly Attachment[]): string[] {
  const known = new Set<string>();
  return attachments.flatMap(({ name, mimeType, description }) => {
    const faults: string[] = [];
    if (known.has(name)) faults.push(`Der er flere vedhæftede filer med navnet »${name}«.`);
    known.add(name);
    if (!isFileName(name)) faults.push(`»${name}« kan ikke være navnet på en vedhæftet fil.`);
    if (!/^[\w.+-]+\/[\w.+-]+$/.test(mimeType)) faults.push(`Den vedhæftede fil »${name}« mangler en filtype.`);
    if (!isText(description)) faults.push(`Den vedhæftede fil »${name}« mangler en beskrivelse.`);
    return faults;
  });
}

/** A plain name: no folder, no hidden file, nothing that a file system refuses. */
export function isFileName(name: string): boolean {
  return /^[^\p{Cc}\p{Cs}/\\:*?"<>|.][^\p{Cc}\p{Cs}/\\:*?"<>|]{0,199}$/u.test(name);
}
