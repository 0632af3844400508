import { setTimeout } from 'node:timers/promises';
import { afterAll, expect, it } from 'vitest';
import { run, runProcess, temporaryFolder } from '../helpers/command.ts';
import { tries } from '../helpers/tries.ts';
import { start } from './support/child.ts';
import { codedDataset } from './support/coded-dataset.ts';
import { seeded } from './support/random.ts';
import { digestsOf, manifestOf, strayIn, untruths } from './support/truth.ts';

const datasets = [0, 1].map((shift) =>
  codedDataset(temporaryFolder(afterAll), { shift, region: 'Region Nordjylland' }),
);

const argsFor = (folder: string, data: string): string[] => [
  ...['--region', 'Nordjylland', '--data', data, '--ud', folder, '--dato', '2026-06-06', '--kun-aendrede'],
];

/** What full runs make, and how long one takes here: the moments to kill at lie within. */
async function reference() {
  const folders = datasets.map(() => temporaryFolder());
  const [first = '', second = ''] = folders;
  const began = performance.now();
  expect(runProcess(argsFor(first, datasets[0] ?? '')).code).toBe(0);
  const duration = performance.now() - began;
  expect((await run(argsFor(second, datasets[1] ?? ''))).code).toBe(0);
  return { digests: folders.map(digestsOf), duration };
}

/** Whether a run left a report as it was. */
const isResumed = (stderr: string): boolean => stderr.includes('"tilstand":"uaendret"');

/** Each takes about a second. */
const kills = tries(3, 50);

it('killed at any moment there are only whole reports and a true manifest, and the next run goes on', {
  timeout: 300_000,
}, async () => {
  const random = seeded(50);
  const { digests, duration } = await reference();
  const whole = (name: string, digest: string): boolean => digests.some((of) => of.get(name) === digest);
  const folder = temporaryFolder();
  let wanted = 0;
  let [killed, resumed] = [0, 0];
  for (let round = 0; killed < kills && round < 2 * kills; round++) {
    const child = start(argsFor(folder, datasets[wanted] ?? ''));
    // Any moment, and every other time one among the reports, however busy the machine is.
    const moment =
      round % 2 === 0 ? setTimeout(random() * duration) : child.reports(1 + Math.floor(random() * 10)).catch(() => {});
    await Promise.race([moment, child.ended]);
    child.process.kill('SIGKILL');
    const { code, stderr } = await child.ended;
    expect(untruths(folder, whole), `round ${round}`).toEqual([]);
    if (isResumed(stderr)) resumed += 1;
    if (code === 'SIGKILL') killed += 1;
    else {
      expect(code, stderr).toBe(0);
      expect(strayIn(folder)).toEqual([]);
      expect(digestsOf(folder)).toEqual(digests[wanted]);
      wanted = 1 - wanted;
    }
  }
  expect(killed).toBe(kills);
  const last = await start(argsFor(folder, datasets[wanted] ?? '')).ended;
  expect(last.code, last.stderr).toBe(0);
  if (isResumed(last.stderr)) resumed += 1;
  expect(strayIn(folder)).toEqual([]);
  expect(digestsOf(folder)).toEqual(digests[wanted]);
  expect(manifestOf(folder).tilstand).toBe('faerdig');
  expect(resumed).toBeGreaterThan(0);
});
