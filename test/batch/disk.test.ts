import { mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { open, rename, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { atomicWrite, type Disk, temporaryName, wholeFileWriter } from '../../src/batch/atomic-write.ts';
import { DiskFault } from '../../src/batch/disk-fault.ts';
import { realProcesses } from '../../src/batch/identity.ts';
import { removeLeftovers, removeOwn } from '../../src/batch/leftovers.ts';
import { existingFile } from '../../src/batch/ours.ts';
import { temporaryFolder } from '../helpers/command.ts';

const processes = realProcesses();
const real: Disk = { open, rename, rm };
const fault = (code: string): Error => Object.assign(new Error(code), { code });
const bytes = Buffer.from('hele rapporten');

/** A disk whose files take no content. */
const failingOn = (method: 'writeFile' | 'sync', code: string): Disk => ({
  ...real,
  open: (async (path: string, flags: string) => {
    const file = await open(path, flags);
    Object.assign(file, { [method]: () => Promise.reject(fault(code)) });
    return file;
  }) as Disk['open'],
});

const thrown = (work: Promise<unknown>): Promise<unknown> => work.catch((error: unknown) => error);

describe('writing a whole file', () => {
  test('replaces what was there and leaves nothing beside', async () => {
    const folder = temporaryFolder();
    writeFileSync(join(folder, 'a.pdf'), 'gammel');
    await wholeFileWriter(processes.self)(join(folder, 'a.pdf'), bytes);
    expect(readdirSync(folder)).toEqual(['a.pdf']);
    expect(readFileSync(join(folder, 'a.pdf'))).toEqual(bytes);
  });

  test.each([
    ['writeFile', 'ENOSPC', 'ikke mere plads', 'folder'],
    ['sync', 'EIO', 'drevet svarer med en fejl', 'folder'],
    ['sync', 'EDQUOT', 'kvoten', 'folder'],
  ] as const)('that fails at %s with %s leaves the old one', async (method, code, reason, scope) => {
    const folder = temporaryFolder();
    const path = join(folder, 'a.pdf');
    writeFileSync(path, 'gammel');
    const error = await thrown(wholeFileWriter(processes.self, { disk: failingOn(method, code) })(path, bytes));
    expect(error).toBeInstanceOf(DiskFault);
    expect(error).toMatchObject({ code: 73, scope });
    expect((error as Error).message).toContain(reason);
    expect(readdirSync(folder)).toEqual(['a.pdf']);
    expect(readFileSync(path, 'utf8')).toBe('gammel');
  });

  test('where a folder has the name is the fault of this one file', async () => {
    const folder = temporaryFolder();
    mkdirSync(join(folder, 'a.pdf'));
    const error = await thrown(wholeFileWriter(processes.self)(join(folder, 'a.pdf'), bytes));
    expect(error).toMatchObject({ code: 73, scope: 'file' });
    expect(readdirSync(folder)).toEqual(['a.pdf']);
  });

  test('in a folder that is gone is the fault of the folder', async () => {
    const error = await thrown(wholeFileWriter(processes.self)(join(temporaryFolder(), 'vaek', 'a.pdf'), bytes));
    expect(error).toMatchObject({ code: 73, scope: 'folder' });
    expect((error as Error).message).toContain('findes ikke mere');
  });

  test('makes the folders on the way when one file is asked for', async () => {
    const folder = temporaryFolder();
    await atomicWrite(join(folder, 'b', 'c', 'a.pdf'), bytes);
    expect(readdirSync(join(folder, 'b', 'c'))).toEqual(['a.pdf']);
  });
});

describe('unfinished files', () => {
  const { pid, start } = processes.self;
  const ours = `.barometer-${pid}-${start}-0-1.tmp`;
  const dead = `.barometer-${pid}-1-0-1.tmp`;
  const others = ['.barometer-noter.tmp', 'rapport.tmp', '.barometer-1-2-3-4.tmp.pdf', 'x.barometer-1-2-3-4.tmp'];

  test('of dead runs are removed, of living ones and of others not', async () => {
    const folder = temporaryFolder();
    for (const name of [ours, dead, ...others]) writeFileSync(join(folder, name), '');
    expect(await removeLeftovers(folder, processes)).toBe(1);
    expect(readdirSync(folder).sort()).toEqual([ours, ...others].sort());
  });

  test('of our own are removed when a run drops them', async () => {
    const folder = temporaryFolder();
    for (const name of [ours, dead]) writeFileSync(join(folder, name), '');
    await removeOwn(folder, processes);
    expect(readdirSync(folder)).toEqual([dead]);
  });

  test('have names that the cleaner knows', () => {
    expect(temporaryName.test(ours)).toBe(true);
  });
});

describe('a file at a report’s place', () => {
  const at = async (content: string | Buffer, format: 'pdf' | 'json' = 'pdf') => {
    const path = join(temporaryFolder(), `a.${format}`);
    writeFileSync(path, content);
    return (await existingFile(path, format))?.ours;
  };

  test('is ours when it says so', async () => {
    expect(await at('%PDF-1.7\n<pdf:Producer>barometer-report 1.2.3</pdf:Producer>')).toBe(true);
    expect(await at('{\n  "format": "barometer-report/1",\n', 'json')).toBe(true);
  });

  test.each([
    ['another program’s', '%PDF-1.7\n<pdf:Producer>Word</pdf:Producer>'],
    [
      'ours that another program has added to',
      '<pdf:Producer>barometer-report 1</pdf:Producer>..<pdf:Producer>Acrobat</pdf:Producer>',
    ],
    ['a text about us', 'barometer-report 1.2.3'],
    ['empty', ''],
  ])('is not ours when it is %s', async (_, content) => {
    expect(await at(content)).toBe(false);
  });

  test('is not ours when it cannot be read, and is nothing when it is not there', async () => {
    const folder = temporaryFolder();
    expect((await existingFile(folder, 'pdf'))?.ours).toBe(false);
    expect(await existingFile(join(folder, 'a.pdf'), 'pdf')).toBeNull();
  });
});
