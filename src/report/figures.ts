import type { Dataset, Problem, SeriesNote } from '../dataset/index.ts';
import type { Subject } from './report.ts';
import type { Template } from './template.ts';

/** What every part of a report is made from. */
export interface Context {
  readonly figures: Figures;
  readonly template: Template;
  readonly subject: Subject;
  /** Goal number → year set by the dataset's owner. */
  readonly statusYears: ReadonlyMap<number, number>;
  /** Key figure → period set by the dataset's owner. */
  readonly periods: ReadonlyMap<string, string>;
  /** What the dataset's owner says of an indicator or a key figure. */
  readonly notes: ReadonlyMap<string, SeriesNote>;
}

/** What is said of a series, for its row. */
export function aboutSeries(id: string, { notes }: Context): { readonly about?: SeriesNote } {
  const about = notes.get(id);
  return about === undefined ? {} : { about };
}

/**
 * The only way from a dataset into a report. Each question is noted with the wrong rows that may have been meant for
 * its answer, so that no report rests on one of them unseen.
 */
export interface Figures extends Pick<Dataset, 'newestYear' | 'newestPeriod' | 'indicator' | 'keyFigure'> {
  /** Notes what stops the report of a subject whatever its cells hold. */
  readonly subject: (code: string) => void;
  /** The problems of all questions so far, each once, in the order of `dataset.problems`. */
  readonly problems: () => readonly Problem[];
}

/** `known` are problems of questions that were asked before. */
export function figuresOf(dataset: Dataset, known: readonly Problem[] = []): Figures {
  const met = new Set<Problem>(known);
  const noted = <Answer>(problems: readonly Problem[], answer: Answer): Answer => {
    for (const problem of problems) met.add(problem);
    return answer;
  };
  return {
    newestYear: (...asked) => noted(dataset.newestYearFaults(...asked), dataset.newestYear(...asked)),
    newestPeriod: (...asked) => noted(dataset.newestPeriodFaults(...asked), dataset.newestPeriod(...asked)),
    indicator: (...asked) => noted(dataset.indicatorFaults(...asked), dataset.indicator(...asked)),
    keyFigure: (...asked) => noted(dataset.keyFigureFaults(...asked), dataset.keyFigure(...asked)),
    subject: (code) => noted(dataset.subjectProblems(code), undefined),
    problems: () => [...new Set([...dataset.problems.filter((problem) => met.has(problem)), ...met])],
  };
}
