/** @file How the end of a geodesic of states moves with its costate, and how far the path moves along. */

import type { ComplexVector } from '../../linalg/complex.ts';
import { choleskySolver, LuDecomposition, Matrix } from '../../linalg/dense-real.ts';
import { dot } from '../../linalg/real-vector.ts';
import { innerProduct } from '../../linalg/vector.ts';
import type { SparseDirection } from '../../path/invariant-controls.ts';
import { frameWithin } from './horizontal-frame.ts';
import type { StateMetric } from './metric-space.ts';
import { stateFlow } from './state-flow.ts';
import { type VariedFlow, variedFlows } from './varied-flow.ts';

/** From where to where a geodesic shall lead, up to the phase. */
export interface StateEnds {
  readonly from: ComplexVector;
  readonly to: ComplexVector;
  /** The symmetric states, where the costates are to be symmetric, too; default all. */
  readonly subspace?: readonly SparseDirection[];
}

/** The Jacobian J of the end point in 2ⁿ⁺¹ − 2 real coordinates of costate and miss, and the metric M of the paths. */
export interface ShotJacobian {
  readonly matrix: Matrix;
  /** c ↦ −(JᵀJ + damping·M)⁻¹Jᵀc; undefined where that cannot be computed. */
  readonly correction: (damping: number) => ((miss: Float64Array) => Float64Array) | undefined;
  /** c ↦ −J⁻¹c, which resolves directions that JᵀJ does not; undefined where J is singular. */
  readonly exactCorrection: () => ((miss: Float64Array) => Float64Array) | undefined;
  /** √(δpᵀMδp) = (∫ Σ_a w_a δh_a² dt)^½. */
  readonly pathDistance: (change: Float64Array) => number;
}

/** Times at which the controls are compared, at most. */
const MOST_TIMES = 16;

/** Both at a costate, by linearised flows. Cost 2ⁿ⁺¹ of them. */
export function shotJacobian(
  metric: StateMetric,
  { from, to, subspace }: StateEnds,
  costate: Float64Array,
  steps: number,
): ShotJacobian {
  const frames = { from: frameWithin(from.interleaved, subspace), to: frameWithin(to.interleaved, subspace) };
  const flow = stateFlow(metric, { state: from.interleaved, costate }, steps);
  const [re, im] = innerProduct(to, { length: to.length, interleaved: flow.points[steps]!.state });
  const modulus = Math.hypot(re, im);
  const [cos, sin] = modulus > 0 ? [re / modulus, im / modulus] : [1, 0];
  const stride = Math.ceil(steps / MOST_TIMES);
  const scales = metric.inverseWeights.map((inverse) => (inverse > 0 ? Math.sqrt(stride / (steps * inverse)) : 0));
  const units = Array.from({ length: frames.from.size }, (_, k) => {
    const unit = new Float64Array(frames.from.size);
    unit[k] = 1;
    return frames.from.vectorOf(unit);
  });
  const moved = ({ points, controls }: VariedFlow) => {
    const { state } = points.at(-1)!;
    const turned = state.map((x, i) => (i % 2 === 0 ? cos * x + sin * state[i + 1]! : cos * x - sin * state[i - 1]!));
    const move = Float64Array.from(controls.flatMap((dh) => Array.from(dh, (x, p) => x * scales[p]!)));
    return { column: frames.to.coordinatesOf(turned), move };
  };
  const varied = variedFlows(metric, flow, units, moved, stride);
  const columns = varied.map(({ column }) => column);
  const normal = gram(columns);
  const paths = gram(varied.map(({ move }) => move));
  const matrix = new Matrix(columns.map((column) => Array.from(column))).transpose();
  return {
    matrix,
    exactCorrection: () => {
      const factor = new LuDecomposition(matrix);
      if (factor.isSingular()) return undefined;
      return (miss) => {
        const right = Matrix.columnVector(Array.from(miss, (c) => -c));
        return Float64Array.from(factor.solve(right).to1DArray());
      };
    },
    correction: (damping) => {
      const inverse = inverseOf(normal, paths, damping);
      return inverse && ((miss) => inverse(Float64Array.from(columns, (column) => -dot(column, miss))));
    },
    pathDistance: (change) => Math.sqrt(paths.reduce((sum, row, i) => sum + change[i]! * dot(row, change), 0)),
  };
}

/** The products of all pairs. */
function gram(vectors: readonly Float64Array[]): readonly Float64Array[] {
  const products = vectors.map(() => new Float64Array(vectors.length));
  vectors.forEach((a, i) => {
    for (let j = 0; j <= i; j++) products[i]![j] = products[j]![i] = dot(a, vectors[j]!);
  });
  return products;
}

/** b ↦ (N + damping·M)⁻¹b. */
function inverseOf(
  normal: readonly Float64Array[],
  paths: readonly Float64Array[],
  damping: number,
): ((b: Float64Array) => Float64Array) | undefined {
  const mean = normal.reduce((sum, row, i) => sum + row[i]!, 0) / normal.length;
  if (!Number.isFinite(mean)) return undefined;
  const rows = normal.map((row, i) => row.map((x, j) => x + damping * paths[i]![j]! + (i === j ? 1e-15 * mean : 0)));
  return choleskySolver(new Matrix(rows));
}
