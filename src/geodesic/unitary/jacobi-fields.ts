/**
 * @file Neighbouring geodesics: the differential of the exponential map, and conjugate points, after which a geodesic is
 * no longer the shortest even among its neighbours.
 */

import {
  bracketMatrix,
  conjugationMatrix,
  inverse,
  product,
  sum,
  symmetricProduct,
} from '../../complexity/adjoint-representation.ts';
import type { RightInvariantMetric } from '../../complexity/right-invariant-metric.ts';
import { hermitianEigenvalues } from '../../linalg/hermitian-eigen.ts';
import { complexOf, type RealMatrix } from '../../linalg/matrix.ts';
import { singularValueDecomposition } from '../../linalg/singular-values.ts';
import { constantKernel, plusProjector, projectedTwice } from './abnormal-directions.ts';
import type { UnitaryFlow } from './exponential-map.ts';

/** The Jacobi fields of a geodesic that vanish at its start, sampled at equal steps of time. */
export interface JacobiFields {
  readonly times: readonly number[];
  /**
   * J(t_k), shape (4ⁿ − 1, 4ⁿ − 1): how the end point moves with the momentum, δU = −i U Z with Z = J δL(0), in Pauli
   * coordinates without the identity.
   */
  readonly maps: readonly RealMatrix[];
}

/**
 * Integrates the Jacobi fields along a geodesic from 1. With Z = i U†δU and the symmetric matrix M(t) = Ad_U† G⁻¹ Ad_U,
 *
 *     J′ = M(t)(1 + C J),    J(0) = 0,    C Z = −i[Z, L(0)],
 *
 * a linear equation, by the Runge–Kutta method of order 4.
 *
 * @param momentum - L(0), shape (4ⁿ,)
 * @param steps - number of steps; the error falls as its fourth power
 *
 * Cost O(steps · 64ⁿ): milliseconds for n = 2, a tenth of a second for n = 3, ten seconds for n = 4.
 */
export function jacobiFields(
  metric: RightInvariantMetric,
  flow: UnitaryFlow,
  momentum: Float64Array,
  steps: number,
  time = 1,
): JacobiFields {
  const times = Array.from({ length: steps + 1 }, (_, k) => (k * time) / steps);
  return integrated(coefficients(metric, flow, bracketMatrix(momentum)), momentum.length - 1, times);
}

/** J at the given times, the first of which is 0. */
function integrated(
  coefficientsAt: (time: number) => Coefficients,
  size: number,
  times: readonly number[],
): JacobiFields {
  const maps: RealMatrix[] = [{ rows: size, cols: size, data: new Float64Array(size * size) }];
  let first = coefficientsAt(0);
  for (let k = 1; k < times.length; k++) {
    const [from, to] = [times[k - 1]!, times[k]!];
    const last = coefficientsAt(to);
    maps.push(rungeKuttaStep(first, coefficientsAt((from + to) / 2), last, maps[k - 1]!, to - from));
    first = last;
  }
  return { times, maps };
}

/** M(t) and M(t)C. */
type Coefficients = readonly [M: RealMatrix, MC: RealMatrix];

function coefficients(metric: RightInvariantMetric, flow: UnitaryFlow, C: RealMatrix): (time: number) => Coefficients {
  const diagonal = metric.inverseWeights.subarray(1);
  return (time) => {
    const M = symmetricProduct(conjugationMatrix(flow.unitaryAt(time)), diagonal);
    return [M, product(M, C)];
  };
}

function rungeKuttaStep(
  first: Coefficients,
  middle: Coefficients,
  last: Coefficients,
  J: RealMatrix,
  h: number,
): RealMatrix {
  const slope = ([M, MC]: Coefficients, at: RealMatrix): RealMatrix => product(MC, at, M);
  const k1 = slope(first, J);
  const k2 = slope(middle, sum(J, h / 2, k1));
  const k3 = slope(middle, sum(J, h / 2, k2));
  const k4 = slope(last, sum(J, h, k3));
  const data = J.data.map((x, i) => x + (h / 6) * (k1.data[i]! + 2 * k2.data[i]! + 2 * k3.data[i]! + k4.data[i]!));
  return { ...J, data };
}

/** How often, and when first, a geodesic meets points that are conjugate to its start. */
export interface ConjugatePoints {
  /** Number of conjugate points before the end, with multiplicity: the index of the geodesic. */
  readonly count: number;
  /** Time of the first one; `undefined` if there is none. */
  readonly first?: number;
  /** Jacobi field δL(0) that vanishes at the first one, of norm 1, shape (4ⁿ,). */
  readonly field?: Float64Array;
  /** Jacobi fields δL(0) that vanish at the end, orthonormal, one for each multiplicity of the end point itself. */
  readonly atEnd: readonly Float64Array[];
  /** What may be added to the momentum without a change of the path, orthonormal; none for finite penalties. */
  readonly otherMomenta: readonly Float64Array[];
}

/** A conjugate point within this share of the time from the end counts as the end. */
const AT_END = 1e-3;

/**
 * Counts the conjugate points of a geodesic, with multiplicity, and finds the first. The symmetric matrix
 * S = J⁻¹ + C/2 decreases with time, S′ = −(S + C/2)ᵀ M (S + C/2), from +∞, except where J is singular: there as many
 * of its eigenvalues go to −∞ and come back from +∞ as there are conjugate points. So they are the positive eigenvalues
 * of S(t_{k+1}) − S(t_k), for steps shorter than the distance to the first one. This finds double points, too, where
 * det J does not change its sign, and holds for infinite penalties.
 *
 * With an infinite penalty there may be directions ν with G⁻¹Ad_U(t)ν = 0 at all times: the geodesic is abnormal, L + ν
 * has the same path, and J is singular throughout. They span a constant kernel N of M(t), on and into which J vanishes;
 * the count is that of the fields on the quotient by N, for the momentum given. There J begins with powers of t up to the
 * number of brackets that the controls need, so that the first times are taken closer and closer to 0, and those at which
 * J is singular to rounding are passed over.
 *
 * @param momentum - L(0), shape (4ⁿ,)
 * @param steps - of the integration of the Jacobi fields; the error of the first time falls as their fourth power
 * @returns `undefined` if J is singular to rounding on the quotient, too, at a sampled time after the first
 *
 * Cost O(steps · 64ⁿ).
 */
export function conjugatePoints(
  metric: RightInvariantMetric,
  flow: UnitaryFlow,
  momentum: Float64Array,
  steps: number,
  time = 1,
): ConjugatePoints | undefined {
  const kernel = constantKernel(metric, flow, steps, time);
  const C = projectedTwice(bracketMatrix(momentum), kernel);
  const whole = coefficients(metric, flow, C);
  // On N the fields are given the equation J′ = 1, so that they never vanish again.
  const coefficientsAt = (t: number): Coefficients => {
    const [M, MC] = whole(t);
    return [kernel.reduce((matrix, ν) => plusProjector(matrix, ν), M), MC];
  };
  const form = (J: RealMatrix): RealMatrix | undefined => {
    const inverted = inverse(J);
    return inverted && sum(inverted, 0.5, C);
  };
  const { times, maps } = integrated(coefficientsAt, momentum.length - 1, samples(metric, steps, (1 - AT_END) * time));
  /** J at a time near the k-th, by one step from there. */
  const mapAt = (t: number, k: number): RealMatrix => {
    const [from, h] = [times[k]!, t - times[k]!];
    return rungeKuttaStep(coefficientsAt(from), coefficientsAt(from + h / 2), coefficientsAt(t), maps[k]!, h);
  };
  const forms = maps.map((J, k) => (k === 0 ? undefined : form(J)));
  forms.push(form(mapAt((1 + AT_END) * time, maps.length - 1)));
  const regular = forms.findIndex((S) => S !== undefined);
  if (regular < 0 || forms.slice(regular).includes(undefined)) return undefined;
  const passed = forms.map((S, k) => (S === undefined ? 0 : increases(forms[k - 1], S)));
  const atEnd = nullVectors(mapAt(time, maps.length - 1), passed.pop()!);
  const otherMomenta = kernel.map((ν) => Float64Array.of(0, ...ν));
  const count = passed.reduce((total, more) => total + more, 0);
  const interval = passed.findIndex((more) => more > 0);
  if (interval < 0) return { count, atEnd, otherMomenta };

  let [low, high] = [times[interval - 1]!, times[interval]!];
  for (let halving = 0; halving < 44; halving++) {
    const t = (low + high) / 2;
    const S = form(mapAt(t, interval - 1));
    if (S === undefined || increases(forms[interval - 1], S) > 0) high = t;
    else low = t;
  }
  const first = (low + high) / 2;
  const [field] = nullVectors(mapAt(first, interval - 1), 1);
  return { count, first, field: field!, atEnd, otherMomenta };
}

/** In how many directions the form has increased: eigenvalues of the difference that are positive beyond rounding. */
function increases(before: RealMatrix | undefined, S: RealMatrix): number {
  const { rows, data } = before === undefined ? sum(S, -2, S) : sum(S, -1, before);
  const symmetric = data.map((x, i) => (x + data[(i % rows) * rows + Math.floor(i / rows)]!) / 2);
  const values = hermitianEigenvalues(complexOf({ rows, cols: rows, data: symmetric }));
  const greatest = values.reduce((most, x) => Math.max(most, Math.abs(x)), 0);
  return values.filter((x) => x > 1e-8 * greatest).length;
}

/**
 * Times from 0: equal steps; before the first one, for an infinite penalty, ones that halve: where J ∼ tᵏ, an error is to
 * be measured by the time.
 */
function samples({ inverseWeights }: RightInvariantMetric, steps: number, time: number): readonly number[] {
  const equal = Array.from({ length: steps }, (_, k) => ((k + 1) * time) / steps);
  if (inverseWeights.subarray(1).every((x) => x > 0)) return [0, ...equal];
  return [0, ...Array.from({ length: 2 * HALVINGS }, (_, k) => equal[0]! * 2 ** (k / 2 - HALVINGS)), ...equal];
}

const HALVINGS = 8;

/** Right singular vectors of the least singular values, each with a leading 0 for the identity. */
function nullVectors(J: RealMatrix, count: number): readonly Float64Array[] {
  if (count === 0) return [];
  const { v } = singularValueDecomposition(complexOf(J));
  return Array.from({ length: count }, (_, k) => {
    const column = v.cols - 1 - k;
    return Float64Array.from({ length: J.rows + 1 }, (_, p) => {
      return p === 0 ? 0 : v.interleaved[2 * ((p - 1) * v.cols + column)]!;
    });
  });
}
