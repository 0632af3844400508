// Checks the site of `udgiv`, and a report as one page, in what browsers and validators see: html-validate and the Nu
// checker on all pages, links, and in Chromium axe on every kind of page in light, dark, narrow and forced colours, the
// console, requests, widths, the keyboard and print. With --alle axe looks at every page.
// Usage: node scripts/validate-site.mjs [--alle]
// Exit: 0 all is as it should be, 1 not so, 69 Chromium or Java is missing.
import { execFileSync, spawnSync } from 'node:child_process';
import { existsSync, mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { HtmlValidate } from 'html-validate';
import { chromium } from 'playwright-core';

const root = fileURLToPath(new URL('..', import.meta.url));
const require = createRequire(import.meta.url);
const program = join(root, 'bin/barometer-report.js');
const browserPath = ['/usr/bin/chromium', '/usr/bin/chromium-browser', '/usr/bin/google-chrome'].find(existsSync);
const lonePage = 'en-side.html';

/** One or more of every kind of page. */
const kinds = [
  ...['index.html', 'indikatorer.html', 'om.html', 'hele-landet.html', lonePage],
  ...['glostrup', 'laesoe', 'ringkoebing-skjern'].map((slug) => `kommune/${slug}.html`),
  ...['indikator/1-1.html', 'indikator/8-3.html', 'indikator/4-1.html', 'noegletal/14.html'],
];

const modes = {
  light: { viewport: { width: 1100, height: 900 } },
  dark: { viewport: { width: 1100, height: 900 }, colorScheme: 'dark' },
  narrow: { viewport: { width: 320, height: 900 } },
  'forced colors': { viewport: { width: 320, height: 900 }, forcedColors: 'active' },
};

const rules = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'];

const say = (text) => process.stdout.write(`${text}\n`);

/** Says how many faults a check found, and the first of them. */
function report(what, faults) {
  say(`${what}: ${faults.length === 0 ? 'ingen fejl' : `${faults.length} fejl`}.`);
  for (const fault of faults.slice(0, 10)) say(`  ${fault}`);
  return faults.length;
}

function makeSite(folder) {
  const make = (...args) => execFileSync(process.execPath, [program, ...args, '-q', '--dato', '2026-06-06']);
  make('udgiv', '--ud', folder);
  make('--kommune', 'Glostrup', '--format', 'html', '--ud', join(folder, lonePage));
}

async function htmlFaults(folder, pages) {
  const validator = new HtmlValidate({
    extends: ['html-validate:recommended'],
    // As preact writes them.
    rules: { 'doctype-style': ['error', { style: 'lowercase' }], 'void-style': 'off', 'no-trailing-whitespace': 'off' },
  });
  const faults = [];
  for (const page of pages) {
    const { results } = await validator.validateString(readFileSync(join(folder, page), 'utf8'), page);
    const messages = results.flatMap((result) => result.messages);
    faults.push(...messages.map(({ line, column, message }) => `${page}:${line}:${column} ${message}`));
  }
  return faults;
}

function nuFaults(folder, pages) {
  const jar = join(dirname(require.resolve('vnu-jar/package.json')), 'build/dist/vnu.jar');
  const { stderr } = spawnSync('java', ['-jar', jar, '--errors-only', ...pages.map((page) => join(folder, page))], {
    encoding: 'utf8',
    timeout: 300_000,
  });
  return stderr.split('\n').filter((line) => line !== '');
}

function linkFaults(folder, pages) {
  const idsOf = new Map();
  const ids = (path) => {
    if (!idsOf.has(path))
      idsOf.set(path, new Set([...readFileSync(path, 'utf8').matchAll(/ id="([^"]+)"/g)].map(([, id]) => id)));
    return idsOf.get(path);
  };
  return pages.flatMap((page) => {
    const at = join(folder, page);
    const addresses = [...readFileSync(at, 'utf8').matchAll(/ (?:href|src)="([^"]+)"/g)].map(([, address]) => address);
    const broken = addresses.filter((address) => {
      if (/^[a-z]+:/.test(address)) return false;
      const [path, part] = address.split('#');
      const target = path === '' ? at : join(dirname(at), path);
      if (!target.startsWith(folder) || !existsSync(target)) return true;
      return part !== undefined && !ids(target).has(part);
    });
    return broken.map((address) => `${page}: ${address}`);
  });
}

/** What axe finds, what leaves the page's width, and what the page says to the console or asks of others. */
async function pageFaults(browser, folder, pages) {
  const axe = readFileSync(require.resolve('axe-core/axe.min.js'), 'utf8');
  const faults = [];
  for (const [mode, options] of Object.entries(modes)) {
    const context = await browser.newContext({ locale: 'da-DK', bypassCSP: true, ...options });
    const page = await context.newPage();
    for (const path of pages) {
      await page.goto(pathToFileURL(join(folder, path)).href);
      await page.evaluate(() => {
        for (const details of [...document.querySelectorAll('details')].slice(0, 2)) details.open = true;
      });
      await page.evaluate(axe);
      const { violations } = await page.evaluate(
        (tags) => globalThis.axe.run(document, { preload: false, runOnly: tags, resultTypes: ['violations'] }),
        rules,
      );
      faults.push(...violations.map(({ id, nodes }) => `${mode} ${path}: ${id} ${nodes[0].html.slice(0, 120)}`));
      const width = await page.evaluate(() => document.documentElement.scrollWidth);
      if (width > options.viewport.width) faults.push(`${mode} ${path}: is ${width} wide`);
    }
    await context.close();
  }
  return faults;
}

/** As readers open pages: nothing in the console, nothing from elsewhere, the font is there. */
async function quietFaults(browser, folder, pages) {
  const faults = [];
  const page = await browser.newPage({ locale: 'da-DK' });
  let current = '';
  page.on('console', (message) => faults.push(`${current}: ${message.text().slice(0, 200)}`));
  page.on('pageerror', ({ message }) => faults.push(`${current}: ${message}`));
  page.on('request', (request) => {
    const address = request.url();
    if (!address.startsWith(pathToFileURL(folder).href) && !address.startsWith('data:'))
      faults.push(`${current}: ${address}`);
  });
  for (const path of pages) {
    current = path;
    await page.goto(pathToFileURL(join(folder, path)).href);
    const fonts = await page.evaluate(async () => [...(await document.fonts.ready)].map(({ status }) => status));
    if (!fonts.includes('loaded')) faults.push(`${path}: the font is not loaded`);
    const pdf = await page.pdf({ format: 'A4' });
    if (pdf.length < 5000) faults.push(`${path}: nothing is printed`);
  }
  await page.close();
  return faults;
}

/** The first stops of the tab key: each seen, with a mark; the first leads past the menu; filter and order obey keys. */
async function keyboardFaults(browser, folder) {
  const faults = [];
  const page = await browser.newPage({ locale: 'da-DK', viewport: { width: 1100, height: 900 } });
  await page.goto(pathToFileURL(join(folder, 'index.html')).href);
  for (let stop = 0; stop < 25; stop++) {
    await page.keyboard.press('Tab');
    const { name, isMarked, isSeen } = await page.evaluate(() => {
      const element = document.activeElement;
      const { outlineStyle, outlineWidth } = getComputedStyle(element);
      const { top, bottom, width } = element.getBoundingClientRect();
      return {
        name: element.textContent.slice(0, 40),
        isMarked: outlineStyle !== 'none' && Number.parseFloat(outlineWidth) >= 2,
        isSeen: width > 0 && bottom > 0 && top < innerHeight,
      };
    });
    if (!isMarked || !isSeen) faults.push(`stop ${stop} (${name}) ${isMarked ? 'is not seen' : 'has no mark'}`);
    if (stop === 0 && !name.includes('Gå til sidens indhold'))
      faults.push('the first stop does not lead past the menu');
  }
  const rows = () =>
    page.evaluate(() =>
      [...document.querySelectorAll('tbody:not(.top) tr:not(.region):not([hidden])')]
        .filter((row) => row.offsetParent !== null)
        .map((row) => row.cells[0].textContent),
    );
  for (const [typed, found] of Object.entries({
    aeroe: 'Ærø',
    århus: 'Aarhus',
    hoje: 'Høje-Taastrup',
    koebenhavn: 'København',
  })) {
    await page.fill('input', typed);
    await page.waitForTimeout(250);
    const [first] = await rows();
    if (first !== found) faults.push(`"${typed}" finds ${first}, not ${found}`);
  }
  await page.fill('input', '');
  await page.waitForTimeout(250);
  const before = await rows();
  await page.focus('thead button');
  await page.keyboard.press('Enter');
  await page.keyboard.press('Enter');
  const [last] = await rows();
  if (last !== 'Aarhus') faults.push(`the last in falling order is ${last}`);
  await page.keyboard.press('Enter');
  if (String(await rows()) !== String(before)) faults.push('the third press does not restore the order');
  await page.close();
  return faults;
}

if (browserPath === undefined || spawnSync('java', ['-version']).error !== undefined) {
  say('Chromium eller Java mangler, så websiderne kan ikke kontrolleres.');
  process.exit(69);
}
const folder = mkdtempSync(join(tmpdir(), 'barometer-site-'));
const browser = await chromium.launch({ executablePath: browserPath, args: ['--no-sandbox'] });
try {
  makeSite(folder);
  const pages = readdirSync(folder, { recursive: true }).filter((path) => path.endsWith('.html'));
  const some = process.argv.includes('--alle') ? pages : kinds;
  say(`${pages.length} sider, heraf ${some.length} i Chromium`);
  const count =
    report('html-validate', await htmlFaults(folder, pages)) +
    report('Nu', nuFaults(folder, pages)) +
    report('Links', linkFaults(folder, pages)) +
    report('axe og bredde i fire visninger', await pageFaults(browser, folder, some)) +
    report('Konsol, forespørgsler, skrift og print', await quietFaults(browser, folder, kinds)) +
    report('Tastatur, søgning og sortering', await keyboardFaults(browser, folder));
  process.exitCode = count === 0 ? 0 : 1;
} finally {
  await browser.close();
  rmSync(folder, { recursive: true });
}
