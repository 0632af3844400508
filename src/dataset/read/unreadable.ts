import { FileRefused } from '../../file/index.ts';
import { whyUnread } from '../../unread-file.ts';
import { wholeFile } from '../place.ts';
import { damagedGzip, refusedAsTooLarge, unread } from '../rules/files.ts';
import type { Problem } from '../rules/rule.ts';

/** Ends the reading of a file. */
export class UnreadableFile extends Error {
  readonly problems: readonly Problem[];

  constructor(...problems: readonly Problem[]) {
    super(problems[0]?.message);
    this.problems = problems;
  }
}

/** The problems of an error that ended a file's reading. Throws what is neither the file's nor the system's fault. */
export const problemsOf = (error: unknown, file: string): readonly Problem[] =>
  error instanceof UnreadableFile ? error.problems : [cannotRead(error, file)];

/** What the system says of a file that cannot be read. */
function cannotRead(error: unknown, file: string): Problem {
  const place = wholeFile(file);
  const code = (error as NodeJS.ErrnoException).code ?? '';
  if (code.startsWith('Z_') || code === 'ERR_TRAILING_JUNK_AFTER_STREAM_END') return damagedGzip.at(place);
  const reason = whyUnread(error);
  if (reason === null) throw error;
  const isTooLarge = error instanceof FileRefused && error.reason === 'too-large';
  return (isTooLarge ? refusedAsTooLarge : unread).at(place, reason.why, reason.remedy);
}
