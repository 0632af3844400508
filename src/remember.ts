/**
 * Remembers results of a pure function by its argument, a text or a number. Shared by all documents of a process; it
 * starts over when it is full, so that memory stays flat in a long batch.
 */
export function remember<T, Key extends string | number = string>(make: (key: Key) => T, limit = 5000) {
  return rememberBy((key: Key) => key, make, limit);
}

/** As `remember`, by a key that tells all that the result depends on. */
export function rememberBy<Argument, T>(
  keyOf: (argument: Argument) => string | number,
  make: (argument: Argument) => T,
  limit: number,
) {
  const known = new Map<string | number, T>();
  return (argument: Argument): T => {
    const key = keyOf(argument);
    const found = known.get(key);
    if (found !== undefined) return found;
    if (known.size >= limit) known.clear();
    const made = make(argument);
    known.set(key, made);
    return made;
  };
}

/** As `rememberBy`, for a few large things: when there are more, the one asked for longest ago is forgotten. */
export function rememberLatest<Argument, T>(
  keyOf: (argument: Argument) => string,
  make: (argument: Argument) => T,
  limit: number,
) {
  const known = new Map<string, T>();
  return (argument: Argument): T => {
    const key = keyOf(argument);
    const thing = known.get(key) ?? make(argument);
    known.delete(key);
    known.set(key, thing);
    const [oldest] = known.keys();
    if (known.size > limit && oldest !== undefined) known.delete(oldest);
    return thing;
  };
}

/** Remembers what was made of an object for as long as there is the object, which must never change. */
export function rememberOf<Owner extends object, T>(make: (owner: Owner) => T) {
  const known = new WeakMap<Owner, { readonly made: T }>();
  return (owner: Owner): T => {
    const found = known.get(owner);
    if (found !== undefined) return found.made;
    const made = make(owner);
    known.set(owner, { made });
    return made;
  };
}
