import * as declaration from './declaration.ts';
import * as exports from './exports.ts';
import * as farApart from './far-apart.ts';
import * as fields from './fields.ts';
import * as files from './files.ts';
import * as former from './former.ts';
import * as labels from './labels.ts';
import * as mappings from './mappings.ts';
import * as missing from './missing.ts';
import * as numbers from './numbers.ts';
import * as odd from './odd.ts';
import * as repetitions from './repetitions.ts';
import * as rows from './rows.ts';
import type { Rule } from './rule.ts';
import * as suspicions from './suspicions.ts';
import * as times from './times.ts';

/** The catalogue: every rule that the data may meet. A new rule is an entry in one of these files. */
export const catalogueOfRules: readonly Rule[] = [
  files,
  exports,
  declaration,
  mappings,
  fields,
  rows,
  repetitions,
  numbers,
  missing,
  times,
  farApart,
  suspicions,
  labels,
  odd,
  former,
]
  .flatMap((entries) => Object.values<unknown>(entries))
  .flatMap(rulesIn);

/** An entry is a rule, or rules by what they are about. */
function rulesIn(entry: unknown): Rule[] {
  if (typeof entry !== 'object' || entry === null) return [];
  return 'at' in entry ? [entry as unknown as Rule] : Object.values(entry).flatMap(rulesIn);
}
