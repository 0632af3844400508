import { hash } from 'node:crypto';
import { renameSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import type { ManifestEntry } from '../../src/batch/index.ts';
import { type Manifest, openManifest } from '../../src/batch/manifest.ts';
import { temporaryFolder } from '../helpers/command.ts';
import { violationsOf } from '../helpers/json-schema.ts';
import { head, manifestOf } from './support/truth.ts';

const violations = violationsOf('rapporter');

const sha256 = (content: string): string => hash('sha256', content);

const started = '2026-06-06T01:00:00.000Z';
const ended = '2026-06-06T01:00:01.000Z';

const open = (folder: string, overwrite = false) => openManifest(folder, head, started, overwrite);

/** An entry, and its file in the folder. */
function written(folder: string, code: string, content: string): ManifestEntry {
  const fil = `udviklingsrapport-${code}-2026-06.pdf`;
  writeFileSync(join(folder, fil), content);
  return {
    ...{ kode: code, navn: `Kommune ${code}`, fil, format: 'pdf', tilstand: 'skrevet', grund: null },
    ...{ sha256: sha256(content), bytes: content.length, sider: 3, indhold: sha256(code) },
    ...{ udgave: '2026-06', dato: '2026-06-06', millisekunder: 12, senesteKoersel: true },
  };
}

const read = (folder: string): Manifest => {
  const manifest = manifestOf(folder);
  expect(violations(manifest)).toEqual([]);
  return manifest;
};

/** A folder whose manifest an earlier run has written. */
async function folderOf(contents: Record<string, string>): Promise<string> {
  const folder = temporaryFolder();
  const manifest = await open(folder);
  for (const [code, content] of Object.entries(contents)) manifest.add(written(folder, code, content));
  await manifest.close('faerdig', ended);
  return folder;
}

describe('the manifest', () => {
  test('says from the start that a run is on, and sets apart what it may replace', async () => {
    const folder = await folderOf({ 101: 'a', 147: 'b' });
    const manifest = await open(folder);
    expect(read(folder)).toMatchObject({ tilstand: 'i-gang', sluttet: null, rapporter: [] });
    expect(read(folder).tidligere?.map(({ kode }) => kode)).toEqual(['101', '147']);
    manifest.add(written(folder, '147', 'ny'));
    await manifest.close('faerdig', ended);
    const last = read(folder);
    expect(last).toMatchObject({ tilstand: 'faerdig', sluttet: ended });
    expect(last.tidligere).toBeUndefined();
    expect(last.rapporter.map((one) => [one.kode, one.senesteKoersel, one.sha256])).toEqual([
      ['101', false, sha256('a')],
      ['147', true, sha256('ny')],
    ]);
  });

  test('of a run that was killed is known to the next one, the newest of each file', async () => {
    const folder = await folderOf({ 101: 'a', 147: 'b' });
    await open(folder);
    const { known } = await open(folder);
    expect(known('udviklingsrapport-101-2026-06.pdf')?.sha256).toBe(sha256('a'));
    expect(known('udviklingsrapport-147-2026-06.pdf')?.sha256).toBe(sha256('b'));
    expect(known('udviklingsrapport-163-2026-06.pdf')).toBeUndefined();
  });

  test('follows while the run goes on, ever less often, and nothing comes after its end', async () => {
    const folder = temporaryFolder();
    const manifest = await open(folder);
    const seen = new Set<number>();
    for (let code = 100; code < 400; code++) {
      manifest.add(written(folder, String(code), 'a'));
      await new Promise((resolve) => setTimeout(resolve, 2));
      seen.add(read(folder).rapporter.length);
    }
    expect(seen.size).toBeGreaterThan(10);
    expect(seen.size).toBeLessThan(40);
    await manifest.close('afbrudt', ended);
    expect(read(folder)).toMatchObject({ tilstand: 'afbrudt' });
    expect(read(folder).rapporter).toHaveLength(300);
  });

  test('drops entries whose files are gone or were replaced without it', async () => {
    const folder = await folderOf({ 101: 'a', 147: 'b' });
    const manifest = await open(folder);
    rmSync(join(folder, 'udviklingsrapport-101-2026-06.pdf'));
    writeFileSync(join(folder, 'udviklingsrapport-147-2026-06.pdf'), 'c');
    await manifest.close('afbrudt', ended);
    expect(read(folder).rapporter).toEqual([]);
  });

  test('that cannot be written meanwhile is tried again at the end, and told', async () => {
    const folder = temporaryFolder();
    const manifest = await open(folder);
    const entries = ['101', '147', '151', '153', '155', '157'].map((code) => written(folder, code, 'a'));
    renameSync(folder, `${folder}-vaek`);
    for (const entry of entries) manifest.add(entry);
    await expect(manifest.close('faerdig', ended)).rejects.toMatchObject({ code: 73 });
    renameSync(`${folder}-vaek`, folder);
    expect(read(folder).tilstand).toBe('i-gang');
    await manifest.close('faerdig', ended);
    expect(read(folder).rapporter).toHaveLength(6);
  });
});

describe('a manifest that is found', () => {
  const found = async (text: string, overwrite = false) => {
    const folder = temporaryFolder();
    writeFileSync(join(folder, 'rapporter.json'), text);
    return (await open(folder, overwrite)).known('udviklingsrapport-101-2026-06.pdf');
  };

  test.each([
    ['', 'a power cut'],
    ['\0\0\0', 'a power cut on another file system'],
    ['{"format": "barometer-rapporter/1", "rap', 'half'],
  ])('damaged counts as none (%s)', async (text) => expect(await found(text)).toBeUndefined());

  test('of another program is not overwritten unless asked', async () => {
    await expect(found('{"name": "andet"}')).rejects.toMatchObject({ code: 73 });
    expect(await found('{"name": "andet"}', true)).toBeUndefined();
  });

  test('with an entry that leads out of the folder counts as none', async () => {
    const entry = written(temporaryFolder(), '101', 'a');
    const text = (fil: string): string =>
      JSON.stringify({ format: 'barometer-rapporter/1', rapporter: [entry, { ...entry, fil }] });
    expect(await found(text('andet.pdf'))).toEqual(entry);
    expect(await found(text('../andet.pdf'))).toBeUndefined();
  });
});
