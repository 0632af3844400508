import { appendFileSync, readFileSync } from 'node:fs';

/** A worker that dies of some reports: always of Odense (461), the first time of Herlev (163); `folder` is its log. */
export default async function print({ report, folder }) {
  const { code } = report.subject;
  appendFileSync(folder, `${code}\n`);
  const tries = readFileSync(folder, 'utf8')
    .split('\n')
    .filter((line) => line === code).length;
  if (code === '461' || (code === '163' && tries === 1)) process.exit(7);
  return { ok: true, file: { code, file: `${code}.pdf`, sha256: '', bytes: tries, pages: 1, content: '' } };
}
