// What users write is described once, as tables of properties: its types follow from them, and so does the check of what
// comes without types.
import { inspect } from 'node:util';
import { type Fault, refuse, refuseAll } from './faults.ts';

type Kind<T> = (value: unknown) => value is T;
interface Needed {
  readonly isNeeded: true;
}
type Kinds = Readonly<Record<string, Kind<unknown> & Partial<Needed>>>;
type ValueOf<K> = K extends Kind<infer T> ? T : never;

/** What has these properties. */
export type Described<P extends Kinds> = {
  readonly [N in keyof P as P[N] extends Needed ? N : never]: ValueOf<P[N]>;
} & { readonly [N in keyof P as P[N] extends Needed ? never : N]?: ValueOf<P[N]> | undefined };

/** Of a property that must be there. */
export const needed = <T>(kind: Kind<T>): Kind<T> & Needed =>
  Object.assign((value: unknown): value is T => kind(value), { isNeeded: true } as const);

/** A kind of values by a test of them. */
export const kind = <T>(test: (value: unknown) => boolean): Kind<T> => test as Kind<T>;

const isList = kind<readonly unknown[]>(Array.isArray);
const isObject = kind<object>((value) => typeof value === 'object' && value !== null && !isList(value));
const text = kind<string>((value) => typeof value === 'string');

/** Kinds of values. */
export const is = {
  text,
  filled: kind<string>((value) => text(value) && value.trim() !== ''),
  flag: kind<boolean>((value) => typeof value === 'boolean'),
  number: kind<number>(Number.isFinite),
  positive: kind<number>((value) => Number.isFinite(value) && Number(value) > 0),
  /** A whole number from `least`. */
  count: (least: number) => kind<number>((value) => Number.isInteger(value) && Number(value) >= least),
  /** pdfmake's own lines are black. */
  color: kind<string>((value) => value === 'black' || /^#([\da-f]{3}|[\da-f]{6})$/i.test(String(value))),
  date: kind<Date>((value) => value instanceof Date && Number.isFinite(value.getTime())),
  call: kind<(...given: never[]) => unknown>((value) => typeof value === 'function'),
  object: isObject,
  list: isList,
  /** So many numbers. */
  numbers: (count: number) =>
    kind<readonly number[]>((value) => isList(value) && value.length === count && value.every(Number.isFinite)),
  listOf: <T>(each: Kind<T>) => kind<readonly T[]>((value) => isList(value) && value.every(each)),
  oneOf: <const T>(...values: readonly T[]) => kind<T>((value) => values.includes(value as T)),
  thing: <P extends Kinds>(parts: P) => kind<Described<P>>((value) => faultsIn('', parts, value).length === 0),
};

/** Refuses what has other properties; `where` names it in faults. */
export const checkProperties = (where: string, parts: Kinds, value: unknown): void =>
  refuseAll(faultsIn(where, parts, value));

function faultsIn(where: string, parts: Kinds, value: unknown): Fault[] {
  if (!isObject(value)) return [unknownValue(where, value)];
  const given = value as Readonly<Record<string, unknown>>;
  const faults: Fault[] = [];
  for (const property in parts) {
    if (parts[property]?.isNeeded && given[property] === undefined) {
      faults.push({ code: 'missing-property', where, property });
    }
  }
  for (const property in given) {
    const isRight = parts[property];
    if (given[property] === undefined || isRight?.(given[property])) continue;
    faults.push(isRight ? unknownValue(property, given[property]) : { code: 'unknown-property', where, property });
  }
  return faults;
}

export const refuseValue = (property: string, value: unknown): never => refuse(unknownValue(property, value));

const unknownValue = (property: string, value: unknown): Fault => {
  const shown = is.filled(value) ? value : inspect(value, { depth: 0, breakLength: Number.POSITIVE_INFINITY });
  return { code: 'unknown-value', property, value: shown };
};
