/**
 * @file How a perturbation spreads in a fast scrambler, and what its precursor costs: gates outside its light cone meet
 * their inverses and cancel.
 */

import { DomainError } from '../../errors.ts';

function checkQubits(name: string, qubits: number): void {
  if (!(Number.isInteger(qubits) && qubits >= 2)) {
    throw new DomainError(`${name}: at least two qubits required, got ${qubits}`);
  }
}

/**
 * The size of a perturbation of one qubit among K, when each qubit meets one of all K per unit of time: the solution of
 * ds/dτ = s(K − s)/K from s(0) = 1,
 *
 *     s(τ) = K e^τ/(K − 1 + e^τ).
 *
 * @throws {DomainError} fewer than two qubits
 *
 * @see Susskind & Zhao, arXiv:1408.2823
 */
export function epidemicSize(qubits: number, time: number): number {
  checkQubits('epidemicSize', qubits);
  return qubits / (1 + (qubits - 1) * Math.exp(-time));
}

/**
 * The complexity of the precursor in the same model, twice the integral of its size: it waits for the scrambling time
 * log K and then grows by 2K,
 *
 *     C(τ) = 2 ∫₀^τ s dτ = 2K log((K − 1 + e^τ)/K).
 *
 * @throws {DomainError} fewer than two qubits
 */
export function epidemicComplexity(qubits: number, time: number): number {
  checkQubits('epidemicComplexity', qubits);
  // log((K − 1 + e^τ)/K) = τ + log((1 + (K − 1)e^{−τ})/K), which does not overflow.
  return 2 * qubits * (time + Math.log1p((qubits - 1) * Math.exp(-time)) - Math.log(qubits));
}

/** Means over random circuits of gates on pairs of qubits, after 0, 1, 2, … gates. */
export interface DiscreteEpidemic {
  /** Number of gates over K/2: each qubit has met one other per unit of time. */
  readonly times: readonly number[];
  /** Mean number of qubits on which the perturbation acts. */
  readonly size: readonly number[];
  /** Mean of twice the size, summed over time: the discrete form of `epidemicComplexity`. */
  readonly sizeOverTime: readonly number[];
  /** Mean number of gates of U⁻¹WU that do not cancel, those of the light cone, in U and again in U⁻¹. */
  readonly uncancelled: readonly number[];
}

/**
 * The exact means for circuits whose gates act on a pair of qubits each, drawn uniformly, and generically: a gate that touches the
 * perturbation spreads it over both qubits. The size m is then a Markov chain,
 *
 *     m ↦ m + 1 with probability 2m(K − m)/(K(K − 1)),
 *
 * and a gate is in the light cone with probability 1 − (K − m)(K − m − 1)/(K(K − 1)).
 *
 * @throws {DomainError} fewer than two qubits, or a number of gates that is not whole
 *
 * Cost O(gates · K).
 */
export function discreteEpidemic(qubits: number, gates: number): DiscreteEpidemic {
  checkQubits('discreteEpidemic', qubits);
  if (!(Number.isInteger(gates) && gates >= 0)) {
    throw new DomainError(`discreteEpidemic: a whole number of gates required, got ${gates}`);
  }
  const pairs = qubits * (qubits - 1);
  const grows = (m: number): number => (2 * m * (qubits - m)) / pairs;
  const touches = (m: number): number => 1 - ((qubits - m) * (qubits - m - 1)) / pairs;
  let p = Float64Array.from({ length: qubits + 1 }, (_, m) => (m === 1 ? 1 : 0));
  const mean = (value: (m: number) => number): number => p.reduce((sum, share, m) => sum + share * value(m), 0);
  const [size, sizeOverTime, uncancelled] = [[1], [0], [0]];
  for (let gate = 0; gate < gates; gate++) {
    sizeOverTime.push(sizeOverTime[gate]! + (4 / qubits) * size[gate]!);
    uncancelled.push(uncancelled[gate]! + 2 * mean(touches));
    p = p.map((share, m) => share * (1 - grows(m)) + (m > 0 ? p[m - 1]! * grows(m - 1) : 0));
    size.push(mean((m) => m));
  }
  return { times: size.map((_, gate) => (2 * gate) / qubits), size, sizeOverTime, uncancelled };
}
