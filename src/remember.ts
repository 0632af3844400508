/**
 * Remembers results of a pure function by its argument, a text or a number. Shared by all documents of a process; it
 * starts over when it is full, so that memory stays flat in a long batch.
 */
export function remember<T, Key extends string | number = string>(make: (key: Key) => T, limit = 5000) {
  const known = new Map<Key, T>();
  return (key: Key): T => {
    const found = known.get(key);
    if (found !== undefined) return found;
    if (known.size >= limit) known.clear();
    const made = make(key);
    known.set(key, made);
    return made;
  };
}
