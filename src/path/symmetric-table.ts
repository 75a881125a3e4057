/**
 * @file Controls that are sums of words, among their symmetric states alone: these are a space of their own, with fewer amplitudes than 2ⁿ,
 * in which a path runs exactly as it does among all.
 */

import { parity } from '../engine/bits.ts';
import type { FlipTable } from '../engine/kernels.ts';
import { addTo, length, times } from '../linalg/real-vector.ts';
import { bitOperator } from '../operator/pauli.ts';
import {
  alongDirections,
  combinedDirections,
  type InvariantControls,
  type SparseDirection,
} from './invariant-controls.ts';

/** Controls O_a on symmetric states, ⟨c|O_a|c xor f⟩ at the entry of c and f. */
export interface SymmetricTable extends FlipTable {
  /** The entries of each control that are not 0. */
  readonly matrices: readonly {
    readonly places: Int32Array;
    /** Interleaved. */
    readonly values: Float64Array;
  }[];
}

/** The symmetric states as a space of 2ᵐ amplitudes, the last of which may be idle. */
export interface SymmetricSpace {
  readonly table: SymmetricTable;
  /** The amplitudes of a vector's part among symmetric states, interleaved, shape (2ᵐ,). */
  readonly into: (vector: Float64Array) => Float64Array;
  /** The vector of 2ⁿ amplitudes with these. */
  readonly outOf: (amplitudes: Float64Array) => Float64Array;
}

/** Most symmetric states for which matrices are made. */
const MOST_STATES = 256;
/** Entries that are rounding. */
const ROUNDING = 1e-14;

const known = new WeakMap<InvariantControls, SymmetricSpace | null>();

/** The space of the symmetric states where a Hamiltonian acts there with half as many products as among all; null elsewhere. */
export function symmetricSpace(sums: InvariantControls): SymmetricSpace | null {
  const found = known.get(sums);
  if (found !== undefined) return found;
  const made = spaceOf(sums);
  known.set(sums, made);
  return made;
}

function spaceOf(sums: InvariantControls): SymmetricSpace | null {
  const { controls, states } = sums;
  const all = 2 ** controls.qubits;
  if (states.length > MOST_STATES || 2 * complexDimension(states, all) > all) return null;
  const basis = complexBasis(states, 2 * all);
  const size = 2 ** Math.max(1, Math.ceil(Math.log2(basis.length)));
  const table = tableOf(sums, basis, size);
  const flipsOfWords = new Set(controls.words.map((word) => bitOperator(word).flip));
  if (2 * table.flips.length * size > flipsOfWords.size * all) return null;
  const real = basis.flatMap((u) => [u, timesI(u)]);
  return {
    table,
    into: (vector) => {
      const amplitudes = new Float64Array(2 * size);
      amplitudes.set(alongDirections(real, vector));
      return amplitudes;
    },
    outOf: (amplitudes) => combinedDirections(real, amplitudes, 2 * all),
  };
}

/** iψ is symmetric where more than this of it is: all is, or nothing. */
const INSIDE = 0.5;

/**
 * How many of the states are independent over the complex numbers: half of them where iψ is symmetric with ψ, and all where it never is, as
 * the inner products of states that a symmetry conjugates are real.
 */
function complexDimension(states: readonly SparseDirection[], amplitudes: number): number {
  const turned = combinedDirections([timesI(states[0]!)], Float64Array.of(1), 2 * amplitudes);
  return length(alongDirections(states, turned)) > INSIDE ? states.length / 2 : states.length;
}

/** An orthonormal basis over the complex numbers of the states that an orthonormal basis over the real ones spans. */
function complexBasis(states: readonly SparseDirection[], numbers: number): readonly SparseDirection[] {
  const spanned: SparseDirection[] = [];
  return states.flatMap((state) => {
    const vector = combinedDirections([state], Float64Array.of(1), numbers);
    addTo(vector, -1, combinedDirections(spanned, alongDirections(spanned, vector), numbers));
    const size = length(vector);
    if (size < INSIDE) return [];
    const direction = sparse(times(1 / size, vector));
    spanned.push(direction, timesI(direction));
    return [direction];
  });
}

function sparse(vector: Float64Array): SparseDirection {
  const places = Int32Array.from(vector.keys()).filter((i) => Math.abs(vector[i]!) > ROUNDING);
  return { places, values: Float64Array.from(places, (i) => vector[i]!) };
}

/** iv. */
const timesI = ({ places, values }: SparseDirection): SparseDirection => ({
  places: places.map((i) => i ^ 1),
  values: values.map((value, k) => (places[k]! % 2 === 0 ? value : -value)),
});

/** The controls as matrices, and the flips that these have. */
function tableOf(sums: InvariantControls, basis: readonly SparseDirection[], size: number): SymmetricTable {
  const own = matricesOf(sums, basis);
  const used = new Set(own.flatMap((entries) => entries.map(({ row, column }) => row ^ column)));
  const flips = Int32Array.from(used.size > 0 ? used : [0]).sort();
  const index = new Map(Array.from(flips, (flip, f) => [flip, f]));
  return {
    size,
    flips,
    offsets: Int32Array.from({ length: flips.length + 1 }, (_, f) => f * size),
    entries: Int32Array.from(
      { length: size * flips.length },
      (_, at) => (at % flips.length) * size + Math.floor(at / flips.length),
    ),
    matrices: own.map((entries) => ({
      places: Int32Array.from(entries, ({ row, column }) => index.get(row ^ column)! * size + row),
      values: Float64Array.from(entries.flatMap(({ re, im }) => [re, im])),
    })),
  };
}

/** An entry of a matrix. */
interface Entry {
  readonly row: number;
  readonly column: number;
  readonly re: number;
  readonly im: number;
}

/** ⟨u_row|O_a|u_column⟩ of every control, without zeros. */
function matricesOf(
  { controls, controlOf, signs }: InvariantControls,
  basis: readonly SparseDirection[],
): readonly (readonly Entry[])[] {
  const count = basis.length;
  // What the real and the imaginary part of ⟨u_row|v⟩ take of each number of v.
  const shares = new Map<number, { readonly row: number; readonly part: number; readonly value: number }[]>();
  basis.forEach((u, row) => {
    [u, timesI(u)].forEach(({ places, values }, part) => {
      places.forEach((place, k) => {
        const known = shares.get(place) ?? [];
        shares.set(place, known);
        known.push({ row, part, value: values[k]! });
      });
    });
  });
  const wordsOf: number[][] = [];
  controlOf.forEach((a, p) => {
    wordsOf[a] = [...(wordsOf[a] ?? []), p];
  });
  return wordsOf.map((own) => {
    const matrix = new Float64Array(2 * count * count);
    for (const p of own) {
      const { flip, sign, quarterTurns } = bitOperator(controls.words[p]!);
      basis.forEach(({ places, values }, column) => {
        places.forEach((place, k) => {
          const [b, turns] = [place >> 1, quarterTurns + (place % 2)];
          const image = ((parity(b & sign) + (turns >> 1)) % 2 === 1 ? -signs[p]! : signs[p]!) * values[k]!;
          for (const { row, part, value } of shares.get(2 * (b ^ flip) + (turns % 2)) ?? []) {
            const at = 2 * (row * count + column) + part;
            matrix[at] = matrix[at]! + value * image;
          }
        });
      });
    }
    return Array.from({ length: count * count }, (_, at): Entry => {
      return { row: Math.floor(at / count), column: at % count, re: matrix[2 * at]!, im: matrix[2 * at + 1]! };
    }).filter(({ re, im }) => Math.hypot(re, im) > ROUNDING);
  });
}
