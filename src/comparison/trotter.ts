/** @file From a path of Hamiltonians to a circuit: product formulas of order 1, 2 and 4. */

import type { Circuit, Rotation } from '../circuit/circuit.ts';
import type { PenaltyMetric } from '../complexity/penalty-metric.ts';
import { DomainError, ShapeError } from '../errors.ts';
import { exponentialMap, type GeodesicStart } from '../geodesic/unitary/exponential-map.ts';
import { sumOfCoordinates } from '../operator/pauli-coordinates.ts';
import { checkPauliSum, type PauliSum } from '../operator/pauli-sum.ts';

/** How time is cut. */
export interface TrotterOptions {
  /** Order of the product formula: the error falls as steps^−order. */
  readonly order: 1 | 2 | 4;
  /** Product formulas in a row, for each slice or for the whole geodesic. */
  readonly steps: number;
}

/**
 * The circuit of a sliced path: H_k acts for the time 1/K, slice by slice. Each slice is cut into `steps` product formulas,
 *
 *     S₁(τ) = Π_P exp(−i h_P τ P),    S₂(τ) = S₁(τ/2)·S₁(τ/2) in reverse order,    S₄(τ) = S₂(pτ)² S₂((1−4p)τ) S₂(pτ)²,
 *
 * with p = 1/(4 − 4^{1/3}). Neighbouring rotations about one word are merged. The error is that of the formula only: the
 * path is piecewise constant.
 *
 * @param path - K Hamiltonians on n qubits; identity terms, a global phase, are left out
 * @returns a circuit without parameters
 * @throws {ShapeError | DomainError} no slice, Hamiltonians on different numbers of qubits or malformed, steps not whole
 *
 * @see Suzuki, Phys. Lett. A 146, 319 (1990)
 */
export function trotterCircuit(path: readonly PauliSum[], options: TrotterOptions): Circuit {
  const qubits = path[0]?.qubits ?? 0;
  path.forEach(checkPauliSum);
  if (qubits === 0 || path.some((slice) => slice.qubits !== qubits)) {
    throw new ShapeError(
      `trotterCircuit: slices on one number of qubits required, got ${path.map((slice) => slice.qubits)}`,
    );
  }
  const slice = (k: number) => (): PauliSum => path[k]!;
  const gates = path.flatMap((_, k) => productFormulas(slice(k), 0, 1 / path.length, options));
  return { kind: 'circuit', qubits, parameters: 0, gates: merged(gates) };
}

/**
 * The circuit of a geodesic of a penalty metric, from its start to time 1. H(t) changes along it: every S₂ takes H at the
 * middle of its own interval of time, which keeps the order of the formula.
 *
 * @throws {ShapeError | DomainError} as `exponentialMap`; steps not whole
 *
 * @see Suzuki, Proc. Japan Acad. B 69, 161 (1993), for Hamiltonians that depend on time
 */
export function geodesicCircuit(metric: PenaltyMetric, start: GeodesicStart, options: TrotterOptions): Circuit {
  const { flow, velocity } = exponentialMap(metric, start);
  const at = (time: number): PauliSum => sumOfCoordinates(flow.velocityAt(time));
  const gates = productFormulas(at, 0, 1, options);
  return { kind: 'circuit', qubits: velocity.qubits, parameters: 0, gates: merged(gates) };
}

type HamiltonianAt = (time: number) => PauliSum;

function productFormulas(at: HamiltonianAt, start: number, time: number, { order, steps }: TrotterOptions): Rotation[] {
  if (!(Number.isInteger(steps) && steps >= 1)) {
    throw new DomainError(`product formula: a whole number of steps required, got ${steps}`);
  }
  const formula = { 1: firstOrder, 2: secondOrder, 4: fourthOrder }[order];
  const tau = time / steps;
  return Array.from({ length: steps }, (_, k) => formula(at, start + k * tau, tau)).flat();
}

function firstOrder(at: HamiltonianAt, start: number, tau: number): Rotation[] {
  return rotations(at(start + tau / 2), tau);
}

function secondOrder(at: HamiltonianAt, start: number, tau: number): Rotation[] {
  const half = rotations(at(start + tau / 2), tau / 2);
  return [...half, ...half.toReversed()];
}

function fourthOrder(at: HamiltonianAt, start: number, tau: number): Rotation[] {
  const p = 1 / (4 - 4 ** (1 / 3));
  let from = start;
  return [p, p, 1 - 4 * p, p, p].flatMap((share) => {
    const gates = secondOrder(at, from, share * tau);
    from += share * tau;
    return gates;
  });
}

/** exp(−i h τ P) is the rotation by 2hτ. */
function rotations({ terms }: PauliSum, tau: number): Rotation[] {
  return terms
    .filter(({ word }) => /[^I]/.test(word))
    .map(({ word, coefficient }) => ({ word, angle: 2 * coefficient * tau }));
}

/** Neighbouring rotations about one word become one. */
function merged(gates: readonly Rotation[]): readonly Rotation[] {
  const out: { word: string; angle: number }[] = [];
  for (const { word, angle } of gates) {
    const last = out[out.length - 1];
    if (last?.word === word) last.angle += angle as number;
    else out.push({ word, angle: angle as number });
  }
  return out;
}
