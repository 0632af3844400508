import { expect, test } from 'vitest';
import { remember, rememberBy, rememberLatest, rememberOf } from '../src/remember.ts';

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

test('what one key tells is made once, whatever object asks', () => {
  let made = 0;
  const sum = rememberBy(
    (numbers: readonly number[]) => numbers.join(),
    (numbers) => {
      made += 1;
      return numbers.reduce((a, b) => a + b, 0);
    },
    2,
  );
  expect([sum([1, 2]), sum([1, 2]), sum([3])]).toEqual([3, 3, 3]);
  expect(made).toBe(2);
  sum([4]);
  sum([1, 2]);
  expect(made).toBe(4);
});

test('of a few large things the one that was asked for longest ago is forgotten', () => {
  const made: string[] = [];
  const thing = rememberLatest(
    (key: string) => key,
    (key) => {
      made.push(key);
      return { key };
    },
    2,
  );
  const [a] = [thing('a'), thing('b')];
  expect(thing('a')).toBe(a);
  thing('c');
  expect(thing('a')).toBe(a);
  thing('b');
  expect(made).toEqual(['a', 'b', 'c', 'b']);
});

test('what was made of an object is known by the object itself, even when it is nothing', () => {
  const asked: object[] = [];
  const nothing = rememberOf((owner: object) => {
    asked.push(owner);
    return undefined;
  });
  const [one, other] = [{}, {}];
  for (const owner of [one, one, other, one]) expect(nothing(owner)).toBeUndefined();
  expect(asked).toEqual([one, other]);
  expect(asked[0]).toBe(one);
});
