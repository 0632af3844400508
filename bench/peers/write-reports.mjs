import { writeFileSync } from 'node:fs';
import { join } from 'node:path';

/** Writes `<folder>/<name>.pdf` with the bytes that `render(name)` gives, one after the other. */
export async function writeReports(folder, names, render) {
  for (const name of names) writeFileSync(join(folder, `${name}.pdf`), await render(name));
}
