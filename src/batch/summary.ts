import { exitCode } from '../errors.ts';
import type { StopReason, Summary } from './events.ts';
import type { Made } from './make-report.ts';

const codeOfStop: Readonly<Record<StopReason, number | null>> = {
  SIGINT: exitCode.sigint,
  SIGTERM: exitCode.sigterm,
  disk: exitCode.cannotWrite,
  fejl: null,
};

/** `made` holds what was tried; the names of all others are `untried`. */
export function summarise(
  made: readonly Made[],
  rest: Omit<Summary, 'written' | 'unchanged' | 'failed' | 'bytes' | 'code'>,
): Summary {
  const inState = (state: string) => made.filter(({ entry }) => entry.tilstand === state);
  const written = inState('skrevet');
  const bytes = written.reduce((sum, { entry }) => sum + (entry.bytes ?? 0), 0);
  return {
    ...rest,
    written: written.length,
    unchanged: inState('uaendret').length,
    failed: inState('fejl').map(({ entry }) => entry),
    bytes,
    code: codeOf(made, rest),
  };
}

function codeOf(made: readonly Made[], { stoppedBy, manifestFault }: Pick<Summary, 'stoppedBy' | 'manifestFault'>) {
  const stopped = stoppedBy === null ? null : codeOfStop[stoppedBy];
  if (stopped !== null) return stopped;
  if (manifestFault !== null) return exitCode.cannotWrite;
  const codes = new Set(made.map(({ fault }) => fault?.code ?? exitCode.ok));
  // All alike: everything was made, or nothing, for one kind of reason, which then says more than "some".
  return codes.size > 1 ? exitCode.partial : ([...codes][0] ?? exitCode.ok);
}
