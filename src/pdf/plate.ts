import { drawPage, type Piece } from './content.ts';
import { putFont } from './font-objects.ts';
import type { FontSet } from './fonts.ts';
import { srgbStream } from './icc.ts';
import { putLinks, reserveLinks } from './links.ts';
import type { Form, Page } from './model.ts';
import { type Beginning, makeFormObjects, type Objects } from './objects.ts';
import { putOutline } from './outline.ts';
import { type LinkObject, putTree } from './structure.ts';
import { number, reference, references, text } from './syntax.ts';
import { flatten } from './tree.ts';
import { makeTypesetter, type Sets, type Typesetter } from './typesetter.ts';

/** A form ready to print from: its objects, and its pages open where the fields are. */
export interface Plate {
  readonly beginning: Beginning;
  readonly pages: readonly PlatePage[];
  /** Number kept for the catalog. */
  readonly catalog: number;
  /** The catalog's entries that all documents of the form share. */
  readonly catalogEntries: string;
  readonly typesetter: Typesetter;
}

interface PlatePage {
  /** Number kept for the page's content stream. */
  readonly stream: number;
  readonly pieces: readonly Piece[];
}

/** `sets`: the subset of each font that is drawn with. Same form, same sets, same plate. */
export function makePlate(form: Form, sets: Sets, fonts: FontSet): Plate {
  const objects = makeFormObjects();
  const catalog = objects.reserve();
  const treeRoot = objects.reserve();
  const pageTree = objects.reserve();
  const pages = form.pages.map(() => objects.reserve());
  const streams = form.pages.map(() => objects.reserve());

  const tree = flatten(form, treeRoot, objects);
  const typesetter = makeTypesetter(sets, fonts);
  const contents = form.pages.map((page, index) => drawPage(page, index, tree, typesetter));
  const links = reserveLinks(tree, objects);
  const resources = putResources(typesetter, objects);

  form.pages.forEach((page, index) => {
    const stream = reference(streams[index] ?? 0);
    const head = `/Parent ${reference(pageTree)}/Contents ${stream}/Resources ${reference(resources)}`;
    objects.put(pages[index] ?? 0, pageObject(page, index, head, links));
  });
  objects.put(pageTree, `<</Type/Pages/Kids${references(pages)}/Count ${pages.length}>>`);
  putTree(treeRoot, tree, { pages, links, owners: contents.map(({ owners }) => owners) }, objects);
  putLinks(
    links,
    pages.length,
    form.pages.map((page, index) => ({ page, object: pages[index] ?? 0 })),
    objects,
  );
  const outline = putOutline(form.outline, { pages, sizes: form.pages }, objects);
  const catalogEntries =
    `/Pages ${reference(pageTree)}/MarkInfo<</Marked true>>/ViewerPreferences<</DisplayDocTitle true>>` +
    `/StructTreeRoot ${reference(treeRoot)}/OutputIntents[${outputIntent(objects)}]` +
    (outline === null ? '' : `/Outlines ${reference(outline)}`);
  return {
    beginning: objects.finish(),
    pages: contents.map(({ pieces }, index) => ({ stream: streams[index] ?? 0, pieces })),
    catalog,
    catalogEntries,
    typesetter,
  };
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

function outputIntent(objects: Objects): string {
  const profile = objects.stream(objects.reserve(), '/N 3', srgbStream(), 'ready');
  const condition = text('sRGB IEC61966-2.1');
  return (
    `<</Type/OutputIntent/S/GTS_PDFA1/OutputConditionIdentifier${condition}/Info${condition}` +
    `/DestOutputProfile ${reference(profile)}>>`
  );
}
