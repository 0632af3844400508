import { hash } from 'node:crypto';
import { readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { type ManifestEntry, openManifest } from '../../src/batch/index.ts';
import { temporaryFolder } from '../helpers/command.ts';
import { violationsOf } from '../helpers/json-schema.ts';
import { head, manifestOf, type WrittenManifest } from './support/truth.ts';

const violations = violationsOf('rapporter');

const sha256 = (content: string): string => hash('sha256', content);

const started = '2026-06-06T01:00:00.000Z';
const ended = '2026-06-06T01:00:01.000Z';

const open = (folder: string, overwrite = false) =>
  openManifest({ folder, head, overwrite, overwriteHint: 'brug --overskriv' }, started);

/** An entry, and its file in the folder. */
function written(folder: string, code: string, content: string): ManifestEntry {
  const file = `udviklingsrapport-${code}-2026-06.pdf`;
  writeFileSync(join(folder, file), content);
  return {
    ...{ code, name: `Kommune ${code}`, file, format: 'pdf', state: 'written', reason: null },
    ...{ sha256: sha256(content), bytes: content.length, pages: 3, content: sha256(code) },
    ...{ edition: '2026-06', date: '2026-06-06', milliseconds: 12, ofLastRun: true },
  };
}

const read = (folder: string): WrittenManifest => {
  const manifest = manifestOf(folder);
  expect(violations(manifest)).toEqual([]);
  return manifest;
};

/** A folder whose manifest an earlier run has written. */
async function folderOf(contents: Record<string, string>): Promise<string> {
  const folder = temporaryFolder();
  const manifest = await open(folder);
  const entries = Object.entries(contents).map(([code, content]) => written(folder, code, content));
  await manifest.close(entries, true, ended);
  return folder;
}

describe('the manifest', () => {
  it('says from the start that a run is on, and sets apart what it may replace', async () => {
    const folder = await folderOf({ 101: 'a', 147: 'b' });
    const manifest = await open(folder);
    expect(read(folder)).toMatchObject({ tilstand: 'i-gang', sluttet: null, rapporter: [] });
    expect(read(folder).tidligere?.map(({ kode }) => kode)).toEqual(['101', '147']);
    await manifest.close([written(folder, '147', 'ny')], true, ended);
    const last = read(folder);
    expect(last).toMatchObject({ tilstand: 'faerdig', sluttet: ended });
    expect(last.tidligere).toBeUndefined();
    expect(last.rapporter.map((one) => [one.kode, one.senesteKoersel, one.sha256])).toEqual([
      ['101', false, sha256('a')],
      ['147', true, sha256('ny')],
    ]);
  });

  it('of a run that was killed is known to the next one, the newest of each file', async () => {
    const folder = await folderOf({ 101: 'a', 147: 'b' });
    await open(folder);
    const { known } = await open(folder);
    expect(known('udviklingsrapport-101-2026-06.pdf')?.sha256).toBe(sha256('a'));
    expect(known('udviklingsrapport-147-2026-06.pdf')?.sha256).toBe(sha256('b'));
    expect(known('udviklingsrapport-163-2026-06.pdf')).toBeUndefined();
  });

  it('drops entries whose files are gone or were replaced without it', async () => {
    const folder = await folderOf({ 101: 'a', 147: 'b' });
    const manifest = await open(folder);
    rmSync(join(folder, 'udviklingsrapport-101-2026-06.pdf'));
    writeFileSync(join(folder, 'udviklingsrapport-147-2026-06.pdf'), 'c');
    await manifest.close([], false, ended);
    expect(read(folder).rapporter).toEqual([]);
  });

  it('that cannot be written is a fault of the disk', async () => {
    const folder = temporaryFolder();
    const manifest = await open(folder);
    renameSync(folder, `${folder}-vaek`);
    await expect(manifest.close([], true, ended)).rejects.toMatchObject({ code: 73 });
    renameSync(`${folder}-vaek`, folder);
    expect(read(folder).tilstand).toBe('i-gang');
    await manifest.close([written(folder, '101', 'a')], true, ended);
    expect(read(folder).rapporter).toHaveLength(1);
  });
});

describe('a manifest that is found', () => {
  const found = async (text: string, overwrite = false) => {
    const folder = temporaryFolder();
    writeFileSync(join(folder, 'rapporter.json'), text);
    return (await open(folder, overwrite)).known('udviklingsrapport-101-2026-06.pdf');
  };

  it.each([
    ['', 'a power cut'],
    ['\0\0\0', 'a power cut on another file system'],
    ['{"format": "barometer-rapporter/1", "rap', 'half'],
  ])('damaged counts as none (%s)', async (text) => expect(await found(text)).toBeUndefined());

  it('of another program is not overwritten unless asked', async () => {
    await expect(found('{"name": "andet"}')).rejects.toMatchObject({ code: 73 });
    expect(await found('{"name": "andet"}', true)).toBeUndefined();
  });

  it('with an entry that leads out of the folder counts as none', async () => {
    const folder = await folderOf({ 101: 'a' });
    const text = readFileSync(join(folder, 'rapporter.json'), 'utf8');
    expect((await found(text))?.sha256).toBe(sha256('a'));
    expect(await found(text.replace('"fil": "', '"fil": "../'))).toBeUndefined();
  });
});
