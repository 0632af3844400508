import { mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { open } from 'node:fs/promises';
import { join } from 'node:path';
import { afterEach, describe, expect, test, vi } from 'vitest';
import { DiskFault } from '../../src/batch/disk-fault.ts';
import { writeWhole } from '../../src/batch/index.ts';
import { realProcesses } from '../../src/batch/processes.ts';
import { removeUnfinished, replaceFile } from '../../src/batch/whole-file.ts';
import { temporaryFolder } from '../helpers/command.ts';

vi.mock('node:fs/promises', async (original) => {
  const real = await original<typeof import('node:fs/promises')>();
  return { ...real, open: vi.fn(real.open) };
});
const realOpen = vi.mocked(open).getMockImplementation() as typeof open;
afterEach(() => void vi.mocked(open).mockImplementation(realOpen));

const { self, isAlive } = realProcesses();
const bytes = Buffer.from('hele rapporten');

/** From now on files can be opened, but take no content. */
const failOn = (method: 'writeFile' | 'sync', code: string): void =>
  void vi.mocked(open).mockImplementation(async (path, flags) => {
    const file = await realOpen(path, flags);
    Object.assign(file, { [method]: () => Promise.reject(Object.assign(new Error(code), { code })) });
    return file;
  });

const thrown = (work: Promise<unknown>): Promise<unknown> => work.catch((error: unknown) => error);

describe('writing a whole file', () => {
  test('replaces what was there and leaves nothing beside', async () => {
    const folder = temporaryFolder();
    writeFileSync(join(folder, 'a.pdf'), 'gammel');
    await writeWhole(join(folder, 'a.pdf'), bytes);
    expect(readdirSync(folder)).toEqual(['a.pdf']);
    expect(readFileSync(join(folder, 'a.pdf'))).toEqual(bytes);
  });

  test.each([
    ['writeFile', 'ENOSPC', 'ikke mere plads'],
    ['sync', 'EIO', 'drevet svarer med en fejl'],
    ['sync', 'EDQUOT', 'kvoten'],
  ] as const)('that fails at %s with %s leaves the old one', async (method, code, reason) => {
    const path = join(temporaryFolder(), 'a.pdf');
    writeFileSync(path, 'gammel');
    failOn(method, code);
    const error = await thrown(writeWhole(path, bytes));
    expect(error).toBeInstanceOf(DiskFault);
    expect(error).toMatchObject({ code: 73, scope: 'folder' });
    expect((error as Error).message).toContain(reason);
    expect(readdirSync(join(path, '..'))).toEqual(['a.pdf']);
    expect(readFileSync(path, 'utf8')).toBe('gammel');
  });

  test('where a folder has the name is the fault of this one file', async () => {
    const folder = temporaryFolder();
    mkdirSync(join(folder, 'a.pdf'));
    expect(await thrown(writeWhole(join(folder, 'a.pdf'), bytes))).toMatchObject({ code: 73, scope: 'file' });
    expect(readdirSync(folder)).toEqual(['a.pdf']);
  });

  test('in a folder that is gone is the fault of the folder', async () => {
    const error = await thrown(replaceFile(join(temporaryFolder(), 'vaek', 'a.pdf'), bytes, self));
    expect(error).toMatchObject({ code: 73, scope: 'folder' });
    expect((error as Error).message).toContain('findes ikke mere');
  });

  test('makes the folders on the way when one file is asked for, and ends where none can be made', async () => {
    const folder = temporaryFolder();
    await writeWhole(join(folder, 'b', 'c', 'a.pdf'), bytes);
    expect(readdirSync(join(folder, 'b', 'c'))).toEqual(['a.pdf']);
    expect(await thrown(writeWhole('/proc/findes-ikke/ud/a.pdf', bytes))).toMatchObject({ code: 73 });
    expect(await thrown(writeWhole(join(folder, 'b', 'c', 'a.pdf', 'd.pdf'), bytes))).toMatchObject({ code: 73 });
  });
});

test('unfinished files of dead runs are removed, of living ones and of others not', async () => {
  const folder = temporaryFolder();
  failOn('sync', 'EIO');
  const names: string[] = [];
  const spied = vi.mocked(open).getMockImplementation() as typeof open;
  vi.mocked(open).mockImplementation((path, flags) => {
    names.push(String(path).slice(folder.length + 1));
    return spied(path, flags);
  });
  await thrown(replaceFile(join(folder, 'a.pdf'), bytes, self));
  await thrown(replaceFile(join(folder, 'a.pdf'), bytes, { ...self, start: '1' }));
  const [ours = '', dead = ''] = names;
  const others = ['.barometer-noter.tmp', 'rapport.tmp', '.barometer-1-2-3-4.tmp.pdf', 'x.barometer-1-2-3-4.tmp'];
  for (const name of [ours, dead, ...others]) writeFileSync(join(folder, name), '');
  expect(await removeUnfinished(folder, (pid, start) => !isAlive(pid, start))).toBe(1);
  expect(readdirSync(folder).sort()).toEqual([ours, ...others].sort());
  await removeUnfinished(folder, (pid, start) => pid === self.pid && start === self.start);
  expect(readdirSync(folder).sort()).toEqual(others.sort());
});
