import { exitCode, UserError } from '../../errors.ts';
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
  if (typeof WebAssembly === 'undefined') throw new UserError(exitCode.internal, switchedOff);
  try {
    const module = new WebAssembly.Module(Buffer.from(compiled, 'base64'));
    return new WebAssembly.Instance(module).exports as unknown as Compressor;
  } catch (cause) {
    throw new UserError(exitCode.internal, noSpace, { cause });
  }
}

const switchedOff =
  'WebAssembly er slået fra i Node, og programmet kan ikke komprimere uden. Fjern --jitless fra kommandoen eller NODE_OPTIONS.';

/** V8 reserves 10 GB of addresses for any WebAssembly memory; of real memory a report uses less than one megabyte. */
const noSpace =
  'Systemet giver programmet for få adresser til at komprimere. Hæv grænsen (ulimit -v) til 12 GB for hver tråd i --parallel, eller fjern den (ulimit -v unlimited). Det koster ikke mere hukommelse.';
