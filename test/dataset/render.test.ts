import { describe, expect, it } from 'vitest';
import { type Problem, renderProblems } from '../../src/dataset/index.ts';
import { problemAt } from '../helpers/problem.ts';

const problem = (line: number, value: string | null, message = `"${value}" er galt.`): Problem =>
  problemAt({ file: 'a.csv', line, column: line === 0 ? 0 : 5 }, { value, message, remedy: 'Ret det.' });

describe('renderProblems', () => {
  it('writes place, severity, what is wrong and what to do', () => {
    expect(renderProblems([problem(3, 'x')])).toBe('a.csv:3:5: fejl: "x" er galt. Ret det.');
    expect(renderProblems([problem(0, null, 'Tom.')])).toBe('a.csv: fejl: Tom. Ret det.');
    expect(renderProblems([])).toBe('');
  });

  it('groups equal ones after three, and names the lines of the others', () => {
    const equal = [2, 3, 4, 5, 6, 9].map((line) => problem(line, 'x'));
    const lines = renderProblems([...equal.slice(0, 2), problem(3, 'y'), ...equal.slice(2)]).split('\n');
    expect(lines.map((line) => line.slice(0, 20))).toEqual([
      'a.csv:2:5: fejl: "x"',
      'a.csv:3:5: fejl: "x"',
      'a.csv:3:5: fejl: "y"',
      'a.csv:4:5: fejl: "x"',
      'a.csv: … og 3 til af',
    ]);
    expect(lines.at(-1)).toBe('a.csv: … og 3 til af samme slags: linje 5-6, 9.');
  });

  it('writes out four equal ones, and names the values of whole files', () => {
    expect(renderProblems([2, 3, 4, 5].map((line) => problem(line, 'x'))).split('\n')).toHaveLength(4);
    const whole = ['1.1', '1.2', '2.1', '2.2', '2.3'].map((id) => problem(0, id));
    expect(renderProblems(whole).split('\n').at(-1)).toBe('a.csv: … og 2 til af samme slags: 2.2, 2.3.');
  });

  it('stays short, whatever the number of different problems', () => {
    const many = Array.from({ length: 20_000 }, (_, i) => problem(i + 1, `v${i}`));
    const lines = renderProblems(many).split('\n');
    expect(lines).toHaveLength(4);
    expect(lines.at(-1)).toBe('a.csv: … og 19997 til af samme slags: linje 4-20000.');
  });
});
