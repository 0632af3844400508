import type { Subject } from '../../report/index.ts';
import type { SharedSeries } from '../series.ts';

/* Where the pages and files of a site lie, from its root. Links between them are relative, so that a site works from a
   server's root, from a folder below it and from a disk. */

export const indexPath = 'index.html';
export const listPath = 'indikatorer.html';
export const aboutPath = 'om.html';
export const workbookPath = 'data/integrationsbarometeret.xlsx';
export const allCsvPath = 'data/alle-tal.csv';
export const metadataPath = 'data/datasaet.jsonld';

export const subjectPath = ({ kind, slug }: Subject): string =>
  kind === 'hele-landet' ? `${slug}.html` : `kommune/${slug}.html`;

type SeriesKey = Pick<SharedSeries, 'kind' | 'id'>;

/** No dots: "1-1". */
const fileId = (id: string): string => id.replace('.', '-');

export const seriesPath = ({ kind, id }: SeriesKey): string => `${kind}/${fileId(id)}.html`;

export const seriesCsvPath = ({ kind, id }: SeriesKey): string => `data/${kind}-${fileId(id)}.csv`;

export const subjectCsvPath = ({ slug }: Subject): string => `data/${slug}.csv`;

/** From a page up to the root: "../". */
export const rootFrom = (path: string): string => '../'.repeat(path.split('/').length - 1);
