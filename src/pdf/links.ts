import { remember } from '../remember.ts';
import type { LinkTarget, Page } from './model.ts';
import type { Objects } from './objects.ts';
import type { LinkObject } from './structure.ts';
import { literal, number, pagePlace, reference, text } from './syntax.ts';
import type { Tree } from './tree.ts';

type Area = LinkTarget['areas'][number];
type Pages = readonly { readonly object: number; readonly page: Page }[];

/** One annotation per area of each Link element, in reading order. */
export function reserveLinks(tree: Tree, objects: Objects): LinkObject[] {
  return tree.nodes.flatMap((node) =>
    (node.element.link?.areas ?? []).map(({ page }) => ({ annotation: objects.reserve(), page, node })),
  );
}

/** `firstKey`: key of the first annotation in the parent tree. */
export function putLinks(links: readonly LinkObject[], firstKey: number, pages: Pages, objects: Objects): void {
  const areas = new Map<LinkObject['node'], number>();
  links.forEach((link, index) => {
    const target = link.node.element.link;
    const nth = areas.get(link.node) ?? 0;
    areas.set(link.node, nth + 1);
    const area = target?.areas[nth];
    if (target === undefined || area === undefined) return;
    objects.put(link.annotation, annotation(target, area, pages, firstKey + index));
  });
}

/** Printable (F 4), without a visible frame. */
function annotation(target: LinkTarget, area: Area, pages: Pages, key: number): string {
  const home = pages[area.page];
  const top = (home?.page.height ?? 0) - area.y;
  const rect = [area.x, top - area.height, area.x + area.width, top].map(number).join(' ');
  return (
    `<</Type/Annot/Subtype/Link/Rect[${rect}]/Border[0 0 0]/F 4/P ${reference(home?.object ?? 0)}` +
    `/StructParent ${key}/Contents${contentsText(target.contents)}${action(target, pages)}>>`
  );
}

function action({ to }: LinkTarget, pages: Pages): string {
  if (typeof to === 'string') return `/A<</S/URI/URI${literal(asciiUrl(to))}>>`;
  const there = pages[to.page];
  return `/Dest${pagePlace(there?.object ?? 0, (there?.page.height ?? 0) - to.y)}`;
}

/** A URI is 7-bit ASCII: anything else is percent-encoded. */
const asciiUrl = remember((url) => url.replace(/[^\x21-\x7e]+/gu, (part) => encodeURIComponent(part)));

/** Most links are the same in all reports. */
const contentsText = remember(text);
