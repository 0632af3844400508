import { expect, test } from 'vitest';
import { type Span, typesetter } from '../../src/document/paragraph.ts';
import { text } from '../../src/document/style.ts';
import { content } from '../../src/document/tree.ts';
import { loadFonts } from '../../src/pdf/index.ts';

const typeset = typesetter(loadFonts());
const [one, other] = [content(), content()];
const span = (owner: Span['owner'], more: Partial<Span> = {}): Span => ({
  text: 'ord ',
  style: text.body,
  owner,
  ...more,
});

/** What is drawn, in short: the texts of each mark, and whose they are. */
const drawn = (spans: readonly Span[], width = 300): string[] =>
  typeset(spans, width).marks.map((mark) => {
    const whose = mark.owner === one ? 'one' : mark.owner === other ? 'other' : 'nobody';
    return `${whose}: ${mark.kind === 'text' ? mark.runs.map((run) => `${run.text}${run.color}`).join('|') : mark.kind}`;
  });

const ink = text.body.color;
const blue = text.link.color;

test('a text set for one owner is set for the next without being confused with it', () => {
  expect(drawn([span(one)])).toEqual([`one: ord ${ink}`]);
  expect(drawn([span(other)])).toEqual([`other: ord ${ink}`]);
});

test('the same texts in other hands, looks, widths or links are set anew', () => {
  expect(drawn([span(one), span(one)])).toEqual([`one: ord ${ink}|ord ${ink}`]);
  expect(drawn([span(one), span(other)])).toEqual([`one: ord ${ink}`, `other: ord ${ink}`]);
  expect(drawn([span(one), span(one, { style: text.link })])).toEqual([`one: ord ${ink}|ord ${blue}`]);
  expect(drawn([span(one), span(one, { style: text.link, areas: [] })])).toEqual([
    'nobody: rect',
    `one: ord ${ink}|ord ${blue}`,
  ]);
  expect(drawn([span(one), span(one)], 20)).toHaveLength(2);
});

test('each link learns of its own areas', () => {
  const [mine, theirs] = [[], []] as [[], []];
  const links = [mine, theirs].map((areas) => typeset([span(one, { style: text.link, areas })], 300).links);
  expect(links.map(([link]) => link?.areas)).toEqual([mine, theirs]);
  expect(links[0]?.[0]?.areas).toBe(mine);
  expect(links[1]?.[0]?.areas).toBe(theirs);
});
