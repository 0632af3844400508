import { hash } from 'node:crypto';
import type { ManifestHead } from '../batch/index.ts';
import type { Dataset, FormerFolder, Severity } from '../dataset/index.ts';
import { creator } from './command-line.ts';
import type { Log } from './log.ts';

/** What the reports of a run have in common; `template` is its text. */
export const manifestHead = ({ info }: Dataset, date: string, template: string): ManifestHead => ({
  program: creator,
  node: process.versions.node,
  edition: info.edition,
  date,
  dataset: { title: info.title, sha256: info.digest },
  template: { sha256: hash('sha256', template) },
});

/**
 * Says that the dataset has errors: rows that are wrong but not needed stop nothing, and the user still has to know of
 * them. What is returned says at the end of a run that it has warnings, and with which options `valider` shows them:
 * those of a comparison with a dataset that --forrige names are among them.
 */
export function announceProblems(dataset: Dataset, { onEvent }: Log, former?: FormerFolder): () => void {
  const [errors, warnings] = [countOf('error', dataset), countOf('warning', dataset)];
  if (errors > 0) onEvent({ kind: 'data', errors });
  return () => {
    if (warnings > 0) onEvent({ kind: 'warnings', warnings, former: former?.option ?? null });
  };
}

const countOf = (severity: Severity, { problems, checkProblems }: Dataset): number =>
  [...problems, ...checkProblems].filter((problem) => problem.severity === severity).length;
