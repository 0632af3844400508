// csv-parse alone: counts the rows of one file. `node csv-parse.mjs <file>`
import { createReadStream } from 'node:fs';
import { parse } from 'csv-parse';

let rows = 0;
for await (const _ of createReadStream(process.argv[2]).pipe(parse({ delimiter: ';' }))) rows++;
process.stdout.write(`${rows}\n`);
