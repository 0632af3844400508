import { rememberOf } from '../remember.ts';
import { fillPage } from './content.ts';
import { fileEntries, putFiles } from './embedded-files.ts';
import type { FontSet } from './fonts.ts';
import { infoObject, xmp } from './metadata.ts';
import type { Form, PdfDocument } from './model.ts';
import { makeFileObjects, type Objects } from './objects.ts';
import { makePlate, type Plate } from './plate.ts';
import { spokenEntry } from './structure.ts';
import { bytesOf, reference, text } from './syntax.ts';
import { type Sets, setsOf } from './typesetter.ts';

/**
 * Writes a document without asking whether it is accessible: for `renderPdf`, which asks first, and for tests that
 * show validators what is wrong. Same document, same bytes.
 */
export function renderUnchecked(document: PdfDocument, fonts: FontSet): Uint8Array {
  const { form, fills, metadata } = document;
  const plate = plateOf(form, setsOf(document, fonts), fonts);
  const objects = makeFileObjects(plate.beginning, (field) => closingOf(fills.get(field)?.spoken ?? null));
  for (const { stream, pieces } of plate.pages) {
    objects.stream(stream, '', bytesOf(fillPage(pieces, fills, plate.typesetter)), 'deflate');
  }
  putCatalog(document, plate, objects);
  return objects.finish(plate.catalog, objects.put(objects.reserve(), infoObject(metadata)));
}

const closingOf = (spoken: string | null): string => (spoken === null ? '' : spokenEntry(spoken));

/** Plates by their form and, since few documents need other fonts than the rest, by the sets of fonts. */
const plates = rememberOf((_fonts: FontSet) => rememberOf((_form: Form) => new Map<string, Plate>()));

function plateOf(form: Form, sets: Sets, fonts: FontSet): Plate {
  const known = plates(fonts)(form);
  const key = [...sets].join();
  const plate = known.get(key) ?? makePlate(form, sets, fonts);
  known.set(key, plate);
  return plate;
}

function putCatalog(document: PdfDocument, { catalog, catalogEntries }: Plate, objects: Objects): void {
  const { metadata, attachments } = document;
  const packet = Buffer.from(xmp(metadata), 'utf8');
  const meta = objects.stream(objects.reserve(), '/Type/Metadata/Subtype/XML', packet, 'plain');
  const files = putFiles(attachments, metadata, objects);
  objects.put(
    catalog,
    `<</Type/Catalog${catalogEntries}/Lang${text(metadata.language)}/Metadata ${reference(meta)}${fileEntries(files)}>>`,
  );
}
