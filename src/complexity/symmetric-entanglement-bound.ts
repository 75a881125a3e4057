/** @file Lower bounds of the length of every path to a symmetric state, from its Dicke components. */

import { DomainError } from '../errors.ts';
import { zeroMatrix } from '../linalg/complex.ts';
import { multiply } from '../linalg/matrix.ts';
import { singularValueDecomposition } from '../linalg/singular-values.ts';
import { schmidtMatrix } from '../state/symmetric-entropies.ts';
import { binomial, type SymmetricVector } from '../state/symmetric-vector.ts';
import {
  angleRate,
  type Demand,
  dualBound,
  logarithmRate,
  productAngle,
  qubitChanges,
  qubitRate,
  schmidtLogarithm,
} from './entanglement-bound.ts';

/** Most cuts that are read, and most qubits on their smaller side. */
const [MOST_CUTS, MOST_INSIDE] = [256, 24];

/** Supports of words with these numbers of qubits in the blocks, and how many they are. */
interface Orbit {
  readonly qubits: readonly number[];
  readonly size: number;
  readonly count: number;
}

/**
 * `entanglementBound` from |0…0⟩ to a symmetric state, where words weigh by their number of qubits, on all pairs. The
 * conditions are permuted by the symmetry, and the cost Σ w_T y_T² is convex, so that the least cost is met by times y_T which
 * are equal within an orbit of supports T: the quadratic program has a number for each orbit, with the weight (supports in the
 * orbit)·w.
 *
 * @param sizeWeights - of words of 1, 2, … qubits; positive, Infinity for sizes that are no controls
 *
 * Cost of singular value decompositions of at most 25 rows for one block.
 */
export function symmetricEntanglementBound(target: SymmetricVector, sizeWeights: readonly number[]): number {
  if (sizeWeights.some((weight) => !(weight > 0)) || sizeWeights.every((weight) => weight === Infinity)) {
    throw new DomainError(`symmetricEntanglementBound: positive sizeWeights required, one finite, got ${sizeWeights}`);
  }
  const { blocks } = target;
  const orbits = orbitsOf(blocks, sizeWeights.length).filter(({ size }) => sizeWeights[size - 1]! < Infinity);
  const demands = [
    ...cutsOf(blocks).flatMap((inside) => cutDemands(target, inside, orbits)),
    ...blocks.flatMap((_, block) => qubitDemands(target, block, orbits)),
  ];
  return dualBound(
    demands,
    orbits.map(({ size, count }) => count * sizeWeights[size - 1]!),
  );
}

/**
 * arccos|⟨0…0|ψ⟩| / max ΔH, as in `lengthLowerBound`, with ΔH ≤ √(2ⁿ/2w_min) and ΔH ≤ ‖H‖ ≤ √(Σ_T 3^{|T|−1}/w_T) at speed 1: the
 * 3^k words on k qubits fall into 3^{k−1} sets of three that anticommute.
 *
 * @param sizeWeights - of words of 1, 2, … qubits; positive
 */
export function symmetricSpeedBound(
  { blocks, components: { interleaved } }: SymmetricVector,
  sizeWeights: readonly number[],
): number {
  const norm = orbitsOf(blocks, sizeWeights.length).reduce(
    (sum, { size, count }) => sum + (count * 3 ** (size - 1)) / sizeWeights[size - 1]!,
    0,
  );
  const byDimension = 2 ** (total(blocks) - 1) / Math.min(...sizeWeights);
  const angle = Math.atan2(Math.hypot(...interleaved.subarray(2)), Math.hypot(interleaved[0]!, interleaved[1]!));
  return angle / Math.sqrt(Math.min(norm, byDimension));
}

/** Orbits of the sets of 1 to `locality` qubits. */
function orbitsOf(blocks: readonly number[], locality: number): readonly Orbit[] {
  return vectorsUpTo(blocks, locality).flatMap((qubits) => {
    const size = total(qubits);
    return size === 0 ? [] : [{ qubits, size, count: product(qubits.map((s, i) => binomial(blocks[i]!, s))) }];
  });
}

/** All vectors of numbers from 0 to most[i] with a sum of at most `sum`. */
function vectorsUpTo(most: readonly number[], sum: number): readonly (readonly number[])[] {
  return most.reduce<readonly (readonly number[])[]>(
    (vectors, m) =>
      vectors.flatMap((vector) =>
        Array.from({ length: Math.min(m, sum - total(vector)) + 1 }, (_, next) => [...vector, next]),
      ),
    [[]],
  );
}

const total = (numbers: readonly number[]): number => numbers.reduce((sum, x) => sum + x, 0);
const product = (numbers: readonly number[]): number => numbers.reduce((all, x) => all * x, 1);

/** Numbers of qubits of each block on the smaller side of a cut. */
function cutsOf(blocks: readonly number[]): readonly (readonly number[])[] {
  const half = Math.floor(total(blocks) / 2);
  return vectorsUpTo(blocks, Math.min(half, MOST_INSIDE))
    .filter((inside) => total(inside) > 0)
    .toSorted((a, b) => total(a) - total(b))
    .slice(0, MOST_CUTS);
}

/** Conditions 1 and 2 of `entanglementBound`: |0…0⟩ is a product. */
function cutDemands(target: SymmetricVector, inside: readonly number[], orbits: readonly Orbit[]): readonly Demand[] {
  const { values } = singularValueDecomposition(schmidtMatrix(target, inside));
  const rates = (rate: (x: number, y: number) => number): Float64Array =>
    Float64Array.from(orbits, ({ qubits, size }) =>
      vectorsUpTo(qubits, size).reduce((sum, within) => {
        const x = total(within);
        if (x === 0 || x === size) return sum;
        const ways = within.map(
          (k, i) => choose(inside[i]!, k) * choose(target.blocks[i]! - inside[i]!, qubits[i]! - k),
        );
        return sum + product(ways) * rate(x, size - x);
      }, 0),
    );
  return [
    { change: productAngle(values), rates: rates(angleRate) },
    { change: schmidtLogarithm(values), rates: rates(logarithmRate) },
  ];
}

const choose = (n: number, k: number): number => (k > n ? 0 : binomial(n, k));

/** Condition 3, for a qubit of a block. */
function qubitDemands(target: SymmetricVector, block: number, orbits: readonly Orbit[]): readonly Demand[] {
  const split = schmidtMatrix(
    target,
    target.blocks.map((_, i) => (i === block ? 1 : 0)),
  );
  const zero = zeroMatrix(2, 2);
  zero.interleaved[0] = 1;
  const n = target.blocks[block]!;
  const rates = Float64Array.from(
    orbits,
    ({ qubits, size, count }) => ((count * qubits[block]!) / n) * qubitRate(size),
  );
  return qubitChanges(zero, multiply(split, split, { adjointB: true })).map((change) => ({ change, rates }));
}
