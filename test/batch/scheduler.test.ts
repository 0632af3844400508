import { describe, expect, test } from 'vitest';
import { inOrder } from '../../src/batch/in-order.ts';
import { type Lane, schedule } from '../../src/batch/scheduler.ts';

/** Jobs that end when the test says so; `log` holds what happened, in its order. */
function stage() {
  const log: string[] = [];
  const ends = new Map<string, { resolve: () => void; reject: (fault: Error) => void }>();
  const lane = (name: string, capacity: number): Lane<string> => ({
    capacity,
    run: (job) => {
      log.push(`${name} takes ${job}`);
      return new Promise<void>((resolve, reject) => ends.set(job, { resolve, reject })).finally(() =>
        log.push(`${name} ends ${job}`),
      );
    },
  });
  /** All that follows from what was said has happened. */
  const settled = async (): Promise<void> => {
    for (let turn = 0; turn < 20; turn++) await Promise.resolve();
  };
  const finish = async (job: string): Promise<void> => {
    ends.get(job)?.resolve();
    await settled();
  };
  const fail = async (job: string): Promise<void> => {
    ends.get(job)?.reject(new Error(job));
    await settled();
  };
  return { log, lane, finish, fail, settled };
}

describe('schedule', () => {
  test('hands out jobs in order, and the next to the lane that is free first', async () => {
    const { log, lane, finish } = stage();
    const all = schedule(['a', 'b', 'c', 'd'], [lane('one', 1), lane('two', 1)], () => false);
    await finish('b');
    await finish('c');
    await finish('a');
    await finish('d');
    await all;
    expect(log).toEqual([
      'one takes a',
      'two takes b',
      'two ends b',
      'two takes c',
      'two ends c',
      'two takes d',
      'one ends a',
      'two ends d',
    ]);
  });

  test('gives a lane no more than it can hold', async () => {
    const { log, lane, finish, settled } = stage();
    const all = schedule(['a', 'b', 'c'], [lane('one', 2)], () => false);
    await settled();
    expect(log).toEqual(['one takes a', 'one takes b']);
    for (const job of ['a', 'b', 'c']) await finish(job);
    await all;
    expect(log).toHaveLength(6);
  });

  test('finishes what was taken and takes nothing more once stopped', async () => {
    const { log, lane, finish } = stage();
    let stopped = false;
    const all = schedule(['a', 'b', 'c', 'd'], [lane('one', 2)], () => stopped);
    stopped = true;
    await finish('a');
    await finish('b');
    await all;
    expect(log).toEqual(['one takes a', 'one takes b', 'one ends a', 'one ends b']);
  });

  test('waits for jobs in hand before it passes on a fault', async () => {
    const { log, lane, finish, fail } = stage();
    let told = '';
    const all = schedule(['a', 'b', 'c'], [lane('one', 2)], () => false).catch((fault: Error) => {
      told = `${fault.message} after ${log.at(-1)}`;
    });
    await fail('a');
    expect(told).toBe('');
    await finish('b');
    await all;
    expect(told).toBe('a after one ends b');
    expect(log).not.toContain('one takes c');
  });

  test('ends at once when there is nothing to do', async () => {
    await schedule([], [stage().lane('one', 3)], () => false);
  });
});

describe('inOrder', () => {
  test('passes on values by index, each once all before it have come', () => {
    const passed: string[] = [];
    const order = inOrder<string>((value) => passed.push(value));
    order.add(2, 'c');
    order.add(1, 'b');
    expect(passed).toEqual([]);
    order.add(0, 'a');
    expect(passed).toEqual(['a', 'b', 'c']);
  });

  test('passes on the rest in order when something never comes', () => {
    const passed: string[] = [];
    const order = inOrder<string>((value) => passed.push(value));
    order.add(5, 'f');
    order.add(3, 'd');
    order.rest();
    expect(passed).toEqual(['d', 'f']);
  });
});
