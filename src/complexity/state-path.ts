/**
 * @file Paths of states made of K slices of constant Hamiltonians: the direct method's unknowns, and its loss with the
 * exact gradient. A sliced path is a true path, so its length bounds the complexity of its end point from above.
 */

import type { Complex, ComplexVector } from '../linalg/complex.ts';
import { addScaled, innerProduct, normSquared, scaledVector } from '../linalg/vector.ts';
import type { Evaluation, Objective } from '../optimise/objective.ts';
import type { Controls } from './controls.ts';
import { type Evolution, evolve, type Hamiltonian, hamiltonian, pullbackEvolution, wordTable } from './hamiltonian-action.ts';

/**
 * From a state to a state in K slices of time 1/K. The unknowns are x[k][P] = √(w_P/K)·h[k][P], shape (K·#words,), in
 * which the energy is Euclidean: E = (1/2K) Σ_k F(H_k)² = ½|x|².
 */
export interface PathProblem {
  readonly controls: Controls;
  readonly slices: number;
  readonly from: ComplexVector;
  readonly to: ComplexVector;
}

/** What holds the end point: the weight μ of the infidelity, and the multiplier p of the end-point condition, ⟨to|p⟩ = 0. */
export interface EndPoint {
  readonly weight: number;
  readonly multiplier: ComplexVector;
}

/**
 * Augmented Lagrangian of the shortest path to |to⟩,
 *
 *     L(x) = ½|x|² + Re⟨p|c⟩ + μ‖c‖²,        c = e^{−iφ}ψ − |z|·|to⟩,        z = ⟨to|ψ⟩ = |z|e^{iφ},
 *
 * with ψ the end of the path: ‖c‖² = 1 − |z|² is the infidelity, without cancellation, and c is blind to the global
 * phase. At the solution p is the costate of Pontryagin's principle at the end point, up to sign.
 *
 * Cost O(K · flips · degree · 2ⁿ) for value and gradient; memory K · degree states.
 */
export function pathLoss(problem: PathProblem, end: EndPoint): Objective {
  const { slices, controls, to } = problem;
  const table = wordTable(controls.words, controls.qubits);
  const scale = controls.weights.map((weight) => Math.sqrt(slices / weight));
  return (x): Evaluation => {
    const steps: { H: Hamiltonian; evolution: Evolution }[] = [];
    let state = problem.from.interleaved;
    for (const h of velocityAt(problem, x)) {
      const H = hamiltonian(table, h);
      const evolution = evolve(H, state, 1 / slices);
      steps.push({ H, evolution });
      state = evolution.state;
    }
    const energy = x.reduce((sum, component) => sum + component * component, 0) / 2;
    const holding = endPointTerm(to, end, state);
    let { cotangent } = holding;
    const value = energy + holding.value;
    const gradient = x.slice();
    for (let k = slices - 1; k >= 0; k--) {
      const { H, evolution } = steps[k]!;
      const pullback = pullbackEvolution(H, evolution, cotangent);
      cotangent = pullback.cotangent;
      pullback.coefficients.forEach((slope, p) => {
        const at = k * scale.length + p;
        gradient[at] = gradient[at]! + scale[p]! * slope;
      });
    }
    return { value, gradient };
  };
}

/** The coefficients h[k][P] of the slices at x: K arrays of shape (#words,). */
export function velocityAt({ controls, slices }: PathProblem, x: Float64Array): readonly Float64Array[] {
  const { weights } = controls;
  return Array.from({ length: slices }, (_, k) =>
    weights.map((weight, p) => x[k * weights.length + p]! * Math.sqrt(slices / weight)),
  );
}

/** The state at the end of the path. */
export function endState(problem: PathProblem, x: Float64Array): ComplexVector {
  const table = wordTable(problem.controls.words, problem.controls.qubits);
  const interleaved = velocityAt(problem, x).reduce(
    (state, h) => evolve(hamiltonian(table, h), state, 1 / problem.slices).state,
    problem.from.interleaved,
  );
  return { length: problem.from.length, interleaved };
}

/** c = e^{−iφ}ψ − |z|·|t⟩ with z = ⟨t|ψ⟩ = |z|e^{iφ}: what of ψ is not the target; ‖c‖² is the infidelity. */
export function missOf(target: ComplexVector, psi: ComplexVector): ComplexVector {
  const [x, y] = innerProduct(target, psi);
  const modulus = Math.hypot(x, y);
  const turn: Complex = modulus > 0 ? [x / modulus, -y / modulus] : [1, 0];
  return addScaled(scaledVector(turn, psi), [-modulus, 0], target);
}

/** Re⟨p|c⟩ + μ‖c‖² at ψ and its cotangent λ, with d(value) = Re⟨λ|dψ⟩. */
function endPointTerm(
  to: ComplexVector,
  { weight, multiplier }: EndPoint,
  state: Float64Array,
): { readonly value: number; readonly cotangent: Float64Array } {
  const psi = { length: to.length, interleaved: state };
  const miss = missOf(to, psi);
  const [x, y] = innerProduct(to, psi);
  const modulus = Math.hypot(x, y);
  const [cos, sin] = modulus > 0 ? [x / modulus, y / modulus] : [1, 0];
  const [re, im] = innerProduct(multiplier, miss);
  const force = addScaled(multiplier, [2 * weight, 0], miss); // orthogonal to the target
  // The phase φ turns with ψ, too: dφ = Im(⟨to|dψ⟩/z).
  const turning = modulus > 0 ? im / modulus : 0;
  const { interleaved } = addScaled(scaledVector([cos, sin], force), [-turning * sin, turning * cos], to);
  return { value: re + weight * normSquared(miss), cotangent: interleaved };
}

/** Speeds F(H_k) = √Σ_P w_P h[k][P]² of the slices. */
export function speeds({ controls, slices }: PathProblem, x: Float64Array): readonly number[] {
  const words = controls.words.length;
  return Array.from({ length: slices }, (_, k) => Math.sqrt(slices) * Math.hypot(...x.subarray(k * words, (k + 1) * words)));
}

/** The same path in twice as many slices: every slice is halved. */
export function halvedSlices(problem: PathProblem, x: Float64Array): Float64Array {
  const words = problem.controls.words.length;
  return Float64Array.from({ length: 2 * x.length }, (_, i) => {
    const k = Math.floor(i / words);
    return x[Math.floor(k / 2) * words + (i % words)]! / Math.SQRT2;
  });
}
