/**
 * How often a test tries what can be tried any number of times: enough to notice a fault on every `npm test`, and all
 * that is worth waiting for with `THOROUGH=1`, which .ci/run sets.
 */
export const tries = (usual: number, thorough: number): number =>
  process.env['THOROUGH'] === undefined ? usual : thorough;
