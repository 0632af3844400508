import { expect, test } from 'vitest';
import { type Span, typesetter } from '../../src/document/paragraph.ts';
import { rememberedSettings } from '../../src/document/settings.ts';
import { type TextStyle, text } from '../../src/document/style.ts';
import { content } from '../../src/document/tree.ts';
import { loadFonts } from '../../src/pdf/index.ts';

const typeset = typesetter(rememberedSettings(loadFonts()));
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

test('a text set for one owner is set for the next without being confused with it', () => {
  expect(drawn([span(one)])).toEqual([`one: ord ${ink}`]);
  expect(drawn([span(other)])).toEqual([`other: ord ${ink}`]);
});

test('the same texts in other hands, widths or links are set anew', () => {
  expect(drawn([span(one), span(one)])).toEqual([`one: ord ${ink}|ord ${ink}`]);
  expect(drawn([span(one), span(other)])).toEqual([`one: ord ${ink}`, `other: ord ${ink}`]);
  expect(drawn([span(one), span(one, { areas: [] })])).toEqual([`one: ord ${ink}|ord ${ink}`]);
  expect(typeset([span(one), span(one, { areas: [] })], 300).links).toHaveLength(1);
  expect(typeset([span(one), span(one)], 300).links).toHaveLength(0);
  expect(typeset([span(one)], 300).links).toHaveLength(0);
  expect(typeset([span(one, { areas: [] })], 300).links).toHaveLength(1);
  expect(drawn([span(one), span(one)], 20)).toHaveLength(2);
});

test('whose a span is tells also across one that draws nothing', () => {
  const third = content();
  const empty = span(other, { text: '' });
  expect(typeset([span(one), empty, span(one)], 300).marks).toHaveLength(1);
  expect(typeset([span(one), empty, span(third)], 300).marks.map((mark) => mark.owner)).toEqual([one, third]);
});

/** Each differs from the body's look in one thing. */
const looks: readonly TextStyle[] = [
  text.body,
  { ...text.body, font: 'semibold' },
  { ...text.body, size: 12 },
  { ...text.body, color: text.link.color },
  { ...text.body, underline: true },
];

test.each([1, 2])('a look that differs in one thing is another look, for %i spans', (count) => {
  const seen = looks.map((style) => {
    const spans = Array.from({ length: count }, () => span(one, { style, areas: [] }));
    const { marks, height } = typeset(spans, 300);
    return JSON.stringify([height, marks.map((mark) => (mark.kind === 'text' ? mark.runs : mark.kind))]);
  });
  expect(new Set(seen).size).toBe(looks.length);
  const plain = looks.slice(0, 4).map((style) => JSON.stringify(typeset([span(one, { style })], 300)));
  expect(new Set(plain).size).toBe(4);
});

test('words that must stay together are not set like those that need not', () => {
  const lines = (whole: boolean): string[] => {
    const { marks } = typeset([span(one, { text: 'aaaa bbbbbbbb', whole })], 40);
    return marks.map((mark) => (mark.kind === 'text' ? mark.runs.map((run) => run.text).join('') : ''));
  };
  expect(lines(false)[0]).toBe('aaaa ');
  expect(lines(true)[0]).toMatch(/^aaaa b/); // cut, as it is too wide for any line
  expect(lines(false)[0]).toBe('aaaa ');
});

test('each link learns of its own areas', () => {
  const [mine, theirs] = [[], []] as [[], []];
  const links = [mine, theirs].map((areas) => typeset([span(one, { style: text.link, areas })], 300).links);
  expect(links.map(([link]) => link?.areas)).toEqual([mine, theirs]);
  expect(links[0]?.[0]?.areas).toBe(mine);
  expect(links[1]?.[0]?.areas).toBe(theirs);
});
