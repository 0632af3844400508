import { readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { type WriteWhole, wholeFileWriter } from '../../src/batch/atomic-write.ts';
import { sha256 } from '../../src/batch/digest.ts';
import { failedEntry, writtenEntry } from '../../src/batch/entry.ts';
import { realProcesses } from '../../src/batch/identity.ts';
import { openLedger } from '../../src/batch/ledger.ts';
import type { Manifest, ManifestEntry, ManifestHead } from '../../src/batch/manifest.ts';
import { readEntries } from '../../src/batch/manifest-file.ts';
import { temporaryFolder } from '../helpers/command.ts';
import { type Schema, violations } from '../helpers/json-schema.ts';

const schema = JSON.parse(readFileSync('docs/rapporter.schema.json', 'utf8')) as Schema;

const head: ManifestHead = {
  program: 'barometer-report 1.0.0',
  node: '20.19.0',
  udgave: '2026-06',
  dato: '2026-06-06',
  startet: '2026-06-06T01:00:00.000Z',
  datasaet: { titel: 'Prøve', sha256: sha256('data') },
  skabelon: { sha256: sha256('skabelon') },
};

const ended = '2026-06-06T01:00:01.000Z';

/** An entry, and its file in the folder. */
function written(folder: string, code: string, content: string): ManifestEntry {
  const file = `udviklingsrapport-${code}-2026-06.pdf`;
  writeFileSync(join(folder, file), content);
  const subject = { kind: 'kommune', code, name: `Kommune ${code}`, region: null } as const;
  const base = { subject, file, format: 'pdf', edition: '2026-06', milliseconds: 12.4 } as const;
  const printed = { code, file, sha256: sha256(content), bytes: content.length, pages: 3, content: sha256(code) };
  return writtenEntry(base, printed, '2026-06-06');
}

const read = (folder: string): Manifest => {
  const manifest = JSON.parse(readFileSync(join(folder, 'rapporter.json'), 'utf8')) as Manifest;
  expect(violations(schema, manifest)).toEqual([]);
  return manifest;
};

const write = wholeFileWriter(realProcesses().self);
const byFile = (...entries: ManifestEntry[]) => new Map(entries.map((entry) => [entry.fil, entry]));
const codes = (entries: readonly ManifestEntry[] | undefined): string[] => (entries ?? []).map(({ kode }) => kode);

describe('the manifest', () => {
  test('says from the start that a run is on, and sets apart what it may replace', async () => {
    const folder = temporaryFolder();
    const known = byFile(written(folder, '101', 'a'), written(folder, '147', 'b'));
    const ledger = await openLedger(folder, head, known, { write, monotonic: () => 0 });
    expect(read(folder)).toMatchObject({ tilstand: 'i-gang', sluttet: null, rapporter: [] });
    expect(codes(read(folder).tidligere)).toEqual(['101', '147']);
    expect([...(await readEntries(folder, false)).keys()]).toEqual([...known.keys()]);
    ledger.note(written(folder, '147', 'ny'));
    await ledger.close('faerdig', ended);
    const last = read(folder);
    expect(last).toMatchObject({ tilstand: 'faerdig', sluttet: ended });
    expect(last.tidligere).toBeUndefined();
    expect(last.rapporter.map((one) => [one.kode, one.senesteKoersel, one.sha256])).toEqual([
      ['101', false, sha256('a')],
      ['147', true, sha256('ny')],
    ]);
  });

  test('is written once more after the last report, and nothing comes after that', async () => {
    const folder = temporaryFolder();
    const states: string[] = [];
    const noting: WriteWhole = async (path, bytes) => {
      states.push((JSON.parse(Buffer.from(bytes).toString()) as Manifest).tilstand);
      await write(path, bytes);
    };
    const ledger = await openLedger(folder, head, new Map(), { write: noting, monotonic: () => 0 });
    ledger.note(written(folder, '101', 'a'));
    await new Promise((resolve) => setTimeout(resolve, 50));
    ledger.note(written(folder, '147', 'b'));
    await ledger.close('faerdig', ended);
    await new Promise((resolve) => setTimeout(resolve, 50));
    expect(states).toEqual(['i-gang', 'i-gang', 'faerdig']);
  });

  test('drops entries whose files are gone or were replaced without it', async () => {
    const folder = temporaryFolder();
    const [gone, replaced] = [written(folder, '101', 'a'), written(folder, '147', 'b')];
    const ledger = await openLedger(folder, head, byFile(gone, replaced), { write, monotonic: () => 0 });
    rmSync(join(folder, gone.fil));
    writeFileSync(join(folder, replaced.fil), 'c');
    await ledger.close('afbrudt', ended);
    expect(read(folder).rapporter).toEqual([]);
  });

  test('names a failed report and its reason', async () => {
    const folder = temporaryFolder();
    const ledger = await openLedger(folder, head, new Map(), { write, monotonic: () => 0 });
    const subject = { kind: 'kommune', code: '161', name: 'Glostrup', region: null } as const;
    const base = { subject, file: 'a.pdf', format: 'pdf', edition: '2026-06', milliseconds: 1 } as const;
    ledger.note(failedEntry(base, { code: 65, message: 'data er forkert', scope: 'report', stack: null }));
    await ledger.close('faerdig', ended);
    expect(read(folder).rapporter).toMatchObject([{ tilstand: 'fejl', grund: 'data er forkert', sha256: null }]);
  });

  test('is written once at a time, and takes no more than a twentieth of the run', async () => {
    const folder = temporaryFolder();
    let now = 0;
    let writing = 0;
    let count = 0;
    const slow: WriteWhole = async () => {
      expect(writing).toBe(0);
      writing += 1;
      count += 1;
      now += 10;
      await Promise.resolve();
      writing -= 1;
    };
    const ledger = await openLedger(folder, head, new Map(), { write: slow, monotonic: () => now });
    const entry = written(folder, '101', 'a');
    while (now < 10_000) {
      ledger.note(entry);
      await new Promise((resolve) => setImmediate(resolve));
      now += 1;
    }
    await ledger.close('faerdig', ended);
    expect(count).toBeGreaterThan(30);
    expect(count).toBeLessThan(60);
  });

  test('that cannot be written meanwhile is tried again at the end, and told', async () => {
    const folder = temporaryFolder();
    let full = false;
    const failing: WriteWhole = async (path, bytes) => {
      if (full) throw new Error('ENOSPC');
      await write(path, bytes);
    };
    const ledger = await openLedger(folder, head, new Map(), { write: failing, monotonic: () => 0 });
    full = true;
    ledger.note(written(folder, '101', 'a'));
    await expect(ledger.close('faerdig', ended)).rejects.toThrow('ENOSPC');
    expect(read(folder).tilstand).toBe('i-gang');
    full = false;
    await ledger.close('faerdig', ended);
    expect(codes(read(folder).rapporter)).toEqual(['101']);
  });
});

describe('a manifest that is found', () => {
  const found = async (text: string, overwrite = false) => {
    const folder = temporaryFolder();
    writeFileSync(join(folder, 'rapporter.json'), text);
    return readEntries(folder, overwrite);
  };

  test.each([
    ['', 'a power cut'],
    ['\0\0\0', 'a power cut on another file system'],
    ['{"format": "barometer-rapporter/1", "rap', 'half'],
  ])('damaged counts as none (%s)', async (text) => expect((await found(text)).size).toBe(0));

  test('of another program is not overwritten unless asked', async () => {
    await expect(found('{"name": "andet"}')).rejects.toMatchObject({ code: 73 });
    expect((await found('{"name": "andet"}', true)).size).toBe(0);
  });

  test('with an entry that leads out of the folder counts as none', async () => {
    const folder = temporaryFolder();
    const entry = { ...written(folder, '101', 'a'), fil: '../andet.pdf' };
    const text = JSON.stringify({ format: 'barometer-rapporter/1', rapporter: [entry] });
    expect((await found(text)).size).toBe(0);
  });
});
