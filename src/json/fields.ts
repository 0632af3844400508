import * as v from 'valibot';

/** Fields by their names in the program: the Danish name in the file, and what may stand there. */
type Fields = Readonly<Record<string, readonly [danish: string, kind: v.GenericSchema]>>;

/** An object that has all of the fields: Danish names in, English names out. */
export function fields<const F extends Fields>(all: F) {
  const names = Object.entries(all);
  return v.pipe(
    v.object(Object.fromEntries(Object.values(all)), 'skal være et objekt i { }'),
    v.transform(
      (raw) =>
        Object.fromEntries(names.map(([name, [danish]]) => [name, raw[danish]])) as {
          readonly [Name in keyof F]: v.InferOutput<F[Name][1]>;
        },
    ),
  );
}

/** One of some words: Danish in, English out. */
export const choice = <const M extends Readonly<Record<string, string>>>(meanings: M) =>
  v.pipe(
    v.picklist(Object.keys(meanings) as (keyof M & string)[], `skal være ${Object.keys(meanings).join(' eller ')}`),
    v.transform((word) => meanings[word] as M[keyof M & string]),
  );
