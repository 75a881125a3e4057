/** @file Complexity of mixed Gaussian states, as that of their simplest purification. */

import type { RealMatrix } from '../linalg/matrix.ts';
import { multiplyReal, submatrix } from '../linalg/real-product.ts';
import type { Solution } from '../solution.ts';
import type { Radians } from '../units.ts';
import { gaussianEvolution } from './evolution.ts';
import { type GaussianGeodesic, gaussianGeodesic } from './gaussian-geodesic.ts';
import { checkGaussian, type GaussianState, indicesOf } from './gaussian-state.ts';
import { checkAlike, type QuadraticHamiltonian } from './quadratic-hamiltonian.ts';
import { purification } from './thermal.ts';

/** The simplest purification of a state. */
export interface SimplestPurification {
  /** Its Fubini–Study length from the reference: the complexity of the mixed state. */
  readonly length: Radians;
  /** That of the canonical purification, of a thermal state the thermofield double. */
  readonly canonical: Radians;
  /** Modes 0 … n − 1 are in the state, n … 2n − 1 purify it. */
  readonly state: GaussianState;
  /** Size of the part of the geodesic's generator that acts on the purifying modes alone; 0 where the length is stationary. */
  readonly residual: number;
}

/** When to stop. */
export interface PurificationOptions {
  /** Largest residual; default 1e-9. */
  readonly tolerance?: number;
  /** Default 500. */
  readonly maxSteps?: number;
}

/**
 * The purification, by as many modes again, that is nearest to two copies of a reference (the second one conjugate) in
 * Fubini–Study length. Its length is stationary where the generator of the geodesic has no part on the purifying modes alone, and the
 * descent undoes that part step by step.
 *
 * For bosons the result is the least of all, and more purifying modes would not help: see `thermalComplexity`. For fermions, whose
 * space has positive curvature, it is a local minimum, reached from the canonical purification.
 *
 * @param reference - pure
 * @param state - mixed or pure, of the same modes
 * @throws {ShapeError | DomainError} malformed states, a mixed reference, unlike modes or statistics
 *
 * O(n³) a step; 50 modes in seconds.
 */
export function purificationComplexity(
  reference: GaussianState,
  state: GaussianState,
  { tolerance = 1e-9, maxSteps = 500 }: PurificationOptions = {},
): Solution<SimplestPurification> {
  checkGaussian('purificationComplexity', reference);
  checkGaussian('purificationComplexity', state);
  checkAlike('purificationComplexity', reference, state);
  const from = withConjugate(reference);
  let current = descentAt(from, purification(state));
  const canonical = current.path.length;
  let share = 1;
  for (let steps = 0; ; steps++) {
    const { path, size } = current;
    const value = { length: path.length, canonical, state: current.state, residual: size };
    if (size <= tolerance) return { value, result: 'converged', steps };
    if (steps === maxSteps) return { value, result: 'max-steps', steps };
    for (share = Math.min(1, 2 * share); ; share /= 2) {
      const next = descentAt(from, gaussianEvolution(current.part, current.state, -share));
      if (isBetter(current, next, share)) {
        current = next;
        break;
      }
      if (share < 1e-6) return { value, result: 'stalled', steps };
    }
  }
}

/** A purification, the path to it, and the part of that path which acts on the purifying modes alone. */
interface Descent {
  readonly state: GaussianState;
  readonly path: GaussianGeodesic;
  readonly part: QuadraticHamiltonian;
  readonly size: number;
}

function descentAt(reference: GaussianState, state: GaussianState): Descent {
  const path = gaussianGeodesic(reference, state);
  return { state, path, ...purifyingPart(path, reference) };
}

/**
 * Whether 4·length², whose derivative in the share is −2·size², falls by a fourth of that at least; where it can no longer be told
 * by rounding, whether the part becomes smaller.
 */
function isBetter(now: Descent, next: Descent, share: number): boolean {
  const gain = 4 * (now.path.length - next.path.length) * (now.path.length + next.path.length);
  if (now.size < 1e-6 * now.path.length) return next.size < now.size;
  return gain >= (share * now.size ** 2) / 2;
}

/** The part of the generator on the purifying modes, and its size Tr hVhV, −Tr h² in the frame of the reference. */
function purifyingPart({ generator }: GaussianGeodesic, { covariance }: GaussianState) {
  const { statistics, modes } = generator;
  const inside = indicesOf(
    statistics,
    modes,
    Array.from({ length: modes / 2 }, (_, k) => modes / 2 + k),
  );
  const block = submatrix(generator.matrix, inside);
  const data = new Float64Array(generator.matrix.data.length);
  inside.forEach((row, i) => {
    for (const [j, col] of inside.entries()) data[row * 2 * modes + col] = block.data[i * inside.length + j]!;
  });
  const part: QuadraticHamiltonian = { ...generator, matrix: { ...generator.matrix, data } };
  const a = statistics === 'fermion' ? block : multiplyReal(block, submatrix(covariance, inside));
  const trace = traceOfSquare(a);
  return { part, size: Math.sqrt(Math.abs(trace)) };
}

/** Tr A². */
function traceOfSquare({ rows, data }: RealMatrix): number {
  let trace = 0;
  for (let i = 0; i < rows; i++) for (let j = 0; j < rows; j++) trace += data[i * rows + j]! * data[j * rows + i]!;
  return trace;
}

/** A state beside its complex conjugate. */
function withConjugate({ kind, statistics, modes: n, covariance }: GaussianState): GaussianState {
  const isFermion = statistics === 'fermion';
  const flip = (k: number): number => ((isFermion ? k % 2 === 1 : k >= n) ? -1 : 1);
  const [left, right] = [0, n].map((first) =>
    indicesOf(
      statistics,
      2 * n,
      Array.from({ length: n }, (_, k) => first + k),
    ),
  ) as [readonly number[], readonly number[]];
  const data = new Float64Array(16 * n * n);
  for (let i = 0; i < 2 * n; i++) {
    for (let j = 0; j < 2 * n; j++) {
      const x = covariance.data[i * 2 * n + j]!;
      data[left[i]! * 4 * n + left[j]!] = x;
      data[right[i]! * 4 * n + right[j]!] = (isFermion ? -1 : 1) * flip(i) * flip(j) * x;
    }
  }
  return { kind, statistics, modes: 2 * n, covariance: { rows: 4 * n, cols: 4 * n, data } };
}
