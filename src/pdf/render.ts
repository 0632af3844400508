import { drawPage } from './content.ts';
import { fileEntries, putFiles } from './embedded-files.ts';
import { putFont } from './font-objects.ts';
import type { FontSet } from './fonts.ts';
import { srgbStream } from './icc.ts';
import { putLinks, reserveLinks } from './links.ts';
import { infoObject, xmp } from './metadata.ts';
import type { Page, PdfDocument } from './model.ts';
import { makeObjects, type Objects } from './objects.ts';
import { putOutline } from './outline.ts';
import { type LinkObject, putTree } from './structure.ts';
import { bytesOf, number, reference, references, text } from './syntax.ts';
import { flatten } from './tree.ts';
import { makeTypesetter, type Typesetter } from './typesetter.ts';

/**
 * Writes a document without asking whether it is accessible: for `renderPdf`, which asks first, and for tests that
 * show validators what is wrong. Same document, same bytes.
 */
export function renderUnchecked(document: PdfDocument, fonts: FontSet): Uint8Array {
  const objects = makeObjects();
  const catalog = objects.reserve();
  const treeRoot = objects.reserve();
  const pageTree = objects.reserve();
  const pages = document.pages.map(() => objects.reserve());

  const tree = flatten(document.root, treeRoot, objects);
  const typesetter = makeTypesetter(document, fonts);
  const contents = document.pages.map((page, index) => drawPage(page, index, tree, typesetter));
  const links = reserveLinks(tree, objects);
  const resources = putResources(typesetter, objects);

  document.pages.forEach((page, index) => {
    const operators = bytesOf(contents[index]?.operators ?? '');
    const stream = objects.stream(objects.reserve(), '', operators, 'deflate');
    const head = `/Parent ${reference(pageTree)}/Contents ${reference(stream)}/Resources ${reference(resources)}`;
    objects.put(pages[index] ?? 0, pageObject(page, index, head, links));
  });
  objects.put(pageTree, `<</Type/Pages/Kids${references(pages)}/Count ${pages.length}>>`);
  putTree(treeRoot, tree, { pages, links, owners: contents.map(({ owners }) => owners) }, objects);
  putLinks(
    links,
    pages.length,
    document.pages.map((page, index) => ({ page, object: pages[index] ?? 0 })),
    objects,
  );
  const outline = putOutline(document.outline, { pages, sizes: document.pages }, objects);
  putCatalog(document, { catalog, treeRoot, pageTree, outline }, objects);
  return objects.finish(catalog, objects.put(objects.reserve(), infoObject(document.metadata)));
}

function putResources(typesetter: Typesetter, objects: Objects): number {
  const fonts = [...typesetter.faces].map(
    ([font, face]) => `${typesetter.resource(font)} ${reference(putFont(face, objects))}`,
  );
  return objects.put(objects.reserve(), `<</Font<<${fonts.join('')}>>>>`);
}

/** Reading order for the tab key is that of the structure (Tabs S). */
function pageObject(page: Page, index: number, head: string, links: readonly LinkObject[]): string {
  const annotations = links.filter((link) => link.page === index).map((link) => link.annotation);
  const annots = annotations.length === 0 ? '' : `/Annots${references(annotations)}`;
  const box = `/MediaBox[0 0 ${number(page.width)} ${number(page.height)}]`;
  return `<</Type/Page${head}${box}/Tabs/S/StructParents ${index}${annots}>>`;
}

interface CatalogParts {
  readonly catalog: number;
  readonly treeRoot: number;
  readonly pageTree: number;
  readonly outline: number | null;
}

function putCatalog(document: PdfDocument, parts: CatalogParts, objects: Objects): void {
  const { metadata, attachments } = document;
  const packet = Buffer.from(xmp(metadata), 'utf8');
  const meta = objects.stream(objects.reserve(), '/Type/Metadata/Subtype/XML', packet, 'plain');
  const files = putFiles(attachments, metadata, objects);
  const outline = parts.outline === null ? '' : `/Outlines ${reference(parts.outline)}`;
  objects.put(
    parts.catalog,
    `<</Type/Catalog/Pages ${reference(parts.pageTree)}/Lang${text(metadata.language)}/MarkInfo<</Marked true>>` +
      `/ViewerPreferences<</DisplayDocTitle true>>/StructTreeRoot ${reference(parts.treeRoot)}` +
      `/Metadata ${reference(meta)}/OutputIntents[${outputIntent(objects)}]${outline}${fileEntries(files)}>>`,
  );
}

function outputIntent(objects: Objects): string {
  const profile = objects.stream(objects.reserve(), '/N 3', srgbStream(), 'ready');
  const condition = text('sRGB IEC61966-2.1');
  return (
    `<</Type/OutputIntent/S/GTS_PDFA1/OutputConditionIdentifier${condition}/Info${condition}` +
    `/DestOutputProfile ${reference(profile)}>>`
  );
}
