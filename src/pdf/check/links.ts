import { remember } from '../cache.ts';
import type { LinkTarget, PagePlace, PdfDocument, StructElement } from '../model.ts';
import { type Drawn, isText, type Note, type Survey } from './survey.ts';

/** Faults of links: every Link leads somewhere, says where, and can be clicked where its text is. */
export function linkFaults(document: PdfDocument, seen: Survey, note: Note): void {
  for (const { element } of seen.entries) {
    const { link, role } = element;
    if (link === undefined) {
      if (role === 'Link') note(`${seen.describe(element)} fører ingen steder hen.`);
    } else if (role !== 'Link') note(`${seen.describe(element)} har et mål uden at være Link.`);
    else {
      const noteHere: Note = (fault) => note(`${seen.describe(element)} ${fault}`);
      targetFaults(link, document, noteHere);
      areaFaults(link, linesOf(element, seen), document, noteHere);
    }
  }
}

function targetFaults(link: LinkTarget, document: PdfDocument, note: Note): void {
  if (!isText(link.contents)) note('mangler en beskrivelse.');
  if (typeof link.to !== 'string') {
    if (!isOnPage(link.to, document)) note('fører til et sted uden for dokumentet.');
  } else if (!isAddress(link.to)) note(`har en ugyldig adresse: »${link.to}«.`);
}

const isAddress = remember((to) => /^[a-z][a-z0-9+.-]*:\S+$/i.test(to) && !/\p{Cs}/u.test(to));

function isOnPage({ page, y }: PagePlace, document: PdfDocument): boolean {
  const there = document.pages[page];
  return there !== undefined && y >= 0 && y <= there.height;
}

function areaFaults(link: LinkTarget, lines: readonly Line[], document: PdfDocument, note: Note): void {
  if (link.areas.length === 0) note('har intet sted at klikke.');
  for (const area of link.areas) {
    const page = document.pages[area.page];
    if (page === undefined || !isInside(area, page)) note('har et klikområde uden for siden.');
    else if (!lines.some((line) => covers(area, line))) note('har et klikområde uden linkets tekst.');
  }
  for (const line of lines) {
    if (!link.areas.some((area) => covers(area, line))) note('har en linje uden klikområde.');
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
  // Of numbers one of which is not finite the sum is not either.
  if (!Number.isFinite(box.x + box.y + box.width + box.height)) return false;
  if (box.width < 0 || box.height < 0 || box.x < -slack || box.y < -slack) return false;
  return box.x + box.width <= page.width + slack && box.y + box.height <= page.height + slack;
}
