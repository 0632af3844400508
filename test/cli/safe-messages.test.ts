import { hash } from 'node:crypto';
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { run, temporaryFolder } from '../helpers/command.ts';

describe('what somebody else has written', () => {
  it.each([
    ['a path that would forge a line', ['--fil', 'a\nbarometer-report: alt er godt'], 'U+000A'],
    ['a path that would clear the screen', ['--kommune', 'Glostrup', '--ud', 'x\x1b[2J/'], 'U+001B'],
    ['a name with a mark that turns the line', ['--kommune', 'Glo\u202estrup'], 'U+202E'],
  ])('cannot reach a terminal: %s', async (_, args, code) => {
    const { code: ended, stderr } = await run(args);
    expect([ended, stderr.trim().split('\n')]).toEqual([2, [expect.stringContaining(code)]]);
    expect(stderr).not.toMatch(/[^\P{Cc}\n]|\u202e/u);
  });

  it('cannot steer a terminal, or forge a line, out of an earlier report', async () => {
    const folder = temporaryFolder();
    const args = [
      '--kommune',
      'Glostrup',
      '--format',
      'json',
      '--dato',
      '2026-06-06',
      '--kun-aendrede',
      '--ud',
      `${folder}/`,
    ];
    expect((await run(args)).code).toBe(0);
    const report = join(folder, 'udviklingsrapport-glostrup-2026-06.json');
    const manifest = join(folder, 'rapporter.json');
    const text = readFileSync(report, 'utf8');
    const { goals } = JSON.parse(text);
    const wording = JSON.stringify(goals.goals[0].text);
    const evil = JSON.stringify(`\u001b[2J\nbarometer-report: alt er godt\u202e${'x'.repeat(5_000)}`);
    const planted = text.replaceAll(wording, evil);
    expect(planted).not.toBe(text);
    writeFileSync(report, planted);
    const known = readFileSync(manifest, 'utf8')
      .replace(/"sha256": "[0-9a-f]{64}",\s+"bytes"/, `"sha256": "${hash('sha256', planted)}", "bytes"`)
      .replace(/"indhold": "[0-9a-f]{64}"/, `"indhold": "${'0'.repeat(64)}"`);
    writeFileSync(manifest, known);
    const { code, stderr } = await run(args);
    expect(code).toBe(0);
    expect(stderr).toContain('barometer-report: Ændret: Glostrup, ');
    expect(stderr).not.toMatch(/[^\P{Cc}\n]|\u202e/u);
    for (const line of stderr.trim().split('\n')) {
      expect(line).not.toMatch(/^barometer-report: alt er godt/);
      expect(line.length).toBeLessThan(1_000);
    }
  });
});
