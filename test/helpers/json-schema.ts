/** A JSON Schema, as far as the schemas in docs/ go; any other keyword is an error, so that none is passed over. */
export type Schema = Readonly<Record<string, unknown>>;

const KEYWORDS = new Set(
  [
    '$schema',
    '$id',
    '$defs',
    '$ref',
    'title',
    'description',
    'type',
    'const',
    'enum',
    'anyOf',
    'allOf',
    'pattern',
  ].concat([
    'minLength',
    'minimum',
    'maximum',
    'minItems',
    'maxItems',
    'items',
    'properties',
    'required',
    'additionalProperties',
  ]),
);

/** Every place where `value` breaks `schema` (2020-12), as "$.goals.columns: what"; empty when it fits. */
export function violations(schema: Schema, value: unknown, root: Schema = schema, at = '$'): string[] {
  const unknown = Object.keys(schema).filter((keyword) => !KEYWORDS.has(keyword));
  if (unknown.length > 0) throw new Error(`The test's validator does not know ${unknown.join(', ')}`);
  return [
    ...referenced(schema, value, root, at),
    ...scalarFaults(schema, value).map((fault) => `${at}: ${fault}`),
    ...listFaults(schema, value, root, at),
    ...objectFaults(schema, value, root, at),
  ];
}

function referenced(schema: Schema, value: unknown, root: Schema, at: string): string[] {
  const name = (schema['$ref'] as string | undefined)?.replace('#/$defs/', '');
  const defined = name === undefined ? undefined : (root['$defs'] as Record<string, Schema> | undefined)?.[name];
  if (name !== undefined && defined === undefined) throw new Error(`No definition ${name}`);
  const alternatives = (schema['anyOf'] as Schema[] | undefined) ?? [];
  const results = alternatives.map((one) => violations(one, value, root, at));
  return [
    ...(defined === undefined ? [] : violations(defined, value, root, at)),
    ...((schema['allOf'] as Schema[] | undefined) ?? []).flatMap((one) => violations(one, value, root, at)),
    ...(results.length === 0 || results.some((faults) => faults.length === 0) ? [] : (results[0] ?? [])),
  ];
}

function scalarFaults(schema: Schema, value: unknown): string[] {
  const limit = (keyword: string): number | undefined => schema[keyword] as number | undefined;
  const { type, pattern } = schema as { type?: string; pattern?: string };
  const number = typeof value === 'number' ? value : undefined;
  const text = typeof value === 'string' ? value : undefined;
  const checks: [boolean, string][] = [
    [type !== undefined && !isOfType(value, type), `is not of type ${type}`],
    ['const' in schema && value !== schema['const'], `is not ${schema['const']}`],
    ['enum' in schema && !(schema['enum'] as unknown[]).includes(value), `is not in ${schema['enum']}`],
    [text !== undefined && pattern !== undefined && !new RegExp(pattern, 'u').test(text), `does not match ${pattern}`],
    [text !== undefined && text.length < (limit('minLength') ?? 0), 'is too short'],
    [number !== undefined && number < (limit('minimum') ?? number), 'is too low'],
    [number !== undefined && number > (limit('maximum') ?? number), 'is too high'],
  ];
  return checks.filter(([isFault]) => isFault).map(([, fault]) => fault);
}

function isOfType(value: unknown, type: string): boolean {
  if (type === 'null') return value === null;
  if (type === 'integer') return Number.isInteger(value);
  if (type === 'array') return Array.isArray(value);
  if (type === 'object') return isObject(value);
  return (type === 'string' && typeof value === 'string') || (type === 'boolean' && typeof value === 'boolean');
}

const isObject = (value: unknown): value is Record<string, unknown> =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

function listFaults(schema: Schema, value: unknown, root: Schema, at: string): string[] {
  if (!Array.isArray(value)) return [];
  const items = schema['items'] as Schema | undefined;
  const [least, most] = [schema['minItems'] as number | undefined, schema['maxItems'] as number | undefined];
  return [
    ...(value.length < (least ?? 0) ? [`${at}: has too few items`] : []),
    ...(value.length > (most ?? value.length) ? [`${at}: has too many items`] : []),
    ...(items === undefined ? [] : value.flatMap((item, index) => violations(items, item, root, `${at}[${index}]`))),
  ];
}

function objectFaults(schema: Schema, value: unknown, root: Schema, at: string): string[] {
  const properties = schema['properties'] as Record<string, Schema> | undefined;
  if (!isObject(value) || properties === undefined) return [];
  const required = (schema['required'] as string[] | undefined) ?? [];
  const foreign = Object.keys(value).filter((key) => !(key in properties));
  return [
    ...required.filter((key) => !(key in value)).map((key) => `${at}: lacks ${key}`),
    ...(schema['additionalProperties'] === false ? foreign.map((key) => `${at}: has an unknown ${key}`) : []),
    ...Object.entries(properties).flatMap(([key, property]) =>
      key in value ? violations(property, value[key], root, `${at}.${key}`) : [],
    ),
  ];
}
