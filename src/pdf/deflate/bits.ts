/** Collects bits, lowest first, in a buffer that is known to be long enough. */
export class BitSink {
  private readonly buffer: Uint8Array;
  private at = 0;
  private pending = 0;
  private count = 0;

  constructor(length: number) {
    this.buffer = new Uint8Array(length);
  }

  /** At most 16 bits. */
  bits(value: number, length: number): void {
    this.pending |= value << this.count;
    this.count += length;
    if (this.count < 16) return;
    this.buffer[this.at++] = this.pending;
    this.buffer[this.at++] = this.pending >> 8;
    this.pending >>>= 16;
    this.count -= 16;
  }

  /** Fills up to a whole byte with zeros. */
  align(): void {
    for (; this.count > 0; this.count -= 8) {
      this.buffer[this.at++] = this.pending;
      this.pending >>>= 8;
    }
    this.count = 0;
  }

  /** Only when aligned. */
  byte(value: number): void {
    this.buffer[this.at++] = value;
  }

  /** Only when aligned. */
  bytes(values: Uint8Array): void {
    this.buffer.set(values, this.at);
    this.at += values.length;
  }

  taken(): Uint8Array {
    return this.buffer.subarray(0, this.at);
  }
}
