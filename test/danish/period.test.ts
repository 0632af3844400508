import { expect, it } from 'vitest';
import { periodText } from '../../src/danish/index.ts';
import { periodOf } from '../helpers/fake-dataset.ts';

it.each([
  ['2024', '2024'],
  ['2025K1', '1. kvartal 2025'],
  ['2025K2', '2. kvartal 2025'],
  ['2025K4', '4. kvartal 2025'],
  ['2025M11', 'november 2025'],
  ['2025-12-31', '31. december 2025'],
  ['2025-10-01', '1. oktober 2025'],
  ['2026-02-06', '6. februar 2026'],
  ['2016M07-2025M12', 'juli 2016-december 2025'],
])('%s is %s', (code, text) => {
  expect(periodText(periodOf(code))).toBe(text);
});
