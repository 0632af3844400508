import { isAscii, isUtf8 } from 'node:buffer';

export type Encoding = 'utf-8' | 'windows-1252';

/** Bytes that a lead byte announces, 0 for one that leads nothing. */
const announced = (lead: number): number => (lead < 0xc2 ? 0 : lead < 0xe0 ? 2 : lead < 0xf0 ? 3 : lead < 0xf5 ? 4 : 0);

/** The second byte's least and greatest value, by lead: no overlong forms, no surrogates, nothing above U+10FFFF. */
const seconds: ReadonlyMap<number, readonly [number, number]> = new Map([
  [0xe0, [0xa0, 0xbf]],
  [0xed, [0x80, 0x9f]],
  [0xf0, [0x90, 0xbf]],
  [0xf4, [0x80, 0x8f]],
]);
const anyNext = [0x80, 0xbf] as const;

/** Length of the valid UTF-8 sequence at `at`, 0 when there is none, -1 when the bytes end before it does. */
export function sequenceLength(bytes: Uint8Array, at: number, end: number): number {
  const lead = bytes[at] ?? 0;
  if (lead < 0x80) return 1;
  const length = announced(lead);
  for (let i = 1; i < length; i++) {
    if (at + i >= end) return -1;
    const [low, high] = i === 1 ? (seconds.get(lead) ?? anyNext) : anyNext;
    const byte = bytes[at + i] ?? 0;
    if (byte < low || byte > high) return 0;
  }
  return length;
}

/** In Windows-1252 a capital Æ, Ø or Å before a non-breaking space looks like UTF-8, but never is in a Danish file. */
const isDanishCapitalAndBlank = (lead: number, next: number): boolean =>
  next === 0xa0 && (lead === 0xc5 || lead === 0xc6 || lead === 0xd8);

/**
 * Decides a file's encoding while it streams by. A file is UTF-8 until the first byte that cannot be; it is then
 * Windows-1252, which is sound because everything before was ASCII, the same in both. A file that has both valid
 * UTF-8 beyond ASCII and bytes that cannot be UTF-8 is mixed: `mixedAt` is the byte that shows it.
 */
export class EncodingWatch {
  encoding: Encoding = 'utf-8';
  /** Offset in the file of the byte that proves a mix, or -1. */
  mixedAt = -1;
  /** Nothing but ASCII was seen so far. */
  ascii = true;
  #beyondAscii = false;
  #offset = 0;
  #pending: Uint8Array = new Uint8Array(0);

  /** `final` says that no more bytes follow. Bytes must be seen here before they are decoded. */
  see(chunk: Uint8Array, final: boolean): void {
    if (this.#pending.length === 0 && isAscii(chunk)) {
      this.#offset += chunk.length;
      return;
    }
    this.ascii = false;
    const bytes = this.#pending.length === 0 ? chunk : Buffer.concat([this.#pending, chunk]);
    const start = this.#offset - this.#pending.length;
    const end = final ? bytes.length : completeEnd(bytes);
    // A copy: the bytes are overwritten by the next chunk.
    this.#pending = Uint8Array.from(bytes.subarray(end));
    this.#offset += chunk.length;
    if (this.mixedAt < 0) this.#decide(bytes.subarray(0, end), start);
  }

  #decide(bytes: Uint8Array, start: number): void {
    if (this.encoding === 'utf-8' && isUtf8(bytes)) {
      this.#beyondAscii ||= !isAscii(bytes);
      return;
    }
    for (let at = 0; at < bytes.length; ) {
      const length = sequenceLength(bytes, at, bytes.length);
      const clash = length > 1 ? this.#valid(bytes, at) : length < 1 && this.#invalid();
      if (clash) {
        this.mixedAt = start + at;
        return;
      }
      at += Math.max(length, 1);
    }
  }

  /** True when a valid sequence stands in a Windows-1252 file. */
  #valid(bytes: Uint8Array, at: number): boolean {
    if (this.encoding === 'windows-1252') return !isDanishCapitalAndBlank(bytes[at] ?? 0, bytes[at + 1] ?? 0);
    this.#beyondAscii = true;
    return false;
  }

  /** True when a byte that cannot be UTF-8 stands in a UTF-8 file. */
  #invalid(): boolean {
    if (this.#beyondAscii) return true;
    this.encoding = 'windows-1252';
    return false;
  }
}

/** Where the last sequence begins that may go on in the next chunk; the length when there is none. */
function completeEnd(bytes: Uint8Array): number {
  for (let back = 1; back <= Math.min(3, bytes.length); back++) {
    const at = bytes.length - back;
    if ((bytes[at] ?? 0) >= 0xc2) return sequenceLength(bytes, at, bytes.length) === -1 ? at : bytes.length;
    if ((bytes[at] ?? 0) < 0x80) return bytes.length;
  }
  return bytes.length;
}

let windows1252: InstanceType<typeof TextDecoder> | undefined;

/** Text of `bytes` from `start` to `end`. */
export function decode(bytes: Buffer, start: number, end: number, encoding: Encoding): string {
  if (encoding === 'utf-8') return bytes.toString('utf8', start, end);
  windows1252 ??= new TextDecoder('windows-1252');
  return windows1252.decode(bytes.subarray(start, end));
}

/** Characters (UTF-16 units, as editors count columns) of `bytes` from `start` to `end`. */
export function charactersIn(bytes: Uint8Array, start: number, end: number, encoding: Encoding): number {
  if (encoding === 'windows-1252') return end - start;
  let count = 0;
  for (let at = start; at < end; at++) {
    const byte = bytes[at] ?? 0;
    if ((byte & 0xc0) !== 0x80) count += byte >= 0xf0 ? 2 : 1;
  }
  return count;
}
