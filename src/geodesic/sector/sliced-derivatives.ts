/** @file First and second derivatives of the end of a sliced path, all at once. */

import type { ComplexVector } from '../../linalg/complex.ts';
import type { RealMatrix } from '../../linalg/matrix.ts';
import { multiplyReal } from '../../linalg/real-product.ts';
import { plus } from '../../linalg/real-vector.ts';
import type { ControlHamiltonian, ControlSpace } from '../state/control-space.ts';
import { endOfSlice, pulledBack, pushedForward, type Slice, sliceFrom } from './sliced-evolution.ts';

/** How the end ψ(x) of a path changes with its unknowns. */
export interface SlicedDerivatives {
  readonly end: ComplexVector;
  /** ∂ψ/∂x_i, interleaved, shape (K·#controls, 2d). */
  readonly tangents: RealMatrix;
  /** λ ↦ ∂²Re⟨λ|ψ⟩/∂x_i∂x_j, shape (K·#controls, K·#controls). */
  readonly hessian: (lambda: Float64Array) => RealMatrix;
}

/** Step of the differences within a slice. */
const DIFFERENCE = 1e-5;

/**
 * Derivatives of the end of K slices of constant Hamiltonians, in the unknowns of `runSlices`. With E_k = exp(−iH_k/K) and
 * D_{ka} = ∂E_k/∂x_{ka}, those of two slices k < l are
 *
 *     ∂²Re⟨λ|ψ⟩/∂x_{ka}∂x_{lb} = Re⟨D_{lb}†λ_{l+1}|E_{l−1}…E_{k+1}D_{ka}ψ_k⟩,      λ_{l+1} = (E_{K−1}…E_{l+1})†λ,
 *
 * products of vectors that are carried along once; those within a slice are differences of its gradient.
 *
 * Cost that of some 4·#controls gradients and of min(d, K·#controls/2) runs, instead of a gradient for each unknown.
 */
export function slicedDerivatives(
  space: ControlSpace,
  from: ComplexVector,
  slices: number,
  x: Float64Array,
): SlicedDerivatives {
  const controls = space.inverseWeights.length;
  const scales = space.inverseWeights.map((inverse) => Math.sqrt(slices * inverse));
  const fields = Array.from({ length: slices }, (_, k) => scales.map((scale, a) => scale * x[k * controls + a]!));
  const unit = (a: number, size: number): Float64Array => Float64Array.from(scales, (_, b) => (b === a ? size : 0));
  const single = Array.from(scales, (scale, a) => space.hamiltonian(unit(a, scale)));
  const opposite = Array.from(scales, (scale, a) => space.hamiltonian(unit(a, -scale)));
  const taken: Slice[] = [];
  const before: RealMatrix[] = []; // what the unknowns of earlier slices change at the start of each slice
  let state = from.interleaved;
  let carried: RealMatrix = { rows: 0, cols: state.length, data: new Float64Array() };
  for (const h of fields) {
    const slice = sliceFrom(space.hamiltonian(h), 1 / slices, state);
    taken.push(slice);
    before.push(carried);
    carried = below(carriedBy(slice.H, 1 / slices, carried), changesOf(slice, single));
    state = endOfSlice(slice);
  }
  const end = { length: from.length, interleaved: state };
  const hessian = (lambda: Float64Array): RealMatrix => {
    const size = slices * controls;
    const data = new Float64Array(size * size);
    let after = lambda;
    for (let k = slices - 1; k >= 0; k--) {
      const back = sliceFrom(space.hamiltonian(fields[k]!.map((h) => -h)), 1 / slices, after);
      const earlier = multiplyReal(changesOf(back, opposite), before[k]!, { transposeB: true });
      const own = withinSlice(space, taken[k]!, { h: fields[k]!, scales, lambda: after, time: 1 / slices });
      for (let a = 0; a < controls; a++) {
        const row = k * controls + a;
        for (let column = 0; column < k * controls; column++) {
          const value = earlier.data[a * earlier.cols + column]!;
          data[row * size + column] = value;
          data[column * size + row] = value;
        }
        for (let b = 0; b < controls; b++) data[row * size + k * controls + b] = own[a * controls + b]!;
      }
      after = endOfSlice(back);
    }
    return { rows: size, cols: size, data };
  };
  return { end, tangents: carried, hessian };
}

/** What each control changes behind a slice. */
function changesOf(slice: Slice, single: readonly ControlHamiltonian[]): RealMatrix {
  const cols = slice.terms[0]![0]!.length;
  const none = new Float64Array(cols);
  const data = new Float64Array(single.length * cols);
  single.forEach((dH, a) => {
    data.set(pushedForward(slice, dH, none), a * cols);
  });
  return { rows: single.length, cols, data };
}

/** exp(−iHτ) on each row: one by one, or as a matrix where there are more rows than amplitudes. */
function carriedBy(H: ControlHamiltonian, time: number, vectors: RealMatrix): RealMatrix {
  const { rows, cols, data } = vectors;
  const moved = (vector: Float64Array): Float64Array => endOfSlice(sliceFrom(H, time, vector));
  if (2 * rows <= cols) {
    const all = new Float64Array(data.length);
    for (let row = 0; row < rows; row++) all.set(moved(data.subarray(row * cols, (row + 1) * cols)), row * cols);
    return { rows, cols, data: all };
  }
  const matrix = new Float64Array(cols * cols);
  for (let entry = 0; entry < cols; entry += 2) {
    const unit = new Float64Array(cols);
    unit[entry] = 1;
    const image = moved(unit);
    matrix.set(image, entry * cols);
    for (let i = 0; i < cols; i += 2) {
      matrix[(entry + 1) * cols + i] = -image[i + 1]!;
      matrix[(entry + 1) * cols + i + 1] = image[i]!;
    }
  }
  return multiplyReal(vectors, { rows: cols, cols, data: matrix });
}

const below = (top: RealMatrix, bottom: RealMatrix): RealMatrix => {
  const data = new Float64Array(top.data.length + bottom.data.length);
  data.set(top.data);
  data.set(bottom.data, top.data.length);
  return { rows: top.rows + bottom.rows, cols: bottom.cols, data };
};

/** A slice at which derivatives are taken. */
interface SlicePoint {
  readonly h: Float64Array;
  readonly scales: Float64Array;
  /** The cotangent behind the slice. */
  readonly lambda: Float64Array;
  readonly time: number;
}

/** Second derivatives with respect to the unknowns of one slice, symmetric, shape (#controls, #controls). */
function withinSlice(space: ControlSpace, slice: Slice, { h, scales, lambda, time }: SlicePoint): Float64Array {
  const controls = h.length;
  const state = slice.terms[0]![0]!;
  const slopeAt = (at: Slice): Float64Array => {
    const slope = new Float64Array(controls);
    pulledBack(space, at, lambda, slope);
    return slope.map((value, a) => scales[a]! * value);
  };
  const here = slopeAt(slice);
  const rows = Array.from(scales, (scale, a) => {
    const moved = h.map((value, b) => (b === a ? value + DIFFERENCE * scale : value));
    return plus(slopeAt(sliceFrom(space.hamiltonian(moved), time, state)), -1, here);
  });
  return Float64Array.from({ length: controls * controls }, (_, i) => {
    const [a, b] = [Math.floor(i / controls), i % controls];
    return (rows[a]![b]! + rows[b]![a]!) / (2 * DIFFERENCE);
  });
}
