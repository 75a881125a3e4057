/**
 * @file How short a path that changes entanglement can be: the least time for which words must act on each set of
 * qubits, and the least length that allows all these times at once.
 */

import type { ComplexMatrix, ComplexVector } from '../linalg/complex.ts';
import { hermitianEigen } from '../linalg/hermitian-eigen.ts';
import { dot } from '../linalg/real-vector.ts';
import { support } from '../operator/pauli.ts';
import { reducedDensityMatrix } from '../state/reduced-density-matrix.ts';
import { schmidtDecomposition } from '../state/schmidt.ts';
import type { Controls } from './controls.ts';

/** Σ_T rates_T·y_T ≥ change, with y_T = ∫|h_T|dt the time spent in words on exactly the qubits T. */
export interface Demand {
  readonly change: number;
  readonly rates: Float64Array;
}

/** Most qubits for which all cuts are searched; beyond, only those around one qubit, two qubits, or an interval. */
const ALL_CUTS = 8;

/**
 * A rigorous lower bound of the length of every path from one state to another, from quantities that the words on a set
 * T of qubits, H_T = Σ h_P P with |h_T|² = Σ h_P², change at a bounded rate:
 *
 * 1. The angle θ = arccos λ₁ from ψ to the nearest product state of two parts A, B, with λ₁ ≥ λ₂ ≥ … the Schmidt
 *    coefficients. |θ'| ≤ |Im⟨ab|H|φ⟩| with |ab⟩ nearest and φ of norm 1 orthogonal to it in both parts, so that words
 *    inside A or B do not count. With S the real covariance of the words in |a⟩, ‖S‖ ≤ ‖Σ u_P P‖² ≤ 3^{|T∩A|−1} for
 *    |u| = 1 (3^{k−1} sets of three that anticommute), Σ_P (Im⟨ab|P|φ⟩)² ≤ 2‖S_A‖‖S_B‖: |θ'| ≤ Σ_T √(2·3^{|T|−2})|h_T|.
 * 2. log Σ λ_k, half the logarithmic negativity. (Σλ)' ≤ |⟨Φ|H|ψ⟩| with Φ = Σ_k |a_k b_k⟩, at most Σλ times the sum of
 *    the products of operator norms in a singular value decomposition of h_T between the parts: for words on two
 *    qubits |(log Σλ)'| ≤ Σ_T √3|h_T|.
 * 3. The angle α from ψ to the states with qubit q in |b⟩: |α'| ≤ Σ_{T∋q} √(2^{|T|−1})|h_T|, as
 *    Σ_Q |⟨φ₀|Q|φ₁⟩|² ≤ 2^k over all words of k qubits.
 *
 * Each is a linear condition on the times y_T ≥ 0. By Minkowski's inequality length² ≥ Σ_T w_T y_T², whose least value
 * under all conditions is a quadratic program; any multipliers λ ≥ 0 of its dual give a bound,
 *
 *     length ≥ Σ_i λ_i·change_i / √(Σ_T (Σ_i λ_i rates_iT)²/w_T).
 *
 * For words of one qubit it is √Σα², which product states attain; for two qubits and free local rotations it is θ/√2,
 * which is attained, too. It is 0 where a word that would have to be used costs nothing.
 */
export function entanglementBound(
  controls: Controls,
  from: ComplexVector,
  to: ComplexVector,
  freeQubits = false,
): number {
  const { qubits } = controls;
  const parts = supportsOf(controls);
  const demands = cuts(qubits).flatMap((cut) => cutDemands(cut, parts, from, to));
  if (!freeQubits) for (let q = 0; q < qubits; q++) demands.push(...qubitDemands(q, parts, from, to));
  return dualBound(
    demands,
    parts.map(({ weight }) => weight),
  );
}

type Part = { readonly sites: readonly number[] };

/** A set of qubits that words act on, with the least weight of these words. */
export interface WeightedSupport {
  readonly sites: readonly number[];
  readonly weight: number;
}

/** The sets of qubits that words act on. */
export function supportsOf({ words, weights }: Controls): readonly WeightedSupport[] {
  const supports = new Map<string, WeightedSupport>();
  words.forEach((word, p) => {
    const sites = support(word);
    const known = supports.get(sites.join());
    supports.set(sites.join(), { sites, weight: Math.min(known?.weight ?? Infinity, weights[p]!) });
  });
  return [...supports.values()];
}

/**
 * Sets of qubits across whose border entanglement is bounded: one of each complementary pair, or, of many qubits,
 * intervals from qubit 0, single qubits and pairs.
 */
function cuts(qubits: number): readonly (readonly number[])[] {
  const all = Array.from({ length: qubits }, (_, q) => q);
  if (qubits <= ALL_CUTS) {
    return Array.from({ length: 2 ** (qubits - 1) - 1 }, (_, k) => all.filter((q) => ((k + 1) >> q) & 1));
  }
  const intervals = all.slice(1).map((q) => all.slice(0, q));
  const few = all.flatMap((a) => all.filter((b) => b >= a).map((b) => (a === b ? [a] : [a, b])));
  return [...intervals, ...few];
}

/** Conditions 1 and 2. */
function cutDemands(cut: readonly number[], parts: readonly Part[], from: ComplexVector, to: ComplexVector): Demand[] {
  const dimensions = new Array<number>(Math.log2(from.length)).fill(2);
  const [a, b] = [from, to].map((state) => schmidtDecomposition(state, dimensions, cut).values);
  const [angle, logarithm] = [productAngle, schmidtLogarithm];
  return [
    { change: Math.abs(angle(b!) - angle(a!)), rates: ratesAcross(cut, parts, angleRate) },
    { change: Math.abs(logarithm(b!) - logarithm(a!)), rates: ratesAcross(cut, parts, logarithmRate) },
  ];
}

/** The rate of each set of qubits across a cut; 0 for sets on one side of it. */
export const ratesAcross = (
  cut: readonly number[],
  parts: readonly Part[],
  rate: (inside: number, outside: number) => number,
): Float64Array =>
  Float64Array.from(parts, ({ sites }) => {
    const inside = sites.filter((q) => cut.includes(q)).length;
    return inside === 0 || inside === sites.length ? 0 : rate(inside, sites.length - inside);
  });

/** At most how fast words on x qubits of one part and y of the other change the angle to the product states. */
export const angleRate = (x: number, y: number): number => Math.sqrt(2 * 3 ** (x + y - 2));

/** The same for log Σ λ_k. */
export const logarithmRate = (x: number, y: number): number => Math.sqrt(3 ** (x + y - 2 + Math.min(x, y)));

/** θ = arccos λ₁ of Schmidt coefficients, the greatest first. */
export const productAngle = (values: Float64Array): number => Math.atan2(Math.hypot(...values.subarray(1)), values[0]!);

/** log Σ λ_k. */
export const schmidtLogarithm = (values: Float64Array): number =>
  Math.log(values.reduce((sum, value) => sum + value, 0));

/** Condition 3, with |b⟩ the most probable state of the qubit in either state. */
function qubitDemands(qubit: number, parts: readonly Part[], from: ComplexVector, to: ComplexVector): Demand[] {
  const dimensions = new Array<number>(Math.log2(from.length)).fill(2);
  const [a, b] = [from, to].map((state) => reducedDensityMatrix(state, dimensions, [qubit]));
  const rates = Float64Array.from(parts, ({ sites }) => (sites.includes(qubit) ? qubitRate(sites.length) : 0));
  return qubitChanges(a!, b!).map((change) => ({ change, rates }));
}

/** At most how fast words on k qubits change the angle to a state of one of them. */
export const qubitRate = (k: number): number => Math.sqrt(2 ** (k - 1));

/** Changes of the angle to the most probable state of a qubit in either of its states. */
export const qubitChanges = (a: ComplexMatrix, b: ComplexMatrix): readonly number[] =>
  [a, b].map((matrix) => {
    const { interleaved } = hermitianEigen(matrix).vectors; // columns, by rising eigenvalue
    const [other, likeliest] = [0, 2].map((column) => [0, 1, 4, 5].map((i) => interleaved[i + column]!));
    const angle = ({ interleaved: rho }: ComplexMatrix): number =>
      Math.atan2(Math.sqrt(expectation(rho, other!)), Math.sqrt(expectation(rho, likeliest!)));
    return Math.abs(angle(b) - angle(a));
  });

/** ⟨v|ρ|v⟩ of a qubit. */
function expectation(rho: Float64Array, v: readonly number[]): number {
  const [a, b, c, d] = v as [number, number, number, number];
  const [re, im] = [a * c + b * d, a * d - b * c]; // conj(v₀)·v₁
  return Math.max(0, rho[0]! * (a * a + b * b) + rho[6]! * (c * c + d * d) + 2 * (rho[2]! * re - rho[3]! * im));
}

const SWEEPS = 200;
/** Changes of angles below this are rounding. */
const ROUNDING = 1e-6;

/** The bound of the dual, with multipliers from coordinate ascent (Hildreth's method): rigorous whatever they are. */
export function dualBound(all: readonly Demand[], weights: readonly number[]): number {
  const demands = all.filter(({ change }) => change > ROUNDING);
  if (demands.length === 0) return 0;
  const scaled = demands.map(({ rates }) => rates.map((rate, T) => rate / Math.sqrt(weights[T]!)));
  if (scaled.some((rates) => rates.every((rate) => rate === 0))) return Infinity;
  const multipliers = new Float64Array(demands.length);
  const total = new Float64Array(weights.length);
  for (let sweep = 0; sweep < SWEEPS; sweep++) {
    demands.forEach(({ change }, i) => {
      const rates = scaled[i]!;
      const next = Math.max(0, multipliers[i]! + (change - dot(rates, total)) / dot(rates, rates));
      const step = next - multipliers[i]!;
      if (step === 0) return;
      multipliers[i] = next;
      for (let T = 0; T < total.length; T++) total[T] = total[T]! + step * rates[T]!;
    });
  }
  const gain = demands.reduce((sum, { change }, i) => sum + change * multipliers[i]!, 0);
  return gain / Math.sqrt(dot(total, total));
}
