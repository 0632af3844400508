import { UserError } from '../../errors.ts';
import { exitCode } from '../../exit-codes.ts';
import { compiled } from './compiled.ts';

/** What `assembly/index.ts` exports. Places are offsets in `memory`. */
export interface Compressor {
  readonly memory: WebAssembly.Memory;
  /** Makes room for a stream of `length` bytes. Gives where they are to be put. */
  readonly room: (length: number) => number;
  /** Where the result for a stream of `length` bytes comes to lie. */
  readonly result: (length: number) => number;
  /** Compresses the bytes that were put into the room. Gives the length of the result. */
  readonly deflate: (length: number) => number;
}

/** WebAssembly runs at nearly full speed from its first call, where JavaScript would be slow for some dozen reports. */
export function startCompressor(): Compressor {
  const module = new WebAssembly.Module(Buffer.from(compiled, 'base64'));
  try {
    return new WebAssembly.Instance(module).exports as unknown as Compressor;
  } catch (cause) {
    throw new UserError(exitCode.internal, noSpace, { cause });
  }
}

/** V8 reserves 10 GB of addresses for any WebAssembly memory; of real memory we use less than one megabyte. */
const noSpace =
  'Systemet giver programmet for få adresser til at komprimere. Hæv grænsen (ulimit -v) til 12 GB for hver tråd i --parallel, eller fjern den (ulimit -v unlimited). Det koster ikke mere hukommelse.';
