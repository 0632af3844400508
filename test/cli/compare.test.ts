import { afterAll, describe, expect, it } from 'vitest';
import { codedDataset, shareOf } from '../batch/support/coded-dataset.ts';
import { run, temporaryFolder } from '../helpers/command.ts';

const shipped = 'fixtures/juni-2026';

describe('sammenlign', () => {
  it('finds nothing between a dataset and itself', () => {
    const { code, text, stderr } = run(['sammenlign', '--med', shipped]);
    expect([code, stderr]).toEqual([0, '']);
    expect(text).toBe('Ingen trykte tal eller tekster er ændret.\n');
  });

  describe('of two datasets in which every share differs by one', () => {
    const [before, after] = [
      codedDataset(temporaryFolder(afterAll)),
      codedDataset(temporaryFolder(afterAll), { shift: 1 }),
    ];
    const args = ['sammenlign', '--med', before, '--data', after];

    it('lists old and new text of every figure, per subject', () => {
      const { code, text } = run([...args, '--format', 'json']);
      expect(code).toBe(0);
      const { differences } = JSON.parse(text) as { differences: { subject: { code: string }; row: string }[] };
      expect(new Set(differences.map(({ subject }) => subject.code)).size).toBe(98);
      const odense = differences.find(({ subject, row }) => subject.code === '461' && row === 'Indikator 1.2');
      const share = shareOf('461');
      const texts = { before: `${share} pct.`, after: `${share + 1} pct.` };
      expect(odense).toMatchObject({ column: 'Aktuel status', kind: 'tal', ...texts });
    });

    it('writes a table or CSV as well', () => {
      expect(run(args).text).toMatch(/^Kommune +Felt +Kolonne +Før +Nu\nKøbenhavn +Indikator 1\.1 /);
      expect(run([...args, '--format', 'csv']).text).toContain('461;Odense;');
    });

    it('names reports that a dataset cannot make, shows the others, and ends with 65', () => {
      const broken = codedDataset(temporaryFolder(), { broken: new Set(['461']) });
      const { code, text, stderr } = run(['sammenlign', '--med', broken, '--data', after]);
      expect(code).toBe(65);
      expect(stderr).toMatch(/I det tidligere datasæt[\s\S]*Odense[\s\S]*Ikke sammenlignet: Odense\.\n$/);
      expect(text).not.toContain('Odense');
      expect(text).toContain('Aalborg');
    });
  });

  it('ends with 66 when the earlier dataset is not there', () => {
    expect(run(['sammenlign', '--med', 'findes-ikke']).code).toBe(66);
  });
});
