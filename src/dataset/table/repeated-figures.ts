import { compare } from '../../decimal.ts';
import type { Figure } from '../figure.ts';
import type { FileMapping } from '../mapping/mapping.ts';
import type { Count } from '../rules/fields.ts';
import { seriesName } from '../rules/phrases.ts';
import {
  contradicted,
  contradictedProvenance,
  repetition,
  seriesInTwoFiles,
  seriesTwice,
} from '../rules/repetitions.ts';
import type { Problem } from '../rules/rule.ts';
import type { FigureKey, Table } from './table.ts';

/** Problems that several rows of a file have in common: each is one problem, which counts them. */
export class SharedProblems {
  readonly #byKey = new Map<string, { readonly figures: Count; readonly problem: Problem }>();

  of(key: string, make: (figures: Count) => Problem): Problem {
    const figures = { count: 0 };
    const shared = this.#byKey.get(key) ?? { figures, problem: make(figures) };
    this.#byKey.set(key, shared);
    shared.figures.count++;
    return shared.problem;
  }
}

/** True when two figures say exactly the same: "2,0" and "2" do. */
export const saySame = (a: Figure, b: Figure): boolean =>
  a.provenance === b.provenance &&
  a.provisional === b.provisional &&
  a.missing === b.missing &&
  (a.value === null || b.value === null || compare(a.value, b.value) === 0);

/** What is said of figures of one file that the table has already, from the same file or another. */
export class RepeatedFigures {
  readonly #table: Table['name'];
  readonly #isExported: boolean;
  readonly #shared: SharedProblems;
  /** Lines of rows that Excel hides. */
  readonly #hidden = new Set<number>();

  constructor(table: Table['name'], mapping: FileMapping, shared: SharedProblems) {
    this.#table = table;
    this.#isExported = !mapping.isOwn;
    this.#shared = shared;
  }

  noteHidden(line: number): void {
    this.#hidden.add(line);
  }

  problem(key: FigureKey, figure: Figure, known: Figure): Problem {
    return saySame(figure, known) ? this.#same(key, figure, known) : this.#contradicted(key, figure, known);
  }

  #same({ series }: FigureKey, figure: Figure, known: Figure): Problem {
    if (known.place.file === figure.place.file) return repetition.at(figure.place, figure, known);
    return this.#shared.of(`same ${series} ${known.place.file}`, (figures) =>
      seriesTwice.at(figure.place, figure, known, seriesName({ table: this.#table, id: series }), figures),
    );
  }

  #contradicted({ series }: FigureKey, figure: Figure, known: Figure): Problem {
    if (figure.provenance !== known.provenance) return contradictedProvenance.at(figure.place, figure, known);
    if (known.place.file !== figure.place.file) {
      const name = seriesName({ table: this.#table, id: series });
      return this.#shared.of(`other ${series} ${known.place.file}`, (figures) =>
        seriesInTwoFiles.at(figure.place, figure, known, name, this.#isExported, figures),
      );
    }
    const hidden = [figure, known].find(({ place }) => this.#hidden.has(place.line));
    return contradicted.at(figure.place, figure, known, this.#isExported, hidden?.place.line ?? null);
  }
}
