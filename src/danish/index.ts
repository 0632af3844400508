export { type Day, editionText, longDate, monthNames, parseIsoDate, shortDate, todayInDenmark } from './date.ts';
export { byLikeness, compareDanish, meant, nearestNames, slipsOf, slug, toAscii } from './names.ts';
export { amount, formatNumber, formatPlain, withComma, withMinus } from './number.ts';
export { comparePeriods, type Period, type PeriodFault, parsePeriod, periodText } from './period.ts';
export {
  capitalise,
  clean,
  comparable,
  listText,
  spansOf,
  undoubled,
  withoutControls,
  withoutControlsInLines,
  yearsText,
} from './text.ts';
