import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { WriteWhole } from './atomic-write.ts';
import { sha256 } from './digest.ts';
import { type Manifest, type ManifestEntry, type ManifestHead, manifestName, manifestText } from './manifest.ts';

/** Keeps the manifest of a run true while the run goes on. */
export interface Ledger {
  /** Notes a finished report; the manifest follows as fast as it pays. */
  readonly note: (entry: ManifestEntry) => void;
  /** Writes the manifest of the ended run. Errors: `DiskFault`. */
  readonly close: (state: 'faerdig' | 'afbrudt', ended: string) => Promise<void>;
}

export interface LedgerTools {
  readonly write: WriteWhole;
  /** Milliseconds of a clock that never jumps. */
  readonly monotonic: () => number;
}

/** Writing the manifest may take this part of a run, whatever the number of reports. */
const share = 1 / 20;

/**
 * Opens the ledger: from now on the manifest says that a run is on. `known` are the entries of earlier runs. A file is
 * always there before its entry, and entries of files that may be replaced stand apart, so that the manifest is true at
 * any moment at which the process may be killed. Errors: `DiskFault`.
 */
export async function openLedger(
  folder: string,
  head: ManifestHead,
  known: ReadonlyMap<string, ManifestEntry>,
  tools: LedgerTools,
): Promise<Ledger> {
  const entries = new Map<string, ManifestEntry>();
  const earlier = (): ManifestEntry[] => [...known.values()].filter((entry) => !entries.has(entry.fil));
  const write = (manifest: Omit<Manifest, 'format' | keyof ManifestHead>): Promise<void> => {
    const text = manifestText({ format: 'barometer-rapporter/1', ...head, ...manifest });
    return tools.write(join(folder, manifestName), Buffer.from(text));
  };
  const writeRunning = (): Promise<void> =>
    write({ tilstand: 'i-gang', sluttet: null, rapporter: inOrder(entries.values()), tidligere: earlier() });
  const flusher = makeFlusher(writeRunning, tools.monotonic);
  await writeRunning();
  return {
    note: (entry) => {
      entries.set(entry.fil, entry);
      flusher.flush();
    },
    close: async (tilstand, sluttet) => {
      await flusher.settle();
      const kept = await stillThere(folder, earlier());
      await write({ tilstand, sluttet, rapporter: inOrder([...entries.values(), ...kept]) });
    },
  };
}

/** By code, then file: the same whatever order reports were finished in. */
const inOrder = (entries: Iterable<ManifestEntry>): ManifestEntry[] =>
  [...entries].sort((a, b) => compare(a.kode, b.kode) || compare(a.fil, b.fil));

const compare = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0);

/** Entries of earlier runs whose files still stand as they say. */
async function stillThere(folder: string, entries: readonly ManifestEntry[]): Promise<ManifestEntry[]> {
  const digests = await Promise.all(entries.map(({ fil }) => readFile(join(folder, fil)).then(sha256, () => null)));
  return entries.flatMap((entry, index) =>
    entry.sha256 !== null && entry.sha256 === digests[index] ? [{ ...entry, senesteKoersel: false }] : [],
  );
}

/** Runs `write` soon after `flush`, never twice at a time, and rests between so that it costs no more than its share. */
function makeFlusher(write: () => Promise<void>, monotonic: () => number) {
  let running: Promise<void> | null = null;
  let waiting: NodeJS.Immediate | null = null;
  let restUntil = 0;
  const round = async (): Promise<void> => {
    const began = monotonic();
    // What cannot be written now is tried again at the end, where it is told.
    await write().catch(() => {});
    const ended = monotonic();
    restUntil = ended + (ended - began) * (1 / share - 1);
    running = null;
  };
  return {
    // Not at once: after the last report the closing manifest follows, and is enough.
    flush: (): void => {
      if (running !== null || waiting !== null || monotonic() < restUntil) return;
      waiting = setImmediate(() => {
        waiting = null;
        running = round();
      });
    },
    settle: async (): Promise<void> => {
      if (waiting !== null) clearImmediate(waiting);
      await running;
    },
  };
}
