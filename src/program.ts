/** The two doors of the built program: a command line, and a thread of a batch. Each loads only what it needs. */

export const main = async (argv: readonly string[]): Promise<number> => (await import('./cli/main.ts')).main(argv);

export const servePrints = async (): Promise<void> => (await import('./batch/worker.ts')).servePrints();
