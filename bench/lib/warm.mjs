// One report among many, on one core: all peers stay warm and take turns, so that a busy machine hits them alike.
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { textFault } from './check-text.mjs';
import { startPeer } from './client.mjs';
import { buildFolder } from './paths.mjs';
import { readReportFile } from './serve.mjs';
import { mean, summary } from './stats.mjs';

const perRound = { usual: 20, few: 3 };
const warmUp = { usual: 98, few: 8 };

/** Milliseconds per report and bytes per report of each peer; `fault` instead for one that fails. */
export async function measureWarm(peers, codes, rounds, log) {
  const results = {};
  const running = [];
  for (const peer of peers) {
    log(`warm-up: ${peer.name}`);
    try {
      const process = await startPeer(peer.command);
      await checkedFirst(process, peer, codes);
      const pace = peer.few ? 'few' : 'usual';
      const state = { peer, process, per: perRound[pace], next: 0, rounds: [], sizes: [] };
      for (let count = 0; count < warmUp[pace]; count++) await one(state, codes);
      running.push(state);
    } catch (error) {
      results[peer.id] = { fault: error.message };
      log(`  ${peer.name}: ${error.message}`);
    }
  }
  for (let round = 0; round < rounds; round++) {
    log(`warm: round ${round + 1} of ${rounds}`);
    for (const state of running) await oneRound(state, codes);
  }
  for (const { peer, process, rounds: times, sizes } of running) {
    process.stop();
    results[peer.id] = { ms: summary(times), bytes: summary(sizes) };
  }
  return results;
}

/** The first and the last municipality, compared with the report's text. */
async function checkedFirst(process, peer, codes) {
  for (const code of [codes[0], codes.at(-1)]) {
    const file = join(buildFolder, `${peer.id}-${code}.pdf`);
    await process.render(code, file);
    const fault = await textFault(readFileSync(file), JSON.parse(readReportFile(code, 'json')));
    if (fault !== null) throw new Error(`not the same text: ${fault}`);
  }
}

async function one(state, codes) {
  const { ms, size } = await state.process.render(codes[state.next++ % codes.length]);
  state.sizes.push(size);
  return ms;
}

async function oneRound(state, codes) {
  const times = [];
  for (let count = 0; count < state.per; count++) times.push(await one(state, codes));
  state.rounds.push(mean(times));
}
