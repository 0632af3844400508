import type { Period } from '../danish/index.ts';
import type { Dataset } from '../dataset/dataset.ts';
import type { Figure } from '../dataset/figure.ts';
import type { Problem } from '../dataset/problem.ts';

/**
 * The only way from a dataset into a report: every figure, year and period that a report asks for is noted here with
 * the wrong rows that may have been meant for it, so that none can be used unseen.
 */
export interface Figures {
  newestYear(indicators: readonly string[], notAfter?: number): number | undefined;
  newestPeriod(keyFigure: string): Period | undefined;
  indicator(subject: string, indicator: string, year: number): Figure | undefined;
  keyFigure(subject: string, keyFigure: string, period: Period): Figure | undefined;
  /** All faults met so far, each once, in the order of `dataset.problems`. */
  faults(): readonly Problem[];
}

export function figuresOf(dataset: Dataset): Figures {
  const faults = new Set<Problem>();
  const note = (problems: readonly Problem[]): void => {
    for (const problem of problems) faults.add(problem);
  };
  return {
    newestYear(indicators, notAfter) {
      note(dataset.newestYearFaults(indicators, notAfter));
      return dataset.newestYear(indicators, notAfter);
    },
    newestPeriod(keyFigure) {
      note(dataset.newestPeriodFaults(keyFigure));
      return dataset.newestPeriod(keyFigure);
    },
    indicator(subject, indicator, year) {
      note(dataset.indicatorFaults(subject, indicator, year));
      return dataset.indicator(subject, indicator, year);
    },
    keyFigure(subject, keyFigure, period) {
      note(dataset.keyFigureFaults(subject, keyFigure, period));
      return dataset.keyFigure(subject, keyFigure, period);
    },
    faults: () => inOrder(faults, dataset.problems),
  };
}

function inOrder(faults: ReadonlySet<Problem>, problems: readonly Problem[]): Problem[] {
  const listed = new Set(problems.filter((problem) => faults.has(problem)));
  return [...listed, ...[...faults].filter((problem) => !listed.has(problem))];
}
