import { setFlagsFromString } from 'node:v8';
import { defineConfig } from 'vitest/config';

// Reports and datasets are many small objects that live for one test: with more room for young ones a tenth of all work
// is saved.
setFlagsFromString('--max-semi-space-size=64');

/** Tests that put something of their own in a module's place, and so cannot share modules with others. */
const withMocks = ['test/batch/run-batch.test.ts', 'test/file/whole-file.test.ts'];

export default defineConfig({
  test: {
    globalSetup: 'test/global-setup.ts',
    testTimeout: 60_000,
    pool: 'threads',
    // By default one core is left to others, which on two cores halves the speed.
    maxWorkers: '100%',
    projects: [
      // Loading the program's modules once for each thread takes a third off the time of all tests.
      { extends: true, test: { name: 'shared', include: ['test/**/*.test.ts'], exclude: withMocks, isolate: false } },
      { extends: true, test: { name: 'mocked', include: withMocks } },
    ],
  },
});
