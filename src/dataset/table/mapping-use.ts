import { byLikeness, clean } from '../../danish/index.ts';
import type { ExportMapping } from '../datasaet.ts';
import { type Problem, structuralError } from '../problem.ts';

/** Different texts of a column that are remembered, and of these so many are listed. */
const REMEMBERED = 1_000;
const LISTED = 10;

/** Texts of a row in the columns of `udvalg`, of the series, and in those that tell series together. */
export interface RowTexts {
  readonly selected: readonly string[];
  readonly series: string | null;
  readonly picked: readonly string[];
}

/** What the texts of a mapping meet in its file: one that meets nothing throws figures away without a word. */
export class MappingUse {
  readonly #mapping: ExportMapping;
  readonly #selections: { readonly column: string; readonly wanted: string; readonly texts: Set<string> }[];
  readonly #seriesTexts = new Set<string>();
  /** Columns that tell series together, in order, with their texts; and the series that were met. */
  readonly #pickColumns: readonly string[];
  readonly #pickTexts: readonly Set<string>[];
  readonly #met = new Set<string>();
  #rows = 0;

  constructor(mapping: ExportMapping) {
    this.#mapping = mapping;
    this.#selections = [...mapping.selection].map(([column, wanted]) => ({ column, wanted, texts: new Set() }));
    this.#pickColumns = [...new Set(mapping.picks.flatMap(({ texts }) => [...texts.keys()]))];
    this.#pickTexts = this.#pickColumns.map(() => new Set());
  }

  /** Notes the texts of a row. */
  note({ selected, series, picked }: RowTexts): void {
    this.#rows++;
    for (const [i, { texts }] of this.#selections.entries()) remember(texts, selected[i] ?? '');
    if (series !== null) remember(this.#seriesTexts, series);
    for (const [i, texts] of this.#pickTexts.entries()) remember(texts, picked[i] ?? '');
    for (const { id, texts } of this.#mapping.picks) {
      const isMet = this.#pickColumns.every((column, i) => !texts.has(column) || texts.get(column) === picked[i]);
      if (isMet) this.#met.add(id);
    }
  }

  /** What is wrong with the mapping when `figures` of the file's rows were taken and `refused` ones are wrong. */
  problems(figures: number, refused: number): readonly Problem[] {
    if (this.#rows === 0) return [this.#noFigure()];
    const unmatched = [...this.#unmatchedSelections(), ...this.#unmatchedSeries(), ...this.#unmatchedPicks()];
    return unmatched.length > 0 || figures > 0 || refused > 0 ? unmatched : [this.#noFigure()];
  }

  #unmatchedSelections(): Problem[] {
    return this.#selections
      .filter(({ wanted, texts }) => !texts.has(wanted) && texts.size < REMEMBERED)
      .map(({ column, wanted, texts }) =>
        structuralError(this.#mapping.place(['udvalg', column]), {
          rule: 'udvalg-uden-traef',
          value: wanted,
          message: `Ingen række i ${clean(this.#mapping.file)} har "${clean(wanted)}" i kolonnen "${clean(column)}", så ingen bliver taget med.`,
          remedy: `Ret "udvalg" i datasaet.json til en af kolonnens tekster: ${listed(wanted, texts)}.`,
        }),
      );
  }

  /** Texts of `serier` that no row has; a text and a code may both be written for the same series. */
  #unmatchedSeries(): Problem[] {
    const { series, columns, file, place } = this.#mapping;
    const found = this.#seriesTexts;
    if (series === undefined || found.size >= REMEMBERED) return [];
    const entries = [...series].map(([text, id]) => ({ text, id, isFound: found.has(text.trim()) }));
    const isMet = (id: string): boolean => entries.some((entry) => entry.isFound && entry.id === id);
    return entries.flatMap(({ text, id }) =>
      id === null || isMet(id)
        ? []
        : [
            structuralError(place(['serier', text]), {
              rule: 'serie-uden-traef',
              value: text,
              message: `Ingen række i ${clean(file)} har "${clean(text)}" i kolonnen "${clean(columns.serie ?? '')}", så ${clean(id)} ville være uden tal.`,
              remedy: `Ret "serier" i datasaet.json til en af kolonnens tekster: ${listed(text, found)}.`,
            }),
          ],
    );
  }

  /** Series whose texts no row has together; of these texts the first that stands in no row is told. */
  #unmatchedPicks(): Problem[] {
    const { picks, file, place } = this.#mapping;
    return picks
      .filter(({ id }) => !this.#met.has(id))
      .map(({ id, texts }) => {
        const columns = this.#pickColumns.map((column, i) => ({
          column,
          found: this.#pickTexts[i] ?? new Set<string>(),
        }));
        const missing = columns.find(({ column, found }) => texts.has(column) && !found.has(texts.get(column) ?? ''));
        const wanted = missing === undefined ? '' : (texts.get(missing.column) ?? '');
        const together = [...texts.values()].map((text) => `"${clean(text)}"`).join(' og ');
        return structuralError(place(['serier', id]), {
          rule: 'serie-uden-traef',
          value: missing === undefined ? id : wanted,
          message:
            missing === undefined
              ? `Ingen række i ${clean(file)} har ${together} sammen, så ${clean(id)} ville være uden tal.`
              : `Ingen række i ${clean(file)} har "${clean(wanted)}" i kolonnen "${clean(missing.column)}", så ${clean(id)} ville være uden tal.`,
          remedy:
            missing === undefined
              ? 'Ret "serier" i datasaet.json til tekster, der står i samme række i filen.'
              : `Ret "serier" i datasaet.json til en af kolonnens tekster: ${listed(wanted, missing.found)}.`,
        });
      });
  }

  #noFigure(): Problem {
    const { file, place } = this.#mapping;
    const rows = this.#rows === 1 ? 'filens ene række er' : `filens ${this.#rows} rækker er alle`;
    return structuralError(place(['fil']), {
      rule: 'fil-uden-tal',
      value: file,
      message:
        this.#rows === 0
          ? `${clean(file)} har ingen rækker under kolonnernes navne.`
          : `${clean(file)} giver ingen tal: ${rows} sprunget over.`,
      remedy:
        this.#rows === 0
          ? 'Hent filen igen med tal i, eller fjern den fra "statbank" i datasaet.json.'
          : 'Se efter, at "udvalg" og "serier" i datasaet.json passer sammen, og at filen har kommuner og ikke kun regioner.',
    });
  }
}

function remember(texts: Set<string>, text: string): void {
  if (texts.size < REMEMBERED) texts.add(text);
}

/** "a", "b" og 3 andre: the texts of a column, those that look most like `wanted` first. */
function listed(wanted: string, texts: ReadonlySet<string>): string {
  const shown = byLikeness(wanted, [...texts])
    .slice(0, LISTED)
    .map((text) => (text === '' ? '(tom)' : `"${clean(text, 60)}"`));
  const rest = texts.size - shown.length;
  return rest > 0 ? `${shown.join(', ')} og ${rest} ${rest === 1 ? 'anden' : 'andre'}` : shown.join(', ');
}
