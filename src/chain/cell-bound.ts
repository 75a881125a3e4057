/** @file Lower bounds of the ground energy of a rectangle, from the exact energies of its cells. */

import { DomainError } from '../errors.ts';
import { lanczos } from '../linalg/lanczos.ts';
import { randomStream, randomVector } from '../linalg/random.ts';
import { support } from '../operator/pauli.ts';
import { type PauliSum, type PauliTerm, pauliSumOperator } from '../operator/pauli-sum.ts';

export interface CellBoundOptions {
  readonly rows: number;
  readonly columns: number;
  /** Greatest sides of a cell; default 3 × 3. */
  readonly cell?: readonly [number, number];
}

/** Most qubits of a cell: Lanczos iteration keeps some 30 vectors of 16 MiB then. */
const MOST_QUBITS = 20;

/**
 * A lower bound of the least eigenvalue of H: every term is shared out evenly among the cells that contain it, and no state has less in
 * any of them than its least eigenvalue,
 *
 *     H = Σ_c H_c,    E₀ ≥ Σ_c λ_min(H_c).
 *
 * @param sum - site = row·columns + column
 * @returns the bound, to the rounding of Lanczos iteration in each cell
 * @throws {DomainError} a term that no cell contains, or cells of more than 20 qubits
 *
 * Cost O(2^(sites of a cell)) for each kind of cell; reflected and, if square, transposed cells are of one kind.
 *
 * @see Anderson, Phys. Rev. 83, 1260 (1951)
 */
export function cellBound(sum: PauliSum, { rows, columns, cell = [3, 3] }: CellBoundOptions): number {
  const [height, width] = [Math.min(cell[0], rows), Math.min(cell[1], columns)];
  if (!(height >= 1 && width >= 1 && height * width <= MOST_QUBITS)) {
    throw new DomainError(`cellBound: cells of 1 to ${MOST_QUBITS} sites required, got ${cell[0]} × ${cell[1]}`);
  }
  const cells = Array.from({ length: rows - height + 1 }, (_, r) => r).flatMap((r) =>
    Array.from({ length: columns - width + 1 }, (_, c) =>
      Array.from({ length: height * width }, (_, k) => (r + Math.floor(k / width)) * columns + c + (k % width)),
    ),
  );
  const terms = cells.map((): PauliTerm[] => []);
  for (const { word, coefficient } of sum.terms) {
    const sites = support(word);
    const own = [...cells.keys()].filter((k) => sites.every((site) => cells[k]!.includes(site)));
    if (own.length === 0) {
      throw new DomainError(`cellBound: terms within ${height} × ${width} sites required, got one on [${sites}]`);
    }
    for (const k of own) {
      const letters = cells[k]!.map((site) => word[site]!).join('');
      terms[k]!.push({ word: letters, coefficient: coefficient / own.length });
    }
  }
  const known = new Map<string, number>();
  return terms.reduce((total, own) => {
    const key = keyOf(own, height, width);
    const least = known.get(key) ?? leastEnergy({ qubits: height * width, terms: own });
    known.set(key, least);
    return total + least;
  }, 0);
}

/** The same text for terms that a reflection, or an exchange of rows and columns, takes to each other. */
function keyOf(terms: readonly PauliTerm[], height: number, width: number): string {
  const places = Array.from({ length: height * width }, (_, k) => k);
  const maps = [0, 1, 2, 3, 4, 5, 6, 7].filter((kind) => kind < 4 || height === width);
  const texts = maps.map((kind) => {
    const from = places.map((k) => {
      const [y, x] = [Math.floor(k / width), k % width];
      const [r, c] = [kind & 1 ? height - 1 - y : y, kind & 2 ? width - 1 - x : x];
      return kind & 4 ? c * width + r : r * width + c;
    });
    const moved = ({ word, coefficient }: PauliTerm): string =>
      `${from.map((k) => word[k]).join('')}${coefficient.toPrecision(14)}`;
    return terms.map(moved).sort().join();
  });
  return texts.sort()[0]!;
}

function leastEnergy(sum: PauliSum): number {
  if (sum.terms.length === 0) return 0;
  const start = randomVector(2 ** sum.qubits, randomStream(1, 'cell'));
  return lanczos(pauliSumOperator(sum), start).value.values[0]!;
}
