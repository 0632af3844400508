import { copyFileSync, existsSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { catalogueOfRules } from '../src/dataset/index.ts';
import { run, temporaryFolder } from './helpers/command.ts';

const read = (path: string): string => readFileSync(path, 'utf8');
const guide = read('docs/dataformat.md');
const templateGuide = read('docs/skabelon.md');

/** Texts in backticks. */
const named = (text: string): Set<string> => new Set([...text.matchAll(/`([^`\n]+)`/g)].map(([, name]) => name ?? ''));

const sources = (folder: string): string[] =>
  readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .filter((name) => name.endsWith('.ts'))
    .map((name) => read(join(folder, name)));

/** The JSON of the guide's exercise: what `tilpas` writes for two files, and the `datasaet.json` that comes of it. */
function exercise(): { readonly entries: readonly { readonly fil: string }[]; readonly datasaet: string } {
  const section = guide.slice(guide.indexOf('\n## 1.'), guide.indexOf('\n## 2.'));
  const blocks = [...section.matchAll(/^```json\n([\s\S]*?)^```$/gm)].map(([, text = '']) => text);
  const [datasaet = ''] = blocks.splice(-1);
  return { entries: blocks.map((block) => JSON.parse(block)), datasaet };
}

/** Excerpts of the files that the exercise fetches, by their names in it. */
const fetched = { 'ras200.xlsx': 'ras200-bred.xlsx', 'folk1a.csv': 'folk1a-lang.csv' };

interface Survey {
  readonly problems: readonly { readonly severity: string; readonly file: string; readonly remedy: string }[];
  readonly summary: { readonly coverage: readonly { readonly id: string; readonly figures: number }[] };
}

/** What the guide calls the entries of a rule: by their severity, or that they stop everything. */
const kindsOf = (rule: string): string[] =>
  catalogueOfRules
    .filter(({ id }) => id === rule)
    .map(({ severity, stops }) =>
      stops === 'everything' ? 'alt' : { error: 'fejl', warning: 'advarsel', info: 'bemærkning' }[severity],
    );

describe('docs/dataformat.md', () => {
  it('has every rule of the program in its table, and no other', () => {
    const table = guide.slice(guide.indexOf('\n## 4.'), guide.indexOf('\n## 5.'));
    const first = [...table.matchAll(/^\| (`[^|]*) \|/gm)].flatMap(([, cell = '']) => [...named(cell)]);
    expect(new Set(first).size).toBe(first.length);
    expect(first.toSorted()).toEqual([...new Set(catalogueOfRules.map(({ id }) => id))].toSorted());
  });

  it('gives each rule a kind that it has in the program', () => {
    const table = guide.slice(guide.indexOf('\n## 4.'), guide.indexOf('\n## 5.'));
    const rows = [...table.matchAll(/^\| (`[^|]*) \| ([^| ,]+)[^|]*\|/gm)];
    const wrong = rows.flatMap(([, names = '', kind]) =>
      [...named(names)].filter((name) => !kindsOf(name).includes(kind ?? '')),
    );
    expect(wrong).toEqual([]);
  });

  it('names the rules that right numbers may meet too', () => {
    const [, listed = ''] = /^\*\*Rigtige tal kan også møde disse regler\*\*: (.*) Så skriv/m.exec(guide) ?? [];
    const acceptable = catalogueOfRules.filter(({ isAcceptable }) => isAcceptable).map(({ id }) => id);
    expect([...named(listed)]).toEqual([...new Set(acceptable)].toSorted());
  });

  it('explains every key of datasaet.json', async () => {
    const folder = temporaryFolder();
    const [x, { datasaet }] = [{ '?': 1 }, exercise()];
    const wrong = {
      ...{ ...JSON.parse(datasaet), ...x, kilder: [x], noter: { 1.1: x } },
      ...{ statbank: [{ ...x, kolonner: x }], publikation: { ...x, udgiver: x, kontakt: x, licens: x } },
    };
    writeFileSync(join(folder, 'datasaet.json'), JSON.stringify(wrong));
    const { problems }: Survey = JSON.parse((await run(['valider', '--data', folder, '--format', 'json'])).text);
    const known = problems.flatMap(({ remedy }) => /^Her kan stå: (.*)\.$/.exec(remedy)?.[1]?.split(', ') ?? []);
    expect(known.length).toBeGreaterThan(35);
    expect(known.filter((key) => !named(guide).has(key))).toEqual([]);
  });

  it('shows what tilpas writes, and a datasaet.json that reads the files', async () => {
    const { entries, datasaet } = exercise();
    const folder = temporaryFolder();
    writeFileSync(join(folder, 'datasaet.json'), datasaet);
    for (const [name, excerpt] of Object.entries(fetched)) {
      copyFileSync(`test/fixtures/statbank/${excerpt}`, join(folder, name));
      const begun = JSON.parse((await run(['tilpas', join(folder, name)])).text);
      expect(begun).toEqual(entries.find(({ fil }) => fil === name));
    }
    const { problems, summary }: Survey = JSON.parse(
      (await run(['valider', '--data', folder, '--format', 'json'])).text,
    );
    const wrong = problems.filter(({ severity, file }) => severity === 'error' && existsSync(join(folder, file)));
    expect(wrong).toEqual([]);
    expect(summary.coverage.flatMap(({ id, figures }) => (figures > 0 ? [id] : []))).toEqual(['1.2', '2']);
  });
});

it('docs/skabelon.md explains every field of the template', () => {
  const words = new Set([...named(templateGuide)].flatMap((text) => text.split(/[^\w$]+/)));
  const fields = (value: unknown): string[] =>
    typeof value !== 'object' || value === null
      ? []
      : Object.entries(value).flatMap(([key, item]) => [...(Array.isArray(value) ? [] : [key]), ...fields(item)]);
  const { bilag, ...template } = JSON.parse(read('templates/udviklingsrapport.json'));
  const shown = [
    ...fields(template),
    ...Object.keys(bilag),
    ...Object.keys(bilag.kortFortalt),
    ...Object.keys(bilag.noter),
  ];
  expect([...new Set(shown)].filter((field) => !words.has(field))).toEqual([]);
});

it('the documents that messages and guides name are there', () => {
  const messages = sources('src').flatMap((source) => [...source.matchAll(/docs\/[\w.-]+\.(?:md|json)/g)]);
  expect(messages.length).toBeGreaterThan(5);
  expect(messages.map(([path]) => path).filter((path) => !existsSync(path))).toEqual([]);
  const links = ['README.md', 'CONTRIBUTING.md', ...readdirSync('docs').map((name) => `docs/${name}`)]
    .filter((path) => path.endsWith('.md'))
    .flatMap((path) => [...read(path).matchAll(/\]\(([^)#\s]+)(?:#[^)\s]*)?\)/g)].map(([, to = '']) => ({ path, to })));
  const broken = links.filter(({ path, to }) => !/^https?:/.test(to) && !existsSync(join(path, '..', to)));
  expect(broken).toEqual([]);
});
