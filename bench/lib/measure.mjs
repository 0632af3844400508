// The peers side by side, each as a whole process from its start to its last file.
import { readdirSync, readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { textFault } from './check-text.mjs';
import { readInput } from './inputs.mjs';
import { run, summary, withFolder } from './run.mjs';

/**
 * Gives by peer `{ cold, batch, warm, mb, kb }`, or `{ fault }` for one that fails or prints another text.
 * Slow peers run a third of the cold rounds and one batch.
 */
export async function measurePeers(peers, names, rounds, log) {
  const faults = await checkTexts(peers, [names[0], names.at(-1)], log);
  const able = peers.filter(({ id }) => !(id in faults));
  const single = names.filter((name) => name.includes('glostrup'));
  const cold = await inTurns(able, single, 3 * rounds, ({ slow }) => (slow ? rounds : 3 * rounds), log);
  const batch = await inTurns(able, names, rounds, ({ slow }) => (slow ? 1 : rounds), log);
  const figures = able.map(({ id }) => [id, figuresOf(cold.get(id), batch.get(id), names.length)]);
  return { ...faults, ...Object.fromEntries(figures) };
}

/** Runs by peer. The peers take turns, so that a busy machine hits them alike. */
async function inTurns(peers, names, rounds, roundsOf, log) {
  const runs = new Map(peers.map(({ id }) => [id, []]));
  for (let round = 0; round < rounds; round++) {
    log(`reports: ${names.length}, round ${round + 1} of ${rounds}`);
    for (const peer of peers) if (round < roundsOf(peer)) runs.get(peer.id).push(await whole(peer, names));
  }
  return runs;
}

async function checkTexts(peers, names, log) {
  const faults = {};
  for (const peer of peers) {
    log(`check: ${peer.name}`);
    await checkText(peer, names).catch(({ message }) => {
      faults[peer.id] = { fault: message };
    });
  }
  return faults;
}

/** The first and the last report, compared with the program's own text. This also brings the files into the cache. */
const checkText = (peer, names) =>
  withFolder(async (folder) => {
    await run(peer.command(folder, names));
    for (const name of names) {
      const fault = await textFault(readFileSync(join(folder, `${name}.pdf`)), JSON.parse(readInput(name, 'json')));
      if (fault !== null) throw new Error(`not the same text: ${fault}`);
    }
  });

const whole = (peer, names) =>
  withFolder(async (folder) => {
    const { seconds, mb } = await run(peer.command(folder, names));
    const files = readdirSync(folder).filter((file) => file.endsWith('.pdf'));
    if (files.length !== names.length) throw new Error(`${peer.name} wrote ${files.length} of ${names.length} files`);
    return { seconds, mb, kb: summary(files.map((file) => statSync(join(folder, file)).size / 1000)).median };
  });

function figuresOf(cold, batch, count) {
  const secondsOf = (runs) => summary(runs.map(({ seconds }) => seconds));
  const [one, all] = [secondsOf(cold), secondsOf(batch)];
  return {
    cold: one,
    batch: all,
    warm: (1000 * (all.median - one.median)) / (count - 1),
    mb: Math.max(...batch.map(({ mb }) => mb)),
    kb: batch[0].kb,
  };
}
