import { spawnSync } from 'node:child_process';
import { readFileSync, writeFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { describe, expect, it } from 'vitest';
import { exitCode } from '../../src/errors.ts';
import { codedDataset } from '../batch/support/coded-dataset.ts';
import { eventsIn, run, temporaryFolder } from '../helpers/command.ts';

const guide = readFileSync('docs/drift.md', 'utf8');

describe('docs/drift.md', () => {
  it('explains every exit code', () => {
    for (const code of Object.values(exitCode)) expect(guide).toMatch(new RegExp(`^\\| (?:\\d+, )*${code}[ ,]`, 'm'));
  });

  it('names every event and field of --log json, and no value of theirs is an object', async () => {
    const [data, folder] = [temporaryFolder(), temporaryFolder()];
    const args = ['--kommune', 'Aalborg', '--kommune', 'Herlev', '--ud', folder, '--log', 'json', '--kun-aendrede'];
    const outputs = [
      await run([...args, '--data', codedDataset(data, { broken: new Set(['163']) })]),
      await run([...args, '--data', codedDataset(data, { shift: 1 })]),
      await run([...args, '--data', 'findes-ikke']),
    ];
    const events = outputs.flatMap(({ stderr }) => eventsIn(stderr));
    expect(new Set(events.map(({ haendelse }) => haendelse))).toEqual(
      new Set(['start', 'data', 'rapport', 'aendring', 'slut', 'advarsler', 'fejl']),
    );
    for (const { haendelse, ...fields } of events) {
      const row = guide.split('\n').find((line) => line.startsWith(`| \`${String(haendelse)}\` |`)) ?? '';
      for (const [field, value] of Object.entries(fields)) {
        if (field !== 'tid' && field !== 'niveau') expect(row, String(haendelse)).toContain(`\`${field}\``);
        expect(value === null || Array.isArray(value) || typeof value !== 'object').toBe(true);
      }
    }
  });
});

const hasSystemd = spawnSync('systemd-analyze', ['--version']).status === 0;

describe('systemd', () => {
  const program = '/opt/barometer-report/bin/barometer-report.js';

  it.skipIf(!hasSystemd)('finds nothing wrong with the units', () => {
    const folder = temporaryFolder();
    for (const kind of ['service', 'timer']) {
      const unit = readFileSync(`systemd/barometer-report.${kind}`, 'utf8');
      const script = join(folder, 'program');
      writeFileSync(script, '#!/bin/sh\n', { mode: 0o755 });
      writeFileSync(join(folder, `barometer-report.${kind}`), unit.replaceAll(program, script));
    }
    const units = ['service', 'timer'].map((kind) => join(folder, `barometer-report.${kind}`));
    const { status, stderr } = spawnSync('systemd-analyze', ['verify', '--man=no', ...units]);
    expect(stderr.toString()).toBe('');
    expect(status).toBe(0);
  });

  it('starts the program with options that it has', async () => {
    const unit = readFileSync('systemd/barometer-report.service', 'utf8');
    const lines = [...unit.matchAll(/^ExecStart(?:Pre=-|=)(.*)$/gm)].map(([, line = '']) => line.split(' '));
    expect(lines.map(([, name]) => name)).toEqual(['valider', 'udgiv']);
    for (const [command, ...args] of lines) {
      expect(command).toBe(program);
      const { code, stderr } = await run([...args, '--data', resolve('findes-ikke')]);
      expect(code, stderr).toBe(66);
    }
  });
});
