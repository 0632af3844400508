import { describe, expect, test } from 'vitest';
import { parallelOf } from '../../../src/cli/report/options.ts';
import { takeSignals } from '../../../src/cli/report/signals.ts';
import { type Target, targetOf } from '../../../src/cli/report/target.ts';
import { realWorld, type StopSignal } from '../../../src/cli/world.ts';

describe('--parallel', () => {
  test.each([
    [undefined, 1, 8, 1],
    [undefined, 98, 1, 1],
    [undefined, 98, 2, 1],
    [undefined, 98, 3, 2],
    [undefined, 98, 64, 4],
    ['1', 98, 8, 1],
    ['7', 98, 2, 7],
    ['64', 3, 2, 3],
  ])('%s for %i reports on %i cores is %i', (option, reports, cores, threads) => {
    expect(parallelOf(option, reports, cores)).toBe(threads);
  });

  test.each(['0', '65', '-1', '1.5', 'to', '', '1e1'])('%j is refused', (option) => {
    expect(() => parallelOf(option, 98, 2)).toThrow(/--parallel/);
  });
});

describe('--ud', () => {
  test.each<[string | undefined, number, Target['kind']]>([
    [undefined, 1, 'folder'],
    ['mappe', 98, 'folder'],
    ['-', 1, 'stdout'],
    ['min.pdf', 1, 'file'],
    ['MIN.PDF', 1, 'file'],
  ])('%s for %i reports', (out, count, kind) => expect(targetOf(out, 'pdf', count).kind).toBe(kind));

  test.each([
    ['-', 2],
    ['min.pdf', 2],
    ['min.json', 1],
    ['', 1],
  ])('%s for %i reports is refused', (out, count) => {
    expect(() => targetOf(out, 'pdf', count)).toThrow(expect.objectContaining({ code: 2 }));
  });
});

describe('signals', () => {
  function receiver() {
    const exits: number[] = [];
    const told: string[] = [];
    let listener: (signal: StopSignal) => void = () => {};
    const world = {
      ...realWorld(),
      onSignal: (one: typeof listener) => {
        listener = one;
      },
      exit: (code: number) => void exits.push(code),
    };
    return { signals: takeSignals(world), exits, told, send: (signal: StopSignal) => listener(signal) };
  }

  test('end the process at once while nothing is being written', () => {
    const { exits, signals, send } = receiver();
    send('SIGINT');
    expect(exits).toEqual([130]);
    expect(signals.signal.aborted).toBe(false);
  });

  test('ask for an orderly end once, and the second ends the process', () => {
    const { exits, signals, told, send } = receiver();
    signals.arm((event) => void told.push(event.kind));
    send('SIGTERM');
    expect(signals.signal.reason).toBe('SIGTERM');
    expect(told).toEqual(['signal']);
    expect(exits).toEqual([]);
    send('SIGINT');
    expect(exits).toEqual([130]);
  });
});
