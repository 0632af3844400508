import { readFileSync } from 'node:fs';
import PDFDocument from 'pdfkit';
import { describe, expect, it } from 'vitest';

// The names that src/tagged-pdf/document.ts uses though pdfkit does not document them.

const packageOf = (name: string) => JSON.parse(readFileSync(`node_modules/${name}/package.json`, 'utf8'));

it('pdfmake and pdfkit are of exact versions, and pdfkit is the one that pdfmake asks for', () => {
  const { dependencies } = JSON.parse(readFileSync('package.json', 'utf8'));
  const readme = readFileSync('src/tagged-pdf/README.md', 'utf8');
  for (const name of ['pdfmake', 'pdfkit']) {
    expect(dependencies[name]).toBe(packageOf(name).version);
    expect(readme).toContain(`${name} ${dependencies[name]}`);
  }
  expect(packageOf('pdfmake').dependencies.pdfkit).toContain(dependencies.pdfkit);
});

describe('pdfkit', () => {
  const document = new PDFDocument({ font: null, autoFirstPage: false, compress: false, tagged: true });

  const streaming = ['_write', '_refEnd', 'read', 'addContent', 'flushPages', 'ref'];
  const tagging = ['endMetadata', 'appendXML', 'getStructTreeRoot', 'createStructParentTreeNextKey'];
  it.each([...streaming, ...tagging])('has the method %s', (name) => {
    expect(document[name as keyof typeof document]).toBeTypeOf('function');
  });

  it('keeps the fields that we set', () => {
    expect(document).toMatchObject({
      _offset: '%PDF-1.3\n%\xff\xff\xff\xff\n'.length,
      _offsets: expect.any(Array),
      _root: { data: { Names: { data: expect.any(Object) }, StructTreeRoot: expect.any(Object) } },
      info: expect.any(Object),
    });
  });

  it('holds the fonts and the content of a page, and the elements on it', () => {
    document.addPage({});
    expect(document.page.fonts).toEqual({});
    expect(document.page.content.write).toBeTypeOf('function');
    expect(document.getStructParentTree().get(document.page.structParentTreeKey)).toEqual([]);
  });
});
