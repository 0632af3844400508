import { chmodSync, mkdirSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { utimes } from 'node:fs/promises';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { acquireLock, type Lock, lockName } from '../../src/batch/lock.ts';
import type { Identity, Processes } from '../../src/batch/processes.ts';
import { removeUnfinished } from '../../src/batch/whole-file.ts';
import { UserError } from '../../src/errors.ts';
import { temporaryFolder } from '../helpers/command.ts';

const since = '2026-06-06T01:00:00.000Z';
const noWait = async (): Promise<void> => {};

/** A machine whose living processes are those in `alive`, as "pid start". */
function machine(pid: number, alive: Set<string>, place: Partial<Identity> = {}): Processes {
  const self = { pid, start: String(pid * 10), boot: 'boot-1', space: 'pid:[1]', host: 'maskine', ...place };
  alive.add(`${self.pid} ${self.start}`);
  return { self, isAlive: (one, start) => alive.has(`${one} ${start}`) };
}

const acquire = (folder: string, processes: Processes, wait = noWait): Promise<Lock> =>
  acquireLock(folder, { processes, since, wait });

const refusal = async (folder: string, processes: Processes, wait = noWait): Promise<UserError> => {
  const fault = await acquire(folder, processes, wait).catch((error: unknown) => error);
  if (!(fault instanceof UserError)) throw new Error('The lock was not refused.');
  return fault;
};

const ownerFile = (folder: string): string => join(folder, lockName, 'ejer.json');

describe('a lock', () => {
  test('is refused while its owner lives, and says who that is', async () => {
    const folder = temporaryFolder();
    const alive = new Set<string>();
    const lock = await acquire(folder, machine(41, alive));
    const fault = await refusal(folder, machine(42, alive));
    expect(fault.code).toBe(75);
    expect(fault.message).toContain('proces 41 på maskine');
    expect(fault.message).toContain(since);
    await lock.release();
    expect(readdirSync(folder)).toEqual([]);
    await (await acquire(folder, machine(42, alive))).release();
  });

  test('of a process that died is taken over, also when its number is used again', async () => {
    const folder = temporaryFolder();
    const alive = new Set<string>();
    await acquire(folder, machine(41, alive));
    alive.clear();
    alive.add('41 999999');
    const lock = await acquire(folder, machine(42, alive));
    expect(JSON.parse(readFileSync(ownerFile(folder), 'utf8'))).toMatchObject({ pid: 42 });
    await lock.release();
    expect(readdirSync(folder)).toEqual([]);
  });

  test('of before the machine started anew is taken over', async () => {
    const folder = temporaryFolder();
    const alive = new Set<string>();
    await acquire(folder, machine(41, alive, { boot: 'boot-0' }));
    await (await acquire(folder, machine(42, alive))).release();
  });

  test.each([
    ['an empty owner file, after a power cut', (path: string) => writeFileSync(join(path, 'ejer.json'), '')],
    ['an owner that is no object', (path: string) => writeFileSync(join(path, 'ejer.json'), 'null')],
    [
      'an owner that would steer a terminal',
      (path: string) => writeFileSync(join(path, 'ejer.json'), '{"pid":1,"host":"\\u001b[2J","since":""}'),
    ],
    ['no owner file', (path: string) => writeFileSync(join(path, 'andet'), '')],
    ['nothing', () => {}],
  ])('with %s is taken over', async (_, fill) => {
    const folder = temporaryFolder();
    mkdirSync(join(folder, lockName));
    fill(join(folder, lockName));
    const lock = await acquire(folder, machine(42, new Set()));
    expect(JSON.parse(readFileSync(ownerFile(folder), 'utf8'))).toMatchObject({ pid: 42 });
    await lock.release();
    expect(readdirSync(folder)).toEqual([]);
  });

  test('that was taken over is not touched by the one that had it, and drafts of dead runs go', async () => {
    const folder = temporaryFolder();
    const alive = new Set<string>();
    const dead = await acquire(folder, machine(41, alive));
    mkdirSync(join(folder, `${lockName}-ny-43-430-aB3xY9`));
    alive.clear();
    const winner = machine(42, alive);
    const lock = await acquire(folder, winner);
    expect(await removeUnfinished(folder, (pid, start) => !winner.isAlive(pid, start))).toBe(1);
    await dead.release();
    expect(readdirSync(folder)).toEqual([lockName]);
    expect(JSON.parse(readFileSync(ownerFile(folder), 'utf8'))).toMatchObject({ pid: 42 });
    await lock.release();
    expect(readdirSync(folder)).toEqual([]);
  });

  test('can be read and emptied by whoever may write in the folder', async () => {
    const folder = temporaryFolder();
    chmodSync(folder, 0o2775);
    const lock = await acquire(folder, machine(41, new Set()));
    expect(statSync(join(folder, lockName)).mode & 0o777).toBe(0o775);
    await lock.release();
  });

  test('of a machine that cannot be looked into holds while it shows signs of life', async () => {
    const folder = temporaryFolder();
    await acquire(folder, machine(41, new Set(), { host: 'anden', boot: 'boot-9' }));
    const here = machine(42, new Set());
    let beats = 7;
    const fault = await refusal(folder, here, async () => {
      beats += 1;
      await utimes(ownerFile(folder), beats, beats);
    });
    expect(fault.message).toContain('anden');
    await (await acquire(folder, here)).release();
  });

  test('of another container on this machine is told by its signs of life as well', async () => {
    const folder = temporaryFolder();
    await acquire(folder, machine(1, new Set(), { space: 'pid:[2]' }));
    await (await acquire(folder, machine(1, new Set()))).release();
  });
});

test('a run that saw a dead lock does not remove the living one that has taken its place since', async () => {
  const folder = temporaryFolder();
  const alive = new Set<string>();
  await acquire(folder, machine(1, alive));
  alive.clear();
  const [quick, slow] = [machine(2, alive), machine(3, alive)];
  let taken = false;
  const isAlive: Processes['isAlive'] = (pid, start) => {
    if (taken) return slow.isAlive(pid, start);
    // Between the slow run's look at the dead lock and its next step, the quick run takes the lock over.
    taken = true;
    rmSync(join(folder, lockName), { recursive: true });
    mkdirSync(join(folder, lockName));
    writeFileSync(ownerFile(folder), JSON.stringify({ ...quick.self, since }));
    return false;
  };
  const fault = await refusal(folder, { ...slow, isAlive });
  expect(fault.code).toBe(75);
  expect(fault.message).toContain('proces 2 ');
  expect(JSON.parse(readFileSync(ownerFile(folder), 'utf8'))).toMatchObject({ pid: 2 });
  expect(readdirSync(folder)).toEqual([lockName]);
});

test('of many that find the same dead lock at once, exactly one wins, whatever they do first', async () => {
  for (let round = 0; round < 40; round++) {
    const folder = temporaryFolder();
    const alive = new Set<string>();
    await acquire(folder, machine(1, alive));
    alive.clear();
    const rivals = Array.from({ length: 12 }, (_, index) => machine(100 + index, alive));
    const ends = await Promise.allSettled(rivals.map((rival) => acquire(folder, rival)));
    const won = ends.filter((end) => end.status === 'fulfilled');
    expect(won).toHaveLength(1);
    for (const end of ends) if (end.status === 'rejected') expect(end.reason).toMatchObject({ code: 75 });
    await won[0]?.value.release();
    rmSync(folder, { recursive: true });
  }
});
