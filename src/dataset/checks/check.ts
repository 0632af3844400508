import type { Catalogue } from '../catalogue.ts';
import type { Declaration } from '../datasaet.ts';
import type { Problem } from '../problem.ts';
import type { Tables } from '../read-dataset.ts';

/** What is wrong, or should be looked at, though each row by itself is right: docs/dataformat.md has the rules. */
export type Check = (tables: Tables, catalogue: Catalogue, declaration: Declaration) => Problem[];
