import { appendFileSync, readFileSync } from 'node:fs';
import { parentPort } from 'node:worker_threads';

/** A worker that dies of some reports: always of Odense (461), the first time of Herlev (163); `folder` is its log. */
parentPort.on('message', ({ id, data, folder }) => {
  const { code } = JSON.parse(data).subject;
  appendFileSync(folder, `${code}\n`);
  const tries = readFileSync(folder, 'utf8')
    .split('\n')
    .filter((line) => line === code).length;
  if (code === '461' || (code === '163' && tries === 1)) process.exit(7);
  const file = { code, file: `${code}.pdf`, sha256: '', bytes: tries, pages: 1, content: '' };
  parentPort.postMessage({ id, printout: { ok: true, file } });
});
