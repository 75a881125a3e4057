/** @file The bound by an observable as a smooth function of the observable and of what bounds its speed in each cell. */

import { type ComplexMatrix, type ComplexVector, identityMatrix } from '../linalg/complex.ts';
import { addScaledMatrix, applyMatrix, commutator, type RealMatrix, scaledMatrix } from '../linalg/matrix.ts';
import { dot } from '../linalg/real-vector.ts';
import { innerProduct, normSquared } from '../linalg/vector.ts';
import { pauliSumMatrix } from '../operator/pauli-sum.ts';
import type { Objective } from '../optimise/objective.ts';
import type { Controls } from './controls.ts';
import type { SpeedBlock, SpeedSums } from './copy-pairs.ts';
import { type PairProducts, pairProducts } from './pair-products.ts';
import { reciprocalRootIntegral } from './reciprocal-root-integral.ts';
import { addProjector, mixtureOf, softOccupation } from './soft-maximum.ts';
import { pairSlices } from './symmetric-power.ts';
import type { TransposedWitness } from './transposed-witness.ts';
import { cellEnds } from './verified-observable-bound.ts';

/** The quadratic forms Q and W = A ⊗ A and the linear form T = A ⊗ 1 of the coefficients of A, in one block of Sym^k. */
interface BlockForms {
  readonly size: number;
  readonly speeds: PairProducts;
  readonly products: PairProducts;
  readonly values: readonly Float64Array[];
}

/** What the optimisation is about. A = Σ_m a_m B_m, where ⟨B_m⟩ = 0 at the start of the path. */
export interface ObservableProblem {
  /** ⟨B_m⟩ at the end of the path. */
  readonly change: Float64Array;
  readonly blocks: readonly SpeedBlock[];
  /** Partial transposes by which c is lowered, with unknowns in each cell. */
  readonly witness?: TransposedWitness;
}

/** The part of a problem that orders its unknowns: coefficients of A, then b, ν and z of all cells. */
type Unknowns = Pick<ObservableProblem, 'change' | 'witness'>;

/**
 * The search goes from few cells to all, given as what share, and from soft to hard: the soft maximum of λ is above the
 * hard one by at most (log N)/β.
 */
export const STAGES: readonly (readonly [share: number, beta: number])[] = [
  [0.25, 10],
  [0.25, 40],
  [0.25, 150],
  [0.5, 500],
  [1, 1500],
  [1, 6000],
  [1, 24000],
];

/** Prepares the forms of the observables in each block. */
export function observableProblem(
  controls: Controls,
  ends: readonly [ComplexVector, ComplexVector],
  observables: readonly ComplexMatrix[],
  blocks: readonly RealMatrix[],
  { copies, real }: { readonly copies: number; readonly real: boolean },
): ObservableProblem {
  const mean = (B: ComplexMatrix, psi: ComplexVector): number =>
    innerProduct(psi, applyMatrix(B, psi))[0] / normSquared(psi);
  const one = identityMatrix(2 ** controls.qubits);
  const shifted = observables.map((B) => addScaledMatrix(B, [-mean(B, ends[0]), 0], one));
  const families = controls.words.map((word, p) => {
    const P = pauliSumMatrix({ qubits: controls.qubits, terms: [{ word, coefficient: 1 }] });
    return shifted.map((B) => scaledMatrix([0, 1 / Math.sqrt(controls.weights[p]!)], commutator(P, B)));
  });
  return {
    change: Float64Array.from(shifted, (B) => mean(B, ends[1])),
    blocks: blocks.map((block) => {
      const slices = pairSlices(block, one.rows, copies);
      const products = pairProducts([[...shifted, one]], slices, real);
      const last = shifted.length;
      const forms: BlockForms = {
        size: products.size,
        speeds: pairProducts(families, slices, real),
        products: { ...products, forms: products.forms.slice(0, last).map((row) => row.slice(0, last)) },
        values: products.forms.slice(0, last).map((row) => row[last]!),
      };
      return {
        size: forms.size,
        sums: (a) => blockSums(forms, a),
        mean: (a) => blockMean(forms, a),
        product: (a, b) => blockProduct(forms, a, b),
        derivatives: (a, R) => formDerivatives(forms, a, R),
      };
    }),
  };
}

/** The b, ν and z of the cells: of the unknowns x, all that follow the coefficients of A. */
export function cellsOf(
  { change, witness }: Unknowns,
  x: Float64Array,
): readonly { readonly b: number; readonly nu: number; readonly z: Float64Array }[] {
  const [first, more] = [change.length, witness?.unknowns ?? 0];
  const cells = (x.length - first) / (2 + more);
  return Array.from({ length: cells }, (_, k) => ({
    b: x[first + k]!,
    nu: x[first + cells + k]!,
    z: x.slice(first + 2 * cells + k * more, first + 2 * cells + (k + 1) * more),
  }));
}

/** The same unknowns for another number of cells: each takes the operator Q − bT − νV + Y^Γ of the old cell at its middle. */
export function withCells(problem: Unknowns, x: Float64Array, count: number): Float64Array {
  const old = cellsOf(problem, x);
  const [oldEnds, ends] = [cellEnds(old.length), cellEnds(count)];
  const taken = Array.from({ length: count }, (_, k) => {
    const sum = ends[k]! + ends[k + 1]!;
    const parent = Math.max(0, oldEnds.findIndex((end) => end > sum / 2) - 1);
    const { b, nu, z } = old[parent]!;
    return { b: b + nu * (sum - oldEnds[parent]! - oldEnds[parent + 1]!), nu, z };
  });
  const a = x.slice(0, problem.change.length);
  const rest = [taken.map(({ b }) => b), taken.map(({ nu }) => nu), taken.flatMap(({ z }) => [...z])].flat();
  return Float64Array.from([...a, ...rest]);
}

/** The coefficients of A scaled so that ⟨A⟩ grows by 1. */
export function unitChange({ change }: Unknowns, x: Float64Array): Float64Array {
  const a = x.slice(0, change.length);
  const total = dot(a, change);
  return a.map((value) => value / total);
}

/**
 * −Σ_cells ∫ dx/√q, q = c + b(x − (x₀ + x₁)/2) + ν(x − x₀)(x − x₁), with c = λ_max + (1/β) log Σ exp(β(λ_i − λ_max)) over the
 * eigenvalues of all blocks in place of λ_max: smooth, and never above the bound.
 */
export function observableObjective(problem: ObservableProblem, beta: number): Objective {
  const { change, blocks, witness } = problem;
  const [count, more] = [change.length, witness?.unknowns ?? 0];
  return (x) => {
    const cells = (x.length - count) / (2 + more);
    const grid = cellEnds(cells);
    const total = dot(x.subarray(0, count), change);
    const a = unitChange(problem, x);
    const summed = blocks.map((block) => block.sums(a));
    const weights = blocks.map(({ size }) => {
      const [Q, W, T] = Array.from({ length: 3 }, () => new Float64Array(size * size));
      return { Q: Q!, W: W!, T: T! };
    });
    const gradient = new Float64Array(x.length);
    let value = 0;
    for (let k = 0; k < cells; k++) {
      const [x0, x1, b, nu] = [grid[k]!, grid[k + 1]!, x[count + k]!, x[count + cells + k]!];
      const [width, middle] = [x1 - x0, (x0 + x1) / 2];
      const place = count + 2 * cells + k * more;
      const z = x.subarray(place, place + more);
      const added = witness?.matrices(z);
      const [byT, constant] = [nu * (x0 + x1) - b, b * middle - nu * x0 * x1];
      const { c, occupied } = softOccupation(
        summed.map(({ Q, W, T }, s) =>
          Q.map((q, at) => q - nu * W[at]! + byT * T[at]! + (added === undefined ? 0 : added[s]![at]!)),
        ),
        blocks,
        beta,
      );
      const [q0, q1] = [c + constant - (b * width) / 2, c + constant + (b * width) / 2];
      const time = reciprocalRootIntegral(width, q0, q1, nu);
      value -= time.value;
      const byC = -(time.byFirst + time.bySecond);
      if (witness !== undefined) gradient.set(witness.derivatives(z, mixtureOf(occupied, blocks, byC)), place);
      let [meanT, meanW] = [0, 0];
      for (const { block, weight, vector } of occupied) {
        const { T, W } = summed[block]!;
        meanT += weight * form(T, vector);
        meanW += weight * form(W, vector);
        const { Q: RQ, W: RW, T: RT } = weights[block]!;
        addProjector(RQ, byC * weight, vector);
        addProjector(RW, -nu * byC * weight, vector);
        addProjector(RT, byT * byC * weight, vector);
      }
      gradient[count + k] = byC * (middle - meanT) + ((time.byFirst - time.bySecond) * width) / 2;
      gradient[count + cells + k] = byC * ((x0 + x1) * meanT - meanW - x0 * x1) - time.byCurvature;
    }
    const byA = new Float64Array(count);
    blocks.forEach((block, s) => {
      block.derivatives(a, weights[s]!).forEach((value, m) => {
        byA[m] = byA[m]! + value;
      });
    });
    const along = dot(byA, a);
    for (let m = 0; m < count; m++) gradient[m] = (byA[m]! - along * change[m]!) / total;
    return { value, gradient };
  };
}

/** Q, W and T of one observable in a block. */
function blockSums({ size, speeds, products, values }: BlockForms, a: Float64Array): SpeedSums {
  const [Q, W, T] = [0, 1, 2].map(() => new Float64Array(size * size)) as [Float64Array, Float64Array, Float64Array];
  for (let m = 0; m < a.length; m++) {
    addTo(T, a[m]!, values[m]!);
    for (let l = m; l < a.length; l++) {
      const factor = (l === m ? 1 : 2) * a[m]! * a[l]!;
      addTo(Q, factor, speeds.forms[m]![l]!);
      addTo(W, factor, products.forms[m]![l]!);
    }
  }
  return { Q, W, T };
}

/** T of one observable. */
function blockMean({ size, values }: BlockForms, a: Float64Array): Float64Array {
  const T = new Float64Array(size * size);
  values.forEach((value, m) => {
    addTo(T, a[m]!, value);
  });
  return T;
}

/** (A ⊗ B + B ⊗ A)/2 of two observables. */
function blockProduct({ size, products }: BlockForms, a: Float64Array, b: Float64Array): Float64Array {
  const out = new Float64Array(size * size);
  for (let m = 0; m < a.length; m++) {
    for (let l = m; l < a.length; l++) {
      const factor = l === m ? a[m]! * b[m]! : a[m]! * b[l]! + a[l]! * b[m]!;
      addTo(out, factor, products.forms[m]![l]!);
    }
  }
  return out;
}

/** d(Tr R_Q Q + Tr R_W W + Tr R_T T)/da. */
function formDerivatives(
  { speeds, products, values }: BlockForms,
  a: Float64Array,
  { Q, W, T }: Partial<SpeedSums>,
): Float64Array {
  const out = new Float64Array(a.length);
  for (let m = 0; m < a.length; m++) {
    if (T !== undefined) out[m] = out[m]! + dot(T, values[m]!);
    if (Q === undefined && W === undefined) continue;
    for (let l = m; l < a.length; l++) {
      const bySpeed = Q === undefined ? 0 : dot(Q, speeds.forms[m]![l]!);
      const value = bySpeed + (W === undefined ? 0 : dot(W, products.forms[m]![l]!));
      out[m] = out[m]! + 2 * a[l]! * value;
      if (l !== m) out[l] = out[l]! + 2 * a[m]! * value;
    }
  }
  return out;
}

/** vᵀMv. */
function form(matrix: Float64Array, vector: Float64Array): number {
  const n = vector.length;
  let sum = 0;
  for (let i = 0; i < n; i++) sum += vector[i]! * dot(matrix.subarray(i * n, (i + 1) * n), vector);
  return sum;
}

function addTo(out: Float64Array, s: number, part: Float64Array): void {
  for (let at = 0; at < out.length; at++) out[at] = out[at]! + s * part[at]!;
}
