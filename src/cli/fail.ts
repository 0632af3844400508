import { exitCode, InternalError, UserError } from '../errors.ts';
import type { World } from './world.ts';

/** Tells a fault on standard error and gives its exit code; a stack only with --debug. */
export function fail(fault: unknown, debug: boolean, world: World): number {
  const known = fault instanceof UserError || fault instanceof InternalError;
  world.stderr(`barometer-report: ${fault instanceof UserError ? fault.message : internalMessage(fault)}\n`);
  if (debug && fault instanceof Error) world.stderr(`${stackOf(fault)}\n`);
  return known ? fault.code : exitCode.internal;
}

function internalMessage(fault: unknown): string {
  const reason = fault instanceof Error ? fault.message : String(fault);
  return `Fejl i programmet: ${reason}\nKør igen med --debug, og send udskriften til dem, der vedligeholder programmet.`;
}

function stackOf(fault: Error): string {
  const cause = fault.cause instanceof Error ? `\nÅrsag: ${stackOf(fault.cause)}` : '';
  return `${fault.stack ?? fault.message}${cause}`;
}
