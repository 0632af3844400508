/** Passes on values by index, each once all before it have come. */
export interface InOrder<Value> {
  readonly add: (index: number, value: Value) => void;
  /** Passes on what still waits for values that will not come. */
  readonly rest: () => void;
}

export function inOrder<Value>(pass: (value: Value) => void): InOrder<Value> {
  const waiting = new Map<number, Value>();
  let next = 0;
  return {
    add: (index, value) => {
      waiting.set(index, value);
      for (let found = waiting.get(next); found !== undefined; found = waiting.get(next)) {
        waiting.delete(next);
        next += 1;
        pass(found);
      }
    },
    rest: () => {
      for (const [, value] of [...waiting].sort(([a], [b]) => a - b)) pass(value);
      waiting.clear();
    },
  };
}
