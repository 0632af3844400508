import { describe, expect, it } from 'vitest';
import type { Movement } from '../../src/report/index.ts';
import { goalMovement, indicatorMovement } from '../../src/report/index.ts';

const decimal = (text: string): string | null => (text === '' ? null : text);
const up = { decimals: 0, better: 'higher' } as const;
const down = { decimals: 0, better: 'lower' } as const;

describe('indicatorMovement', () => {
  it.each([
    ['74', '64', up, 'positive'],
    ['64', '74', up, 'negative'],
    ['10', '16', down, 'positive'],
    ['16', '10', down, 'negative'],
    ['74.4', '73.5', up, 'unchanged'], // both print 74
    ['74.5', '74.4', up, 'positive'], // they print 75 and 74
    ['0', '0', down, 'unchanged'],
    ['1.5', '1.4', { decimals: 1, better: 'higher' } as const, 'positive'],
  ])('%s against %s', (status, baseline, rule, movement) => {
    expect(indicatorMovement(decimal(status), decimal(baseline), rule)).toBe(movement);
  });

  it('is unknown when a figure is', () => {
    expect(indicatorMovement(null, decimal('1'), up)).toBeNull();
    expect(indicatorMovement(decimal('1'), null, up)).toBeNull();
  });
});

describe('goalMovement', () => {
  const [p, n, u] = ['positive', 'negative', 'unchanged'] as const;
  it.each<[(Movement | null)[], Movement | null]>([
    [[p, p, p], p],
    [[u, u, u], u],
    [[p, p, u], p],
    [[u, n, n], n],
    [[p, p, n], p],
    [[p, u, u], u],
    [[p, n, u], u],
    [[p, n], u],
    [[p, u], u],
    [[p, p], p],
    [[n], n],
    [[p, null, p], p],
    [[null, n], n],
    [[null, null], null],
    [[], null],
  ])('%j is %s', (movements, expected) => {
    expect(goalMovement(movements)).toBe(expected);
  });
});
