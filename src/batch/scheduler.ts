/** Something that can work on `capacity` jobs at a time. */
export interface Lane<Job> {
  readonly capacity: number;
  readonly run: (job: Job) => Promise<void>;
}

/**
 * Hands out jobs in their order to whatever lane is free. A job taken is finished; when `stopped` says so, no further
 * one is taken. When a lane rejects, no further job is taken either, and the whole rejects once those in hand are done.
 */
export async function schedule<Job>(
  jobs: readonly Job[],
  lanes: readonly Lane<Job>[],
  stopped: () => boolean,
): Promise<void> {
  let next = 0;
  let broken = false;
  const work = async (lane: Lane<Job>): Promise<void> => {
    while (!broken && !stopped() && next < jobs.length) {
      const job = jobs[next++] as Job;
      try {
        await lane.run(job);
      } catch (fault) {
        broken = true;
        throw fault;
      }
    }
  };
  const hands = lanes.flatMap((lane) => Array.from({ length: lane.capacity }, () => lane));
  const ends = await Promise.allSettled(hands.map(work));
  const failed = ends.find((end) => end.status === 'rejected');
  if (failed !== undefined) throw failed.reason;
}
