// One browser for all reports, driven through a pipe: a page is loaded from its file and printed, tagged.
// `node chromium.mjs <browser> <folder> <name>...`
import { spawn } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { inputFile } from '../lib/inputs.mjs';
import { writeReports } from './write-reports.mjs';

const [file, folder, ...names] = process.argv.slice(2);
const profile = mkdtempSync(join(tmpdir(), 'bench-chromium-'));
/** A browser that prints and does nothing else, above all nothing on the network. */
const flags = [
  ...['--headless', '--no-sandbox', '--disable-gpu', '--disable-quic', '--no-first-run'],
  ...['--disable-background-networking', '--disable-component-update', '--disable-sync'],
  ...[`--user-data-dir=${profile}`, '--remote-debugging-pipe', 'about:blank'],
];
const browser = spawn(file, flags, { stdio: ['ignore', 'ignore', 'ignore', 'pipe', 'pipe'] });
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

async function render(name) {
  const loaded = new Promise((resolve) => listeners.set('Page.loadEventFired', resolve));
  await ask('Page.navigate', { url: pathToFileURL(inputFile(name, 'html')).href }, sessionId);
  await loaded;
  await ask('Runtime.evaluate', { expression: 'document.fonts.ready', awaitPromise: true }, sessionId);
  const print = { preferCSSPageSize: true, printBackground: true, generateTaggedPDF: true };
  const { data } = await ask('Page.printToPDF', print, sessionId);
  return Buffer.from(data, 'base64');
}

await writeReports(folder, names, render);
const ended = new Promise((resolve) => browser.once('exit', resolve));
await ask('Browser.close');
await ended;
rmSync(profile, { recursive: true, force: true, maxRetries: 5 });
