import { SaxesParser } from 'saxes';
import { limits } from '../limits.ts';
import { damagedWorkbook, workbookTooLarge } from '../rules/exports.ts';
import { FileFault } from './unreadable.ts';

/** The attributes of an element by their names, prefixes included. */
export type Attributes = Readonly<Record<string, string | undefined>>;

/** What is done with the parts of an XML text. Names of elements are without prefixes. */
export interface XmlHandlers {
  open?(name: string, attributes: Attributes): void;
  text?(text: string): void;
  close?(name: string): void;
}

const CHUNK = 65_536;

/** Bytes between two tags or texts, which a comment or an attribute may fill. */
const MOST_BETWEEN = 1_000_000;

/** Elements within each other, and attributes of one; a workbook has few of both. */
const MOST_LEVELS = 100;
const MOST_ATTRIBUTES = 100;

/** Walks through an XML text. No entities but XML's own are known. Throws `FileFault`. */
export function walkXml(bytes: Uint8Array, handlers: XmlHandlers): void {
  const parser = new SaxesParser<{ xmlns: false }>();
  let [elements, level, attributes, silent] = [0, 0, 0, 0];
  const damaged = (): never => {
    throw new FileFault(damagedWorkbook);
  };
  parser.on('error', damaged);
  // No part of a workbook has one.
  parser.on('doctype', damaged);
  parser.on('attribute', () => {
    if (++attributes > MOST_ATTRIBUTES) throw new FileFault(workbookTooLarge);
  });
  parser.on('opentag', (tag) => {
    if (++elements > limits.workbookElements || ++level > MOST_LEVELS) throw new FileFault(workbookTooLarge);
    [attributes, silent] = [0, 0];
    handlers.open?.(local(tag.name), tag.attributes);
  });
  const onText = (found: string): void => {
    if (found.length > limits.cellText) throw new FileFault(workbookTooLarge);
    silent = 0;
    handlers.text?.(found);
  };
  parser.on('text', onText);
  parser.on('cdata', onText);
  parser.on('closetag', ({ name }) => {
    level--;
    silent = 0;
    handlers.close?.(local(name));
  });
  const decoder = new TextDecoder('utf-8', { fatal: true });
  for (let at = 0; at < bytes.length; at += CHUNK) {
    silent += CHUNK;
    parser.write(decoded(decoder, bytes.subarray(at, at + CHUNK)));
    if (silent > MOST_BETWEEN) throw new FileFault(workbookTooLarge);
  }
  parser.write(decoded(decoder)).close();
}

function decoded(decoder: InstanceType<typeof TextDecoder>, bytes?: Uint8Array): string {
  try {
    return bytes === undefined ? decoder.decode() : decoder.decode(bytes, { stream: true });
  } catch {
    throw new FileFault(damagedWorkbook);
  }
}

const local = (name: string): string => name.slice(name.indexOf(':') + 1);
