/** @file Curvature tensors made of others, and the identities that all of them obey. */

import type { RealMatrix } from '../linalg/matrix.ts';
import { christoffelOf } from './christoffel.ts';
import { ricciTensor, riemannTensor, scalarCurvature } from './curvature.ts';
import { type DifferenceOptions, type MetricField, metricJet } from './metric-field.ts';

/** Einstein tensor G = Ric − ½ R g, symmetric and divergence-free; zero in two dimensions. */
export function einsteinTensor(metric: MetricField, x: Float64Array, options: DifferenceOptions = {}): RealMatrix {
  const ricci = ricciTensor(metric, x, options);
  const scalar = scalarCurvature(metric, x, options);
  const g = metric(x).data;
  return { ...ricci, data: ricci.data.map((entry, at) => entry - (scalar / 2) * g[at]!) };
}

/** How far the curvature is from obeying its identities; every entry is 0 up to the error of the differences. */
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
 * Checks the identities of the Riemann tensor at x. The derivatives in the second identity are central differences of
 * the tensor, of fourth order with step `options.step`/4.
 *
 * Cost 4P + 1 Riemann tensors.
 */
export function bianchiDefects(metric: MetricField, x: Float64Array, options: DifferenceOptions = {}): BianchiDefects {
  const p = x.length;
  const R = riemannTensor(metric, x, options);
  const at = (...indices: readonly number[]): number => indices.reduce((sum, index) => sum * p + index, 0);
  const quadruples = allIndices(p, 4);
  const greatest = (values: readonly number[]): number => Math.max(0, ...values.map(Math.abs));
  const covariant = covariantDerivative(metric, x, (y) => riemannTensor(metric, y, options), 4, options);
  const { inverse } = metricJet(metric, x, options);
  const divergence = covariantDerivative(metric, x, (y) => einsteinTensor(metric, y, options).data, 2, options);
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

/**
 * Covariant derivative of a tensor field with all its indices down,
 *
 *     ∇_e T_{a…} = ∂_e T_{a…} − Γ^f_ea T_{f…} − …
 *
 * @param tensor - the field, row-major, `rank` indices
 * @returns shape (P,) + shape of T, the index of the derivative first
 *
 * Cost 4P evaluations of the field.
 */
export function covariantDerivative(
  metric: MetricField,
  x: Float64Array,
  tensor: (x: Float64Array) => Float64Array,
  rank: number,
  options: DifferenceOptions = {},
): Float64Array {
  const p = x.length;
  const h = (options.step ?? 0.08) / 4;
  const gamma = christoffelOf(metricJet(metric, x, options));
  const here = tensor(x);
  const moved = (e: number, distance: number): Float64Array =>
    tensor(x.map((value, k) => (k === e ? value + distance : value)));
  const out = new Float64Array(p * here.length);
  for (let e = 0; e < p; e++) {
    const [a, b, c, d] = [-2 * h, -h, h, 2 * h].map((distance) => moved(e, distance)) as Float64Array[];
    for (let index = 0; index < here.length; index++) {
      let value = (a![index]! - 8 * b![index]! + 8 * c![index]! - d![index]!) / (12 * h);
      for (let slot = 0; slot < rank; slot++) {
        const stride = p ** (rank - 1 - slot);
        const own = Math.floor(index / stride) % p;
        for (let f = 0; f < p; f++) {
          value -= gamma[(f * p + e) * p + own]! * here[index + (f - own) * stride]!;
        }
      }
      out[e * here.length + index] = value;
    }
  }
  return out;
}

function allIndices(p: number, rank: number): readonly (readonly number[])[] {
  return Array.from({ length: p ** rank }, (_, at) =>
    Array.from({ length: rank }, (_, slot) => Math.floor(at / p ** (rank - 1 - slot)) % p),
  );
}
