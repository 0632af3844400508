import type { StopSignal, Tell } from '../../batch/events.ts';
import { exitCode } from '../../errors.ts';
import type { World } from '../world.ts';

/** SIGINT and SIGTERM of a run of the program. */
export interface Signals {
  /** Aborted by the first signal after `arm`, with its name as the reason. */
  readonly signal: AbortSignal;
  /** From now on a first signal asks for an orderly end; before, and from the second on, the process ends at once. */
  readonly arm: (tell: Tell) => void;
}

const codes: Readonly<Record<StopSignal, number>> = { SIGINT: exitCode.sigint, SIGTERM: exitCode.sigterm };

export function takeSignals(world: World): Signals {
  const controller = new AbortController();
  let armed: Tell | null = null;
  world.onSignal((name) => {
    if (armed === null || controller.signal.aborted) return world.exit(codes[name]);
    armed({ kind: 'signal', signal: name });
    controller.abort(name);
  });
  return {
    signal: controller.signal,
    arm: (tell) => {
      armed = tell;
    },
  };
}
