import { mkdirSync, readdirSync, readFileSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { writeFile } from 'node:fs/promises';
import { basename, join } from 'node:path';
import { afterEach, describe, expect, it, vi } from 'vitest';
import { DiskFault, processes, removeUnfinished, replaceFile, writeWhole } from '../../src/file/index.ts';
import { temporaryFolder } from '../helpers/command.ts';

vi.mock('node:fs/promises', async (original) => {
  const real = await original<typeof import('node:fs/promises')>();
  return { ...real, writeFile: vi.fn(real.writeFile) };
});
const realWrite = vi.mocked(writeFile).getMockImplementation() as typeof writeFile;
afterEach(() => void vi.mocked(writeFile).mockImplementation(realWrite));

const { self, isAlive } = processes;
const bytes = Buffer.from('hele rapporten');

/** From now on half of what is written to a file reaches the disk. */
const failWith = (code: string): void =>
  void vi.mocked(writeFile).mockImplementation(async (path, content, options) => {
    await realWrite(path, (content as Buffer).subarray(0, 4), options);
    throw Object.assign(new Error(code), { code });
  });

const thrown = (work: Promise<unknown>): Promise<unknown> => work.catch((error: unknown) => error);

describe('writing a whole file', () => {
  it('replaces what was there and leaves nothing beside', async () => {
    const folder = temporaryFolder();
    writeFileSync(join(folder, 'a.pdf'), 'gammel');
    await writeWhole(join(folder, 'a.pdf'), bytes);
    expect(readdirSync(folder)).toEqual(['a.pdf']);
    expect(readFileSync(join(folder, 'a.pdf'))).toEqual(bytes);
    expect(vi.mocked(writeFile)).toHaveBeenLastCalledWith(expect.anything(), bytes, { flag: 'wx', flush: true });
  });

  it.each([
    ['ENOSPC', 'ikke mere plads'],
    ['EIO', 'drevet svarer med en fejl'],
    ['EDQUOT', 'Skaf plads'],
    ['ENXIO', 'kan ikke skrives: drevet svarede ENXIO. Kontrollér stien, og kør igen.'],
  ])('that fails with %s leaves the old one', async (code, reason) => {
    const path = join(temporaryFolder(), 'a.pdf');
    writeFileSync(path, 'gammel');
    failWith(code);
    const error = await thrown(writeWhole(path, bytes));
    expect(error).toBeInstanceOf(DiskFault);
    expect(error).toMatchObject({ code: 73, scope: 'folder' });
    expect((error as Error).message).toContain(reason);
    expect(readdirSync(join(path, '..'))).toEqual(['a.pdf']);
    expect(readFileSync(path, 'utf8')).toBe('gammel');
  });

  it('where a folder has the name is the fault of this one file', async () => {
    const folder = temporaryFolder();
    mkdirSync(join(folder, 'a.pdf'));
    expect(await thrown(writeWhole(join(folder, 'a.pdf'), bytes))).toMatchObject({ code: 73, scope: 'file' });
    expect(readdirSync(folder)).toEqual(['a.pdf']);
  });

  it('in a folder that is gone is the fault of the folder', async () => {
    const error = await thrown(replaceFile(join(temporaryFolder(), 'vaek', 'a.pdf'), bytes));
    expect(error).toMatchObject({ code: 73, scope: 'folder' });
    expect((error as Error).message).toContain('findes ikke længere');
  });

  it('below a link that leads nowhere says so, and below a file that it is one', async () => {
    const folder = temporaryFolder();
    symlinkSync(join(folder, 'vaek'), join(folder, 'link'));
    writeFileSync(join(folder, 'fil'), '');
    for (const [name, reason] of [
      ['link', 'et link i stien fører til en mappe, der ikke findes. Ret linket, eller opret mappen.'],
      ['fil', 'en del af stien er en fil og ikke en mappe. Ret stien.'],
    ] as const)
      for (const below of ['a.pdf', 'b/a.pdf']) {
        const error = await thrown(writeWhole(join(folder, name, below), bytes));
        expect(error).toMatchObject({ code: 73, message: expect.stringContaining(`kan ikke skrives: ${reason}`) });
      }
    expect(readdirSync(folder).sort()).toEqual(['fil', 'link']);
  });

  it('makes the folders on the way when one file is asked for, and ends where none can be made', async () => {
    const folder = temporaryFolder();
    await writeWhole(join(folder, 'b', 'c', 'a.pdf'), bytes);
    expect(readdirSync(join(folder, 'b', 'c'))).toEqual(['a.pdf']);
    expect(await thrown(writeWhole('/proc/findes-ikke/ud/a.pdf', bytes))).toMatchObject({ code: 73 });
    expect(await thrown(writeWhole(join(folder, 'b', 'c', 'a.pdf', 'd.pdf'), bytes))).toMatchObject({ code: 73 });
  });
});

it('unfinished files of dead runs are removed, of living ones and of others not', async () => {
  const folder = temporaryFolder();
  await replaceFile(join(folder, 'a.pdf'), bytes);
  rmSync(join(folder, 'a.pdf'));
  const ours = basename(String(vi.mocked(writeFile).mock.lastCall?.[0]));
  const dead = ours.replace(self.start, '1');
  const others = ['.barometer-noter.tmp', 'rapport.tmp', '.barometer-1-2-3-4.tmp.pdf', 'x.barometer-1-2-3-4.tmp'];
  for (const name of [ours, dead, ...others]) writeFileSync(join(folder, name), '');
  expect(await removeUnfinished(folder, (pid, start) => !isAlive(pid, start))).toBe(1);
  expect(readdirSync(folder).sort()).toEqual([ours, ...others].sort());
  await removeUnfinished(folder, (pid, start) => pid === self.pid && start === self.start);
  expect(readdirSync(folder).sort()).toEqual(others.sort());
});
