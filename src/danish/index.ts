export { type Day, editionText, longDate, parseIsoDate, shortDate, todayInDenmark } from './date.ts';
export { compareDanish, slug, toAscii } from './names.ts';
export { formatNumber, formatPlain, withComma } from './number.ts';
export { comparePeriods, type Period, type PeriodFault, type PeriodKind, parsePeriod, periodText } from './period.ts';
export { byLikeness, meant, nearestNames, slipsOf } from './similar.ts';
export { capitalise, clean, listText, withoutControls, yearsText } from './text.ts';
