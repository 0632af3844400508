import type { Form, Metadata, OutlineItem } from '../model.ts';
import { isText } from './survey.ts';

/** Faults of the metadata: title, language and date as the standards need them. */
export function metadataFaults(metadata: Metadata): string[] {
  const faults: string[] = [];
  if (!isText(metadata.title)) faults.push('Dokumentet mangler en titel.');
  if (!/^[a-z]{2,3}(-[a-z0-9]{2,8})*$/i.test(metadata.language)) {
    faults.push(`Dokumentets sprog »${metadata.language}« er ikke en sprogkode.`);
  }
  if (!isDay(metadata.date)) faults.push(`Dokumentets dato »${metadata.date}« er ikke en dato.`);
  return faults;
}

function isDay(date: string): boolean {
  if (!/^\d{4}-\d{2}-\d{2}$/.test(date)) return false;
  const time = Date.parse(`${date}T00:00:00Z`);
  return !Number.isNaN(time) && new Date(time).toISOString().startsWith(date);
}

/** Faults of the bookmarks: each has a title and leads to a place on a page. */
export function outlineFaults({ outline, pages }: Form): string[] {
  const visit = (item: OutlineItem): string[] => {
    const faults: string[] = [];
    const page = pages[item.page];
    if (!isText(item.title)) faults.push('Et bogmærke mangler en titel.');
    if (page === undefined) faults.push(`Bogmærket »${item.title}« fører til en side, der ikke findes.`);
    else if (!(item.y >= 0 && item.y <= page.height)) faults.push(`Bogmærket »${item.title}« fører uden for siden.`);
    return [...faults, ...item.children.flatMap(visit)];
  };
  return outline.flatMap(visit);
}
