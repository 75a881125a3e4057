/** @file Sliced paths in a control space: the end point, and its exact derivative in both modes. */

import type { ComplexVector } from '../../linalg/complex.ts';
import { length, plus, times } from '../../linalg/real-vector.ts';
import type { RunPath } from '../../path/state-path.ts';
import type { ControlHamiltonian, ControlSpace } from '../state/control-space.ts';
import type { StatePoint } from '../state/state-flow.ts';

/** Largest norm bound ‖Hτ‖ of a sub-step: of a series of order 32, 4³³/33! ≈ 10⁻¹⁷ is left. Long steps take fewer terms in all. */
const LARGEST_STEP = 4;
/** The highest order of the Taylor series. */
const ORDER = 32;
const SMALLEST_TERM = 1e-17;

/** A slice: its Hamiltonian, and the Taylor terms (−iHτ)^mψ/m! of each sub-step. */
export interface Slice {
  readonly H: ControlHamiltonian;
  readonly step: number;
  readonly terms: readonly (readonly Float64Array[])[];
}

/**
 * Runs K slices of constant Hamiltonians from |from⟩. The unknowns are x[k][a] = √(w_a/K)·h[k][a], shape (K·#controls,), in which
 * the energy is ½|x|². Derivatives are those of the truncated series, term by term.
 *
 * @see runPath, the same for Pauli words on 2ⁿ amplitudes
 *
 * Cost O(K · order) actions and, for each derivative, as many actions and momenta.
 */
export function runSlices(space: ControlSpace, from: ComplexVector, slices: number, x: Float64Array): RunPath {
  const controls = space.inverseWeights.length;
  const scales = space.inverseWeights.map((inverse) => Math.sqrt(slices * inverse));
  const hamiltonianOf = (k: number, values: Float64Array): ControlHamiltonian =>
    space.hamiltonian(scales.map((scale, a) => scale * values[k * controls + a]!));
  let state = from.interleaved;
  const taken = Array.from({ length: slices }, (_, k): Slice => {
    const slice = sliceFrom(hamiltonianOf(k, x), 1 / slices, state);
    state = endOfSlice(slice);
    return slice;
  });
  const vector = (interleaved: Float64Array): ComplexVector => ({ length: from.length, interleaved });
  const pullback = ({ interleaved }: ComplexVector): Float64Array => {
    const gradient = new Float64Array(x.length);
    let lambda = interleaved;
    for (let k = slices - 1; k >= 0; k--) {
      const slope = gradient.subarray(k * controls, (k + 1) * controls);
      lambda = pulledBack(space, taken[k]!, lambda, slope);
      scales.forEach((scale, a) => {
        slope[a] = scale * slope[a]!;
      });
    }
    return gradient;
  };
  return {
    end: vector(state),
    pullback,
    pullbacks: (cotangents) => cotangents.map(pullback),
    pushforward: (direction) =>
      vector(
        taken.reduce<Float64Array>(
          (tangent, slice, k) => pushedForward(slice, hamiltonianOf(k, direction), tangent),
          new Float64Array(2 * from.length),
        ),
      ),
  };
}

/** exp(−iHτ) on a state, in sub-steps that are short enough. */
export function sliceFrom(H: ControlHamiltonian, time: number, from: Float64Array): Slice {
  const subSteps = Math.max(1, Math.ceil((H.bound * time) / LARGEST_STEP));
  const step = time / subSteps;
  let state = from;
  const terms = Array.from({ length: subSteps }, () => {
    const series = taylorTerms(H, state, step);
    state = summed(series);
    return series;
  });
  return { H, step, terms };
}

/** The state behind a slice. */
export const endOfSlice = ({ terms }: Slice): Float64Array => summed(terms.at(-1)!);

/** (−iHτ)^mψ/m!, m = 0, 1, … */
function taylorTerms(H: ControlHamiltonian, state: Float64Array, step: number): readonly Float64Array[] {
  const terms = [state];
  for (let m = 1; m <= ORDER; m++) {
    const next = scaled(H.velocity(terms[m - 1]!), step / m);
    terms.push(next);
    if (length(next) < SMALLEST_TERM) break;
  }
  return terms;
}

/** The cotangent at the start of a slice; writes ∂L/∂h to `slope`. */
export function pulledBack(
  space: ControlSpace,
  { H, step, terms }: Slice,
  cotangent: Float64Array,
  slope: Float64Array,
): Float64Array {
  let lambda = cotangent;
  const pairs: StatePoint[] = [];
  for (const series of terms.toReversed()) {
    let at = lambda; // the cotangent of term m; the adjoint of −iH is iH
    for (let m = series.length - 1; m >= 1; m--) {
      pairs.push({ costate: times(step / m, at), state: series[m - 1]! });
      at = scaledSum(H.velocity(at), -step / m, lambda);
    }
    lambda = at;
  }
  slope.set(space.momenta(pairs));
  return lambda;
}

/** The tangent behind a slice whose Hamiltonian changes by dH, of one before it. */
export function pushedForward({ H, step, terms }: Slice, dH: ControlHamiltonian, tangent: Float64Array): Float64Array {
  let sum = tangent;
  for (const series of terms) {
    let term = sum;
    for (let m = 1; m < series.length; m++) {
      term = scaled(plus(H.velocity(term), 1, dH.velocity(series[m - 1]!)), step / m);
      sum = plus(sum, 1, term);
    }
  }
  return sum;
}

function summed(terms: readonly Float64Array[]): Float64Array {
  const sum = terms[0]!.slice();
  for (let m = 1; m < terms.length; m++) {
    const term = terms[m]!;
    for (let i = 0; i < sum.length; i++) sum[i] = sum[i]! + term[i]!;
  }
  return sum;
}

/** factor·v + w in the place of v. */
function scaledSum(v: Float64Array, factor: number, w: Float64Array): Float64Array {
  for (let i = 0; i < v.length; i++) v[i] = factor * v[i]! + w[i]!;
  return v;
}

/** factor·v in the place of v. */
function scaled(v: Float64Array, factor: number): Float64Array {
  for (let i = 0; i < v.length; i++) v[i] = v[i]! * factor;
  return v;
}
