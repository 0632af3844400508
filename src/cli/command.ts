import type { World } from './world.ts';

/** What a command line asks for: a text to print (help, version), or something to run. */
export type ParsedCommand = { readonly name: 'text'; readonly text: string } | RunnableCommand;

export interface RunnableCommand {
  readonly name: 'run';
  readonly debug: boolean;
  /** Gives the exit code; throws `UserError` and `InternalError`. */
  readonly run: (world: World) => Promise<number>;
}
