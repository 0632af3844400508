import { readFileSync } from 'node:fs';
import { Ajv2020 } from 'ajv/dist/2020.js';

/** Every place where a value breaks `docs/<name>.schema.json`, as "/goals/columns must be array"; empty when it fits. */
export function violationsOf(name: string): (value: unknown) => string[] {
  const schema = JSON.parse(readFileSync(`docs/${name}.schema.json`, 'utf8')) as object;
  const fits = new Ajv2020({ allErrors: true, strictTypes: false }).compile(schema);
  return (value) =>
    fits(value) ? [] : (fits.errors ?? []).map(({ instancePath, message }) => `${instancePath} ${message}`);
}
