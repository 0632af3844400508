import { exitCode, UserError } from '../errors.ts';
import { openFile, type PdfFile, type PdfObject } from './read/file.ts';
import { inflate, limits } from './read/inflate.ts';
import { ReadError } from './read/read-error.ts';
import { type Dictionary, isDictionary, isReference, isText, type Value } from './read/values.ts';

export interface ExtractedFile {
  readonly name: string;
  readonly bytes: Uint8Array;
}

/**
 * The files attached to a PDF made by this program, in the order of their names. Throws UserError (data) for any
 * other or damaged PDF; takes bounded time and memory whatever the bytes are.
 */
export function readAttachments(bytes: Uint8Array): ExtractedFile[] {
  try {
    return collect(openFile(bytes));
  } catch (error) {
    if (!(error instanceof ReadError)) throw error;
    throw new UserError(
      exitCode.data,
      `Filen er ikke en hel PDF fra barometer-report: ${error.message} Brug en rapport, som programmet selv har skrevet, og hent den igen, hvis den er beskadiget.`,
      { cause: error },
    );
  }
}

function collect(file: PdfFile): ExtractedFile[] {
  const catalog = file.dictionary(file.root);
  const names = entries(file, catalog.get('Names'), 'EmbeddedFiles', 'Names');
  if (!Array.isArray(names)) throw new ReadError('Den har ingen vedhæftede data.');
  const files: ExtractedFile[] = [];
  let total = 0;
  for (let index = 1; index < names.length; index += 2) {
    const found = extract(file, names[index]);
    total += found.bytes.length;
    if (total > limits.total) throw new ReadError('De vedhæftede data fylder for meget.');
    files.push(found);
  }
  return files;
}

/** A value down a path of keys through dictionaries and references, or undefined. */
function entries(file: PdfFile, start: Value | undefined, ...keys: string[]): Value | undefined {
  let value = start;
  for (const key of keys) {
    const next = file.resolve(value);
    value = isDictionary(next) ? next.get(key) : undefined;
  }
  return file.resolve(value);
}

function extract(file: PdfFile, specification: Value | undefined): ExtractedFile {
  const parts = asDictionary(file.resolve(specification));
  const name = parts.get('UF') ?? parts.get('F');
  const target = asDictionary(file.resolve(parts.get('EF'))).get('F');
  if (!isText(name) || !isReference(target)) throw new ReadError('En vedhæftet fil mangler navn eller indhold.');
  return { name: name.text, bytes: contentOf(file.object(target.object)) };
}

function contentOf({ value, stream }: PdfObject): Uint8Array {
  if (stream === undefined) throw new ReadError('En vedhæftet fil mangler indhold.');
  const bytes = inflate(stream);
  const parameters = asDictionary(value).get('Params');
  const size = parameters === undefined ? undefined : asDictionary(parameters).get('Size');
  if (size !== bytes.length) throw new ReadError('En vedhæftet fil har en anden størrelse, end der står.');
  return bytes;
}

function asDictionary(value: Value | undefined): Dictionary {
  if (!isDictionary(value)) throw new ReadError('Den har ikke den opbygning, der ventes.');
  return value;
}
