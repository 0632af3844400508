export { type SiteFiles, siteFiles } from './files.ts';
export type { PreviousEdition, PublishedFile, SiteContents } from './site.ts';
