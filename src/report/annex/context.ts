import { COUNTRY } from '../../dataset/index.ts';
import { regions } from '../../municipalities/index.ts';
import type { Context } from '../figures.ts';
import type { IndicatorTemplate } from '../template.ts';
import type { Side } from './annex.ts';
import type { CommonFigures } from './common.ts';
import type { AnnexWording } from './wording.ts';

/** What every part of an annex is made from. */
export interface AnnexContext extends Context {
  readonly words: AnnexWording;
  readonly common: CommonFigures;
  readonly names: Side<string>;
  /** Whose figures of an indicator are shown, by their codes in the dataset. */
  readonly codesOf: (indicator: IndicatorTemplate) => Side<string>;
}

export function annexContext(context: Context, common: CommonFigures): AnnexContext {
  const { subject, template } = context;
  const isCountry = subject.code === COUNTRY;
  const region = regions.find(({ name }) => name === subject.region);
  const hasRegion = (id: string): boolean =>
    region !== undefined && (common.indicators.get(id)?.regions.has(region.code) ?? false);
  const isRegionShown = template.goals.goals.some((goal) => goal.indicators.some(({ id }) => hasRegion(id)));
  return {
    ...context,
    words: common.words,
    common,
    names: {
      subject: subject.name,
      ...(region !== undefined && isRegionShown && { region: region.name }),
      ...(!isCountry && { country: template.country }),
    },
    codesOf: ({ id }) => ({
      subject: subject.code,
      ...(region !== undefined && hasRegion(id) && { region: region.code }),
      ...(!isCountry && { country: COUNTRY }),
    }),
  };
}

/** Something else of each side. */
export const mapSides = <T, U>({ subject, region, country }: Side<T>, change: (of: T) => U): Side<U> => ({
  subject: change(subject),
  ...(region !== undefined && { region: change(region) }),
  ...(country !== undefined && { country: change(country) }),
});
