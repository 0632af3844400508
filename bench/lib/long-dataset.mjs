import { copyFileSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

/** The earliest year that a dataset may hold; with 14 years in the one that is shipped, 16 times as many fit. */
const firstYear = 1800;

/** How far a copy of the rows is moved, in years: the span of the indicators, and one that parts all periods. */
const span = { indicators: 14, keyFigures: 10 };

/** A dataset like the one in `from`, with `factor` times as many years: its rows again and again in earlier years. */
export function longDataset(from, folder, factor) {
  mkdirSync(folder, { recursive: true });
  copyFileSync(join(from, 'datasaet.json'), join(folder, 'datasaet.json'));
  const files = {
    'indikatorer.csv': stretch(from, 'indikatorer.csv', factor, span.indicators),
    'noegletal.csv': stretch(from, 'noegletal.csv', factor, span.keyFigures),
  };
  let rows = 0;
  let bytes = 0;
  for (const [file, lines] of Object.entries(files)) {
    const text = `${lines.join('\n')}\n`;
    writeFileSync(join(folder, file), text);
    rows += lines.length - 1;
    bytes += Buffer.byteLength(text);
  }
  return { folder, rows, bytes };
}

/** All rows `factor` times, each once: first as they stand, then earlier and earlier. */
function stretch(from, file, factor, years) {
  const [head, ...rows] = readFileSync(join(from, file), 'utf8').trimEnd().split(/\r?\n/);
  const all = new Map();
  for (let step = 0; step < factor; step++) {
    for (const row of rows) {
      const [code, name, time, ...rest] = row.split(';');
      const earlier = shifted(time, step * years);
      const key = `${code};${name};${earlier}`;
      if (earlier !== null && !all.has(key)) all.set(key, `${key};${rest.join(';')}`);
    }
  }
  return [head, ...all.values()];
}

/** "2025K2" → "2015K2"; null when that is too early for a dataset. */
function shifted(time, back) {
  const moved = time.replace(/\d{4}(?=$|[KQM-])/g, (year) => String(Number(year) - back));
  return Number(moved.slice(0, 4)) < firstYear ? null : moved;
}
