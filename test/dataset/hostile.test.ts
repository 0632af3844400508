import { gzipSync } from 'node:zlib';
import { describe, expect, it } from 'vitest';
import { loadDataset, type Problem } from '../../src/dataset/index.ts';
import type { OpenFile } from '../../src/file/index.ts';
import { catalogue } from './support/catalogue.ts';
import { datasaet, indikatorer, memoryFiles, problemsOf } from './support/memory-files.ts';

const rules = (problems: readonly Problem[]): string[] => [...new Set(problems.map(({ rule }) => rule.id))];

describe('hostile files', () => {
  it('of a 200 MB line are left after a fraction of it', async () => {
    let served = 0;
    const endless: OpenFile = {
      read(bytes) {
        served += bytes.length;
        bytes.fill(0x61);
        return served > 200_000_000 ? 0 : bytes.length;
      },
      close: () => undefined,
    };
    const inner = memoryFiles({});
    const open: typeof inner.open = (path, limit) =>
      path.endsWith('indikatorer.csv') ? endless : inner.open(path, limit);
    const files = { ...inner, open };
    await expect(loadDataset('data', catalogue, { files })).rejects.toThrow(/Linjen er længere end/);
    expect(served).toBeLessThan(1_000_000);
  });

  it('with a million columns are refused', async () => {
    for (const columns of [30_000, 1_000_000])
      expect(rules(await problemsOf({ 'indikatorer.csv': 'a;'.repeat(columns) }))).toEqual(['for-mange-felter']);
  });

  it('that are gzip bombs are refused before they are unpacked', async () => {
    const bomb = gzipSync(Buffer.alloc(6_000_000, `${' '.repeat(99)}\n`));
    const problems = await problemsOf({ 'indikatorer.csv': null, 'indikatorer.csv.gz': bomb });
    expect(problems.map(({ rule, message }) => [rule.id, message])).toEqual([
      ['for-stor-fil', expect.stringContaining('200 gange')],
    ]);
  });

  it('of nothing but errors end after so many', async () => {
    const rows = Array.from({ length: 21_000 }, () => '161;1.1;2024;x;officiel');
    const problems = await problemsOf({ 'indikatorer.csv': indikatorer(...rows) });
    expect(problems).toHaveLength(20_001);
    expect(rules(problems)).toEqual(['ikke-et-tal', 'for-mange-fejl']);
  });

  it('with values that are slow to judge are judged fast', async () => {
    const slow = [`1${' '.repeat(100_000)}x*`, '1.'.repeat(50_000), '9'.repeat(100_000), `-${'0,'.repeat(50_000)}`];
    slow.push(`"1${' '.repeat(120_000)}x"`, `"${' '.repeat(120_000)}""x"`, `x${'"'.repeat(120_000)}`);
    const rows = slow.map((text) => `161;1.1;2024;${text};`);
    const problems = await problemsOf({ 'indikatorer.csv': indikatorer(...rows) });
    expect(problems.map(({ place, rule }) => [place.line, rule.id])).toEqual(
      slow.map((_, i) => [i + 2, 'ikke-et-tal']),
    );
  });

  it('cannot make a terminal do anything', async () => {
    const evil = '\u001b[2J\u0007\u009b31m\u202e\u200b';
    const problems = await problemsOf({
      'indikatorer.csv': `kommunekode;indikator;aar;vaerdi;kilde;${evil}\n${evil};${evil};${evil};${evil};${evil};\n`,
      'datasaet.json': datasaet({ [evil]: 1 }),
    });
    expect(problems.length).toBeGreaterThan(5);
    const said = problems.map(({ message, remedy, value }) => `${message}${remedy}${value}`).join('');
    expect(said).not.toMatch(/[\p{Cc}\u200b\u202e]/u);
  });

  it('in JSON are refused: depth, size, prototypes, thousands of faults', async () => {
    const json = (text: string): Promise<readonly Problem[]> => problemsOf({ 'datasaet.json': text });
    expect(rules(await json('['.repeat(100_000)))).toEqual(['json']);
    expect(rules(await json(`"${'x'.repeat(1_000_000)}"`))).toEqual(['for-stor-fil']);
    expect(rules(await json('{"__proto__": {"udgave": "2026-06"}}'))).toEqual(['datasaet', 'ukendt-noegle']);
    const many = `{${Array.from({ length: 50_000 }, (_, i) => `"k${i}": 1`).join(',')}}`;
    expect((await json(many)).length).toBeLessThan(1_000);
  });
});
