import { Readable } from 'node:stream';
import { createGunzip } from 'node:zlib';

/**
 * Unpacks gzip as a stream. Its check sum, its length and that nothing stands after it are checked: a damaged file
 * ends in an error with a `code` of zlib, never in other bytes.
 */
export async function* gunzipped(packed: Iterable<Uint8Array>): AsyncGenerator<Uint8Array> {
  let bytes = 0;
  const copies = function* (): Generator<Buffer> {
    for (const chunk of packed) {
      bytes += chunk.length;
      yield Buffer.from(chunk);
    }
  };
  const gunzip = createGunzip({ chunkSize: 65_536 });
  const source = Readable.from(copies(), { objectMode: false });
  source.once('error', (error) => gunzip.destroy(error));
  yield* source.pipe(gunzip) as AsyncIterable<Buffer>;
  if (gunzip.bytesWritten !== bytes) {
    throw Object.assign(new Error('bytes after the end of the gzip stream'), { code: 'Z_DATA_ERROR' });
  }
}
