import { exitCode } from '../errors.ts';
import { buildReport, countrySubject, explain, explanationJson, explanationText } from '../report/index.ts';
import { generationDate } from './date.ts';
import { readDataset, readTemplate } from './inputs.ts';
import type { DataOptions } from './shared-options.ts';
import { oneSubject } from './subjects.ts';
import type { World } from './world.ts';

export interface ExplainOptions extends DataOptions {
  readonly kommune?: string;
  readonly heleLandet?: boolean;
  readonly format: 'tekst' | 'json';
}

/** `forklar`: where a printed figure comes from. `wanted` is "1.1" or "noegletal 13". */
export async function runExplain(wanted: string, options: ExplainOptions, world: World): Promise<number> {
  const template = readTemplate(options);
  const subject = oneSubject(options, countrySubject(template));
  const dataset = await readDataset(options, template, [subject]);
  const explanation = explain(buildReport(dataset, template, subject, generationDate(undefined, world)), wanted);
  await world.stdout(options.format === 'json' ? explanationJson(explanation) : explanationText(explanation));
  return exitCode.ok;
}
