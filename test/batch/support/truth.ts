import { hash } from 'node:crypto';
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { ManifestHead } from '../../../src/batch/index.ts';
import { violationsOf } from '../../helpers/json-schema.ts';

const violations = violationsOf('rapporter');

/** What the reports of a run in this process have in common. */
export const head: ManifestHead = {
  program: 'barometer-report 1.0.0',
  node: '20.19.0',
  edition: '2026-06',
  date: '2026-06-06',
  dataset: { title: 'Prøve', sha256: hash('sha256', 'data') },
  template: { sha256: hash('sha256', 'skabelon') },
};

/** What tests ask of an entry of `rapporter.json`; its schema is that of docs/rapporter.schema.json. */
export interface WrittenEntry {
  readonly kode: string;
  readonly navn: string;
  readonly fil: string;
  readonly tilstand: string;
  readonly grund: string | null;
  readonly sha256: string | null;
  readonly dato: string | null;
  readonly millisekunder: number;
  readonly senesteKoersel: boolean;
}

export interface WrittenManifest {
  readonly tilstand: string;
  readonly sluttet: string | null;
  readonly rapporter: readonly WrittenEntry[];
  readonly tidligere?: readonly WrittenEntry[];
}

export const manifestOf = (folder: string): WrittenManifest =>
  JSON.parse(readFileSync(join(folder, 'rapporter.json'), 'utf8')) as WrittenManifest;

/** Names of those that could not be made. */
export const failedIn = (folder: string): string[] =>
  manifestOf(folder)
    .rapporter.filter(({ tilstand }) => tilstand === 'fejl')
    .map(({ navn }) => navn);

export const pdfsIn = (folder: string): string[] => readdirSync(folder).filter((name) => name.endsWith('.pdf'));

const isReport = (name: string): boolean => /^udviklingsrapport-.*\.(?:pdf|json)$/.test(name);

export const reportsIn = (folder: string): string[] => readdirSync(folder).filter(isReport);

/** SHA-256 of every report in a folder by its name. */
export const digestsOf = (folder: string): Map<string, string> =>
  new Map(reportsIn(folder).map((name) => [name, hash('sha256', readFileSync(join(folder, name)))]));

/** What is untrue of a folder after a run ended in any way; `whole` tells whether a file is one that a full run makes. */
export function untruths(folder: string, whole: (name: string, digest: string) => boolean): string[] {
  const digests = digestsOf(folder);
  const torn = [...digests].filter(([name, digest]) => !whole(name, digest)).map(([name]) => `${name} is not whole`);
  if (!existsSync(join(folder, 'rapporter.json'))) return torn;
  const manifest = manifestOf(folder);
  const lies = manifest.rapporter
    .filter(({ fil, sha256 }) => sha256 !== null && digests.get(fil) !== sha256)
    .map(({ fil }) => `the manifest is wrong about ${fil}`);
  return [...torn, ...lies, ...violations(manifest)];
}

/** Everything in a folder that is neither a report nor the manifest. */
export const strayIn = (folder: string): string[] =>
  readdirSync(folder).filter((name) => !isReport(name) && name !== 'rapporter.json');
