import packageJson from '../../../package.json' with { type: 'json' };
import type { Format } from '../format.ts';
import { isAsSealed, type Seal, sealed } from '../seal.ts';

const seal: Seal = { end: '', before: '<!-- sha256: ', after: ' -->\n' };

/**
 * A report with its annex as one page that holds all it needs: it can be sent, or put on any server. What draws it is
 * loaded when it is asked for.
 */
export const html: Format = {
  ending: 'html',
  annex: 'always',
  renderer: (creator) => {
    const loaded = import('./lone-page.tsx').then(({ lonePages }) => lonePages(creator));
    return async (report) => ({ bytes: Buffer.from(sealed((await loaded)(report), seal)), pages: 0 });
  },
  isOurs: (bytes) =>
    Buffer.from(bytes.subarray(0, 4000)).includes(`<meta name="generator" content="${packageJson.name} `) &&
    isAsSealed(bytes, seal),
  reportIn: null,
};
