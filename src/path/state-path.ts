/**
 * @file Paths of states made of K slices of constant Hamiltonians: the direct method's unknowns, and its loss with the
 * exact gradient. A sliced path is a true path, so its length bounds the complexity of its end point from above.
 */

import type { Controls } from '../complexity/controls.ts';
import type { Complex, ComplexVector } from '../linalg/complex.ts';
import { addScaled, innerProduct, scaledVector } from '../linalg/vector.ts';
import type { PauliWord } from '../operator/pauli.ts';
import type { Objective } from '../optimise/objective.ts';
import {
  type Evolution,
  evolve,
  type Hamiltonian,
  hamiltonian,
  pullbackEvolution,
  pushforwardEvolution,
} from './hamiltonian-action.ts';
import { wordTable } from './word-table.ts';

/**
 * From a state to a state in K slices of time 1/K. The unknowns are x[k][P] = √(w_P/K)·h[k][P], shape (K·#words,), in
 * which the energy is Euclidean: E = (1/2K) Σ_k F(H_k)² = ½|x|².
 */
export interface PathProblem {
  readonly controls: Controls;
  readonly slices: number;
  readonly from: ComplexVector;
  readonly to: ComplexVector;
  /** Weight of each amplitude in the end-point condition, shape (2ⁿ,); all equal, unless `to` is a basis state. */
  readonly amplitudeWeights: Float64Array;
  /**
   * Words that cost nothing, all of one qubit: x has their coefficients a at its end, and the path begins at
   * exp(−i Σ a_P P)|from⟩. None by default.
   */
  readonly freeWords?: readonly PauliWord[];
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
  return (x) => {
    const run = runPath(problem, x);
    const { value, cotangent } = endPointTerm(problem, end, run.end);
    const gradient = run.pullback(cotangent);
    let energy = 0;
    const paid = problem.slices * problem.controls.words.length;
    for (let i = 0; i < paid; i++) {
      gradient[i] = gradient[i]! + x[i]!;
      energy += (x[i]! * x[i]!) / 2;
    }
    return { value: energy + value, gradient };
  };
}

/** A path that has been run: its end point ψ and the derivative of ψ with respect to x, both ways. */
export interface RunPath {
  readonly end: ComplexVector;
  /** dx of shape (K·#words,) to dψ. */
  readonly pushforward: (direction: Float64Array) => ComplexVector;
  /** λ with dL = Re⟨λ|dψ⟩ to ∂L/∂x, a new array. */
  readonly pullback: (cotangent: ComplexVector) => Float64Array;
}

/** Runs the path at x. Cost O(K · flips · degree · 2ⁿ), and twice that for each derivative. */
export function runPath(problem: PathProblem, x: Float64Array): RunPath {
  const { controls, from, slices, freeWords = [] } = problem;
  const table = wordTable(controls.words, controls.qubits);
  const first = {
    table: wordTable(freeWords, controls.qubits),
    time: 1,
    scales: new Float64Array(freeWords.length).fill(1),
  };
  const others = { table, time: 1 / slices, scales: controls.weights.map((weight) => Math.sqrt(slices / weight)) };
  const layers = [...(freeWords.length > 0 ? [first] : []), ...new Array<typeof first>(slices).fill(others)];
  const firstAt = slices * controls.words.length;
  const offsetOf = (k: number): number =>
    layers.length === slices ? k * controls.words.length : k === 0 ? firstAt : (k - 1) * controls.words.length;
  const coefficientsOf = (k: number, values: Float64Array): Float64Array =>
    layers[k]!.scales.map((scale, p) => scale * values[offsetOf(k) + p]!);
  const steps: { readonly H: Hamiltonian; readonly evolution: Evolution }[] = [];
  let state = from.interleaved;
  layers.forEach((layer, k) => {
    const H = hamiltonian(layer.table, coefficientsOf(k, x));
    const evolution = evolve(H, state, layer.time);
    steps.push({ H, evolution });
    state = evolution.state;
  });
  const vector = (interleaved: Float64Array): ComplexVector => ({ length: from.length, interleaved });
  return {
    end: vector(state),
    pushforward: (direction) =>
      vector(
        steps.reduce<Float64Array>(
          (tangent, { H, evolution }, k) =>
            pushforwardEvolution(H, hamiltonian(H.table, coefficientsOf(k, direction)), evolution, tangent),
          new Float64Array(2 * from.length),
        ),
      ),
    pullback: (cotangent) => {
      const gradient = new Float64Array(x.length);
      let lambda = cotangent.interleaved;
      for (let k = layers.length - 1; k >= 0; k--) {
        const { H, evolution } = steps[k]!;
        const pulled = pullbackEvolution(H, evolution, lambda);
        lambda = pulled.cotangent;
        pulled.coefficients.forEach((slope, p) => {
          gradient[offsetOf(k) + p] = layers[k]!.scales[p]! * slope;
        });
      }
      return gradient;
    },
  };
}

/** The coefficients h[k][P] of the slices at x: K arrays of shape (#words,). */
export function velocityAt({ controls, slices }: PathProblem, x: Float64Array): readonly Float64Array[] {
  const { weights } = controls;
  return Array.from({ length: slices }, (_, k) =>
    weights.map((weight, p) => x[k * weights.length + p]! * Math.sqrt(slices / weight)),
  );
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
  { to, amplitudeWeights }: PathProblem,
  { weight, multiplier }: EndPoint,
  psi: ComplexVector,
): { readonly value: number; readonly cotangent: ComplexVector } {
  const miss = missOf(to, psi);
  const [x, y] = innerProduct(to, psi);
  const modulus = Math.hypot(x, y);
  const [cos, sin] = modulus > 0 ? [x / modulus, y / modulus] : [1, 0];
  const [re, im] = innerProduct(multiplier, miss);
  const weighted = { ...miss, interleaved: miss.interleaved.map((c, i) => c * amplitudeWeights[i >> 1]!) };
  const [square] = innerProduct(miss, weighted);
  const force = addScaled(multiplier, [2 * weight, 0], weighted);
  // The phase φ turns with ψ, too: dφ = Im(⟨to|dψ⟩/z).
  const turning = modulus > 0 ? im / modulus : 0;
  const cotangent = addScaled(scaledVector([cos, sin], force), [-turning * sin, turning * cos], to);
  return { value: re + weight * square, cotangent };
}

/** Speeds F(H_k) = √Σ_P w_P h[k][P]² of the slices. */
export function speeds({ controls, slices }: PathProblem, x: Float64Array): readonly number[] {
  const words = controls.words.length;
  return Array.from(
    { length: slices },
    (_, k) => Math.sqrt(slices) * Math.hypot(...x.subarray(k * words, (k + 1) * words)),
  );
}

/** The same path in twice as many slices: every slice is halved. */
export function halvedSlices(
  { controls, freeWords = [] }: Pick<PathProblem, 'controls' | 'freeWords'>,
  x: Float64Array,
): Float64Array {
  const words = controls.words.length;
  const paid = x.length - freeWords.length;
  const halves = Float64Array.from({ length: 2 * paid }, (_, i) => {
    const k = Math.floor(i / words);
    return x[Math.floor(k / 2) * words + (i % words)]! / Math.SQRT2;
  });
  return Float64Array.from([...halves, ...x.subarray(paid)]);
}

/** Length Σ_k F(H_k)/K of the path. */
export function pathLength(problem: PathProblem, x: Float64Array): number {
  return speeds(problem, x).reduce((sum, F) => sum + F, 0) / problem.slices;
}
