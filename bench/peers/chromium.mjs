// One browser for all reports, driven through a pipe: a page is loaded from its file and printed, tagged.
import { spawn } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { chromiumFlags } from '../lib/chromium-flags.mjs';
import { reportFile, serve } from '../lib/serve.mjs';

const profile = mkdtempSync(join(tmpdir(), 'bench-chromium-'));
const browser = spawn(
  process.env.BENCH_CHROMIUM ?? 'chromium',
  [...chromiumFlags, `--user-data-dir=${profile}`, '--remote-debugging-pipe', 'about:blank'],
  { stdio: ['ignore', 'ignore', 'ignore', 'pipe', 'pipe'] },
);
const [, , , orders, answers] = browser.stdio;

const waiting = new Map();
const listeners = new Map();
let last = 0;
let received = '';
answers.setEncoding('utf8').on('data', (chunk) => {
  const parts = (received + chunk).split('\0');
  received = parts.pop() ?? '';
  for (const part of parts) hear(JSON.parse(part));
});

function hear({ id, method, result, error }) {
  if (id === undefined) return listeners.get(method)?.();
  const { resolve, reject } = waiting.get(id);
  waiting.delete(id);
  return error ? reject(new Error(error.message)) : resolve(result);
}

function ask(method, params = {}, sessionId = undefined) {
  const id = ++last;
  orders.write(`${JSON.stringify({ id, method, params, sessionId })}\0`);
  return new Promise((resolve, reject) => waiting.set(id, { resolve, reject }));
}

const { targetId } = await ask('Target.createTarget', { url: 'about:blank' });
const { sessionId } = await ask('Target.attachToTarget', { targetId, flatten: true });
await ask('Page.enable', {}, sessionId);

async function render(url) {
  const loaded = new Promise((resolve) => listeners.set('Page.loadEventFired', resolve));
  await ask('Page.navigate', { url }, sessionId);
  await loaded;
  await ask('Runtime.evaluate', { expression: 'document.fonts.ready', awaitPromise: true }, sessionId);
  const print = { preferCSSPageSize: true, printBackground: true, generateTaggedPDF: true };
  const { data } = await ask('Page.printToPDF', print, sessionId);
  return Buffer.from(data, 'base64');
}

await serve(
  (code) => pathToFileURL(reportFile(code, 'html')).href,
  render,
  async () => {
    const ended = new Promise((resolve) => browser.once('exit', resolve));
    await ask('Browser.close');
    await ended;
    rmSync(profile, { recursive: true, force: true, maxRetries: 5 });
  },
);
