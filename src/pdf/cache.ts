/**
 * Remembers results of a pure function by text. Shared by all documents of a process; it starts over when it is full,
 * so that memory stays flat in a long batch.
 */
export function remember<T>(make: (key: string) => T, limit = 5000): (key: string) => T {
  const known = new Map<string, T>();
  return (key) => {
    const found = known.get(key);
    if (found !== undefined) return found;
    if (known.size >= limit) known.clear();
    const made = make(key);
    known.set(key, made);
    return made;
  };
}
