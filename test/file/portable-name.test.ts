import { expect, it } from 'vitest';
import { isPortableName } from '../../src/file/index.ts';

it.each([
  ...['con', 'AUX', 'nul.pdf', 'Prn.tar.gz', 'com1', 'LPT9.csv', 'com².txt', 'CON .pdf', 'conin$'],
  ...['slut.', 'slut ', '', '.', '..', 'a:b', 'a/b', 'a\\b', 'hvad?', 'a*', '"a"', 'a|b', '<a>', 'a\tb', 'a\u001b[2J'],
])('%j is no name of a file on Windows', (name) => {
  expect(isPortableName(name)).toBe(false);
});

it.each([
  'konto.pdf',
  'console',
  'com',
  'com10.csv',
  'auxiliær',
  '.skjult',
  'udviklingsrapport-ærø-2026-06.pdf',
  'a b',
])('%j is one', (name) => {
  expect(isPortableName(name)).toBe(true);
});
