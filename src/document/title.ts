import type { Title } from '../report/report.ts';

/** The second line of the title: whose report, and when. */
export const nameLine = ({ subject, edition }: Title): string => (subject === '' ? edition : `${subject} ${edition}`);
