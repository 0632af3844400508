import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { codedDataset, shareOf } from '../batch/support/coded-dataset.ts';
import { run, temporaryFolder } from '../helpers/command.ts';

const shipped = 'fixtures/juni-2026';

/** Datasets of one region, of which every share differs by one. */
const region = 'Region Nordjylland';
const [before, after] = [0, 1].map((shift) => codedDataset(temporaryFolder(afterAll), { region, shift })) as [
  string,
  string,
];
const north = ['--region', 'Nordjylland'];

describe('sammenlign', () => {
  it('finds nothing between a dataset and itself', async () => {
    const { code, text, stderr } = await run(['sammenlign', '--med', before, '--data', before, ...north]);
    expect([code, stderr]).toEqual([0, '']);
    expect(text).toBe('Ingen tal eller tekster i rapporterne er ændret.\n');
  });

  describe('of two datasets in which every share differs by one', () => {
    const args = ['sammenlign', '--med', before, '--data', after];

    it('lists old and new text of every figure, per subject', async () => {
      const { code, text } = await run([...args, ...north, '--format', 'json']);
      expect(code).toBe(0);
      const { differences } = JSON.parse(text) as { differences: { subject: { code: string }; row: string }[] };
      expect(new Set(differences.map(({ subject }) => subject.code)).size).toBe(11);
      const aalborg = differences.find(({ subject, row }) => subject.code === '851' && row === 'Indikator 1.2');
      const share = shareOf('851');
      const texts = { before: `${share} pct.`, after: `${share + 1} pct.` };
      expect(aalborg).toMatchObject({ column: 'Aktuel status', kind: 'tal', ...texts });
    });

    it('compares all if none is named, and writes a table or CSV as well', async () => {
      const { text, stderr } = await run(args);
      expect(stderr).toMatch(/\nbarometer-report: Ikke sammenlignet: København, (?:[^,]+, ){85}[^,]+\.\n$/);
      expect(text).toMatch(/^Antal kommuner[\s\S]+\nKommune +Felt +Kolonne +Før +Nu +Kilde\nMorsø +Indikator 1\.1 /);
      expect((await run([...args, '--kommune', 'Aalborg', '--format', 'csv'])).text).toContain('851;Aalborg;');
    });

    it('names reports that a dataset cannot make, shows the others, and ends with 65', async () => {
      const broken = codedDataset(temporaryFolder(), { region, broken: new Set(['851']) });
      const { code, text, stderr } = await run(['sammenlign', '--med', broken, '--data', after, ...north]);
      expect(code).toBe(65);
      expect(stderr).toMatch(/I det tidligere datasæt[\s\S]*Aalborg[\s\S]*Ikke sammenlignet: Aalborg\.\n$/);
      expect(text).not.toContain('Aalborg');
      expect(text).toContain('Rebild');
    });
  });

  describe('of reports', () => {
    const folder = temporaryFolder(afterAll);
    beforeAll(async () => {
      await run(['--kommune', 'Glostrup', '--kommune', 'Herlev', '--ud', folder]);
    });
    const pdf = join(folder, 'udviklingsrapport-glostrup-2026-06.pdf');

    it('reads the numbers in a PDF, and compares its municipality alone', async () => {
      const data = codedDataset(temporaryFolder(), { shift: 1 });
      const { code, text, stderr } = await run(['sammenlign', '--med', pdf, '--data', data]);
      expect([code, stderr]).toEqual([0, '']);
      expect(text).toMatch(/^Kommune +Felt +Kolonne +Før +Nu +Kilde\n/);
      expect(text).toMatch(/\nGlostrup +Indikator 1\.2 +Aktuel status +/);
      expect(text).not.toContain('Herlev');
    });

    it('reads a folder of them', async () => {
      expect((await run(['sammenlign', '--med', folder])).text).toBe(
        'Ingen tal eller tekster i rapporterne er ændret.\n',
      );
      expect((await run(['sammenlign', '--med', shipped, '--data', folder])).code).toBe(0);
    });

    it('names who has no report there, and ends with 66', async () => {
      const { code, stderr } = await run(['sammenlign', '--med', folder, '--kommune', 'Odense', '--kommune', 'Herlev']);
      expect([code, stderr]).toEqual([
        66,
        [
          'barometer-report: Blandt de tidligere rapporter er der ingen for Odense. Hent den, eller udelad Odense.',
          'barometer-report: Ikke sammenlignet: Odense.',
          '',
        ].join('\n'),
      ]);
    });

    it('says that nothing has changed only of what it has compared', async () => {
      const args = ['sammenlign', '--med', folder, '--kommune', 'Odense'];
      expect((await run(args)).text).toBe('Ingen rapporter er sammenlignet.\n');
      const found = 'Ingen tal eller tekster er ændret i';
      expect((await run([...args, '--kommune', 'Herlev'])).text).toBe(
        `${found} den ene rapport, der er sammenlignet. 1 er ikke sammenlignet.\n`,
      );
      const three = [...args, '--kommune', 'Aarhus', '--kommune', 'Herlev', '--kommune', 'Glostrup'];
      expect((await run(three)).text).toBe(`${found} de 2 rapporter, der er sammenlignet. 2 er ikke sammenlignet.\n`);
    });

    it('refuses what is no report, and reports of several editions', async () => {
      expect(await run(['sammenlign', '--med', 'package.json'])).toMatchObject({ code: 65, text: '' });
      const mixed = temporaryFolder();
      const [june, may] = ['06', '05'].map((month) => ({ format: 'barometer-report/1', edition: `2026-${month}` }));
      writeFileSync(join(mixed, 'udviklingsrapport-a.json'), JSON.stringify({ ...june, subject: { code: '161' } }));
      writeFileSync(join(mixed, 'udviklingsrapport-b.json'), JSON.stringify({ ...may, subject: { code: '163' } }));
      const { code, stderr } = await run(['sammenlign', '--med', mixed]);
      expect(code).toBe(2);
      expect(stderr).toContain('rapporter fra flere udgaver: 2026-05 og 2026-06.');
      writeFileSync(join(mixed, 'udviklingsrapport-b.json'), JSON.stringify({ ...june, subject: { code: '163' } }));
      expect((await run(['sammenlign', '--med', mixed])).code).toBe(65);
    });
  });

  it('compares chosen municipalities only', async () => {
    const data = codedDataset(temporaryFolder(), { shift: 1 });
    const { text } = await run([
      'sammenlign',
      '--med',
      shipped,
      '--data',
      data,
      '--kommune',
      'Glostrup',
      '--format',
      'csv',
    ]);
    expect(new Set(text.split('\r\n').map((line) => line.split(';')[1]))).toEqual(
      new Set(['kommune', 'Glostrup', undefined]),
    );
  });

  it('ends with 66 when the earlier dataset is not there', async () => {
    expect((await run(['sammenlign', '--med', 'findes-ikke'])).code).toBe(66);
  });
});
