import { dirname, posix } from 'node:path';
import { gzipSync } from 'node:zlib';
import { describe, expect, it } from 'vitest';
import { siteFiles } from '../../src/edition/site/index.ts';
import { compareReports, type Report, summarise } from '../../src/report/index.ts';
import type { Row } from '../helpers/fake-dataset.ts';
import { attributesIn, faultsOf, textOf } from '../helpers/html.ts';
import { annexReportOf, country, municipality } from '../helpers/report.ts';
import { shippedAnnexReport, subjects } from '../helpers/shipped.ts';

type Contents = Parameters<typeof siteFiles>[0];

const creator = 'barometer-report 1';
const pdfOf: Contents['pdfOf'] = ({ slug }) => ({ path: `rapporter/${slug}.pdf`, bytes: 226_000 });
const [first, ...others] = subjects.map(shippedAnnexReport) as [Report, ...Report[]];
/** Enough of an edition for what does not depend on how many reports it has. */
const few: Contents['reports'] = [first, ...others.slice(0, 10)];
const contents: Contents = { reports: [first, ...others], missing: [], pdfOf, previous: null, creator };

/** All files of a site as text by their paths. */
async function siteOf(changes: Partial<Contents> = {}): Promise<Map<string, string>> {
  const { files, pages } = await siteFiles({ ...contents, ...changes });
  return new Map([...files, ...pages].map(({ path, bytes }) => [path, Buffer.from(bytes).toString('utf8')]));
}

const site = await siteOf();
const pages = [...site].filter(([path]) => path.endsWith('.html'));
const pageAt = (path: string, of = site): string => of.get(path) ?? '';

/** The ids in each file of a site by its path. */
const idsIn = (of: ReadonlyMap<string, string>) =>
  new Map([...of].map(([path, page]) => [path, new Set(attributesIn(page, 'id'))]));

/** Links of a page that lead to no file or no part of one. */
function brokenLinks(path: string, page: string, all: ReturnType<typeof idsIn>): string[] {
  return [...attributesIn(page, 'href'), ...attributesIn(page, 'src')].filter((address) => {
    if (/^(https?|mailto):/.test(address)) return false;
    const [to = '', part] = address.split('#');
    const target = to === '' ? path : posix.join(dirname(path), to);
    if (target.startsWith('rapporter/')) return false;
    const found = all.get(target);
    return found === undefined || (part !== undefined && !found.has(part));
  });
}

describe('the site of an edition', () => {
  it('has a page for every subject and series, a list, an index and one about the figures', () => {
    const paths = pages.map(([path]) => path);
    expect(paths.filter((path) => path.startsWith('kommune/'))).toHaveLength(98);
    expect(paths.filter((path) => path.startsWith('indikator/'))).toHaveLength(21);
    expect(paths.filter((path) => path.startsWith('noegletal/'))).toHaveLength(18);
    expect(paths.slice(-3)).toEqual(['indikatorer.html', 'om.html', 'index.html']);
    expect(paths).toContain('hele-landet.html');
  });

  it('has nothing wrong that can be seen in the text of a page, and no link that leads nowhere', () => {
    const ids = idsIn(site);
    for (const [path, page] of pages)
      expect([path, ...faultsOf(page), ...brokenLinks(path, page, ids)]).toEqual([path]);
  });

  it('marks the country among the municipalities unless it is their sum, whatever units are called', async () => {
    const reports = JSON.parse(JSON.stringify(few).replaceAll('pct. point', 'procentpoint').replaceAll('pct.', '%'));
    const other = await siteOf({ reports });
    const marks = (path: string, of: typeof site): number => pageAt(path, of).split(/Hele landet \d/).length - 1;
    expect(marks('indikator/1-1.html', other)).toBe(marks('indikator/1-1.html', site));
    expect(marks('indikator/1-1.html', site)).toBeGreaterThan(0);
    expect(marks('indikator/8-1.html', site)).toBe(0);
  });

  it('loads nothing from elsewhere, and tells browsers so', () => {
    for (const [path, page] of pages) {
      const loaded = [...page.matchAll(/<(?:link|script|img)[^>]*(?:href|src)="([^"]+)"/g)].map(
        ([, address]) => address,
      );
      expect([path, ...loaded.filter((address) => /^[a-z]+:|^\/\//.test(address ?? ''))]).toEqual([path]);
      expect(attributesIn(page, 'content')).toContainEqual(
        expect.stringMatching(/^default-src 'none'; style-src 'self'/),
      );
    }
  });

  it('is as light as was asked', () => {
    const size = (path: string): number => Buffer.byteLength(pageAt(path));
    for (const [path, page] of pages.filter(([one]) => one.startsWith('kommune/')))
      expect([
        path,
        size(path) <= 80_000 || size(path),
        gzipSync(page).length <= 10_000 || gzipSync(page).length,
      ]).toEqual([path, true, true]);
    expect(size('index.html')).toBeLessThanOrEqual(120_000);
    const all = [...site.values()].reduce((sum, text) => sum + Buffer.byteLength(text), 0);
    expect(all).toBeLessThanOrEqual(16_000_000);
  });

  it('shows each municipality’s movements on the index and its numbers on the page of a series', () => {
    const row = /<tr><th scope="row"><a href="kommune\/glostrup.html">.*?<\/tr>/.exec(pageAt('index.html'))?.[0] ?? '';
    expect(textOf(row)).toBe('Glostrup Positiv Positiv Blandet Positiv Uændret Positiv');
    const series = /<tr><th scope="row"><a href="\.\.\/kommune\/glostrup.html#i1-1">.*?<\/tr>/.exec(
      pageAt('indikator/1-1.html'),
    )?.[0];
    expect(textOf(series ?? '')).toBe('Glostrup 16 10 \u22126 Positiv');
  });

  it('names a municipality whose report cannot be made, and leads nowhere for it', async () => {
    const missing = municipality('Glostrup');
    const reports = few.filter(({ subject }) => subject.code !== missing.code) as [Report, ...Report[]];
    const partial = await siteOf({ reports, missing: [missing] });
    expect(textOf(pageAt('index.html', partial))).toContain('Glostrup Kan ikke vises, fordi der er fejl i data');
    const ids = idsIn(partial);
    for (const [path, page] of [...partial].filter(([one]) => one.endsWith('.html')))
      expect([path, ...brokenLinks(path, page, ids)]).toEqual([path]);
  });

  it('offers the report as PDF only where there is one', async () => {
    expect(pageAt('kommune/glostrup.html')).toContain('href="../rapporter/glostrup.pdf"');
    const without = await siteOf({ reports: few, pdfOf: () => undefined });
    expect(pageAt('kommune/glostrup.html', without)).not.toContain('../rapporter/');
  });

  it('is for search engines and data portals only where no figure is made up', async () => {
    expect(pages.filter(([, page]) => !page.includes('<meta name="robots" content="noindex"'))).toEqual([]);
    expect(pageAt('om.html')).not.toContain('ld+json');
    expect(site.has('data/datasaet.jsonld')).toBe(false);
    const publication = {
      ...{ publisher: { navn: 'Ministeriet', url: 'https://example.org/' }, licence: null, accessibility: null },
      ...{ contact: { navn: 'Kontoret', email: 'a@example.org' }, address: 'https://example.org/barometer/' },
    };
    const report = annexReportOf({ indicators: [['000', '1.1', 2024, '5', 'officiel']] }, country);
    const odd = { ...report, dataset: { ...report.dataset, title: '</script><b>', publication } };
    const official = await siteOf({ reports: [odd] });
    const about = pageAt('om.html', official);
    expect(about).not.toContain('noindex');
    const linked = JSON.parse(/<script type="application\/ld\+json">(.*?)<\/script>/s.exec(about)?.[1] ?? '');
    expect(linked).toMatchObject({ '@type': 'Dataset', name: '</script><b>', datePublished: '2026-06-06' });
    expect(JSON.parse(pageAt('data/datasaet.jsonld', official))).toMatchObject({
      '@type': 'dcat:Catalog',
      'dct:publisher': { 'foaf:name': { '@value': 'Ministeriet' } },
      'dcat:dataset': {
        '@type': 'dcat:Dataset',
        'dct:title': { '@value': '</script><b>', '@language': 'da' },
        'dct:issued': '2026-06-06',
        'dcat:contactPoint': { 'vcard:hasEmail': { '@id': 'mailto:a@example.org' } },
      },
    });
  });

  it('shows what would be code as text, in names, texts and addresses', async () => {
    const bad = '"><script>alert(1)</script>';
    const attacked = JSON.parse(
      JSON.stringify(contents.reports.slice(0, 3), (key, value) => {
        if (key === 'url' && typeof value === 'string') return 'javascript:alert(1)';
        return ['name', 'text', 'rest', 'heading', 'alt', 'title', 'region', 'navn'].includes(key) &&
          typeof value === 'string'
          ? bad
          : value;
      }),
    ) as [Report, ...Report[]];
    for (const [path, page] of [...(await siteOf({ reports: attacked }))].filter(([one]) => one.endsWith('.html'))) {
      expect([path, page.includes('<script>'), page.match(/javascript:[^<]*"/g)]).toEqual([path, false, null]);
      expect([path, ...faultsOf(page).filter((fault) => fault.includes('script'))]).toEqual([path]);
    }
  });

  it('tells which figures have changed since the edition before, and that they are made up', async () => {
    const was = annexReportOf({ indicators: [['000', '1.1', 2023, '5,0', 'eksempel']] }, country);
    const is = annexReportOf({ indicators: [['000', '1.1', 2024, '7,5', 'eksempel']] }, country);
    const previous = { edition: '2026-05', comparison: summarise(compareReports(was, is), 1), isMadeUp: true };
    const about = pageAt('om.html', await siteOf({ reports: [is], previous }));
    expect(faultsOf(about)).toEqual([]);
    expect(textOf(about)).toContain(
      'siden udgaven fra maj 2026 Indikator eller nøgletal Tid Kommuner Midterste ændring',
    );
    expect(textOf(about)).toContain('Indikator 1.1 Beskæftigelsesgab 2023 → 2024');
    expect(textOf(about)).toContain('Siden indeholder opdigtede tal.');
    expect(textOf(pageAt('om.html'))).toContain('Udgaven er ikke sammenlignet med en forrige.');
  });

  it('says on the page of a series that a figure is made up, of a year between too', async () => {
    const noticeOf = async (provenance: 'officiel' | 'eksempel') => {
      const rows = [2012, 2018, 2024].map(
        (year): Row => ['000', '3.2', year, '5', year === 2018 ? provenance : 'officiel'],
      );
      const report = annexReportOf({ indicators: rows }, country);
      return textOf(pageAt('indikator/3-2.html', await siteOf({ reports: [report] }))).includes('opdigtede tal');
    };
    expect([await noticeOf('officiel'), await noticeOf('eksempel')]).toEqual([false, true]);
  });

  it('differs by the date of generation alone when made on another day', async () => {
    const later = few.map((report) => ({ ...report, generated: '2026-07-01' })) as [Report, ...Report[]];
    const [one, two] = await Promise.all([few, later].map((reports) => siteFiles({ ...contents, reports })));
    if (one === undefined || two === undefined) throw new Error('No site');
    const digests = ({ files, pages: made }: Awaited<ReturnType<typeof siteFiles>>): string[] =>
      [...files, ...made].map(({ path, content }) => `${path} ${content}`);
    expect(digests(two)).toEqual(digests(one));
    expect(Buffer.from(two.pages.at(-1)?.bytes ?? []).toString()).toContain('1. juli 2026');
  });
});
