import { FileRefused, whyUnread } from '../../file/index.ts';
import { wholeFile } from '../place.ts';
import { damagedGzip, refusedAsTooLarge, unread } from '../rules/files.ts';
import type { Problem, RuleOn } from '../rules/rule.ts';

/** Ends the reading of a file at a place of it, or of what `datasaet.json` says of it. */
export class UnreadableFile extends Error {
  readonly problems: readonly Problem[];

  constructor(...problems: readonly Problem[]) {
    super(problems[0]?.message);
    this.problems = problems;
  }
}

/** Ends the reading of a file that is wrong as a whole. Who opened it knows its name. */
export class FileFault<Data extends readonly unknown[] = readonly unknown[]> extends Error {
  readonly rule: RuleOn<Data>;
  readonly #data: Data;

  constructor(rule: RuleOn<Data>, ...data: Data) {
    super(rule.id);
    this.rule = rule;
    this.#data = data;
  }

  problemIn(file: string): Problem {
    return this.rule.at(wholeFile(file), ...this.#data);
  }
}

/** The problems of an error that ended a file's reading. Throws what is neither the file's nor the system's fault. */
export function problemsOf(error: unknown, file: string): readonly Problem[] {
  if (error instanceof UnreadableFile) return error.problems;
  if (error instanceof FileFault) return [error.problemIn(file)];
  const code = (error as NodeJS.ErrnoException).code ?? '';
  if (code.startsWith('Z_') || code === 'ERR_TRAILING_JUNK_AFTER_STREAM_END') return [damagedGzip.at(wholeFile(file))];
  const reason = whyUnread(error);
  if (reason === null) throw error;
  const isTooLarge = error instanceof FileRefused && error.reason === 'too-large';
  return [(isTooLarge ? refusedAsTooLarge : unread).at(wholeFile(file), reason.why, reason.remedy)];
}
