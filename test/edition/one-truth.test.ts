import { parse } from 'csv-parse/sync';
import { readXlsx } from 'hucre';
import { expect, it } from 'vitest';
import { loadDataset } from '../../src/dataset/index.ts';
import { siteFiles } from '../../src/edition/site/index.ts';
import { formats } from '../../src/formats/index.ts';
import { type AnnexIndicator, buildReport, type Cell, commonFigures, type Report } from '../../src/report/index.ts';
import { textOf } from '../helpers/html.ts';
import { pageTexts } from '../helpers/pdf.ts';
import { randomDataset } from '../helpers/random-dataset.ts';
import { catalogue, template } from '../helpers/report.ts';
import { someSubjects } from '../helpers/shipped.ts';
import { tries } from '../helpers/tries.ts';

const seed = Number(process.env['SEED'] ?? 20_261_130);
const creator = 'barometer-report 1';

/** Text as it is compared: lines and pages break as they like, and a minus may be a hyphen. */
const plain = (text: string): string => text.replaceAll('\u2212', '-').replace(/\s+/g, '');

/** The part of a page that has an id, up to the next end. */
function partOf(page: string, id: string, end: string): string {
  const from = page.indexOf(` id="${id}"`);
  return from < 0 ? '' : page.slice(from, page.indexOf(end, from));
}

/** What a page shows of a cell in words. */
const shown = ({ text, spoken, blank }: Cell): string => (blank === null ? text : (spoken ?? text));

const marks: Readonly<Record<string, string>> = {
  ...{ confidential: '..', unavailable: '...', impossible: '.', empty: '...', 'no-row': '...', 'not-local': 'x' },
};

/** What a cell of the workbook or the CSV holds: the unrounded number, or the mark of its absence. */
const wholeOf = ({ value, blank }: Pick<Cell, 'value' | 'blank'>): number | string =>
  value === null ? (marks[blank ?? ''] ?? '') : Number(value);

type Line = Readonly<Record<string, unknown>>;

/** All that shows figures of an edition beside its reports. */
interface Forms {
  readonly textAt: (path: string) => string;
  readonly status: ReadonlyMap<string, Line>;
  readonly years: ReadonlyMap<string, Line>;
  readonly keyFigures: ReadonlyMap<string, Line>;
  readonly csv: ReadonlyMap<string, number | string>;
}

async function formsOf(reports: readonly Report[]): Promise<Forms> {
  const { files, pages } = await siteFiles({
    ...{ reports: reports as [Report, ...Report[]], missing: [], pdfOf: () => undefined, previous: null, creator },
  });
  const all = new Map([...files, ...pages].map(({ path, bytes }) => [path, bytes]));
  const textAt = (path: string): string => Buffer.from(all.get(path) ?? []).toString('utf8');
  const book = await readXlsx(all.get('data/integrationsbarometeret.xlsx') ?? new Uint8Array());
  const linesIn = (name: string): Map<string, Line> => {
    const [headings = [], ...rows] = book.sheets.find((sheet) => sheet.name === name)?.rows ?? [];
    const lines = rows.map((row): Line => Object.fromEntries(headings.map((heading, at) => [heading, row[at]])));
    const keys = ['Kommunekode', 'Indikator', 'Nøgletal', 'År'];
    return new Map(lines.map((line) => [keys.flatMap((key) => line[key] ?? []).join(' '), line]));
  };
  const rows = parse(textAt('data/alle-tal.csv'), { bom: true, delimiter: ';', from: 2 }) as string[][];
  const csv = rows.map(([code, , number, time, value = '', , mark = '']): [string, number | string] => [
    [code, number, time].join(' '),
    value === '' ? mark.replace('*', '') : Number(value.replace(',', '.')),
  ]);
  const [status, years, keyFigures] = ['Aktuel status', 'År for år', 'Nøgletal'].map(linesIn);
  if (status === undefined || years === undefined || keyFigures === undefined) throw new Error('No sheets');
  return { textAt, status, years, keyFigures, csv: new Map(csv) };
}

/** One report in the forms that are its own: its JSON read back, the text of its PDF, its page. */
interface Own {
  readonly report: Report;
  readonly pdf: string;
  readonly page: string;
}

type Check = readonly [where: string, expected: unknown, actual: unknown];

const pathOf = ({ kind, slug }: Report['subject']): string =>
  kind === 'kommune' ? `kommune/${slug}.html` : 'hele-landet.html';

/** A number without its unit, or the mark of its absence, as a table of one series shows it. */
const bareOf = ({ blank, text, unit }: Cell): string =>
  blank === null ? text.replace(` ${unit}`, '') : (marks[blank] ?? '');

const annexesOf = ({ annex }: Report): AnnexIndicator[] => (annex?.goals ?? []).flatMap(({ indicators }) => indicators);

function indicatorChecks({ report, pdf, page }: Own, { status, textAt }: Forms): Check[] {
  const { code } = report.subject;
  return report.goals.goals.flatMap(({ indicators }) =>
    indicators.flatMap(({ id, text, status: own, change, baseline, measuredLocally }): Check[] => {
      const file = id.replace('.', '-');
      const annex = annexesOf(report).find((one) => one.id === id);
      const part = plain(textOf(partOf(page, `i${file}`, '</section>')));
      const changed = change.blank === null ? (annex?.changeText ?? '') : shown(change);
      const line = status.get(`${code} ${id}`);
      const href = `../${pathOf(report.subject)}`;
      const series = new RegExp(`<tr><th scope="row"><a href="${href}#.*?</tr>`).exec(textAt(`indikator/${file}.html`));
      const isLocal = own.blank !== 'not-local';
      return [
        [`${id} PDF`, true, pdf.includes(plain(text + own.text + change.text))],
        [`${id} page`, true, part.includes(plain(isLocal ? shown(own) : change.text))],
        [`${id} page, change`, true, own.value === null || part.includes(plain(changed))],
        [`${id} workbook`, wholeOf(own), line?.['Aktuel status']],
        [`${id} workbook, baseline`, wholeOf(baseline), line?.['Basismåling']],
        [`${id} workbook, change`, wholeOf(change), line?.['Udvikling siden basismåling']],
        [
          `${id} series`,
          measuredLocally,
          plain(textOf(series?.[0] ?? '')).includes(plain(bareOf(own))) && series !== null,
        ],
      ];
    }),
  );
}

function yearChecks({ report, page }: Own, { years, csv }: Forms): Check[] {
  const { code } = report.subject;
  return annexesOf(report).flatMap(({ id, history, shown: isShown, status }) => {
    if (status.subject.blank === 'not-local') return [];
    const part = partOf(page, `i${id.replace('.', '-')}`, '</section>');
    return history.flatMap(({ year, subject: figure }): Check[] => {
      const { text, symbol, spoken, provisional, provenance } = figure;
      const row = new RegExp(`<tr><th scope="row">${year}</th><td>(.*?)</td>`).exec(part)?.[1] ?? '';
      const expected = plain(text + symbol + (spoken ?? '')) + (provisional ? '*(foreløbigttal)' : '');
      return [
        [`${id} ${year} workbook`, wholeOf(figure), years.get(`${code} ${id} ${year}`)?.['Tal']],
        [
          `${id} ${year} CSV`,
          provenance === null ? undefined : wholeOf(figure),
          csv.get(`${code} Indikator ${id} ${year}`),
        ],
        [`${id} ${year} page`, isShown ? expected : '', plain(textOf(row))],
      ];
    });
  });
}

function keyFigureChecks({ report, pdf, page }: Own, { keyFigures, csv }: Forms): Check[] {
  const { code } = report.subject;
  return report.keyFigures.flatMap(({ rows }) =>
    rows.flatMap(({ number, label, period, cells }): Check[] => {
      const [own] = cells;
      if (own === undefined) throw new Error(label);
      const part = plain(textOf(partOf(page, `n${number}`, '</tr>')));
      const inCsv = own.figures[0]?.provenance == null ? undefined : wholeOf(own);
      return [
        [`${label} PDF`, true, pdf.includes(plain(period + cells.map(({ text }) => text).join('')))],
        [`${label} page`, true, cells.every((cell) => part.includes(plain(shown(cell))))],
        [`${label} workbook`, wholeOf(own), keyFigures.get(`${code} ${number}`)?.['Tal']],
        [`${label} CSV`, inCsv, csv.get(`${code} ${label} ${own.figures[0]?.time}`)],
      ];
    }),
  );
}

it(`shows one truth in all forms of an edition’s reports (SEED=${seed})`, { timeout: 400_000 }, async () => {
  const dataset = await loadDataset(randomDataset(seed), catalogue);
  const common = commonFigures(dataset, template);
  const subjects = someSubjects.filter((_, index) => index % tries(3, 1) === 0);
  const reports = subjects.map((subject) => buildReport(dataset, template, subject, '2026-06-06', common));
  const forms = await formsOf(reports);
  const [toJson, toPdf] = [formats.json.renderer(), formats.pdf.renderer(creator)];
  let compared = 0;
  for (const [index, made] of reports.entries()) {
    const report = JSON.parse(Buffer.from((await toJson(made)).bytes).toString('utf8')) as Report;
    // Its own pages are the same without an annex, and read faster.
    const { bytes } = await toPdf(index % tries(4, 12) === 0 ? made : { ...made, annex: null });
    const pdf = plain((await pageTexts(bytes)).join(''));
    const own = { report, pdf, page: forms.textAt(pathOf(report.subject)) };
    const checks = [indicatorChecks, yearChecks, keyFigureChecks].flatMap((checksOf) => checksOf(own, forms));
    const wrong = checks.filter(([, expected, actual]) => expected !== actual);
    expect([report.subject.name, ...wrong.slice(0, 5)]).toEqual([report.subject.name]);
    compared += checks.length;
  }
  expect(compared).toBeGreaterThan(400 * subjects.length);
});
