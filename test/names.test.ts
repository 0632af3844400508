import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, it } from 'vitest';

/** Types that one file calls as another exports another thing; to be shortened. */
const shadowing = ['Count', 'Entry', 'Outside', 'Table'];

const declaration = /^(export )?(?:async )?(const|function|class|interface|type|enum) (\w+)/gm;

const declared = readdirSync('src', { recursive: true, encoding: 'utf8' })
  .filter((name) => /\.tsx?$/.test(name))
  .flatMap((file) => [...readFileSync(join('src', file), 'utf8').matchAll(declaration)])
  .map(([, exported, kind = '', name = '']) => ({ name, kind, isExported: exported !== undefined }));
const exported = declared.filter(({ isExported }) => isExported).map(({ name }) => name);

it('no exported name has two meanings', () => {
  expect(exported.length).toBeGreaterThan(500);
  expect(exported.filter((name, at) => exported.indexOf(name) !== at)).toEqual([]);
});

it('no type of one file is called as what another exports', () => {
  const own = declared.filter(({ kind, isExported }) => !isExported && (kind === 'interface' || kind === 'type'));
  const twice = new Set(own.map(({ name }) => name).filter((name) => exported.includes(name)));
  expect([...twice].filter((name) => !shadowing.includes(name))).toEqual([]);
});

it('dataset and batch name no option of the command line', () => {
  const files = ['src/dataset', 'src/batch'].flatMap((folder) =>
    readdirSync(folder, { recursive: true, encoding: 'utf8' }).map((name) => join(folder, name)),
  );
  const naming = files.filter((file) => file.endsWith('.ts') && /--[a-zæøå]{2}/.test(readFileSync(file, 'utf8')));
  expect(naming).toEqual([]);
});
