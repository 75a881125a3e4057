/**
 * @file Geodesics to a mixed state by shooting, for few qubits: the momentum at the start is corrected by the
 * Levenberg–Marquardt method until the geodesic takes the eigenspaces of a diagonal state to those of ρ.
 */

import { conjugationMatrix, symmetricProduct } from '../../complexity/adjoint-representation.ts';
import { type RightInvariantMetric, speedOf } from '../../complexity/right-invariant-metric.ts';
import { type ComplexMatrix, zeroMatrix } from '../../linalg/complex.ts';
import { denseMatrix, Matrix, solveReal } from '../../linalg/dense-real.ts';
import { matrixOfColumns, multiply } from '../../linalg/matrix.ts';
import { polarFactor } from '../../linalg/polar.ts';
import { length } from '../../linalg/real-vector.ts';
import { coordinatesOf, matrixOf } from '../../operator/pauli-coordinates.ts';
import { type UnitaryFlow, unitaryFlow } from '../unitary/exponential-map.ts';
import { jacobiFields } from '../unitary/jacobi-fields.ts';
import { oneParameterGroup } from '../unitary/nested-geodesic.ts';
import { jacobiSteps, missOf } from '../unitary/shooting.ts';
import type { Eigenspace } from './eigenspaces.ts';
import type { Ordering } from './spectrum-orderings.ts';

/** A geodesic from 1 and how far from ρ it leads. */
export interface MixedShot {
  /** L(0), shape (4ⁿ,): it vanishes on the centraliser of the diagonal state. */
  readonly momentum: Float64Array;
  readonly flow: UnitaryFlow;
  readonly length: number;
  /** Bi-invariant distance of its end from the nearest unitary that makes ρ. */
  readonly residual: number;
}

const [TOLERANCE, NEWTON_STEPS] = [1e-10, 25];
const DAMPINGS = [0, 1e-5, 1e-3, 1e-1];

/**
 * The geodesic near a sliced path. Unknown is the part of L(0) that connects different eigenspaces, for the rest vanishes
 * by Pontryagin's principle; wanted is that the same part of the logarithm Z of T†U(1) = exp(−iZ) vanishes, where T is
 * the unitary nearest to U(1) that takes each space of basis states to the eigenspace of its eigenvalue.
 *
 * @param path - Hamiltonians of the slices, from the diagonal state on, in Pauli coordinates, shape (4ⁿ,) each
 *
 * Cost a few Jacobians of O(64ⁿ): a tenth of a second each for n = 3.
 */
export function polishedMixedShot(
  metric: RightInvariantMetric,
  spaces: readonly Eigenspace[],
  ordering: Ordering,
  path: readonly Float64Array[],
): MixedShot {
  const frame = connecting(ordering);
  const eigenvectors = vectorsInOrder(spaces, ordering);
  const shotAt = (ell: Matrix): MixedShot & { readonly ell: Matrix; readonly miss: Matrix } => {
    const momentum = Float64Array.from([0, ...frame.mmul(ell).to1DArray()]);
    const flow = unitaryFlow(metric, momentum);
    const U = flow.unitaryAt(1);
    const Z = missOf(nearestMaker(eigenvectors, ordering, U), U);
    const miss = frame.transpose().mmul(Matrix.columnVector(Array.from(Z.subarray(1))));
    return { ell, momentum, flow, length: speedOf(metric, momentum), residual: length(Z), miss };
  };
  let at = shotAt(fittedMomentum(metric, path, frame));
  for (let step = 0; step < NEWTON_STEPS && at.residual > TOLERANCE; step++) {
    const steps = jacobiSteps(metric, at.momentum, 0.6);
    const whole = denseMatrix(jacobiFields(metric, at.flow, at.momentum, steps).maps[steps]!);
    const J = frame.transpose().mmul(whole).mmul(frame);
    const normal = J.transpose().mmul(J);
    const slope = J.transpose().mmul(at.miss);
    let next: typeof at | undefined;
    for (const damping of DAMPINGS) {
      const move = dampedSolution(normal, slope, damping);
      const trial = move && shotAt(Matrix.sub(at.ell, move));
      if (trial !== undefined && trial.residual < 0.9 * at.residual) {
        next = trial;
        break;
      }
    }
    if (next === undefined) break;
    at = next;
  }
  const { momentum, flow, residual } = at;
  return { momentum, flow, length: at.length, residual };
}

/** (N + damping·tr N/m)⁻¹ b; nothing if that is singular. */
function dampedSolution(normal: Matrix, b: Matrix, damping: number): Matrix | undefined {
  const shift = Matrix.eye(normal.rows).mul((damping * normal.trace()) / normal.rows);
  try {
    const move = solveReal(Matrix.add(normal, shift), b);
    return move.to1DArray().every(Number.isFinite) && move.norm() < 20 ? move : undefined;
  } catch {
    return undefined;
  }
}

/** Orthonormal Pauli coordinates, without the identity, of the matrices that connect basis states of different eigenspaces. */
function connecting(ordering: Ordering): Matrix {
  const D = ordering.length;
  const columns = ordering.flatMap((i, a) =>
    ordering.slice(0, a).flatMap((j, b) =>
      i === j
        ? []
        : [0, 1].map((part) => {
            const matrix = zeroMatrix(D, D);
            const size = Math.sqrt(D / 2);
            matrix.interleaved[2 * (a * D + b) + part] = size;
            matrix.interleaved[2 * (b * D + a) + part] = part === 0 ? size : -size;
            return coordinatesOf(matrix).slice(1);
          }),
    ),
  );
  return new Matrix(columns).transpose();
}

/** The unitary whose columns are the eigenvectors, each on a basis state of its eigenspace. */
function vectorsInOrder(spaces: readonly Eigenspace[], ordering: Ordering): ComplexMatrix {
  const used = spaces.map(() => 0);
  return matrixOfColumns(ordering.map((j) => spaces[j]!.basis[used[j]!++]!));
}

/** Of all unitaries that take the basis states of each eigenspace to that eigenspace, the one nearest to U. */
function nearestMaker(eigenvectors: ComplexMatrix, ordering: Ordering, U: ComplexMatrix): ComplexMatrix {
  const turned = multiply(eigenvectors, U, { adjointA: true });
  const D = ordering.length;
  const blocks = zeroMatrix(D, D);
  for (const j of new Set(ordering)) {
    const inside = [...ordering.keys()].filter((b) => ordering[b] === j);
    const block = zeroMatrix(inside.length, inside.length);
    const copy = (
      from: ComplexMatrix,
      to: ComplexMatrix,
      place: (r: number, c: number) => readonly [number, number],
    ) => {
      for (let r = 0; r < inside.length; r++) {
        for (let c = 0; c < inside.length; c++) {
          const [source, target] = place(r, c);
          to.interleaved.set(from.interleaved.subarray(2 * source, 2 * source + 2), 2 * target);
        }
      }
    };
    const small = (r: number, c: number): number => r * inside.length + c;
    const large = (r: number, c: number): number => inside[r]! * D + inside[c]!;
    copy(turned, block, (r, c) => [large(r, c), small(r, c)]);
    copy(polarFactor(block), blocks, (r, c) => [small(r, c), large(r, c)]);
  }
  return multiply(eigenvectors, blocks);
}

/** Coordinates in the frame of the momentum whose geodesic has the velocities of the path, by least squares in the metric. */
function fittedMomentum(metric: RightInvariantMetric, path: readonly Float64Array[], frame: Matrix): Matrix {
  const normal = Matrix.zeros(frame.columns, frame.columns);
  const right = Matrix.zeros(frame.columns, 1);
  let u = matrixOf(Float64Array.from({ length: frame.rows + 1 }, (_, p) => (p === 0 ? 1 : 0)));
  for (const H of path) {
    const half = oneParameterGroup(H)(0.5 / path.length);
    u = multiply(half, u);
    const R = conjugationMatrix(u);
    const form = symmetricProduct(R, metric.inverseWeights.subarray(1));
    normal.add(frame.transpose().mmul(denseMatrix(form)).mmul(frame));
    const pulled = denseMatrix(R)
      .transpose()
      .mmul(Matrix.columnVector(Array.from(H.subarray(1))));
    right.add(frame.transpose().mmul(pulled));
    u = multiply(half, u);
  }
  const shift = (1e-6 * normal.trace()) / normal.rows;
  return solveReal(Matrix.add(normal, Matrix.eye(normal.rows).mul(shift)), right);
}
