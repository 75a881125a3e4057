/** @file Particles on a chain without end: one tensor of the ground state is another, and the place where is a wave. */

import { DomainError, ShapeError } from '../errors.ts';
import type { Complex, ComplexArray, ComplexMatrix, ComplexVector } from '../linalg/complex.ts';
import { identityMatrix } from '../linalg/complex.ts';
import { gmres } from '../linalg/gmres.ts';
import { lanczos } from '../linalg/lanczos.ts';
import { addScaledMatrix, multiply, scaledMatrix, sideBySide, trace } from '../linalg/matrix.ts';
import { qr } from '../linalg/qr.ts';
import { randomStream, randomVector } from '../linalg/random.ts';
import type { Result, Solution } from '../solution.ts';
import type { UniformChain } from './uniform-chain.ts';
import {
  fromLeft,
  fromRight,
  tall,
  type UniformTensors,
  uniformEnvironments,
  uniformSiteOperator,
  wide,
  withTerm,
} from './uniform-tensors.ts';

/** Which particles are sought. */
export interface ExcitationOptions {
  /** How many of the lowest levels of each momentum; default 1. */
  readonly count?: number;
  /** The ground state on the right of the particle, where it is a kink between two; default the one on its left. */
  readonly right?: UniformChain;
}

/** Levels above the ground energy, ascending, at one momentum. */
export interface Excitation {
  readonly momentum: number;
  readonly energies: Float64Array;
  /** ‖Hx − εx‖ of each. */
  readonly residuals: Float64Array;
}

/** Accuracy of the sums over places, and of the levels. */
const SUMS = 1e-13;
const LEVELS = 1e-11;

/**
 * Lowest levels above the ground state at given momenta, in the space of one disturbed tensor:
 *
 *     |k; B⟩ = Σ_n e^{ikn} … A_L A_L B_n A_R A_R …,    Σ_s A_L^s† B^s = 0.
 *
 * Upper bounds up to the ground state's own error. A level below the continuum converges exponentially with D; within it the space is too
 * small, and levels mean little. The momentum of a kink is known up to the relative phase of both ground states.
 *
 * @param term - the h of which `chain` is the ground state
 * @returns one entry for each momentum; the worst of all results, the steps of all together
 * @throws {ShapeError} another number of levels of a site, or bond dimension, than the term and the chain have
 * @throws {DomainError} a chain whose gradient is above 1e-4, momenta that are not finite, more levels than (d − 1)D²
 *
 * Cost for each momentum some thousand products O(d² D³).
 *
 * @see Haegeman, Pirvu, Weir, Cirac, Osborne, Verschelde & Verstraete, Phys. Rev. B 85, 100408 (2012)
 */
export function uniformExcitations(
  term: ComplexMatrix,
  chain: UniformChain,
  momenta: readonly number[],
  { count = 1, right = chain }: ExcitationOptions = {},
): Solution<readonly Excitation[]> {
  const [D, d] = chain.tensors.left.shape as [number, number, number];
  checkExcitations(term, chain, right, momenta, count);
  const operator = particleOperator(term, chain.tensors, right.tensors);
  const start = randomVector((d - 1) * D * D, randomStream(1, 'particle'));
  let [result, steps]: [Result, number] = ['converged', 0];
  const value = momenta.map((momentum): Excitation => {
    const found = lanczos(operator(momentum), start, { count, tolerance: LEVELS, completeMultiplets: false });
    if (found.result === 'max-steps' || found.result === 'diverged') result = found.result;
    steps += found.steps;
    return { momentum, energies: found.value.values, residuals: found.value.residuals };
  });
  return { value, result, steps };
}

function checkExcitations(
  term: ComplexMatrix,
  chain: UniformChain,
  right: UniformChain,
  momenta: readonly number[],
  count: number,
): void {
  const [D, d] = chain.tensors.left.shape as [number, number, number];
  const other = right.tensors.left.shape;
  if (term.rows !== d * d || term.cols !== d * d || other[0] !== D || other[1] !== d) {
    throw new ShapeError(
      `uniformExcitations: a term of ${d * d} × ${d * d} entries and tensors [${D},${d},${D}] on both sides required, got ${term.rows} × ${term.cols} and [${other}]`,
    );
  }
  for (const { gradient } of [chain, right]) {
    if (!(gradient <= 1e-4)) {
      throw new DomainError(`uniformExcitations: a ground state of gradient at most 1e-4 required, got ${gradient}`);
    }
  }
  const strange = momenta.find((k) => !Number.isFinite(k));
  if (strange !== undefined) throw new DomainError(`uniformExcitations: finite momenta required, got ${strange}`);
  if (!(Number.isInteger(count) && count >= 1 && count <= (d - 1) * D * D)) {
    throw new DomainError(`uniformExcitations: 1 to ${(d - 1) * D * D} levels required, got ${count}`);
  }
}

/**
 * The Hamiltonian of B = N·X at a momentum, with N a basis of what is orthogonal to A_L. In the pictures the bra has its B̄ at the
 * place marked; the particle of the ket may be there, further left or further right, and one term touches it or lies on its left.
 *
 *     ket   A_L A_L  B  A_R A_R       B  A_R A_R A_R         A_L A_L  B
 *     bra   A_L A_L  B̄  A_R A_R      A_L A_L  B̄  A_R        A_L  B̄  A_R
 */
function particleOperator(term: ComplexMatrix, onLeft: UniformTensors, onRight: UniformTensors) {
  const [left, right] = [onLeft.left, onRight.right];
  const [D, d] = left.shape as [number, number, number];
  const before = uniformEnvironments(onLeft, term, SUMS);
  const after = onLeft === onRight ? before : uniformEnvironments(onRight, term, SUMS);
  const here = uniformSiteOperator({ ...onLeft, right }, term, { ...before, right: after.right });
  const shift = -(before.energy + after.energy); // of the two terms that meet the site
  const basis = orthogonalTo(left);
  const rows = D * d;
  const array = ({ interleaved }: ComplexMatrix): ComplexArray => ({ shape: left.shape, interleaved });
  const pairs = (x: ComplexMatrix): ComplexMatrix => ({ rows: rows * d, cols: D, interleaved: x.interleaved });
  const both = pairs(multiply(tall(left), wide(left)));
  const beyond = multiply(tall(left), withTerm(term, left, left), { adjointA: true });
  const allBefore = {
    rows,
    cols: D,
    interleaved: addScaledMatrix(beyond, [1, 0], multiply(before.left, wide(left))).interleaved,
  };
  const fixed = onLeft === onRight ? onLeft.centre : null;
  return (momentum: number) => {
    const forth: Complex = [Math.cos(momentum), Math.sin(momentum)];
    const back: Complex = [forth[0], -forth[1]];
    const fromTheLeft = geometricSum((X) => fromLeft(right, X, left), back, fixed);
    const fromTheRight = geometricSum((X) => fromRight(left, X, right), forth, fixed);
    return ({ interleaved }: ComplexVector): ComplexVector => {
      const B = multiply(basis, { rows: rows - D, cols: D, interleaved });
      const site = array(B);
      // The particle further left: the term on its left, on it and its left neighbour, or on it and its right neighbour.
      const meets = addScaledMatrix(
        fromLeft(site, before.left, left),
        [1, 0],
        multiply(both, pairs(withTerm(term, left, site)), { adjointA: true }),
      );
      const passed = withTerm(term, site, right);
      const once = addScaledMatrix(meets, back, multiply(both, pairs(passed), { adjointA: true }));
      const arriving = fromTheLeft(scaledMatrix(back, once));
      // The particle further right.
      const leaving = fromTheRight(scaledMatrix(forth, fromRight(site, identityMatrix(D), right)));
      const nextTo = addScaledMatrix(B, [1, 0], multiply(tall(left), leaving));
      const sum = here(B.interleaved);
      const wideParts: readonly (readonly [Complex, ComplexMatrix])[] = [
        [[shift, 0], wide(site)],
        [[1, 0], multiply(arriving, wide(right))],
        [back, multiply(tall(left), passed, { adjointA: true })],
        [[1, 0], multiply(allBefore, leaving)],
        [forth, multiply(withTerm(term, left, array(nextTo)), wide(right), { adjointB: true })],
      ];
      let whole: ComplexMatrix = { rows, cols: D, interleaved: sum };
      for (const [factor, part] of wideParts)
        whole = addScaledMatrix(whole, factor, { ...whole, interleaved: part.interleaved });
      const out = multiply(basis, whole, { adjointA: true });
      return { length: out.rows * out.cols, interleaved: out.interleaved };
    };
  };
}

/**
 * X ↦ Σ_{j≥0} (zT)^j X. Where T has the fixed point C, its share of X is left out: it is ⟨ground|H|particle⟩, which is zero for a ground state.
 */
function geometricSum(T: (X: ComplexMatrix) => ComplexMatrix, z: Complex, fixed: ComplexMatrix | null) {
  const rest = (X: ComplexMatrix): ComplexMatrix => {
    if (fixed === null) return X;
    const [re, im] = trace(multiply(fixed, X, { adjointA: true }));
    return addScaledMatrix(X, [-re, -im], fixed);
  };
  return (b: ComplexMatrix): ComplexMatrix => {
    const matrix = (interleaved: Float64Array): ComplexMatrix => ({ ...b, interleaved });
    const apply = (x: Float64Array): Float64Array =>
      addScaledMatrix(matrix(x), [-z[0], -z[1]], rest(T(matrix(x)))).interleaved;
    return matrix(gmres(apply, rest(b).interleaved, { tolerance: SUMS }).value.x);
  };
}

/** Orthonormal columns orthogonal to those of A_L. */
function orthogonalTo(left: ComplexArray): ComplexMatrix {
  const isometry = tall(left);
  const { rows, cols } = isometry;
  const { interleaved } = randomVector(rows * (rows - cols), randomStream(1, 'complement'));
  const { q } = qr(sideBySide(isometry, { rows, cols: rows - cols, interleaved }));
  const out = new Float64Array(2 * rows * (rows - cols));
  for (let row = 0; row < rows; row++) {
    out.set(q.interleaved.subarray(2 * (row * rows + cols), 2 * (row + 1) * rows), 2 * row * (rows - cols));
  }
  return { rows, cols: rows - cols, interleaved: out };
}
