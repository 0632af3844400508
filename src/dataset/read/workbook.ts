import { posix } from 'node:path';
import { limits } from '../limits.ts';
import { damagedWorkbook, workbookTooLarge } from '../rules/exports.ts';
import { FileFault } from './unreadable.ts';
import { walkXml } from './xml.ts';
import { unzipped, zipEntries } from './zip.ts';

/** A sheet as the workbook lists it. */
export interface ListedSheet {
  readonly name: string;
  readonly isHidden: boolean;
  /** Undefined for a sheet without cells, such as a chart's. */
  readonly xml: Buffer | undefined;
}

/** What a workbook's sheets need to be read. */
export interface Workbook {
  readonly sheets: readonly ListedSheet[];
  readonly strings: readonly string[];
  /** Number formats by the number of a cell's style. */
  readonly formats: readonly string[];
  /** Days are counted from 1904, as old Macs do. */
  readonly isFrom1904: boolean;
}

/** Opens the workbook in `bytes`; every part of it that is XML is verified. Throws `FileFault`. */
export function openWorkbook(bytes: Buffer): Workbook {
  const parts = xmlParts(bytes);
  const { target: root } = present(relationsOf(parts, '').find(({ type }) => type === 'officeDocument'));
  const relations = relationsOf(parts, root);
  const part = (type: string): Buffer | undefined => {
    const relation = relations.find((one) => one.type === type);
    return relation && present(parts.get(relation.target));
  };
  const sheets: ListedSheet[] = [];
  let isFrom1904 = false;
  walkXml(present(parts.get(root)), {
    open(name, attributes) {
      if (name === 'workbookPr') isFrom1904 = isTrue(attributes['date1904']);
      if (name !== 'sheet') return;
      // The prefix is the writer's choice.
      const [, rId] = Object.entries(attributes).find(([key]) => key.endsWith(':id')) ?? [];
      const { type, target } = present(relations.find(({ id }) => id === rId));
      const xml = present(parts.get(target));
      const isHidden = (attributes['state'] ?? 'visible') !== 'visible';
      sheets.push({ name: present(attributes['name']), isHidden, xml: type === 'worksheet' ? xml : undefined });
    },
  });
  const [strings, styles] = [part('sharedStrings'), part('styles')];
  return {
    sheets,
    isFrom1904,
    strings: strings === undefined ? [] : sharedStrings(strings),
    formats: styles === undefined ? ['General'] : numberFormats(styles),
  };
}

/** What a workbook refers to. Throws `FileFault` when it is not there. */
export function present<T>(part: T | undefined): T {
  if (part === undefined) throw new FileFault(damagedWorkbook);
  return part;
}

/** XML's "true" and "1". */
export const isTrue = (value: string | undefined): boolean => value === '1' || value === 'true';

/** The parts that are XML, each verified, by their paths in small letters. Pictures and the like hold no cells. */
function xmlParts(bytes: Buffer): Map<string, Buffer> {
  const entries = [...zipEntries(bytes)].filter(([name]) => /\.(xml|rels)$/.test(name));
  const total = entries.reduce((sum, [, { size }]) => sum + size, 0);
  if (total > limits.workbook) throw new FileFault(workbookTooLarge);
  return new Map(entries.map(([name, entry]) => [name, unzipped(entry)]));
}

interface Relation {
  readonly id: string;
  /** The last word of its type, which the transitional and the strict standard share. */
  readonly type: string;
  /** Path of the part, in small letters. */
  readonly target: string;
}

/** What the part at `path` refers to; of "" the archive as a whole. */
function relationsOf(parts: ReadonlyMap<string, Buffer>, path: string): Relation[] {
  const { dir, base } = posix.parse(path);
  const relations: Relation[] = [];
  walkXml(present(parts.get(posix.join(dir, '_rels', `${base}.rels`))), {
    open(name, attributes) {
      if (name !== 'Relationship' || attributes['TargetMode'] === 'External') return;
      const target = posix.resolve('/', dir, attributes['Target'] ?? '').slice(1);
      const type = posix.basename(attributes['Type'] ?? '');
      relations.push({ id: attributes['Id'] ?? '', type, target: target.toLowerCase() });
    },
  });
  return relations;
}

/** The texts that cells share: all `t` of an `si`. */
function sharedStrings(xml: Buffer): string[] {
  const strings: string[] = [];
  const texts = new TextsOf();
  walkXml(xml, {
    open(name) {
      if (name === 'si') texts.clear();
      else texts.open(name);
    },
    text: (found) => texts.add(found),
    close(name) {
      texts.close(name);
      if (name === 'si') strings.push(withoutEscapes(texts.get('t') ?? ''));
    },
  });
  return strings;
}

/**
 * Gathers the texts in an element by the names of the elements that they stand in, be they in several pieces, but for
 * those that tell how a text is pronounced.
 */
export class TextsOf {
  readonly #texts = new Map<string, string>();
  #name: string | null = null;
  #isPronunciation = false;

  clear(): void {
    this.#texts.clear();
  }

  get(name: string): string | undefined {
    return this.#texts.get(name);
  }

  open(name: string): void {
    if (name === 'rPh') this.#isPronunciation = true;
    if (this.#isPronunciation) return;
    this.#name = name;
    if (!this.#texts.has(name)) this.#texts.set(name, '');
  }

  add(text: string): void {
    if (this.#name !== null) this.#texts.set(this.#name, (this.#texts.get(this.#name) ?? '') + text);
  }

  close(name: string): void {
    if (name === 'rPh') this.#isPronunciation = false;
    if (name === this.#name) this.#name = null;
  }
}

/** Excel writes characters that XML cannot have as _x000D_. */
export const withoutEscapes = (text: string): string =>
  text.replace(/_x([0-9A-Fa-f]{4})_/g, (_, code: string) => String.fromCharCode(Number.parseInt(code, 16)));

/** Formats that a workbook names by number alone (ECMA-376 18.8.30), as far as they tell dates and percentages. */
const builtIn: ReadonlyMap<number, string> = new Map([
  [9, '0%'],
  [10, '0.00%'],
  ...[14, 15, 16, 22, 27, 28, 29, 30, 31, 36, 50, 51, 52, 53, 54, 57, 58].map((id) => [id, 'd-m-yyyy'] as const),
  ...[17, 55, 56].map((id) => [id, 'mmm-yy'] as const),
  ...[18, 19, 20, 21, 32, 33, 34, 35, 45, 46, 47].map((id) => [id, 'h:mm'] as const),
]);

function numberFormats(xml: Buffer): string[] {
  const own = new Map<number, string>();
  const formats: string[] = [];
  let isCells = false;
  walkXml(xml, {
    open(name, attributes) {
      if (name === 'numFmt') own.set(Number(attributes['numFmtId']), attributes['formatCode'] ?? '');
      if (name === 'cellXfs') isCells = true;
      if (name !== 'xf' || !isCells) return;
      const id = Number(attributes['numFmtId'] ?? 0);
      formats.push(own.get(id) ?? builtIn.get(id) ?? 'General');
    },
    close(name) {
      if (name === 'cellXfs') isCells = false;
    },
  });
  return formats;
}
