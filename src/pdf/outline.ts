import type { OutlineItem, Page } from './model.ts';
import type { Objects } from './objects.ts';
import { pagePlace, reference, text } from './syntax.ts';

interface Target {
  readonly pages: readonly number[];
  readonly sizes: readonly Page[];
}

/** Writes the bookmarks, all open. Returns the number of the outline's root, or null when there is none. */
export function putOutline(items: readonly OutlineItem[], target: Target, objects: Objects): number | null {
  if (items.length === 0) return null;
  const root = objects.reserve();
  const { first, last, count } = putLevel(items, root, target, objects);
  return objects.put(root, `<</Type/Outlines/First ${reference(first)}/Last ${reference(last)}/Count ${count}>>`);
}

interface Level {
  readonly first: number;
  readonly last: number;
  /** Items on this level and below. */
  readonly count: number;
}

function putLevel(items: readonly OutlineItem[], parent: number, target: Target, objects: Objects): Level {
  const numbers = items.map(() => objects.reserve());
  let count = items.length;
  items.forEach((item, index) => {
    const object = numbers[index] ?? 0;
    const below = item.children.length > 0 ? putLevel(item.children, object, target, objects) : null;
    count += below?.count ?? 0;
    const siblings = link('/Prev', numbers[index - 1]) + link('/Next', numbers[index + 1]);
    const children = below === null ? '' : `${link('/First', below.first)}${link('/Last', below.last)}`;
    const open = below === null ? '' : `/Count ${below.count}`;
    const head = `<</Title${text(item.title)}/Parent ${reference(parent)}`;
    objects.put(object, `${head}${siblings}${children}${open}/Dest${destination(item, target)}>>`);
  });
  return { first: numbers[0] ?? 0, last: numbers.at(-1) ?? 0, count };
}

function link(key: string, object: number | undefined): string {
  return object === undefined ? '' : `${key} ${reference(object)}`;
}

function destination({ page, y }: OutlineItem, { pages, sizes }: Target): string {
  return pagePlace(pages[page] ?? 0, (sizes[page]?.height ?? 0) - y);
}
