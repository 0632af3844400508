import { remember } from '../../remember.ts';
import type { Form, LinkTarget, PagePlace, StructElement } from '../model.ts';
import { type Drawn, isText, type NoteElement, type Survey } from './survey.ts';

/** Faults of links: every Link leads somewhere, says where, and can be clicked where its text is. */
export function linkFaults(form: Form, seen: Survey, note: NoteElement): void {
  for (const { element } of seen.entries) {
    const { link, role } = element;
    if (link !== undefined && role === 'Link') {
      targetFaults(element, link, form, note);
      areaFaults(element, link, linesOf(element, seen), form, note);
    } else if (role === 'Link') note(element, 'fører ingen steder hen.');
    else if (link !== undefined) note(element, 'har et mål uden at være Link.');
  }
}

function targetFaults(element: StructElement, { to, contents }: LinkTarget, form: Form, note: NoteElement) {
  if (!isText(contents)) note(element, 'mangler en beskrivelse.');
  if (typeof to !== 'string') {
    if (!isOnPage(to, form)) note(element, 'fører til et sted uden for dokumentet.');
  } else if (!isAddress(to)) note(element, `har en ugyldig adresse: »${to}«.`);
}

const isAddress = remember((to) => /^[a-z][a-z0-9+.-]*:\S+$/i.test(to) && !/\p{Cs}/u.test(to));

function isOnPage({ page, y }: PagePlace, { pages }: Form): boolean {
  const there = pages[page];
  return there !== undefined && y >= 0 && y <= there.height;
}

function areaFaults(
  element: StructElement,
  { areas }: LinkTarget,
  lines: readonly Line[],
  { pages }: Form,
  note: NoteElement,
): void {
  if (areas.length === 0) note(element, 'har intet sted at klikke.');
  for (const area of areas) {
    const page = pages[area.page];
    if (page === undefined || !isInside(area, page)) note(element, 'har et klikområde uden for siden.');
    else if (!lines.some((line) => covers(area, line))) note(element, 'har et klikområde uden linkets tekst.');
  }
  for (const line of lines) {
    if (!areas.some((area) => covers(area, line))) note(element, 'har en linje uden klikområde.');
  }
}

type Line = Drawn['lines'][number];

function linesOf(element: StructElement, seen: Survey): Line[] {
  return element.children.flatMap((child) =>
    child.kind === 'element' ? linesOf(child, seen) : (seen.drawn.get(child)?.lines ?? []),
  );
}

/** Whether the line begins in the area; half a point of slack for rounding. */
function covers(area: LinkTarget['areas'][number], { page, mark }: Line): boolean {
  if (area.page !== page) return false;
  const across = mark.x >= area.x - 0.5 && mark.x <= area.x + area.width + 0.5;
  return across && mark.y >= area.y && mark.y <= area.y + area.height;
}

export interface Box {
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
}

/** Whether a box is finite, not inside out, and on the page. */
export function isInside(box: Box, page: { readonly width: number; readonly height: number }): boolean {
  const slack = 0.01;
  if (box.width < 0 || box.height < 0 || box.x < -slack || box.y < -slack) return false;
  return box.x + box.width <= page.width + slack && box.y + box.height <= page.height + slack;
}
