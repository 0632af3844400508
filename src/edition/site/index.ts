export { type SiteFiles, siteFiles } from './files.ts';
export type { PublishedFile, SiteContents } from './site.ts';
