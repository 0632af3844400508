// The peers side by side, each as a whole process from its start to its last file.
import { readdirSync, readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { textFault } from './check-text.mjs';
import { reportOf } from './inputs.mjs';
import { run, summary, withFolder } from './run.mjs';

/** Gives by peer `{ cold, batch, warm, mb, kb }`, or `{ fault }` for one that fails or prints another text. */
export async function measurePeers(peers, names, rounds, log) {
  const results = {};
  for (const peer of peers) {
    log(`check: ${peer.name}`);
    const fault = await checkTexts(peer, [names[0], names.at(-1)]).catch((error) => error.message);
    if (fault !== null) results[peer.id] = { fault };
  }
  const able = peers.filter(({ id }) => !(id in results));
  const glostrup = names.filter((name) => name.includes('glostrup'));
  const cold = await inTurns(able, glostrup, 3 * rounds, rounds, log);
  const batch = await inTurns(able, names, rounds, 1, log);
  for (const { id } of able) {
    const [one, all] = [cold[id], batch[id]].map((runs) => summary(runs.map(({ seconds }) => seconds)));
    const warm = (1000 * (all.median - one.median)) / (names.length - 1);
    results[id] = { cold: one, batch: all, warm, mb: Math.max(...batch[id].map(({ mb }) => mb)), kb: batch[id][0].kb };
  }
  return results;
}

/** What is wrong with the peer's texts, or null. This also brings its files into the system's cache. */
const checkTexts = (peer, names) =>
  withFolder(async (folder) => {
    await run(peer.command(folder, names));
    for (const name of names) {
      const fault = await textFault(readFileSync(join(folder, `${name}.pdf`)), reportOf(name));
      if (fault !== null) return `not the same text: ${fault}`;
    }
    return null;
  });

/** Runs by peer. The peers take turns, so that a busy machine hits them alike. */
async function inTurns(peers, names, rounds, slowRounds, log) {
  const runs = Object.fromEntries(peers.map(({ id }) => [id, []]));
  for (let round = 0; round < rounds; round++) {
    log(`reports: ${names.length}, round ${round + 1} of ${rounds}`);
    for (const peer of peers) if (!peer.slow || round < slowRounds) runs[peer.id].push(await oneRun(peer, names));
  }
  return runs;
}

const oneRun = (peer, names) =>
  withFolder(async (folder) => {
    const { seconds, mb } = await run(peer.command(folder, names));
    const files = readdirSync(folder).filter((file) => file.endsWith('.pdf'));
    if (files.length !== names.length) throw new Error(`${peer.name} wrote ${files.length} of ${names.length} files`);
    return { seconds, mb, kb: summary(files.map((file) => statSync(join(folder, file)).size / 1000)).median };
  });
