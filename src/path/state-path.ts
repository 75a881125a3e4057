/**
 * @file Paths of states made of K slices of constant Hamiltonians: the direct method's unknowns, the end point, and its
 * exact derivative. A sliced path is a true path, so its length bounds the complexity of its end point from above.
 */

import type { BlochPoint } from '../circuit/circuit.ts';
import type { GlobalPhase } from '../complexity/bi-invariant-length.ts';
import type { Controls } from '../complexity/controls.ts';
import type { Complex, ComplexVector } from '../linalg/complex.ts';
import { addScaled, innerProduct, normSquared, scaledVector } from '../linalg/vector.ts';
import type { PauliWord } from '../operator/pauli.ts';
import type { SearchJournal } from '../search-journal.ts';
import { type Evolution, evolve, pullbackEvolution, pushforwardEvolution } from './evolution.ts';
import { type ActionTable, type Hamiltonian, hamiltonian } from './hamiltonian-action.ts';
import type { InvariantControls } from './invariant-controls.ts';
import { type SymmetricSpace, symmetricSpace } from './symmetric-table.ts';
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
  /** Weight of each amplitude in the end-point condition, shape (2ⁿ,); all equal, unless `to` is a product state. */
  readonly amplitudeWeights: Float64Array;
  /** Where `to` is a product state, its Bloch points: the weights are those of amplitudes in its frame. */
  readonly product?: readonly BlochPoint[];
  /**
   * Words that cost nothing, all of one qubit: the last entries of x are their coefficients a, and the path begins at
   * exp(−i Σ a_P P)|from⟩. None by default.
   */
  readonly freeWords?: readonly PauliWord[];
  /** Whether the path has to end at `to` itself, or at any e^{iφ}|to⟩; default 'free'. */
  readonly phase?: GlobalPhase;
  /**
   * Where `controls` are sums of words, in `words` by their first ones and in `weights` by their own: which words. The path then stays
   * among symmetric states, and so does every derivative. Default: each is a word.
   */
  readonly sums?: InvariantControls;
  /** Where searches for such paths write what they have found; nowhere by default. */
  readonly journal?: SearchJournal | undefined;
}

/** A path that has been run: its end point ψ, and the derivative of ψ with respect to x in forward and reverse mode. */
export interface RunPath {
  readonly end: ComplexVector;
  /** dx of shape (K·#words,) to dψ. */
  readonly pushforward: (direction: Float64Array) => ComplexVector;
  /** λ with dL = Re⟨λ|dψ⟩ to ∂L/∂x, a new array. */
  readonly pullback: (cotangent: ComplexVector) => Float64Array;
  /** The same for several λ. */
  readonly pullbacks: (cotangents: readonly ComplexVector[]) => readonly Float64Array[];
}

/** Evolutions under one Hamiltonian each, in their order: those of free words first, where there are some, then the slices. */
export interface Layer {
  readonly table: ActionTable;
  readonly time: number;
  /** For each word, the coefficient for x = 1 at its place, and the place. */
  readonly scales: Float64Array;
  readonly places: Int32Array;
}

const layersKnown = new WeakMap<PathProblem, readonly Layer[]>();

/** The layers of a path; their places are those in all of x. */
export function layersOf(problem: PathProblem): readonly Layer[] {
  const known = layersKnown.get(problem);
  if (known !== undefined) return known;
  const { controls, slices, freeWords = [] } = problem;
  const { table, own, scales } = sliceTable(problem);
  const count = controls.words.length;
  const others = Array.from({ length: slices }, (_, k): Layer => {
    return { table, time: 1 / slices, scales, places: own.map((a) => k * count + a) };
  });
  const first = {
    table: wordTable(freeWords, controls.qubits),
    time: 1,
    scales: new Float64Array(freeWords.length).fill(1),
    places: Int32Array.from(freeWords.keys(), (p) => slices * count + p),
  };
  const layers = freeWords.length > 0 ? [first, ...others] : others;
  layersKnown.set(problem, layers);
  return layers;
}

/** What a slice is a sum of, the control that each term belongs to, and its coefficient for x = 1. */
function sliceTable(problem: PathProblem) {
  const { controls, slices, sums } = problem;
  const rates = controls.weights.map((weight) => Math.sqrt(slices / weight));
  const space = spaceOf(problem);
  if (sums === undefined || space !== null) {
    const table = space?.table ?? wordTable(controls.words, controls.qubits);
    return { table, own: Int32Array.from(rates.keys()), scales: rates };
  }
  return {
    table: wordTable(sums.controls.words, controls.qubits),
    own: sums.controlOf,
    scales: sums.signs.map((sign, p) => sign * rates[sums.controlOf[p]!]!),
  };
}

/** The symmetric states in which a path runs, where they are few. */
const spaceOf = ({ sums }: PathProblem): SymmetricSpace | null => (sums === undefined ? null : symmetricSpace(sums));

/** Vectors of 2ⁿ amplitudes as those in which a path runs, and back. */
export const runningSpace = (problem: PathProblem): Pick<SymmetricSpace, 'into' | 'outOf'> =>
  spaceOf(problem) ?? { into: (vector) => vector, outOf: (amplitudes) => amplitudes };

/** The coefficients of a layer's words at x. */
export const coefficientsIn = ({ scales, places }: Layer, x: Float64Array): Float64Array =>
  scales.map((scale, p) => scale * x[places[p]!]!);

/** gradient ← gradient + what the derivatives by the coefficients of a layer's words make. */
export function addSlopes({ scales, places }: Layer, slopes: Float64Array, gradient: Float64Array): void {
  for (let p = 0; p < slopes.length; p++) {
    const at = places[p]!;
    gradient[at] = gradient[at]! + scales[p]! * slopes[p]!;
  }
}

/**
 * Runs the path at x. Cost O(K · flips · degree · 2ⁿ), and twice that for each derivative. Where derivatives are wanted only inside
 * one function, `withRunPath` does not copy what they need.
 */
export function runPath(problem: PathProblem, x: Float64Array): RunPath {
  const { into, outOf } = runningSpace(problem);
  const steps: { readonly layer: Layer; readonly H: Hamiltonian; readonly evolution: Evolution }[] = [];
  const start = into(problem.from.interleaved);
  let state = start;
  for (const layer of layersOf(problem)) {
    const H = hamiltonian(layer.table, coefficientsIn(layer, x));
    const evolution = evolve(H, state, layer.time);
    steps.push({ layer, H, evolution });
    state = evolution.state;
  }
  const vector = (amplitudes: Float64Array): ComplexVector => {
    return { length: problem.from.length, interleaved: outOf(amplitudes) };
  };
  const pullbacks = (cotangents: readonly ComplexVector[]): readonly Float64Array[] => {
    const gradients = cotangents.map(() => new Float64Array(x.length));
    let lambdas = cotangents.map(({ interleaved }) => into(interleaved));
    for (const { layer, H, evolution } of steps.toReversed()) {
      const pulled = pullbackEvolution(H, evolution, lambdas);
      lambdas = pulled.map(({ cotangent }) => cotangent);
      pulled.forEach(({ coefficients }, row) => {
        addSlopes(layer, coefficients, gradients[row]!);
      });
    }
    return gradients;
  };
  return {
    end: vector(state),
    pushforward: (direction) =>
      vector(
        steps.reduce<Float64Array>(
          (tangent, { layer, H, evolution }) =>
            pushforwardEvolution(H, hamiltonian(H.table, coefficientsIn(layer, direction)), evolution, tangent),
          new Float64Array(start.length),
        ),
      ),
    pullback: (cotangent) => pullbacks([cotangent])[0]!,
    pullbacks,
  };
}

/** The coefficients h[k][P] of the slices at x: K arrays of shape (#words,). */
export function velocityAt({ controls, slices }: PathProblem, x: Float64Array): readonly Float64Array[] {
  const { weights } = controls;
  return Array.from({ length: slices }, (_, k) =>
    weights.map((weight, p) => x[k * weights.length + p]! * Math.sqrt(slices / weight)),
  );
}

/**
 * c = e^{−iφ}ψ − |z|·|t⟩ with z = ⟨t|ψ⟩ = |z|e^{iφ}: the part of ψ orthogonal to the target; ‖c‖² is the infidelity.
 */
export function missOf(target: ComplexVector, psi: ComplexVector): ComplexVector {
  const [x, y] = innerProduct(target, psi);
  const modulus = Math.hypot(x, y);
  const turn: Complex = modulus > 0 ? [x / modulus, -y / modulus] : [1, 0];
  return addScaled(scaledVector(turn, psi), [-modulus, 0], target);
}

/** The infidelity |c|² of the end of the path at x from |to⟩, as `missOf` gives it. */
export const missedBy = (problem: PathProblem, x: Float64Array): number =>
  normSquared(missOf(problem.to, runPath(problem, x).end));

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

/** The path in another number of slices: each takes the mean of those it covers, in equal time. Exact where each is split. */
export function reslicedPath(
  { controls, slices, freeWords = [] }: Pick<PathProblem, 'controls' | 'slices' | 'freeWords'>,
  x: Float64Array,
  count: number,
): Float64Array {
  const words = controls.words.length;
  const y = new Float64Array(count * words + freeWords.length);
  y.set(x.subarray(slices * words), count * words);
  for (let k = 0; k < count; k++) {
    for (let j = 0; j < slices; j++) {
      const overlap = Math.min((k + 1) / count, (j + 1) / slices) - Math.max(k / count, j / slices);
      if (overlap <= 0) continue;
      // h ∝ √K·x
      const share = overlap * Math.sqrt(count * slices);
      for (let p = 0; p < words; p++) y[k * words + p] = y[k * words + p]! + share * x[j * words + p]!;
    }
  }
  return y;
}

/**
 * The unknowns with the words as controls, of a problem whose controls are sums of them: the same path.
 *
 * @param all - the words of the other problem; those that no control has are left at 0
 */
export function inSingleWords({ controls, slices, sums }: PathProblem, x: Float64Array, all: Controls): Float64Array {
  if (sums === undefined) return x;
  const placeOf = new Map(all.words.map((word, p) => [word, p]));
  const y = new Float64Array(slices * all.words.length);
  sums.controls.words.forEach((word, p) => {
    const [to, a] = [placeOf.get(word)!, sums.controlOf[p]!];
    const factor = sums.signs[p]! * Math.sqrt(all.weights[to]! / controls.weights[a]!);
    for (let k = 0; k < slices; k++) y[k * all.words.length + to] = factor * x[k * controls.words.length + a]!;
  });
  return y;
}

/** Length Σ_k F(H_k)/K of the path. */
export function pathLength(problem: PathProblem, x: Float64Array): number {
  return speeds(problem, x).reduce((sum, F) => sum + F, 0) / problem.slices;
}
