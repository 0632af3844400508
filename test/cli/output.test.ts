import { describe, expect, it } from 'vitest';
import { type Target, targetOf } from '../../src/cli/target.ts';
import { takeSignals } from '../../src/cli/world.ts';
import type { StopSignal } from '../../src/errors.ts';

describe('--ud', () => {
  it.each<[string | undefined, number, Target['kind']]>([
    [undefined, 1, 'folder'],
    ['mappe', 98, 'folder'],
    ['mappe.pdf/', 98, 'folder'],
    ['-', 1, 'stdout'],
    ['min.pdf', 1, 'file'],
    ['MIN.PDF', 1, 'file'],
    ['rapporter.2026', 1, 'folder'],
    ['v1.2', 98, 'folder'],
    ['a.txt/', 98, 'folder'],
  ])('%s for %i reports', (out, count, kind) =>
    expect(targetOf({ format: 'pdf', ...(out !== undefined && { ud: out }) }, count).kind).toBe(kind));
});

describe('signals', () => {
  function receiver() {
    const exits: number[] = [];
    let listener: (signal: StopSignal) => void = () => {};
    const signals = takeSignals({
      onSignal: (one) => {
        listener = one;
        return () => {};
      },
      exit: (code) => void exits.push(code),
    });
    return { signals, exits, send: (signal: StopSignal) => listener(signal) };
  }

  it.each([
    ['SIGHUP', 129],
    ['SIGINT', 130],
    ['SIGTERM', 143],
  ] as const)('%s ends the process at once with %i while nothing is being written', (name, code) => {
    const { exits, signals, send } = receiver();
    send(name);
    expect([exits, signals.signal.aborted]).toEqual([[code], false]);
  });

  it('ask for an orderly end once, and the second ends the process', () => {
    const { exits, signals, send } = receiver();
    const told: StopSignal[] = [];
    signals.arm((name) => void told.push(name));
    send('SIGTERM');
    expect([signals.signal.reason, told, exits]).toEqual(['SIGTERM', ['SIGTERM'], []]);
    send('SIGINT');
    expect(exits).toEqual([130]);
  });
});
