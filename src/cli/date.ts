import { parseIsoDate, todayInDenmark } from '../danish/index.ts';
import { exitCode, UserError } from '../errors.ts';
import type { World } from './world.ts';

/** Date of generation, "2026-06-06": --dato, else SOURCE_DATE_EPOCH, else today; days are those of Denmark. */
export function generationDate(option: string | undefined, world: World): string {
  if (option !== undefined) return checkedDate(option);
  const epoch = world.env['SOURCE_DATE_EPOCH'];
  return todayInDenmark(epoch === undefined || epoch === '' ? world.now() : instantOf(epoch));
}

function checkedDate(text: string): string {
  if (parseIsoDate(text) !== null) return text;
  throw new UserError(exitCode.usage, `--dato ${text} er ikke en dato. Skriv den som åååå-mm-dd, f.eks. 2026-06-06.`);
}

/** Last second of the year 9999, the last that a four-digit year can write. */
const lastSecond = 253_402_214_400;

function instantOf(epoch: string): Date {
  const seconds = Number(epoch);
  if (/^\d+$/.test(epoch) && seconds <= lastSecond) return new Date(seconds * 1000);
  throw new UserError(
    exitCode.usage,
    `SOURCE_DATE_EPOCH=${epoch} er ikke et antal sekunder siden 1970. Ret eller fjern den, eller brug --dato.`,
  );
}
