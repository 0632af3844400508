/* Plain checks of pages, which browsers and validators go beyond (npm run validate). */

const texts: Readonly<Record<string, string>> = { amp: '&', lt: '<', gt: '>', quot: '"', '#39': "'" };

export const unescaped = (text: string): string =>
  text.replace(/&(#?\w+);/g, (whole, name: string) => texts[name] ?? whole);

/** The values of an attribute in a page. */
export const attributesIn = (page: string, name: string): string[] =>
  [...page.matchAll(new RegExp(`\\s${name}="([^"]*)"`, 'g'))].map(([, value = '']) => unescaped(value));

/** What a reader of a page sees and hears, tags away and blanks as one. */
export const textOf = (page: string): string =>
  unescaped(page.replace(/<style>.*?<\/style>|<script[^>]*>.*?<\/script>/gs, ' ').replace(/<[^>]*>/g, ' '))
    .replace(/\s+/g, ' ')
    .trim();

/** What is wrong with a page by itself: its title, language, headings, ids and links within it. */
export function faultsOf(page: string): string[] {
  const ids = attributesIn(page, 'id');
  const levels = [...page.matchAll(/<h([1-6])[ >]/g)].map(([, level]) => Number(level));
  const title = unescaped(/<title>(.*?)<\/title>/.exec(page)?.[1] ?? '');
  const targets = attributesIn(page, 'href').filter((href) => href.startsWith('#'));
  const found: readonly (readonly [fault: string, is: boolean])[] = [
    ['no doctype', !page.startsWith('<!doctype html>\n')],
    ['no language', !page.includes('<html lang="da">')],
    ['no title of 70 characters at most', title === '' || title.length >= 70],
    ['not one h1', levels.filter((level) => level === 1).length !== 1],
    ['a heading skips a level', levels.some((level, index) => level > (levels[index - 1] ?? 0) + 1)],
    ['an id stands twice', new Set(ids).size !== ids.length],
    ['a link within leads nowhere', targets.some((href) => !ids.includes(href.slice(1)))],
    ['a table without caption', page.split('<table').length !== page.split('<caption').length],
    ['a heading cell without scope', /<th(?![^>]*scope)[ >]/.test(page)],
    ['a drawing without name', /<svg(?![^>]*(aria-label="[^"]+"|aria-hidden="true"))/.test(page)],
    ['a style attribute', /\sstyle="/.test(page)],
    ['a script inside', /<script(?![^>]*(src=|ld\+json))/.test(page)],
  ];
  return found.flatMap(([fault, is]) => (is ? [fault] : []));
}
