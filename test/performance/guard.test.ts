import { execFileSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, relative, sep } from 'node:path';
import { performance } from 'node:perf_hooks';
import { build } from 'esbuild';
import pdfmake from 'pdfmake';
import { describe, expect, test } from 'vitest';
import { pdfmakeDocument } from '../../bench/src/pdfmake-document.ts';
import type { Report } from '../../src/report/report.ts';
import { countingPress, reports } from './support.ts';

// Speed is guarded by counts, which are the same on every machine, and by one ratio with a wide margin.

describe('what a run loads', () => {
  test('no library that parses fonts or lays out pages is in the program', async () => {
    const { metafile } = await build({
      entryPoints: ['src/main.ts'],
      outdir: 'unused',
      bundle: true,
      splitting: true,
      format: 'esm',
      platform: 'node',
      write: false,
      metafile: true,
    });
    const packages = Object.keys(metafile.inputs).flatMap(
      (file) => /node_modules\/((?:@[^/]+\/)?[^/]+)/.exec(file)?.[1] ?? [],
    );
    const allowed = ['@date-fns/tz', 'commander', 'date-fns', 'fastest-levenshtein', 'fflate', 'p-map', 'valibot'];
    expect(packages.filter((name) => !allowed.includes(name))).toEqual([]);
  });

  test('a report reads each file of the dataset and one set of fonts once, and the template', () => {
    const reads = readsOf('--kommune', 'Glostrup');
    const isTemplate = (path: string): boolean => path === 'templates/udviklingsrapport.json';
    expect(reads.filter((path) => !isTemplate(path))).toEqual([
      'fixtures/juni-2026/datasaet.json',
      'fixtures/juni-2026/indikatorer.csv',
      'fixtures/juni-2026/noegletal.csv',
      'fonts/core.json',
    ]);
    expect(reads.filter(isTemplate)).toHaveLength(1);
  });

  test('V8 takes the code that was compiled when the program was built', () => {
    const script = "process.stdout.write(String(require('./bin/load.js').load().script.cachedDataRejected))";
    expect(execFileSync(process.execPath, ['-e', script], { encoding: 'utf8' })).toBe('false');
  });

  test('a single report loads no module of Node that only others need', () => {
    const loaded = new Set(modulesOf('--kommune', 'Glostrup', '--dato', '2026-06-06'));
    expect(loaded).toContain('crypto');
    for (const name of ['child_process', 'net', 'perf_hooks', 'timers/promises', 'v8', 'worker_threads', 'zlib']) {
      expect(loaded).not.toContain(name);
    }
  });
});

/** Node's own modules that a quiet command line loads beyond those of an empty program. */
const modulesOf = (...args: string[]): string[] =>
  recorded(['--require', './test/performance/record-modules.cjs'], args);

/** Files of the program, beside its code, that a command line opens for reading. */
function readsOf(...args: string[]): string[] {
  const reads = recorded(['--import', './test/performance/record-reads.mjs'], args);
  const inside = reads.map((path) => relative('.', path).split(sep).join('/'));
  return inside.filter((path) => /^(fixtures|fonts|templates)\//.test(path)).sort();
}

/** Runs a command line quietly, and gives the list that `recorder`, loaded before the program, made of it. */
function recorded(recorder: readonly string[], args: readonly string[]): string[] {
  const folder = mkdtempSync(join(tmpdir(), 'barometer-recorded-'));
  try {
    const list = join(folder, 'list.json');
    const command = [...recorder, 'bin/barometer-report.js', ...args, '-q', '-o', join(folder, 'ud')];
    execFileSync(process.execPath, command, { env: { ...process.env, RECORD_TO: list } });
    return JSON.parse(readFileSync(list, 'utf8')) as string[];
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

describe('what a report costs', () => {
  test('a later report measures its own values and nothing else: what the reports share is known', () => {
    const { counter, print } = countingPress();
    const [first, ...others] = reports(12) as [Report, ...Report[]];
    print(first);
    const { characters } = counter;
    for (const report of others) {
      counter.characters = 0;
      print(report);
    }
    expect(counter.characters).toBeLessThan(characters / 8);
  });

  test('a report stays under 60 KB with its attachments', () => {
    const { print } = countingPress();
    for (const report of reports(6)) expect(print(report).bytes.length).toBeLessThan(60_000);
  });
});

const fonts = 'node_modules/source-sans/TTF/SourceSans3';

describe('beside plain pdfmake, in this process and on these reports', () => {
  test('a report takes less than a fifth of the time', async () => {
    pdfmake.setLocalAccessPolicy(() => true);
    pdfmake.setUrlAccessPolicy(() => false);
    pdfmake.setFonts({ Sans: { normal: `${fonts}-Regular.ttf`, bold: `${fonts}-Semibold.ttf` } });
    const { print } = countingPress();
    const all = reports(8);
    for (const report of all) print(report);
    await pdfmake.createPdf(pdfmakeDocument(all[0] as Report)).getBuffer();
    const ratios: number[] = [];
    do ratios.push(await ratio(all, print));
    while (ratios.length < 4 && Math.min(...ratios) > 1 / 5);
    expect(Math.min(...ratios)).toBeLessThan(1 / 5);
  });
});

/** Our time divided by pdfmake's: medians over reports in turns, so that a busy machine slows both. */
async function ratio(all: readonly Report[], print: (report: Report) => unknown): Promise<number> {
  const ours: number[] = [];
  const theirs: number[] = [];
  for (const report of all.slice(0, 3)) {
    ours.push(await timeOf(() => print(report)));
    theirs.push(await timeOf(() => pdfmake.createPdf(pdfmakeDocument(report)).getBuffer()));
  }
  return median(ours) / median(theirs);
}

async function timeOf(work: () => unknown): Promise<number> {
  const start = performance.now();
  await work();
  return performance.now() - start;
}

const median = (values: readonly number[]): number =>
  [...values].sort((a, b) => a - b)[values.length >> 1] ?? Number.NaN;
