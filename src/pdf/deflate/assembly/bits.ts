/** Collects bits, lowest first. The place that it writes to has room for whatever comes. */

let to: usize = 0;
let pending: u64 = 0;
let count: u32 = 0;

export function startAt(place: usize): void {
  to = place;
  pending = 0;
  count = 0;
}

/** At most 32 bits. */
export function writeBits(value: u32, length: u32): void {
  pending |= (<u64>value) << count;
  count += length;
  if (count < 32) return;
  store<u32>(to, <u32>pending);
  to += 4;
  pending >>= 32;
  count -= 32;
}

/** Fills up to a whole byte with zeros. Returns where the next byte goes. */
export function align(): usize {
  for (let left = <i32>count; left > 0; left -= 8) {
    store<u8>(to++, <u8>pending);
    pending >>= 8;
  }
  count = 0;
  return to;
}
