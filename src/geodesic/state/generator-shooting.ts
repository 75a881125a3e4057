/** @file From one state to another by a geodesic of any generators: the costate at the start is found by Newton's method. */

import { Matrix, SingularValueDecomposition } from 'ml-matrix';
import { ShapeError } from '../../errors.ts';
import { type Complex, type ComplexVector, zeroVector } from '../../linalg/complex.ts';
import { addScaled, innerProduct, norm, normalised } from '../../linalg/vector.ts';
import { evolve } from '../../path/hamiltonian-action.ts';
import { missOf } from '../../path/state-path.ts';
import {
  type Generators,
  generatorFlow,
  generatorHamiltonian,
  generatorSpeed,
  generatorVelocity,
  type StateAndCostate,
} from './generator-flow.ts';

/** A geodesic between two states, given by its costate at the start. */
export interface GeneratorGeodesic extends StateAndCostate {
  /** F(H), the length, for it takes the time 1. */
  readonly length: number;
  /** ‖c‖ of the end-point condition: the square root of the infidelity. */
  readonly residual: number;
  /** Newton steps. */
  readonly steps: number;
}

/** An orthonormal basis of the states orthogonal to ψ: 2ⁿ − 1 complex vectors, 2(2ⁿ − 1) real directions with i times them. */
export function tangentBasis(psi: ComplexVector): readonly ComplexVector[] {
  const basis: ComplexVector[] = [];
  for (let k = 0; k < psi.length && basis.length < psi.length - 1; k++) {
    const unit = zeroVector(psi.length);
    unit.interleaved[2 * k] = 1;
    let rest = unit;
    for (let twice = 0; twice < 2; twice++) {
      for (const other of [psi, ...basis]) {
        const [re, im] = innerProduct(other, rest);
        rest = addScaled(rest, [-re, -im], other);
      }
    }
    if (norm(rest) > 0.5 / psi.length) basis.push(normalised(rest));
  }
  return basis;
}

/** Σ_j (c_{2j} + i c_{2j+1}) e_j: the tangent vector with these real coordinates. */
export function tangentVector(basis: readonly ComplexVector[], coordinates: ArrayLike<number>): ComplexVector {
  return basis.reduce<ComplexVector>(
    (sum, e, j) => addScaled(sum, [coordinates[2 * j]!, coordinates[2 * j + 1]!], e),
    zeroVector(basis[0]!.length),
  );
}

/** Real coordinates of the part of a vector in the span of the basis, shape (2·#basis,). */
export function tangentCoordinates(basis: readonly ComplexVector[], vector: ComplexVector): Float64Array {
  return Float64Array.from(basis.flatMap((e): Complex => innerProduct(e, vector)));
}

/**
 * What the velocities along a path of states say about the costate: the matrix of the linear map from the costate at the
 * start to √w_a·u_a at the given times, as on a geodesic along this path, u_a = Im⟨U(t)p|B_a ψ(t)⟩/w_a.
 *
 * @param path - velocities u of K slices, which take the time 1/K each; read in the middle of each
 * @returns shape (K·#generators, 2(2ⁿ − 1)), slice by slice
 */
export function readoutMatrix(metric: Generators, from: ComplexVector, path: readonly Float64Array[]): Matrix {
  const basis = tangentBasis(from);
  let state = from;
  let carried = basis;
  const rows: number[][] = [];
  for (const u of path) {
    const H = generatorHamiltonian(metric, u);
    const moved = (vector: ComplexVector): ComplexVector => {
      const { state: interleaved } = evolve(H, vector.interleaved, 1 / (2 * path.length));
      return { length: vector.length, interleaved };
    };
    state = moved(state);
    carried = carried.map(moved);
    const columns = carried.flatMap((e) => {
      return [e, timesI(e)].map((costate) => generatorVelocity(metric, { psi: state, costate }));
    });
    metric.weights.forEach((w, a) => {
      rows.push(columns.map((column) => Math.sqrt(w) * column[a]!));
    });
    state = moved(state);
    carried = carried.map(moved);
  }
  return new Matrix(rows);
}

/** The costate at the start that fits the velocities of a sliced path best, by least squares; shape (2ⁿ,). */
export function fittedCostate(metric: Generators, from: ComplexVector, path: readonly Float64Array[]): ComplexVector {
  const readout = readoutMatrix(metric, from, path);
  const values = path.flatMap((u) => Array.from(u, (value, a) => Math.sqrt(metric.weights[a]!) * value));
  return tangentVector(tangentBasis(from), leastSquares(readout, values));
}

/** Singular values below this fraction of the greatest count as zero. */
const RANK_TOLERANCE = 1e-10;

/** The least-norm solution of min |A x − b|. */
export function leastSquares(A: Matrix, b: ArrayLike<number>): Float64Array {
  const decomposition = new SingularValueDecomposition(A, { autoTranspose: true });
  const { diagonal: values, leftSingularVectors: U, rightSingularVectors: V } = decomposition;
  const x = new Float64Array(A.columns);
  values.forEach((value, k) => {
    if (!(value > RANK_TOLERANCE * values[0]!)) return;
    let share = 0;
    for (let i = 0; i < b.length; i++) share += U.get(i, k) * b[i]!;
    for (let j = 0; j < x.length; j++) x[j] = x[j]! + (share / value) * V.get(j, k);
  });
  return x;
}

/** Step of the differences of fourth order, accurate to about 1e-11. */
const DIFFERENCE = 1e-3;
/** Step of the differences of second order, good enough for Newton's method. */
const ROUGH_DIFFERENCE = 1e-5;

/**
 * Derivative of the end-point condition by the real coordinates of the costate at the start, square of 2(2ⁿ − 1) rows, by
 * central differences of fourth order.
 */
export function shootingJacobian(metric: Generators, start: StateAndCostate, to: ComplexVector): Matrix {
  const basis = tangentBasis(start.psi);
  return derivative(2 * basis.length, (shift) => {
    const costate = addScaled(start.costate, [1, 0], tangentVector(basis, shift));
    return missCoordinates(to, generatorFlow(metric, { psi: start.psi, costate }, 1).psi);
  });
}

/** The end-point condition in real coordinates: the part of ψ, turned to the phase of the target, orthogonal to it. */
export function missCoordinates(to: ComplexVector, psi: ComplexVector): Float64Array {
  return tangentCoordinates(tangentBasis(to), missOf(to, psi));
}

/** The Jacobian of a function at 0, by central differences of fourth order. */
export function derivative(parameters: number, value: (shift: Float64Array) => Float64Array): Matrix {
  const columns = Array.from({ length: parameters }, (_, j) => {
    const at = (steps: number): Float64Array => {
      const shift = new Float64Array(parameters);
      shift[j] = steps * DIFFERENCE;
      return value(shift);
    };
    const [far, near, nearBack, farBack] = [at(2), at(1), at(-1), at(-2)];
    return Array.from(near, (x, i) => (8 * (x - nearBack[i]!) - (far[i]! - farBack[i]!)) / (12 * DIFFERENCE));
  });
  return new Matrix(columns).transpose();
}

/** The Jacobian of a function at 0, by central differences of second order. */
function roughJacobian(parameters: number, value: (shift: Float64Array) => Float64Array): Matrix {
  const columns = Array.from({ length: parameters }, (_, j) => {
    const at = (step: number): Float64Array =>
      value(Float64Array.from({ length: parameters }, (_, k) => (k === j ? step : 0)));
    const [ahead, behind] = [at(ROUGH_DIFFERENCE), at(-ROUGH_DIFFERENCE)];
    return Array.from(ahead, (x, i) => (x - behind[i]!) / (2 * ROUGH_DIFFERENCE));
  });
  return new Matrix(columns).transpose();
}

/**
 * The geodesic from ψ to |to⟩ near a given costate, by Newton's method with halved steps. Where a family of geodesics
 * joins the states, the step of least norm is taken.
 *
 * @param start - ψ, and a guess of the costate, as `fittedCostate` gives it
 * @returns the geodesic found; that it misses is told by its residual
 * @throws {ShapeError} the states differ in size
 *
 * Cost 4(2ⁿ − 1) flows for a Jacobian, which is kept while the residual falls tenfold.
 */
export function generatorGeodesic(
  metric: Generators,
  start: StateAndCostate,
  to: ComplexVector,
  { tolerance = 1e-11, maxSteps = 12 }: { readonly tolerance?: number; readonly maxSteps?: number } = {},
): GeneratorGeodesic {
  if (start.psi.length !== to.length || start.psi.length !== 2 ** metric.qubits) {
    throw new ShapeError(
      `generatorGeodesic: states of ${2 ** metric.qubits} amplitudes required, got ${start.psi.length}, ${to.length}`,
    );
  }
  const basis = tangentBasis(start.psi);
  const missAt = (costate: ComplexVector): Float64Array =>
    missCoordinates(to, generatorFlow(metric, { psi: start.psi, costate }, 1).psi);
  let costate = tangentVector(basis, tangentCoordinates(basis, start.costate));
  let miss = missAt(costate);
  let jacobian: Matrix | undefined;
  let steps = 0;
  for (; steps < maxSteps && Math.hypot(...miss) > tolerance; steps++) {
    jacobian ??= roughJacobian(2 * basis.length, (shift) =>
      missAt(addScaled(costate, [1, 0], tangentVector(basis, shift))),
    );
    const step = leastSquares(jacobian, miss);
    const before = Math.hypot(...miss);
    for (let share = 1; share > 1e-3; share /= 2) {
      const trial = addScaled(costate, [-share, 0], tangentVector(basis, step));
      const missed = missAt(trial);
      if (!(Math.hypot(...missed) < before)) continue;
      [costate, miss] = [trial, missed];
      break;
    }
    if (!(Math.hypot(...miss) < before)) break;
    if (Math.hypot(...miss) > before / 10) jacobian = undefined;
  }
  const length = generatorSpeed(metric, generatorVelocity(metric, { psi: start.psi, costate }));
  return { psi: start.psi, costate, length, residual: Math.hypot(...miss), steps };
}

/** i·v. */
export function timesI({ length, interleaved }: ComplexVector): ComplexVector {
  return { length, interleaved: interleaved.map((_, k) => (k % 2 === 0 ? -interleaved[k + 1]! : interleaved[k - 1]!)) };
}
