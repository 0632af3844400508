import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, it } from 'vitest';

const declaration = /^export (?:async )?(?:const|function|class|interface|type|enum) (\w+)/gm;

it('no exported name has two meanings', () => {
  const files = readdirSync('src', { recursive: true, encoding: 'utf8' }).filter((name) => /\.tsx?$/.test(name));
  const names = files.flatMap((file) =>
    [...readFileSync(join('src', file), 'utf8').matchAll(declaration)].map(([, name = '']) => name),
  );
  const twice = names.filter((name, at) => names.indexOf(name) !== at);
  expect(twice).toEqual([]);
});
