import { hash } from 'node:crypto';
import { describe, expect, it } from 'vitest';
import { formats } from '../../../src/formats/index.ts';
import type { Report } from '../../../src/report/index.ts';
import { attributesIn, faultsOf, textOf } from '../../helpers/html.ts';
import { annexReportOf, country, municipality } from '../../helpers/report.ts';
import { shippedAnnexReport, someSubjects } from '../../helpers/shipped.ts';

const render = formats.html.renderer('barometer-report 1');
const pageOf = async (report: Report): Promise<string> => Buffer.from((await render(report)).bytes).toString('utf8');

const glostrup = shippedAnnexReport(municipality('Glostrup'));
const page = await pageOf(glostrup);

describe('a report as one page', () => {
  it('has nothing wrong that can be seen in its text, for any subject', async () => {
    for (const subject of someSubjects)
      expect([subject.name, ...faultsOf(await pageOf(shippedAnnexReport(subject)))]).toEqual([subject.name]);
  });

  it('holds its styles and its font, and loads nothing', () => {
    const style = /<style>(.*?)<\/style>/s.exec(page)?.[1] ?? '';
    const [policy] = attributesIn(page, 'content').filter((content) => content.startsWith('default-src'));
    expect(policy).toBe(
      `default-src 'none'; style-src 'sha256-${hash('sha256', style, 'base64')}'; font-src data:; base-uri 'none'; form-action 'none'`,
    );
    expect(style.match(/url\("?[^)]{0,20}/g)).toEqual(['url("data:font/woff2;base']);
    expect(attributesIn(page, 'src')).toEqual([]);
  });

  it('says the same of every cell as the report', () => {
    const text = textOf(page).replaceAll('\u2212', '-').replaceAll('\u00a0', ' ');
    const cells = [
      ...glostrup.goals.goals.flatMap((goal) => goal.indicators.map(({ status }) => status)),
      ...glostrup.keyFigures.flatMap((table) => table.rows.flatMap(({ cells }) => cells)),
    ];
    const shown = cells.filter(({ blank }) => blank !== 'not-local');
    for (const cell of shown) expect(text).toContain(cell.spoken ?? cell.text);
    for (const { lead, rest } of glostrup.annex?.summary ?? []) expect(text).toContain(`${lead} ${rest}`.trim());
    const notes = (glostrup.annex?.notes ?? []).flatMap((group) => group.notes.filter(({ ofPdf }) => !ofPdf));
    for (const note of notes) expect(text).toContain(note.text);
  });

  it('says that figures are made up exactly when it shows one, and is then left out by search engines', async () => {
    const official = await pageOf(annexReportOf({ indicators: [['000', '1.1', 2024, '5', 'officiel']] }, country));
    expect([official.includes('opdigtede'), official.includes('noindex')]).toEqual([false, false]);
    const madeUp = await pageOf(annexReportOf({ indicators: [['000', '1.1', 2024, '5', 'eksempel']] }, country));
    expect(textOf(madeUp)).toContain('Siden indeholder opdigtede tal. De er ikke officielle');
    expect(madeUp).toContain('<meta name="robots" content="noindex"');
  });

  it('shows what would be code as text, in names, texts and addresses', async () => {
    const bad = '"><script>alert(1)</script>';
    const replaced = JSON.parse(
      JSON.stringify(glostrup, (key, value) => {
        if (key === 'url' && typeof value === 'string') return 'javascript:alert(1)';
        return ['name', 'text', 'rest', 'heading', 'alt', 'caption'].includes(key) ? bad : value;
      }),
    ) as Report;
    const attacked = await pageOf(replaced);
    expect(attacked).not.toContain('<script');
    expect(attributesIn(attacked, 'href').filter((href) => !href.startsWith('#'))).toEqual([]);
    expect(attacked.match(/ on\w+=/g)).toBeNull();
    expect(textOf(attacked)).toContain(bad);
  });

  it('is known again, and no other page is', () => {
    const { isOurs } = formats.html;
    expect([isOurs(Buffer.from(page)), isOurs(Buffer.from('<!doctype html><title>x</title>'))]).toEqual([true, false]);
  });
});
