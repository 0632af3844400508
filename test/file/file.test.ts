import { execFileSync } from 'node:child_process';
import { symlinkSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:net';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { kindOf, openFile, readFile } from '../../src/file/index.ts';
import { temporaryFolder } from '../helpers/command.ts';

const refused = (reason: string) => expect.objectContaining({ name: 'Error', reason });

describe('a file', () => {
  it('is read up to its limit, also through a link', () => {
    const path = join(temporaryFolder(), 'a.txt');
    writeFileSync(path, Buffer.alloc(200_000, 'æ'));
    symlinkSync(path, `${path}.link`);
    expect(readFile(path, 200_000).equals(Buffer.alloc(200_000, 'æ'))).toBe(true);
    expect(readFile(`${path}.link`, 200_000)).toHaveLength(200_000);
    expect(() => readFile(path, 199_999)).toThrow(refused('too-large'));
  });

  it('is refused when it grows beyond its limit while it is read', () => {
    const path = join(temporaryFolder(), 'a.txt');
    writeFileSync(path, '12345');
    const file = openFile(path, 8);
    writeFileSync(path, '1234567890');
    expect(() => file.read(new Uint8Array(100))).toThrow(refused('too-large'));
    file.close();
  });

  it('is refused when it is a device that says nothing of its size', () => {
    expect(() => readFile('/proc/self/status', 10)).toThrow(refused('too-large'));
    expect(() => readFile('/dev/zero', 10)).toThrow(refused('other'));
  });

  it('that is missing is told by the system', () => {
    expect(() => readFile(join(temporaryFolder(), 'a', 'b'), 10)).toThrow(expect.objectContaining({ code: 'ENOENT' }));
  });
});

describe('what is no regular file', () => {
  it('is refused at once: a folder, a pipe, a socket, and links to them', async () => {
    const folder = temporaryFolder();
    const [pipe, socket] = [join(folder, 'pipe'), join(folder, 'socket')];
    execFileSync('mkfifo', [pipe]);
    const server = createServer().listen(socket);
    await new Promise((resolve) => server.once('listening', resolve));
    for (const [path, kind] of [
      [folder, 'folder'],
      [pipe, 'other'],
      [socket, 'other'],
    ] as const) {
      const link = join(folder, `${kind}-${path.length}.link`);
      symlinkSync(path, link);
      for (const one of [path, link]) {
        expect(kindOf(one)).toBe(kind);
        expect(() => readFile(one, 10)).toThrow(refused(kind));
      }
    }
    server.close();
  });
});
