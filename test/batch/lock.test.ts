import { chmodSync, mkdirSync, readdirSync, readFileSync, rmSync, statSync, symlinkSync, writeFileSync } from 'node:fs';
import { utimes } from 'node:fs/promises';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { acquireLock, lockName, type Release } from '../../src/batch/index.ts';
import { type Identity, type Processes, removeUnfinished } from '../../src/file/index.ts';
import { temporaryFolder } from '../helpers/command.ts';
import { tries } from '../helpers/tries.ts';

const since = '2026-06-06T01:00:00.000Z';

/** An output folder and machines that want it; all living processes are in `alive`, as "pid start". */
function scene() {
  const folder = temporaryFolder();
  const alive = new Set<string>();
  const machine = (pid: number, place: Partial<Identity> = {}): Processes => {
    const self = { pid, start: String(pid * 10), boot: 'boot-1', space: 'pid:[1]', host: 'maskine', ...place };
    alive.add(`${self.pid} ${self.start}`);
    return { self, isAlive: (one, start) => alive.has(`${one} ${start}`) };
  };
  const acquire = (
    processes: Processes,
    wait = async (_milliseconds?: number): Promise<void> => {},
  ): Promise<Release> => acquireLock(folder, { processes, since, wait });
  const path = join(folder, lockName);
  const file = (): string => join(path, readdirSync(path)[0] ?? '');
  return { folder, alive, machine, acquire, file, owner: () => JSON.parse(readFileSync(file(), 'utf8')) as Identity };
}

/** Another run gets the lock at once, and leaves nothing. */
async function takesOver({ folder, machine, acquire, owner }: ReturnType<typeof scene>): Promise<void> {
  const release = await acquire(machine(42), () => Promise.reject(new Error('It waits')));
  expect(owner()).toMatchObject({ pid: 42 });
  await release();
  expect(readdirSync(folder)).toEqual([]);
}

const refused = (pid: number, host: string) => ({
  code: 75,
  message: expect.stringContaining(`proces ${pid} på ${host}, begyndt ${since}`),
});

describe('a lock', () => {
  it('is refused while its owner lives, and says who that is', async () => {
    const { folder, machine, acquire } = scene();
    const release = await acquire(machine(41));
    await expect(acquire(machine(42))).rejects.toMatchObject(refused(41, 'maskine'));
    await release();
    expect(readdirSync(folder)).toEqual([]);
    await (await acquire(machine(42)))();
  });

  it('of a process that died is taken over, also when its number is used again', async () => {
    const place = scene();
    await place.acquire(place.machine(41));
    place.alive.clear();
    place.alive.add('41 999999');
    await takesOver(place);
  });

  it('of before the machine started anew is taken over within five seconds', async () => {
    const { machine, acquire, owner } = scene();
    await acquire(machine(41, { boot: 'boot-0' }));
    let waited = 0;
    await acquire(machine(42), async (milliseconds = 0) => {
      waited += milliseconds;
    });
    expect(owner()).toMatchObject({ pid: 42 });
    expect(waited).toBe(5000);
  });

  it('whose PID another process has where no start is known is taken over when it shows no life', async () => {
    const { machine, acquire, owner, alive, file } = scene();
    await acquire(machine(41, { start: '' }));
    const beating = (): Promise<void> => utimes(file(), 7, 7);
    await expect(acquire(machine(43, { start: '' }), beating)).rejects.toMatchObject(refused(41, 'maskine'));
    await acquire(machine(42, { start: '' }));
    expect(owner()).toMatchObject({ pid: 42 });
    alive.delete('42 ');
    await acquire(machine(44, { start: '' }), () => Promise.reject(new Error('It waits')));
  });

  it('that a link has the name of leaves the files that it leads to alone', async () => {
    const place = scene();
    const other = temporaryFolder();
    writeFileSync(join(other, 'vigtig'), '');
    symlinkSync(other, join(place.folder, lockName));
    await takesOver(place);
    expect(readdirSync(other)).toEqual(['vigtig']);
  });

  it.each([
    ['an empty owner file, after a power cut', 'ejer.json', ''],
    ['an owner that is no object', 'ejer.json', 'null'],
    ['an owner that would steer a terminal', 'ejer.json', '{"pid":1,"host":"\\u001b[2J","since":""}'],
    ['no owner file', 'andet', ''],
    ['nothing', null, ''],
  ])('with %s is taken over', async (_, name, content) => {
    const place = scene();
    mkdirSync(join(place.folder, lockName));
    if (name !== null) writeFileSync(join(place.folder, lockName, name), content);
    await takesOver(place);
  });

  it('with a folder, or more than an owner could fill, is taken over', async () => {
    const place = scene();
    mkdirSync(join(place.folder, lockName, 'mappe'), { recursive: true });
    writeFileSync(join(place.folder, lockName, 'ejer.json'), ' '.repeat(20_000));
    await takesOver(place);
  });

  it('that was taken over is not touched by the one that had it, and drafts of dead runs go', async () => {
    const { folder, alive, machine, acquire, owner } = scene();
    const dead = await acquire(machine(41));
    mkdirSync(join(folder, `${lockName}-ny-43-430-aB3xY9`));
    alive.clear();
    const winner = machine(42);
    const release = await acquire(winner);
    expect(await removeUnfinished(folder, (pid, start) => !winner.isAlive(pid, start))).toBe(1);
    await dead();
    expect(readdirSync(folder)).toEqual([lockName]);
    expect(owner()).toMatchObject({ pid: 42 });
    await release();
    expect(readdirSync(folder)).toEqual([]);
  });

  it('can be read and emptied by whoever may write in the folder', async () => {
    const { folder, machine, acquire } = scene();
    chmodSync(folder, 0o2775);
    const release = await acquire(machine(41));
    expect(statSync(join(folder, lockName)).mode & 0o777).toBe(0o775);
    await release();
  });

  it.each([
    ['a machine that cannot be looked into', { host: 'anden', boot: 'boot-9' }],
    ['another container on this machine', { space: 'pid:[2]' }],
  ])('of %s holds while it shows signs of life', async (_, place) => {
    const { machine, acquire, file } = scene();
    const there = machine(1, place);
    await acquire(there);
    let beats = 7;
    const watched = acquire(machine(42), async () => {
      beats += 1;
      await utimes(file(), beats, beats);
    });
    await expect(watched).rejects.toMatchObject(refused(1, there.self.host));
    await (await acquire(machine(1)))();
  });
});

it('a run that saw a dead lock does not remove the living one that has taken its place since', async () => {
  const { folder, alive, machine, acquire, owner } = scene();
  await acquire(machine(1));
  alive.clear();
  const [quick, slow] = [machine(2), machine(3)];
  let taken = false;
  const isAlive: Processes['isAlive'] = (pid, start) => {
    if (taken) return slow.isAlive(pid, start);
    // Between the slow run's look at the dead lock and its next step, the quick run takes the lock over.
    taken = true;
    rmSync(join(folder, lockName), { recursive: true });
    mkdirSync(join(folder, lockName));
    writeFileSync(join(folder, lockName, 'ejer-2.json'), JSON.stringify({ ...quick.self, since }));
    return false;
  };
  await expect(acquire({ ...slow, isAlive })).rejects.toMatchObject(refused(2, 'maskine'));
  expect(owner()).toMatchObject({ pid: 2 });
  expect(readdirSync(folder)).toEqual([lockName]);
});

it('of many that find the same dead lock at once, exactly one wins, whatever they do first', async () => {
  for (let round = 0; round < tries(10, 40); round++) {
    const { alive, machine, acquire } = scene();
    await acquire(machine(1));
    alive.clear();
    const rivals = Array.from({ length: 12 }, (_, index) => machine(100 + index));
    const ends = await Promise.allSettled(rivals.map((rival) => acquire(rival)));
    const won = ends.filter((end) => end.status === 'fulfilled');
    expect(won).toHaveLength(1);
    for (const end of ends) if (end.status === 'rejected') expect(end.reason).toMatchObject({ code: 75 });
    await won[0]?.value();
  }
});
