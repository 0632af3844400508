import packageJson from '../../../package.json' with { type: 'json' };
import type { Format } from '../format.ts';

/**
 * A report with its annex as one page that holds all it needs: it can be sent, or put on any server. What draws it is
 * loaded when it is asked for.
 */
export const html: Format = {
  ending: 'html',
  annex: 'always',
  showsChanges: false,
  renderer: (creator) => {
    const loaded = import('./lone-page.tsx').then(({ lonePages }) => lonePages(creator));
    return async (report) => ({ bytes: Buffer.from((await loaded)(report)), pages: 0 });
  },
  isOurs: (bytes) =>
    Buffer.from(bytes.subarray(0, 4000)).includes(`<meta name="generator" content="${packageJson.name} `),
  reportIn: null,
};
