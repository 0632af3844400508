import { surveyDataset } from '../../dataset/index.ts';
import { exitCode } from '../../errors.ts';
import { catalogueFor, datasetFolder, readTemplate } from '../inputs.ts';
import type { DataOptions } from '../shared-options.ts';
import type { World } from '../world.ts';
import { renderSurveyJson } from './render-json.ts';
import { renderSurveyText } from './render-text.ts';

export interface ValidateOptions extends DataOptions {
  readonly format: 'tekst' | 'json';
}

const renderers = { tekst: renderSurveyText, json: renderSurveyJson };

/** `valider`: everything that is wrong with a dataset and what it holds; 65 when something is wrong. */
export async function runValidate(options: ValidateOptions, world: World): Promise<number> {
  const survey = await surveyDataset(datasetFolder(options), catalogueFor(readTemplate(options)));
  await world.stdout(renderers[options.format](survey));
  return survey.problems.some((problem) => problem.severity === 'error') ? exitCode.data : exitCode.ok;
}
