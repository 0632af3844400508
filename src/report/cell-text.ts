import type { Cell } from './report.ts';

/** A cell's text where the unit is told beside: "74" of "74 pct.", "52 (2022)" of "52 pct. (2022)". */
export const withoutUnit = ({ text, unit }: Cell): string => (unit === '' ? text : text.replace(` ${unit}`, ''));

/** A change wears its sign: "+15", "-6"; what is rounded to 0 has none. */
export const withSign = (change: string): string => (/^0*[,.]?0*[1-9]/.test(change) ? `+${change}` : change);

export const isProvisional = ({ figures }: Cell): boolean => figures.some(({ provisional }) => provisional);
