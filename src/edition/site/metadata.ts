import { publicationOf } from '../series.ts';
import { dateMark } from './layout.tsx';
import { allCsvPath, workbookPath } from './paths.ts';
import type { Site } from './site.ts';

/** A file that metadata names. */
const distributions = [
  { path: allCsvPath, title: 'Alle tal som CSV', mediaType: 'text/csv' },
  {
    path: workbookPath,
    title: 'Alle tal som projektmappe',
    mediaType: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
  },
] as const;

const descriptionOf = ({ editionName, series, municipalities }: Site): string =>
  `Integrationsbarometeret, ${editionName}: ${series.length} indikatorer og nøgletal for ${municipalities.length} kommuner og hele landet.`;

/** For search engines: schema.org's Dataset; null where figures are made up, which must not be found as statistics. */
export function searchMetadata(site: Site): object | null {
  if (site.isMadeUp) return null;
  const { dataset } = site.first;
  const { publisher, licence, address } = publicationOf(site.first);
  return {
    '@context': 'https://schema.org',
    '@type': 'Dataset',
    name: dataset.title,
    description: descriptionOf(site),
    inLanguage: 'da',
    datePublished: dateMark.iso,
    spatialCoverage: 'Danmark',
    isAccessibleForFree: true,
    ...(publisher && { publisher: { '@type': 'Organization', name: publisher.navn, url: publisher.url } }),
    ...(licence && { license: licence.url }),
    ...(address !== null && { url: address }),
    distribution: distributions.map(({ path, mediaType }) => ({
      '@type': 'DataDownload',
      encodingFormat: mediaType,
      contentUrl: `${address ?? ''}${path}`,
    })),
  };
}

/**
 * For Danish data portals: a catalogue of the one dataset, with the mandatory properties of DCAT-AP-DK 2 and the
 * recommended ones that are known; null when publisher, contact or address is missing.
 */
export function catalogueMetadata(site: Site): object | null {
  const { dataset } = site.first;
  const { publisher, contact, licence, address } = publicationOf(site.first);
  if (site.isMadeUp || publisher === null || contact === null || address === null) return null;
  const danish = (text: string) => ({ '@value': text, '@language': 'da' });
  const common = {
    'dct:title': danish(dataset.title),
    'dct:description': danish(descriptionOf(site)),
    'dct:language': { '@id': 'http://publications.europa.eu/resource/authority/language/DAN' },
    'dct:publisher': { '@id': publisher.url, '@type': 'foaf:Agent', 'foaf:name': danish(publisher.navn) },
  };
  return {
    '@context': {
      dcat: 'http://www.w3.org/ns/dcat#',
      dct: 'http://purl.org/dc/terms/',
      foaf: 'http://xmlns.com/foaf/0.1/',
      vcard: 'http://www.w3.org/2006/vcard/ns#',
      'dct:issued': { '@type': 'http://www.w3.org/2001/XMLSchema#date' },
    },
    '@id': `${address}#katalog`,
    '@type': 'dcat:Catalog',
    ...common,
    'dcat:dataset': {
      '@id': `${address}#datasaet`,
      '@type': 'dcat:Dataset',
      ...common,
      'dct:issued': dateMark.iso,
      'dcat:contactPoint': {
        '@type': 'vcard:Organization',
        'vcard:fn': contact.navn,
        'vcard:hasEmail': { '@id': `mailto:${contact.email}` },
      },
      'dcat:theme': { '@id': 'http://publications.europa.eu/resource/authority/data-theme/SOCI' },
      'dcat:landingPage': { '@id': address },
      'dcat:distribution': distributions.map(({ path, title, mediaType }) => ({
        '@type': 'dcat:Distribution',
        'dct:title': danish(title),
        'dcat:accessURL': { '@id': `${address}${path}` },
        'dcat:downloadURL': { '@id': `${address}${path}` },
        'dcat:mediaType': { '@id': `https://www.iana.org/assignments/media-types/${mediaType}` },
        ...(licence && { 'dct:license': { '@id': licence.url } }),
      })),
    },
  };
}
