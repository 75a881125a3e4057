/**
 * @file The second variation of the energy at a geodesic of a control space, as a matrix, among paths that meet the target. With
 * B_a(t) = U†O_aU, ψ and λ = p(0) at the start, it is
 *
 *     Q(δh) = ∫ Σ_a g_a δh_a² dt + 2 Re ∫∫_{s>t} ⟨λ|B_a(s)B_b(t)|ψ⟩ δh_a(s)δh_b(t),      ∫ Σ_a δh_a B_a ψ dt ∈ ℝψ.
 */

import { addReal, multiplyReal } from '../../linalg/real-product.ts';
import { dot, length, plus, times } from '../../linalg/real-vector.ts';
import type { ControlSpace } from '../state/control-space.ts';
import { horizontalFrame } from '../state/horizontal-frame.ts';
import type { StatePoint } from '../state/state-flow.ts';
import { carriedBy, controlFlow } from './control-flow.ts';

/** Integration steps: at least so many for each node, and for each unit of the costate. */
const [STEPS_PER_NODE, STEPS_PER_COSTATE] = [4, 4];
/** Conditions that leave less than this share of themselves to others follow from them. */
const RANK = 1e-9;
/** Eigenvalue given to what does not keep the end: above all that are sought. */
const HELD = 10;

/** Q in the coordinates √(g_a/nodes)·δh[k][a] of piecewise constant variations. */
export interface SecondVariationForm {
  /** Row-major, shape (size, size); variations that move the end have the eigenvalue 10. */
  readonly matrix: Float64Array;
  readonly size: number;
  /** How many of them there are. */
  readonly held: number;
}

/** U†O_aψ and U†O_ap at the middle of an interval, for every control. */
interface Node {
  readonly states: readonly Float64Array[];
  readonly costates: readonly Float64Array[];
}

function nodesOf(space: ControlSpace, start: StatePoint, nodes: number): readonly Node[] {
  const { dimension, inverseWeights } = space;
  const least = Math.max(STEPS_PER_NODE * nodes, STEPS_PER_COSTATE * length(start.costate));
  const flow = controlFlow(space, start, 2 * nodes * Math.ceil(least / (2 * nodes)));
  const stride = flow.stages.length / nodes;
  const basis = Array.from({ length: dimension }, (_, k) => {
    const unit = new Float64Array(2 * dimension);
    unit[2 * k] = 1;
    return carriedBy(space, flow, unit);
  });
  const units = Array.from(inverseWeights, (_, a) => {
    const h = new Float64Array(inverseWeights.length);
    h[a] = 1;
    return space.hamiltonian(h);
  });
  return Array.from({ length: nodes }, (_, k) => {
    const at = k * stride + stride / 2;
    const { state, costate } = flow.points[at]!;
    const back = (v: Float64Array): Float64Array => overlaps(basis, at, timesI(v));
    return {
      states: units.map(({ velocity }) => back(velocity(state))),
      costates: units.map(({ velocity }) => back(velocity(costate))),
    };
  });
}

const timesI = (v: Float64Array): Float64Array => v.map((_, i) => (i % 2 === 0 ? -v[i + 1]! : v[i - 1]!));

/** ⟨U e_k|v⟩ for every k: the components of U†v. */
function overlaps(basis: readonly (readonly Float64Array[])[], at: number, v: Float64Array): Float64Array {
  const out = new Float64Array(v.length);
  const turned = timesI(v);
  basis.forEach((moved, k) => {
    out[2 * k] = dot(moved[at]!, v);
    out[2 * k + 1] = -dot(moved[at]!, turned);
  });
  return out;
}

/**
 * Q with δh constant on each of `nodes` intervals of a geodesic.
 *
 * @param space - all controls, real and imaginary
 * @param start - where a geodesic begins, and its costate there, in this space
 *
 * Cost O((#controls·nodes)²·d).
 */
export function secondVariationForm(space: ControlSpace, start: StatePoint, nodes: number): SecondVariationForm {
  const table = nodesOf(space, start, nodes);
  const roots = space.inverseWeights.map((inverse) => Math.sqrt(inverse / nodes));
  const controls = roots.length;
  const size = nodes * controls;
  const Q = Array.from({ length: size }, () => new Float64Array(size));
  for (let i = 0; i < size; i++) {
    const [s, a] = [Math.floor(i / controls), i % controls];
    for (let j = 0; j <= i; j++) {
      const [t, b] = [Math.floor(j / controls), j % controls];
      const later = dot(table[s]!.costates[a]!, table[t]!.states[b]!);
      const both = s === t ? (later + dot(table[s]!.costates[b]!, table[t]!.states[a]!)) / 2 : later;
      const value = roots[a]! * roots[b]! * both + (i === j ? 1 : 0);
      Q[i]![j] = value;
      Q[j]![i] = value;
    }
  }
  const { coordinatesOf } = horizontalFrame(start.state);
  const columns = table.flatMap(({ states }) => states.map((v, a) => times(roots[a]!, coordinatesOf(timesI(v)))));
  const rows = Array.from({ length: 2 * space.dimension - 2 }, (_, row) =>
    Float64Array.from(columns, (column) => column[row]!),
  );
  return projected(Q, orthonormal(rows), size);
}

/** Orthonormal vectors with the same span. */
function orthonormal(rows: readonly Float64Array[]): readonly Float64Array[] {
  const scale = Math.max(...rows.map(length));
  const basis: Float64Array[] = [];
  for (const row of rows) {
    let rest = row;
    for (let pass = 0; pass < 3; pass++) for (const q of basis) rest = plus(rest, -dot(q, rest), q);
    if (length(rest) > RANK * scale) basis.push(times(1 / length(rest), rest));
  }
  return basis;
}

/**
 * Q between vectors orthogonal to `constraints`, the rows of C, which are given an eigenvalue of their own: with P = 1 − CᵀC and
 * B = CQ,
 *
 *     PQP + λCᵀC = Q − CᵀW − WᵀC,      W = B − ½(BCᵀ + λ)C.
 */
function projected(
  Q: readonly Float64Array[],
  constraints: readonly Float64Array[],
  size: number,
): SecondVariationForm {
  const held = constraints.length;
  const matrix = new Float64Array(size * size);
  for (const [i, row] of Q.entries()) matrix.set(row, i * size);
  if (held === 0) return { matrix, size, held };
  const C = { rows: held, cols: size, data: new Float64Array(held * size) };
  for (const [k, row] of constraints.entries()) C.data.set(row, k * size);
  const B = multiplyReal(C, { rows: size, cols: size, data: matrix });
  const inner = multiplyReal(B, C, { transposeB: true });
  for (let k = 0; k < held; k++) inner.data[k * (held + 1)] = inner.data[k * (held + 1)]! + HELD;
  const W = addReal(B, -0.5, multiplyReal(inner, C));
  const half = multiplyReal(C, W, { transposeA: true }).data;
  for (let i = 0; i < size; i++) {
    for (let j = 0; j <= i; j++) {
      const value = matrix[i * size + j]! - half[i * size + j]! - half[j * size + i]!;
      matrix[i * size + j] = value;
      matrix[j * size + i] = value;
    }
  }
  return { matrix, size, held };
}
