import { basename } from 'node:path';
import type { DatasetFiles } from '../../../src/dataset/index.ts';

export const DATASAET = '{ "udgave": "2026-06", "titel": "Prøve", "decimaltegn": ",", "kilder": [] }';
export const INDIKATORER =
  'kommunekode;indikator;aar;vaerdi;kilde\n161;1.1;2012;16;beregnet\n161;1.1;2024;10,35;officiel\n';
export const NOEGLETAL = 'kommunekode;noegletal;periode;vaerdi;kilde\n000;14;2023;1,5;officiel\n';

/** A dataset folder in memory, named "data": the given files over valid small ones; null leaves one out. */
export function memoryFiles(given: Readonly<Record<string, string | Uint8Array | null>>, chunk = 65_536): DatasetFiles {
  const all = { 'datasaet.json': DATASAET, 'indikatorer.csv': INDIKATORER, 'noegletal.csv': NOEGLETAL, ...given };
  const content = new Map<string, Buffer>();
  for (const [name, text] of Object.entries(all)) if (text !== null) content.set(name, Buffer.from(text as string));
  return {
    kind: (path) => (path === 'data' ? 'folder' : content.has(basename(path)) ? 'file' : 'missing'),
    names: () => [...content.keys()],
    open(path) {
      const bytes = content.get(basename(path)) ?? Buffer.alloc(0);
      let at = 0;
      return {
        read(into) {
          const length = Math.min(into.length, chunk, bytes.length - at);
          bytes.copy(into, 0, at, at + length);
          at += length;
          return length;
        },
        close: () => undefined,
      };
    },
  };
}
