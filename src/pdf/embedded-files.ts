import { pdfDate } from './metadata.ts';
import type { Attachment, Metadata } from './model.ts';
import type { Objects } from './objects.ts';
import { name, reference, text } from './syntax.ts';

/** A file specification's number with the name that it is found by. */
export interface FileObject {
  readonly name: string;
  readonly object: number;
}

/** Writes the attachments as associated files of the document, sorted by name as the name tree asks. */
export function putFiles(attachments: readonly Attachment[], metadata: Metadata, objects: Objects): FileObject[] {
  const files = attachments.map((attachment) => putFile(attachment, metadata, objects));
  return files.sort((a, b) => (text(a.name) < text(b.name) ? -1 : 1));
}

function putFile(attachment: Attachment, metadata: Metadata, objects: Objects): FileObject {
  const { bytes } = attachment;
  const parameters = `/Params<</Size ${bytes.length}/ModDate${text(pdfDate(metadata))}>>`;
  const dictionary = `/Type/EmbeddedFile/Subtype${name(attachment.mimeType)}${parameters}`;
  const file = reference(objects.stream(objects.reserve(), dictionary, bytes, 'deflate'));
  const title = text(attachment.name);
  const object = objects.put(
    objects.reserve(),
    `<</Type/Filespec/F${title}/UF${title}/Desc${text(attachment.description)}/AFRelationship/Data` +
      `/EF<</F ${file}/UF ${file}>>>>`,
  );
  return { name: attachment.name, object };
}

/** Entries of the catalog. */
export function fileEntries(files: readonly FileObject[]): string {
  if (files.length === 0) return '';
  const names = files.map((file) => `${text(file.name)}${reference(file.object)}`).join(' ');
  const associated = files.map((file) => reference(file.object)).join(' ');
  return `/Names<</EmbeddedFiles<</Names[${names}]>>>>/AF[${associated}]`;
}
