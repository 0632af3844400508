/** Values of PDF syntax, as far as this program writes them. */
export type Value = null | boolean | number | Name | Text | Reference | Dictionary | Value[];
export type Dictionary = ReadonlyMap<string, Value>;

export interface Name {
  readonly kind: 'name';
  readonly name: string;
}

export interface Text {
  readonly kind: 'text';
  readonly text: string;
}

export interface Reference {
  readonly kind: 'reference';
  readonly object: number;
}

export function isDictionary(value: Value | undefined): value is Dictionary {
  return value instanceof Map;
}

export function isReference(value: Value | undefined): value is Reference {
  return hasKind(value, 'reference');
}

export function isText(value: Value | undefined): value is Text {
  return hasKind(value, 'text');
}

export function isName(value: Value | undefined): value is Name {
  return hasKind(value, 'name');
}

function hasKind(value: Value | undefined, kind: string): boolean {
  return typeof value === 'object' && value !== null && 'kind' in value && value.kind === kind;
}
