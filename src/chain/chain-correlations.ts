/** @file What is measured in a matrix-product state: correlations, structure factors, the variance of an operator. */

import { currentEngine } from '../engine/engine.ts';
import { ShapeError } from '../errors.ts';
import { gradedContraction, runGraded } from '../grading/graded-contraction.ts';
import { gradedLeg } from '../grading/graded-leg.ts';
import { conjugateTensor, type GradedTensor, gradedShape, realTensor } from '../grading/graded-tensor.ts';
import type { ComplexArray, ComplexMatrix } from '../linalg/complex.ts';
import { multiply, type RealMatrix } from '../linalg/matrix.ts';
import { gradedOperator } from './effective-operator.ts';
import { type GradedChain, gradedChain, rightCanonicalGraded } from './graded-chain.ts';
import { type ChargedOperator, type MatrixProductOperator, unchargedOperator } from './matrix-product-operator.ts';
import { type Chain, overlapStep, rightCanonical } from './matrix-product-state.ts';

/** An operator on every site alike, or one for each. */
export type SiteOperators = ComplexMatrix | readonly ComplexMatrix[];

/** Expectation values and correlations of two operators A, B of single sites. */
export interface ChainCorrelations {
  /** ⟨A_i⟩ and ⟨B_i⟩, real parts. */
  readonly first: Float64Array;
  readonly second: Float64Array;
  /** Re ⟨A_i B_j⟩, shape (n, n); at i = j of the product AB on one site. */
  readonly products: RealMatrix;
}

/**
 * ⟨A_i B_j⟩ of all pairs of sites, for a chain of any norm and gauge. Of products over i > j the operators commute, so that
 * ⟨B_j A_i⟩ is the same number.
 *
 * @throws {ShapeError} an operator that does not fit its site, or fewer operators than sites
 *
 * Cost O(n² d χ³).
 */
export function chainCorrelations(chain: Chain, A: SiteOperators, B: SiteOperators = A): ChainCorrelations {
  const n = chain.length;
  for (const operators of [A, B]) {
    if (!('rows' in operators) && operators.length !== n) {
      throw new ShapeError(
        `chainCorrelations: one operator, or one for each of ${n} sites, required, got ${operators.length}`,
      );
    }
  }
  const tensors = rightCanonical(chain);
  const at = (operators: SiteOperators, k: number): ComplexMatrix => ('rows' in operators ? operators : operators[k]!);
  const withA = tensors.map((tensor, k) => acted(at(A, k), tensor, k));
  const withB = tensors.map((tensor, k) => acted(at(B, k), tensor, k));
  const withBoth = tensors.map((tensor, k) => acted(multiply(at(A, k), at(B, k)), tensor, k));
  const [first, second] = [new Float64Array(n), new Float64Array(n)];
  const data = new Float64Array(n * n);
  let left: ComplexMatrix = { rows: 1, cols: 1, interleaved: Float64Array.of(1, 0) };
  for (let i = 0; i < n; i++) {
    const after = overlapStep(left, tensors[i]!, tensors[i]!);
    const norm = realTrace(after);
    const mean = (from: ComplexMatrix, k: number, acting: readonly ComplexArray[]): number =>
      realTrace(overlapStep(from, tensors[k]!, acting[k]!)) / norm;
    first[i] = mean(left, i, withA);
    second[i] = mean(left, i, withB);
    data[i * n + i] = mean(left, i, withBoth);
    let [betweenA, betweenB] = [overlapStep(left, tensors[i]!, withA[i]!), overlapStep(left, tensors[i]!, withB[i]!)];
    for (let j = i + 1; j < n; j++) {
      data[i * n + j] = mean(betweenA, j, withB);
      data[j * n + i] = A === B ? data[i * n + j]! : mean(betweenB, j, withA);
      if (j + 1 === n) continue;
      betweenA = overlapStep(betweenA, tensors[j]!, tensors[j]!);
      if (A !== B) betweenB = overlapStep(betweenB, tensors[j]!, tensors[j]!);
    }
    left = after;
  }
  return { first, second, products: { rows: n, cols: n, data } };
}

const realTrace = ({ rows, interleaved }: ComplexMatrix): number => {
  let sum = 0;
  for (let k = 0; k < rows; k++) sum += interleaved[2 * k * (rows + 1)]!;
  return sum;
};

/** The tensor with an operator on its site. */
function acted(operator: ComplexMatrix, { shape, interleaved }: ComplexArray, k: number): ComplexArray {
  const [left, site, right] = shape as [number, number, number];
  if (operator.rows !== site || operator.cols !== site) {
    throw new ShapeError(
      `chainCorrelations: a matrix ${site}×${site} at site ${k} required, got ${operator.rows}×${operator.cols}`,
    );
  }
  const siteFirst = currentEngine().permute(interleaved, shape, [1, 0, 2]);
  const product = multiply(operator, { rows: site, cols: left * right, interleaved: siteFirst });
  return { shape, interleaved: currentEngine().permute(product.interleaved, [site, left, right], [1, 0, 2]) };
}

/**
 * The connected part C_ij = ⟨A_i B_j⟩ − ⟨A_i⟩⟨B_j⟩.
 */
export function connectedCorrelations({ first, second, products }: ChainCorrelations): RealMatrix {
  const { rows, cols, data } = products;
  return { rows, cols, data: data.map((x, k) => x - first[Math.floor(k / cols)]! * second[k % cols]!) };
}

/**
 * The static structure factor S(q) = (1/n) Σ_ij cos(q(i − j)) C_ij at each of the wave numbers.
 *
 * @param correlations - C, shape (n, n)
 */
export function structureFactor({ rows: n, data }: RealMatrix, waveNumbers: ArrayLike<number>): Float64Array {
  return Float64Array.from(waveNumbers, (q) => {
    let sum = 0;
    for (let i = 0; i < n; i++) for (let j = 0; j < n; j++) sum += Math.cos(q * (i - j)) * data[i * n + j]!;
    return sum / n;
  });
}

/** The first two moments of an operator. */
export interface ChainMoments {
  readonly mean: number;
  /** ⟨H²⟩ − ⟨H⟩²: 0 for an eigenstate, to some 1e-15·⟨H²⟩. */
  readonly variance: number;
}

/**
 * ⟨H⟩ and ⟨H²⟩ − ⟨H⟩² of a matrix-product operator in a chain: how far the state is from an eigenstate. An eigenvalue lies within
 * √variance of ⟨H⟩.
 *
 * Cost O(n D² d χ³) for operator bonds D.
 */
export function chainMoments(hamiltonian: MatrixProductOperator | ChargedOperator, chain: Chain): ChainMoments {
  const charged = 'tensors' in hamiltonian ? hamiltonian : unchargedOperator(hamiltonian);
  const tensors = rightCanonicalGraded(gradedChain(chain, charged, 'chainMoments'));
  const operator = gradedOperator(charged);
  const mean = momentOf(tensors, operator, ['xua', 'asb', 'uSsv', 'xSy'], 'yvb');
  const square = momentOf(tensors, operator, ['xpua', 'asb', 'ucsv', 'pScq', 'xSy'], 'yqvb');
  return { mean, variance: Math.max(0, square - mean * mean) };
}

function momentOf(
  tensors: GradedChain,
  operator: readonly GradedTensor[],
  legs: readonly string[],
  output: string,
): number {
  const powers = legs.length - 3;
  const { modulus } = tensors[0]!.shape;
  const one = gradedLeg([0]);
  const shape = gradedShape(new Array(powers + 2).fill(one), [1, ...new Array(powers + 1).fill(-1)], modulus);
  let left = realTensor(shape, Float64Array.of(1));
  tensors.forEach((tensor, k) => {
    const parts = [left, tensor, ...new Array(powers).fill(operator[k]!), conjugateTensor(tensor)];
    const contraction = gradedContraction(
      legs,
      parts.map(({ shape }) => shape),
      output,
    );
    left = runGraded(contraction, parts);
  });
  return left.interleaved[0]!;
}
