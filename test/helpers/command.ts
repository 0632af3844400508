import { spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { type afterAll, onTestFinished } from 'vitest';

const bin = fileURLToPath(new URL('../../bin/barometer-report.js', import.meta.url));

export interface Outcome {
  readonly code: number | null;
  readonly stdout: Buffer;
  readonly text: string;
  readonly stderr: string;
}

/** Runs the built program as a process of its own. */
export function run(args: readonly string[], options: { env?: Record<string, string>; cwd?: string } = {}): Outcome {
  const { SOURCE_DATE_EPOCH: _, ...inherited } = process.env;
  const result = spawnSync(process.execPath, [bin, ...args], {
    env: { ...inherited, ...options.env },
    cwd: options.cwd,
    timeout: 60_000,
    maxBuffer: 64 * 1024 * 1024,
  });
  return {
    code: result.status,
    stdout: result.stdout,
    text: result.stdout.toString(),
    stderr: result.stderr.toString(),
  };
}

/** An empty folder that goes when the test ends; for all tests of a file, with `afterAll`. */
export function temporaryFolder(whenDone: typeof onTestFinished | typeof afterAll = onTestFinished): string {
  const folder = mkdtempSync(join(tmpdir(), 'barometer-'));
  whenDone(() => rmSync(folder, { recursive: true, force: true }));
  return folder;
}

/** The events of a log that was written with `--log json`. */
export const eventsIn = (stderr: string): Record<string, unknown>[] =>
  stderr
    .trim()
    .split('\n')
    .map((line) => JSON.parse(line) as Record<string, unknown>);

/** The PDF or JSON of a report that a command line asks for, of 6 June 2026; the program says nothing beside it. */
export function documentOf(...args: string[]): Buffer {
  const { stdout, stderr } = run([...args, '--ud', '-', '--dato', '2026-06-06']);
  if (stderr !== '') throw new Error(stderr);
  return stdout;
}
