import { expect, test } from 'vitest';
import { remember } from '../src/remember.ts';

test('what is remembered is made once, and all is forgotten when there is too much of it', () => {
  const made: string[] = [];
  const upper = remember((text) => {
    made.push(text);
    return text.toUpperCase();
  }, 2);
  expect(['a', 'b', 'a', 'b'].map(upper)).toEqual(['A', 'B', 'A', 'B']);
  expect(made).toEqual(['a', 'b']);
  expect(['c', 'a', 'c'].map(upper)).toEqual(['C', 'A', 'C']);
  expect(made).toEqual(['a', 'b', 'c', 'a']);
});
