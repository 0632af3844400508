import type { Survey } from '../../dataset/index.ts';

/** What `valider --format json` prints: every problem, none grouped, and the summary. */
export function renderSurveyJson({ problems, summary }: Survey): string {
  const output = {
    format: 'barometer-valider/1',
    valid: problems.every((problem) => problem.severity !== 'error'),
    problems: problems.map(({ place, ...problem }) => ({ ...place, ...problem })),
    summary: summary === null ? null : { ...summary, info: { ...summary.info, statusYears: statusYears(summary) } },
  };
  return `${JSON.stringify(output, null, 2)}\n`;
}

const statusYears = ({ info }: NonNullable<Survey['summary']>): Record<string, number> =>
  Object.fromEntries([...info.statusYears].map(([goal, year]) => [String(goal), year]));
