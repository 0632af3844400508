import * as v from 'valibot';
import { clean, meant } from '../danish/index.ts';
import type { JsonDocument, JsonPart, JsonPath } from './document.ts';

/** A value that is not what the schema wants; `what` is the end of a Danish sentence that begins with its path. */
interface WrongPart extends JsonPart {
  readonly what: string;
  /** What stands there; undefined when nothing does. */
  readonly given: unknown;
}

/** A name that its object cannot have; `known` are those that it can. */
interface UnknownName extends JsonPart {
  readonly name: string;
  readonly known: readonly string[];
}

interface CheckedJson<Output> {
  /** Undefined when something is wrong. */
  readonly output: Output | undefined;
  readonly wrong: readonly WrongPart[];
  readonly unknown: readonly UnknownName[];
}

/** Checks a document, or what `value` made of it, by a schema whose messages complete a sentence with the path. */
export function checkJson<S extends v.GenericSchema>(
  schema: S,
  document: JsonDocument,
  value = document.value,
): CheckedJson<v.InferOutput<S>> {
  const result = v.safeParse(schema, value);
  const wrong = (result.issues ?? []).map((issue) => {
    const path = (issue.path ?? []).map(({ key }) => key) as JsonPath;
    const isMissing = issue.received === 'undefined' && path.length > 0;
    return { path, place: document.placeOf(path), what: isMissing ? 'mangler' : issue.message, given: issue.input };
  });
  const unknown = unknownNames(schema, value, []).map(({ path, name, known }) => ({
    ...{ path, name, known },
    place: document.placeOfName(path),
  }));
  return { output: result.success ? result.output : undefined, wrong, unknown };
}

/** What a schema shows of its parts: a pipe shows those of its first step. */
type AnySchema = Partial<Record<'wrapped' | 'item' | 'value', v.GenericSchema>> & {
  readonly entries?: Readonly<Record<string, v.GenericSchema>>;
};

/** Names in `value`, and in what it holds, that the schema does not have. */
function unknownNames(schema: v.GenericSchema, value: unknown, path: JsonPath): Omit<UnknownName, 'place'>[] {
  const { wrapped, item, value: each, entries } = schema as AnySchema;
  if (wrapped !== undefined) return unknownNames(wrapped, value, path);
  if (typeof value !== 'object' || value === null) return [];
  if (Array.isArray(value)) {
    return item === undefined ? [] : value.flatMap((one, i) => unknownNames(item, one, [...path, i]));
  }
  return Object.entries(value).flatMap(([name, one]) => {
    const part = entries === undefined ? each : Object.hasOwn(entries, name) ? entries[name] : undefined;
    if (part !== undefined) return unknownNames(part, one, [...path, name]);
    return entries === undefined ? [] : [{ path: [...path, name], name, known: Object.keys(entries) }];
  });
}

/** Which name was meant, or may stand there: a sentence. */
export function nameHint(name: string, known: readonly string[]): string {
  const near = meant(name, known);
  return near === null ? `Her kan stå: ${known.join(', ')}.` : `Mente du "${near}"?`;
}

/** A path as people write it: "kilder[0].url". */
export const pathText = (path: JsonPath): string =>
  clean(
    path
      .map((step) => (/^\d+$/.test(`${step}`) ? `[${step}]` : `.${step}`))
      .join('')
      .replace(/^\./, ''),
  );
