/** @file Tensors derived from the curvature, and the identities that the curvature obeys. */

import type { RealMatrix } from '../linalg/matrix.ts';
import { christoffelOf } from './christoffel.ts';
import { ricciOf, riemannTensor, scalarOf } from './curvature.ts';
import { differenceSteps } from './difference-steps.ts';
import { type DifferenceOptions, differences } from './differences.ts';
import { type Estimate, estimateFrom, matrixEstimate } from './estimate.ts';
import { type MetricField, unitLengths } from './metric-field.ts';
import { jetEstimate, type MetricJet, metricJet } from './metric-jet.ts';

/** Einstein tensor G = Ric − ½ R g, symmetric and divergence-free; zero in two dimensions. */
export function einsteinTensor(
  metric: MetricField,
  x: Float64Array,
  options: DifferenceOptions = {},
): Estimate<RealMatrix> {
  const einstein = (jet: MetricJet): Float64Array => {
    const ricci = ricciOf(jet);
    const half = scalarOf(jet, ricci) / 2;
    return ricci.map((entry, at) => entry - half * jet.metric[at]!);
  };
  return matrixEstimate(jetEstimate(metricJet(metric, x, 2, options), einstein), x.length);
}

/** Violations of the curvature's identities; every entry is 0 up to the error of the differences. */
export interface BianchiDefects {
  /** Greatest |R_abcd + R_bacd|, |R_abcd + R_abdc|, |R_abcd − R_cdab|. */
  readonly symmetries: number;
  /** First Bianchi identity: greatest |R_abcd + R_acdb + R_adbc|. */
  readonly first: number;
  /** Second Bianchi identity: greatest |∇_e R_abcd + ∇_c R_abde + ∇_d R_abec|. */
  readonly second: number;
  /** Its contraction: greatest |∇^a G_ab|. */
  readonly divergence: number;
  /** Greatest |R_abcd|, the scale of all these. */
  readonly curvature: number;
}

/**
 * Checks the identities of the Riemann tensor at x. The derivatives in the second identity are differences of the
 * tensor, see `covariantDerivative`.
 *
 * Cost 4P to 10P Riemann tensors.
 */
export function bianchiDefects(metric: MetricField, x: Float64Array, options: DifferenceOptions = {}): BianchiDefects {
  const p = x.length;
  const R = riemannTensor(metric, x, options).value;
  const at = (...indices: readonly number[]): number => indices.reduce((sum, index) => sum * p + index, 0);
  const quadruples = allIndices(p, 4);
  const greatest = (values: readonly number[]): number => Math.max(0, ...values.map(Math.abs));
  const riemann = (y: Float64Array): Float64Array => riemannTensor(metric, y, options).value;
  const einstein = (y: Float64Array): Float64Array => einsteinTensor(metric, y, options).value.data;
  const covariant = covariantDerivative(metric, x, riemann, 4, options).value;
  const divergence = covariantDerivative(metric, x, einstein, 2, options).value;
  const { inverse } = metricJet(metric, x, 1, options).value;
  return {
    symmetries: greatest(
      quadruples.flatMap(([a, b, c, d]) => [
        R[at(a!, b!, c!, d!)]! + R[at(b!, a!, c!, d!)]!,
        R[at(a!, b!, c!, d!)]! + R[at(a!, b!, d!, c!)]!,
        R[at(a!, b!, c!, d!)]! - R[at(c!, d!, a!, b!)]!,
      ]),
    ),
    first: greatest(
      quadruples.map(([a, b, c, d]) => R[at(a!, b!, c!, d!)]! + R[at(a!, c!, d!, b!)]! + R[at(a!, d!, b!, c!)]!),
    ),
    second: greatest(
      allIndices(p, 5).map(
        ([e, a, b, c, d]) =>
          covariant[at(e!, a!, b!, c!, d!)]! + covariant[at(c!, a!, b!, d!, e!)]! + covariant[at(d!, a!, b!, e!, c!)]!,
      ),
    ),
    divergence: greatest(
      Array.from({ length: p }, (_, b) =>
        allIndices(p, 2).reduce((sum, [c, a]) => sum + inverse[at(c!, a!)]! * divergence[at(c!, a!, b)]!, 0),
      ),
    ),
    curvature: greatest([...R]),
  };
}

/** Acceptable error of (step · derivative), relative to the tensor. */
const GOAL = 1e-9;

/**
 * Covariant derivative of a tensor field with all its indices down,
 *
 *     ∇_e T_{a…} = ∂_e T_{a…} − Γ^f_ea T_{f…} − …
 *
 * @param tensor - the field, row-major, `rank` indices
 * @returns shape (P,) + shape of T, the index of the derivative first; its error is that of the derivatives, not of T
 *
 * Cost 4P to 10P evaluations of the field, 6P with a given step.
 */
export function covariantDerivative(
  metric: MetricField,
  x: Float64Array,
  tensor: (x: Float64Array) => Float64Array,
  rank: number,
  options: DifferenceOptions = {},
): Estimate<Float64Array> {
  const { step } = options;
  const p = x.length;
  const jet = metricJet(metric, x, 1, options);
  const here = tensor(x);
  const units = unitLengths(jet.value.metric);
  /** Product of the units of an entry's indices. */
  const unitsOf = (index: number): number => {
    let product = 1;
    for (let slot = 0; slot < rank; slot++) product *= units[Math.floor(index / p ** slot) % p]!;
    return product;
  };
  const weights = here.map((_, index) => 1 / unitsOf(index));
  const size = (entries: Float64Array): number =>
    entries.reduce((most, entry, index) => Math.max(most, Math.abs(entry) * weights[index]!), 0);
  const derivatives = differences(x, {
    f: tensor,
    steps:
      step === undefined
        ? differenceSteps(metric, x, jet.value).map((h, k) => Math.min(h, 1 / units[k]!)) // the field may vary where g does not
        : x.map(() => step),
    order: 1,
    size,
    goal: step === undefined ? GOAL * size(here) : null,
  });
  const covariant = ({ gamma, first }: { gamma: Float64Array; first: readonly Float64Array[] }): Float64Array => {
    const out = new Float64Array(p * here.length);
    for (let at = 0; at < out.length; at++) {
      const [e, index] = [Math.floor(at / here.length), at % here.length];
      let value = first[e]![index]!;
      for (let slot = 0; slot < rank; slot++) {
        const stride = p ** (rank - 1 - slot);
        const own = Math.floor(index / stride) % p;
        for (let f = 0; f < p; f++) value -= gamma[(f * p + e) * p + own]! * here[index + (f - own) * stride]!;
      }
      out[at] = value;
    }
    return out;
  };
  const [value, shadow] = (['value', 'shadow'] as const).map((which) =>
    covariant({ gamma: christoffelOf(jet[which]), first: derivatives[which].first }),
  );
  return estimateFrom(value!, shadow!);
}

function allIndices(p: number, rank: number): readonly (readonly number[])[] {
  return Array.from({ length: p ** rank }, (_, at) =>
    Array.from({ length: rank }, (_, slot) => Math.floor(at / p ** (rank - 1 - slot)) % p),
  );
}
