import { slug } from '../danish/index.ts';
import { type Catalogue, COUNTRY, type Measure, type Series, type SeriesText } from '../dataset/index.ts';
import type { Municipality } from '../municipalities/index.ts';
import type { Subject } from './report.ts';
import type { Template } from './template.ts';

export const municipalitySubject = ({ code, name, region }: Municipality): Subject => ({
  kind: 'kommune',
  code,
  name,
  slug: slug(name),
  region,
});

export const countrySubject = (template: Template): Subject => ({
  kind: 'hele-landet',
  code: COUNTRY,
  name: template.country,
  slug: slug(template.country),
  region: null,
});

/** What a dataset may hold for this template: the subjects and the series with what they measure. */
export function catalogueOf(template: Template, municipalities: readonly Municipality[]): Catalogue {
  const indicators = template.goals.goals.flatMap((goal) => goal.indicators);
  const keyFigures = template.keyFigures.groups.flatMap((group) => group.keyFigures);
  return {
    subjects: new Map([
      [COUNTRY, template.country],
      ...municipalities.map(({ code, name }): [string, string] => [code, name]),
    ]),
    goals: new Map(
      template.goals.goals.map((goal) => [
        goal.number,
        { baselineYear: goal.baselineYear, indicators: goal.indicators.map(({ id }) => id) },
      ]),
    ),
    indicators: new Map(
      indicators.map(({ id, measure, nationalOnly }) => entry('indikatorer', id, measure, nationalOnly)),
    ),
    keyFigures: new Map(keyFigures.map(({ number, measure }) => entry('noegletal', String(number), measure))),
  };
}

const entry = (table: Series['table'], id: string, measure: Measure, isNational = false): [string, Series] => [
  id,
  { table, id, measure, ...(isNational && { isNational }) },
];

/** What the template says its series are, to find them by their words. */
export const seriesTexts = ({ goals, keyFigures }: Template): SeriesText[] => [
  ...goals.goals.flatMap(({ indicators }) =>
    indicators.map(({ id, text }): SeriesText => ({ table: 'indikatorer', id, text })),
  ),
  ...keyFigures.groups.flatMap((group) =>
    group.keyFigures.map(({ number, text }): SeriesText => ({ table: 'noegletal', id: String(number), text })),
  ),
];
