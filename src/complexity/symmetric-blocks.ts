/** @file Parts of a symmetric power that no operator with a symmetry joins, one of each kind. */

import { bitCount } from '../engine/bits.ts';
import type { ComplexMatrix } from '../linalg/complex.ts';
import type { RealMatrix } from '../linalg/matrix.ts';
import type { RandomStream } from '../linalg/random.ts';
import { multiplyReal } from '../linalg/real-product.ts';
import { symmetricEigen } from '../linalg/symmetric-eigen.ts';
import { symmetricEigenvalues } from '../linalg/symmetric-eigenvalues.ts';
import type { ObservableSymmetry } from './observable-symmetry.ts';
import { stateTuples } from './symmetric-power.ts';

/** Eigenvalues that differ by less than this share of the greatest are equal. */
const TOLERANCE = 1e-8;

/**
 * Orthonormal bases, in rows over `stateTuples`, of subspaces of Sym^k that every operator with the symmetry keeps: the
 * eigenspaces of a random symmetric element of the group's algebra, for each number of ones. Eigenspaces that belong to the
 * same irreducible representation carry the same matrix of each operator; one of them is kept, told by the spectrum of a
 * sample with the symmetry.
 *
 * @param sample - a random Hermitian operator with the symmetry, on Sym^k
 * @param copies - k, at least 2
 */
export function symmetricBlocks(
  symmetry: ObservableSymmetry,
  qubits: number,
  sample: ComplexMatrix,
  copies: number,
  stream: RandomStream,
): readonly RealMatrix[] {
  const tuples = stateTuples(2 ** qubits, copies);
  const { modulus } = symmetry;
  const classes = new Map<number, number[]>();
  tuples.forEach((tuple, at) => {
    const ones = tuple.reduce((sum, b) => sum + bitCount(b), 0);
    const key = modulus === 0 ? ones : ones % modulus;
    classes.set(key, [...(classes.get(key) ?? []), at]);
  });
  const factors = symmetry.permutations.map(() => stream.normal());
  const images = symmetry.permutations.map((order) => tupleImages(tuples, order, qubits));
  return [...classes.values()].flatMap((members) => {
    const spaces = eigenspacesOf(members, images, factors, tuples.length);
    const spectra = spaces.map((space) => spectrumIn(space, sample));
    return spaces.filter((_, s) => !spectra.slice(0, s).some((other) => areEqual(other, spectra[s]!)));
  });
}

/** The number of the tuple that each tuple becomes when the qubits are put in this order. */
function tupleImages(tuples: readonly (readonly number[])[], order: readonly number[], qubits: number): Int32Array {
  const image = (b: number): number =>
    order.reduce((sum, q, k) => sum | (((b >> (qubits - 1 - q)) & 1) << (qubits - 1 - k)), 0);
  const numberOf = new Map(tuples.map((tuple, at) => [tuple.join(), at]));
  return Int32Array.from(
    tuples,
    (tuple) =>
      numberOf.get(
        tuple
          .map(image)
          .sort((a, b) => a - b)
          .join(),
      )!,
  );
}

/** Eigenspaces of Σ_g factor_g (g + gᵀ) among some basis states of `total`, where g moves basis states as told. */
export function eigenspacesOf(
  members: readonly number[],
  images: readonly Int32Array[],
  factors: readonly number[],
  total: number,
): readonly RealMatrix[] {
  const count = members.length;
  const place = new Map(members.map((at, k) => [at, k]));
  const data = new Float64Array(count * count);
  images.forEach((image, g) => {
    members.forEach((at, k) => {
      const to = place.get(image[at]!)!;
      data[to * count + k] = data[to * count + k]! + factors[g]!;
      data[k * count + to] = data[k * count + to]! + factors[g]!;
    });
  });
  const { values, vectors } = symmetricEigen({ rows: count, cols: count, data });
  const scale = Math.max(Math.abs(values[0]!), Math.abs(values[count - 1]!));
  const spaces: RealMatrix[] = [];
  for (let first = 0, next = 0; first < count; first = next) {
    while (next < count && values[next]! - values[first]! <= TOLERANCE * scale) next++;
    const space = { rows: next - first, cols: total, data: new Float64Array((next - first) * total) };
    for (let row = first; row < next; row++) {
      members.forEach((at, k) => {
        space.data[(row - first) * total + at] = vectors.data[row * count + k]!;
      });
    }
    spaces.push(space);
  }
  return spaces;
}

/** The eigenvalues of an operator in a subspace that it keeps; each twice. */
function spectrumIn(space: RealMatrix, { rows, cols, interleaved }: ComplexMatrix): Float64Array {
  const part = (offset: number): RealMatrix => {
    const data = Float64Array.from({ length: rows * cols }, (_, at) => interleaved[2 * at + offset]!);
    return multiplyReal(multiplyReal(space, { rows, cols, data }), space, { transposeB: true });
  };
  const doubled = hermitianAsSymmetric(part(0), part(1));
  return symmetricEigenvalues(doubled.data, doubled.rows);
}

/** The real symmetric matrix (R −I; I R) of a Hermitian matrix R + iI, with the same eigenvalues, each twice. */
export function hermitianAsSymmetric(re: RealMatrix, im: RealMatrix): RealMatrix {
  const n = re.rows;
  const data = new Float64Array(4 * n * n);
  for (let i = 0; i < n; i++) {
    for (let j = 0; j < n; j++) {
      const [x, y] = [re.data[i * n + j]!, im.data[i * n + j]!];
      data[i * 2 * n + j] = data[(i + n) * 2 * n + j + n] = x;
      data[(i + n) * 2 * n + j] = y;
      data[i * 2 * n + j + n] = -y;
    }
  }
  return { rows: 2 * n, cols: 2 * n, data };
}

function areEqual(a: Float64Array, b: Float64Array): boolean {
  const scale = Math.max(...a.map(Math.abs), ...b.map(Math.abs));
  return a.length === b.length && a.every((x, k) => Math.abs(x - b[k]!) <= TOLERANCE * scale);
}
