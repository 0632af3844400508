import type { Annex } from '../../../report/index.ts';
import { type Node, paragraph, run, tag } from '../node.ts';
import { text } from '../style.ts';

/** One heading in two sizes, as that of the report. */
export function heading({ titles: { above, title } }: Annex): Node[] {
  const owner = tag('H1', null, { bookmark: { title: above, level: 1 }, place: 'bilagets titel' });
  return [paragraph([run(`${above} `, owner, text.kicker)], 0, 1), paragraph([run(title, owner, text.title)], 0, 8)];
}
