import { describe, expect, test } from 'vitest';
import { codedDataset, shareOf } from '../batch/support/coded-dataset.ts';
import { run, temporaryFolder } from '../helpers/command.ts';

const shipped = 'fixtures/juni-2026';

describe('sammenlign', () => {
  test('finds nothing between a dataset and itself', () => {
    const { code, text, stderr } = run(['sammenlign', '--med', shipped]);
    expect([code, stderr]).toEqual([0, '']);
    expect(text).toBe('Ingen trykte tal eller tekster er ændret.\n');
  });

  test('lists old and new text of every figure, per subject', () => {
    const [before, after] = [codedDataset(temporaryFolder()), codedDataset(temporaryFolder(), { shift: 1 })];
    const { code, text } = run(['sammenlign', '--med', before, '--data', after, '--format', 'json']);
    expect(code).toBe(0);
    const { differences } = JSON.parse(text) as {
      differences: { subject: { code: string }; row: string; column: string }[];
    };
    expect(new Set(differences.map(({ subject }) => subject.code)).size).toBe(98);
    const odense = differences.find(({ subject, row }) => subject.code === '461' && row === 'Indikator 1.2');
    expect(odense).toMatchObject({
      column: 'Aktuel status',
      kind: 'tal',
      before: `${shareOf('461')} pct.`,
      after: `${shareOf('461') + 1} pct.`,
    });
  });

  test('writes a table or CSV as well', () => {
    const [before, after] = [codedDataset(temporaryFolder()), codedDataset(temporaryFolder(), { shift: 1 })];
    const args = ['sammenlign', '--med', before, '--data', after];
    expect(run(args).text).toMatch(/^Kommune +Felt +Kolonne +Før +Nu\nKøbenhavn +Indikator 1\.1 /);
    expect(run([...args, '--format', 'csv']).text).toContain('461;Odense;');
  });

  test('names reports that a dataset cannot make, shows the others, and ends with 65', () => {
    const before = codedDataset(temporaryFolder(), { broken: new Set(['461']) });
    const { code, text, stderr } = run([
      'sammenlign',
      '--med',
      before,
      '--data',
      codedDataset(temporaryFolder(), { shift: 1 }),
    ]);
    expect(code).toBe(65);
    expect(stderr).toContain('I det tidligere datasæt');
    expect(stderr).toContain('Odense');
    expect(stderr).toMatch(/Ikke sammenlignet: Odense\.\n$/);
    expect(text).not.toContain('Odense');
    expect(text).toContain('Aalborg');
  });

  test('ends with 66 when the earlier dataset is not there', () => {
    expect(run(['sammenlign', '--med', 'findes-ikke']).code).toBe(66);
  });
});
