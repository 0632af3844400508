import type { LinkTarget, PagePlace, PdfDocument, StructElement } from '../model.ts';
import { type Drawn, isText, type Survey } from './survey.ts';

/** Faults of links: every Link leads somewhere, says where, and can be clicked where its text is. */
export function linkFaults(document: PdfDocument, seen: Survey): string[] {
  return seen.entries.flatMap(({ element }) => {
    if (element.link === undefined) {
      return element.role === 'Link' ? [`${seen.describe(element)} fører ingen steder hen.`] : [];
    }
    if (element.role !== 'Link') return [`${seen.describe(element)} har et mål uden at være Link.`];
    return [
      ...targetFaults(element, element.link, document, seen),
      ...areaFaults(element, element.link, document, seen),
    ];
  });
}

function targetFaults(element: StructElement, link: LinkTarget, document: PdfDocument, seen: Survey): string[] {
  const faults: string[] = [];
  const name = () => seen.describe(element);
  if (!isText(link.contents)) faults.push(`${name()} mangler en beskrivelse.`);
  if (typeof link.to !== 'string') {
    if (!isOnPage(link.to, document)) faults.push(`${name()} fører til et sted uden for dokumentet.`);
  } else if (!/^[a-z][a-z0-9+.-]*:\S+$/i.test(link.to) || /\p{Cs}/u.test(link.to)) {
    faults.push(`${name()} har en ugyldig adresse: »${link.to}«.`);
  }
  return faults;
}

function isOnPage({ page, y }: PagePlace, document: PdfDocument): boolean {
  const there = document.pages[page];
  return there !== undefined && y >= 0 && y <= there.height;
}

function areaFaults(element: StructElement, link: LinkTarget, document: PdfDocument, seen: Survey): string[] {
  const faults: string[] = [];
  const name = () => seen.describe(element);
  const lines = linesOf(element, seen);
  if (link.areas.length === 0) faults.push(`${name()} har intet sted at klikke.`);
  for (const area of link.areas) {
    const page = document.pages[area.page];
    if (page === undefined || !isInside(area, page)) faults.push(`${name()} har et klikområde uden for siden.`);
    else if (!lines.some((line) => covers(area, line))) faults.push(`${name()} har et klikområde uden linkets tekst.`);
  }
  for (const line of lines) {
    if (!link.areas.some((area) => covers(area, line))) faults.push(`${name()} har en linje uden klikområde.`);
  }
  return faults;
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
  if (![box.x, box.y, box.width, box.height].every(Number.isFinite)) return false;
  if (box.width < 0 || box.height < 0 || box.x < -slack || box.y < -slack) return false;
  return box.x + box.width <= page.width + slack && box.y + box.height <= page.height + slack;
}
