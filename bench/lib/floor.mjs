// The least that any program must do for such a file: compress what is compressed in it, and write it.
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { performance } from 'node:perf_hooks';
import { deflateSync, inflateSync } from 'node:zlib';
import { summary } from './stats.mjs';

/** Everything in a PDF that a Flate stream holds, but for the fonts and the colour profile, which may be kept ready. */
function changingStreams(pdf) {
  const text = Buffer.from(pdf).toString('latin1');
  const streams = [];
  for (const match of text.matchAll(/<<((?:(?!endobj)[\s\S]){0,400}?)>>\s*stream\r?\n/g)) {
    const [head, dictionary] = match;
    const length = Number(/\/Length (\d+)/.exec(dictionary)?.[1]);
    if (!dictionary.includes('/FlateDecode') || /\/Length1|\/FontFile|\/N 3/.test(dictionary) || !length) continue;
    const start = match.index + head.length;
    streams.push(inflateSync(pdf.subarray(start, start + length)));
  }
  return streams;
}

/** Milliseconds to compress and write one report; the fastest compressor at hand, node's own, at its usual level. */
export function measureFloor(pdf, folder, rounds) {
  const streams = changingStreams(pdf);
  const times = [];
  for (let round = -5; round < rounds; round++) {
    const start = performance.now();
    for (const stream of streams) deflateSync(stream);
    writeFileSync(join(folder, 'floor.pdf'), pdf);
    if (round >= 0) times.push(performance.now() - start);
  }
  return { ms: summary(times), streams: streams.length, raw: streams.reduce((sum, { length }) => sum + length, 0) };
}
