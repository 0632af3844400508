// Whole processes, from the key press to the last file: all municipalities on two cores, and one report from cold.
import { mkdirSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { chromiumFlags } from './chromium-flags.mjs';
import { chromium } from './peers.mjs';
import { peakMemory, timed } from './process.mjs';
import { bin } from './program.mjs';
import { reportFile } from './serve.mjs';
import { summary } from './stats.mjs';

const twoCores = '0,1';

/** A fresh folder for `use`, removed afterwards. */
export async function withFolder(use) {
  const folder = mkdtempSync(join(tmpdir(), 'barometer-bench-'));
  try {
    return await use(folder);
  } finally {
    rmSync(folder, { recursive: true, force: true, maxRetries: 5 });
  }
}

/** The command that makes these reports in `folder`: for the program the one that its users type. */
function commandFor({ id, command }, codes, folder, data) {
  if (id !== 'ours') return [...command, 'batch', folder, ...codes];
  const subjects = codes.length > 1 ? ['--alle'] : ['--kommune', codes[0]];
  return [process.execPath, bin, ...subjects, '--data', data, '--dato', '2026-06-06', '-q', '-o', folder];
}

function coldCommand(peer, code, folder, data) {
  if (peer.id !== 'chromium') return commandFor(peer, [code], folder, data);
  const profile = join(folder, 'profile');
  mkdirSync(profile);
  const target = `--print-to-pdf=${join(folder, 'report.pdf')}`;
  const page = pathToFileURL(reportFile(code, 'html')).href;
  return [chromium, ...chromiumFlags, `--user-data-dir=${profile}`, '--no-pdf-header-footer', target, page];
}

/** Seconds by peer, in turns; `rounds(peer)` says how often each is run. */
async function inTurns(peers, rounds, label, log, once) {
  const times = new Map(peers.map((peer) => [peer, []]));
  const most = Math.max(...peers.map(rounds));
  for (let round = 0; round < most; round++) {
    log(`${label}: round ${round + 1} of ${most}`);
    for (const [peer, list] of times) if (round < rounds(peer)) list.push(await once(peer));
  }
  return Object.fromEntries([...times].map(([peer, list]) => [peer.id, { seconds: summary(list) }]));
}

/** Cold runs are led by one that nobody counts, so that all find their files in the system's cache. */
export async function measureCold(peers, code, rounds, data, log) {
  const once = (peer) => withFolder((folder) => timed(coldCommand(peer, code, folder, data), twoCores));
  for (const peer of peers) await once(peer);
  return inTurns(peers, (peer) => (peer.few ? Math.ceil(rounds / 2) : rounds), 'cold', log, once);
}

export function measureBatch(peers, codes, rounds, data, log) {
  const once = (peer) => withFolder((folder) => timed(commandFor(peer, codes, folder, data), twoCores));
  return inTurns(peers, (peer) => (peer.few ? 1 : rounds), 'batch', log, once);
}

/** Peak memory of a batch in MB, in a run of its own, since watching costs time. */
export async function measureMemory(peers, codes, data, log) {
  const results = {};
  for (const peer of peers) {
    log(`memory: ${peer.name}`);
    const peak = await withFolder((folder) => peakMemory(commandFor(peer, codes, folder, data), twoCores));
    results[peer.id] = { mb: peak };
  }
  return results;
}
