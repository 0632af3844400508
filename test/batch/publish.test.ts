import { spawnSync } from 'node:child_process';
import { existsSync, mkdirSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { publishFiles } from '../../src/batch/index.ts';
import { temporaryFolder } from '../helpers/command.ts';

/** Files of which each has its date of generation after a bar, which is no part of its content. */
const filesOf = (texts: Readonly<Record<string, string>>) =>
  Object.entries(texts).map(([path, text]) => ({ path, bytes: Buffer.from(text), content: text.replace(/\|.*/, '') }));

const publish = (
  folder: string,
  pages: Readonly<Record<string, string>>,
  more: Partial<Parameters<typeof publishFiles>[0]> = {},
) =>
  publishFiles({
    ...{ folder, edition: '2026-06', program: 'barometer-report 1', files: filesOf({ 'stil.css': 'a{}' }) },
    ...{ pages: filesOf(pages), onlyChanged: false, overwrite: false, overwriteHint: 'brug --overskriv', ...more },
  });

const textIn = (folder: string, path: string): string => readFileSync(join(folder, path), 'utf8');

describe('publishFiles', () => {
  it('writes all files, and leaves those that have not changed as they are', async () => {
    const folder = temporaryFolder();
    const pages = { 'kommune/a.html': 'a|1', 'index.html': 'i|1' };
    expect(await publish(folder, pages)).toMatchObject({ written: 3, unchanged: 0, removed: 0 });
    const { mtimeMs } = statSync(join(folder, 'kommune/a.html'));
    expect(await publish(folder, { ...pages, 'index.html': 'j|1' })).toMatchObject({ written: 1, unchanged: 2 });
    expect([textIn(folder, 'index.html'), statSync(join(folder, 'kommune/a.html')).mtimeMs]).toEqual(['j|1', mtimeMs]);
  });

  it('leaves what has only another date where that is asked for', async () => {
    const folder = temporaryFolder();
    await publish(folder, { 'index.html': 'i|1', 'om.html': 'o|1' });
    const next = { 'index.html': 'i|2', 'om.html': 'x|2' };
    expect(await publish(folder, next, { onlyChanged: true })).toMatchObject({ written: 1 });
    expect([textIn(folder, 'index.html'), textIn(folder, 'om.html')]).toEqual(['i|1', 'x|2']);
    expect(await publish(folder, next)).toMatchObject({ written: 1 });
    expect(textIn(folder, 'index.html')).toBe('i|2');
  });

  it('removes what the edition no longer has, and nothing of another edition or another’s', async () => {
    const folder = temporaryFolder();
    await publish(folder, { 'a.html': 'a', 'b.html': 'b', 'index.html': 'i' });
    writeFileSync(join(folder, 'min.html'), 'min');
    expect(await publish(folder, { 'a.html': 'a', 'index.html': 'i' })).toMatchObject({ removed: 1 });
    expect([existsSync(join(folder, 'b.html')), existsSync(join(folder, 'min.html'))]).toEqual([false, true]);
    expect(await publish(folder, { 'index.html': 'j' }, { edition: '2026-07' })).toMatchObject({ removed: 0 });
    expect(existsSync(join(folder, 'a.html'))).toBe(true);
  });

  it.each(['another’s', 'changed by somebody'])('touches nothing when a file is %s, unless told to', async (whose) => {
    const folder = temporaryFolder();
    if (whose !== 'another’s') await publish(folder, { 'index.html': 'i' });
    writeFileSync(join(folder, 'index.html'), 'min egen');
    const next = { 'om.html': 'o', 'index.html': 'j' };
    await expect(publish(folder, next)).rejects.toThrow('index.html findes og er ikke lavet af dette program');
    expect([textIn(folder, 'index.html'), existsSync(join(folder, 'om.html'))]).toEqual(['min egen', false]);
    await publish(folder, next, { overwrite: true });
    expect(textIn(folder, 'index.html')).toBe('j');
  });

  it('goes on after a run that was killed on its way', async () => {
    const folder = temporaryFolder();
    await publish(folder, { 'a.html': 'a1', 'index.html': 'i1' });
    // A page cannot be put in its place: the manifest knows both what was there and what was to come.
    rmSync(join(folder, 'index.html'));
    mkdirSync(join(folder, 'index.html'));
    await expect(publish(folder, { 'a.html': 'a2', 'index.html': 'i2' }, { overwrite: true })).rejects.toThrow(
      'index.html',
    );
    rmSync(join(folder, 'index.html'), { recursive: true });
    writeFileSync(join(folder, 'index.html'), 'i1');
    expect(textIn(folder, 'a.html')).toBe('a2');
    expect(await publish(folder, { 'a.html': 'a3', 'index.html': 'i3' })).toMatchObject({ written: 2, unchanged: 1 });
    expect([textIn(folder, 'a.html'), textIn(folder, 'index.html')]).toEqual(['a3', 'i3']);
  });

  it('removes what a killed run has begun in any of its folders, and what it has begun itself when it fails', async () => {
    const folder = temporaryFolder();
    const unfinished = (): string[] =>
      (readdirSync(folder, { recursive: true }) as string[]).filter((name) => name.endsWith('.tmp'));
    const { status, pid } = spawnSync(process.execPath, ['-e', '']);
    expect(status).toBe(0);
    const pages = { 'kommune/a.html': 'a', 'kommune/b.html': 'b', 'index.html': 'i' };
    await publish(folder, pages);
    for (const path of ['', 'kommune']) writeFileSync(join(folder, path, `.barometer-${pid}-1-7.tmp`), 'x');
    await publish(folder, pages);
    expect(unfinished()).toEqual([]);
    rmSync(join(folder, 'kommune/b.html'));
    mkdirSync(join(folder, 'kommune/b.html'));
    const next = { 'kommune/a.html': 'a2', 'kommune/b.html': 'b2', 'index.html': 'i2' };
    await expect(publish(folder, next, { overwrite: true })).rejects.toThrow('kommune/b.html kan ikke skrives');
    expect(unfinished()).toEqual([]);
  });

  it('refuses a list of files that is another’s, or leads out of the folder', async () => {
    const folder = temporaryFolder();
    await publish(folder, { 'index.html': 'i' });
    for (const text of ['{}', textIn(folder, 'udgivelse.json').replace('"index.html"', '"../index.html"')]) {
      writeFileSync(join(folder, 'udgivelse.json'), text);
      await expect(publish(folder, { 'index.html': 'i' })).rejects.toThrow(
        'udgivelse.json findes og er ikke lavet af dette program',
      );
    }
  });
});
