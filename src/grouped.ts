/** Items that have the same key together, groups and items in the order in which they come. */
export function grouped<K, T>(items: Iterable<T>, keyOf: (item: T) => K): Map<K, [T, ...T[]]> {
  const groups = new Map<K, [T, ...T[]]>();
  for (const item of items) {
    const key = keyOf(item);
    const group = groups.get(key);
    if (group === undefined) groups.set(key, [item]);
    else group.push(item);
  }
  return groups;
}

/** What stands at the same place in two lists; the rest of a longer one is left out. */
export const paired = <A, B>(some: readonly A[], others: readonly B[]): (readonly [A, B])[] =>
  some.slice(0, others.length).map((one, index) => [one, others[index] as B] as const);
