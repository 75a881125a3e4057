/**
 * @file The Fubini–Study metric of a circuit with exact derivatives: the state is carried through the circuit together
 * with all its partial derivatives up to third order, so that curvature needs no differences.
 */

import type { Circuit } from '../circuit/circuit.ts';
import { angleAt } from '../circuit/circuit.ts';
import { referenceState } from '../circuit/run-circuit.ts';
import { engine } from '../engine/engine.ts';
import { DomainError, ShapeError } from '../errors.ts';
import { environmentDimension } from '../generative/generative-network.ts';
import type { Complex, ComplexVector } from '../linalg/complex.ts';
import { innerProduct } from '../linalg/vector.ts';
import { bitOperator } from '../operator/pauli.ts';
import type { MetricDerivatives, MetricField } from '../riemann/metric-field.ts';

/** ∂_{k₁}…∂_{kᵣ}ψ for any list of parameters up to the order of the jet, in any order. */
export type StateJet = (...parameters: readonly number[]) => ComplexVector;

/**
 * All partial derivatives of the circuit's state up to a given order.
 *
 * A rotation takes ∂^α to Σ_m C(α_p, m) (−i c P/2)^m R ∂^{α − m·e_p}, for its parameter p with scale c.
 *
 * @param theta - parameters, shape (P,)
 * @param order - greatest order of a derivative
 * @throws {ShapeError} theta does not have the circuit's number of parameters
 *
 * Cost O(C(P + order, order) · gates · 2ⁿ); memory C(P + order, order) states: 84 for 6 parameters to third order.
 */
export function circuitJet(circuit: Circuit, theta: Float64Array, order: number): StateJet {
  if (theta.length !== circuit.parameters) {
    throw new ShapeError(`circuitJet: ${circuit.parameters} parameters required, got ${theta.length}`);
  }
  const initial = referenceState(circuit);
  const idle = 'I'.repeat(Math.log2(initial.length) - circuit.qubits);
  const indices = multisets(circuit.parameters, order);
  const states = new Map(indices.map((index) => [index.join(), new Float64Array(initial.interleaved.length)]));
  states.get('')!.set(initial.interleaved);
  for (const { word, angle } of circuit.gates) {
    const operator = bitOperator(word + idle);
    const value = angleAt(angle, theta);
    for (const state of states.values()) engine.rotate(state, operator, value);
    if (typeof angle === 'number') continue;
    const { parameter, scale = 1 } = angle;
    // Highest orders first: each is made from lower ones that this gate has not yet differentiated.
    for (const index of indices.toReversed()) {
      const power = index.filter((k) => k === parameter).length;
      const target = states.get(index.join())!;
      let factor: Complex = [1, 0];
      const lower = [...index];
      for (let m = 1; m <= power; m++) {
        const weight = (power - m + 1) / m; // C(power, m) from C(power, m − 1)
        factor = [(factor[1] * weight * scale) / 2, (-factor[0] * weight * scale) / 2];
        lower.splice(lower.indexOf(parameter), 1);
        const source = states.get(lower.join())!;
        engine.accumulate(target, source, m % 2 === 1 ? operator : IDENTITY, factor[0], factor[1]);
      }
    }
  }
  return (...parameters) => {
    const interleaved = states.get([...parameters].sort((a, b) => a - b).join());
    if (interleaved === undefined) {
      throw new DomainError(
        `circuitJet: up to ${order} parameters below ${theta.length} required, got [${parameters}]`,
      );
    }
    return { length: initial.length, interleaved };
  };
}

/**
 * The Fubini–Study metric of a circuit as a metric field with exact first and second derivatives; with it curvature is
 * exact to rounding. With A_i = Im⟨ψ|∂_iψ⟩,
 *
 *     g_ij = Re⟨∂_iψ|∂_jψ⟩ − A_i A_j.
 *
 * @throws {DomainError} the circuit has a spectrum as its reference: its state is mixed
 *
 * Cost of the derivatives: third-order jets, O(P³·gates·2ⁿ + P⁴·2ⁿ). For P up to about 10.
 */
export function fubiniStudyField(circuit: Circuit): MetricField {
  const environment = environmentDimension(circuit);
  if (environment > 1) {
    throw new DomainError(`fubiniStudyField: a pure state required, got an environment of ${environment}`);
  }
  const p = circuit.parameters;
  const field = (x: Float64Array) => {
    const jet = circuitJet(circuit, x, 1);
    const A = table(p, 1, ([i]) => imaginary(jet(), jet(i!)));
    const data = table(p, 2, ([i, j]) => real(jet(i!), jet(j!)) - A[i!]! * A[j!]!);
    return { rows: p, cols: p, data };
  };
  return Object.assign(field, { derivatives: (x: Float64Array) => metricDerivatives(circuitJet(circuit, x, 3), p) });
}

function metricDerivatives(jet: StateJet, p: number): MetricDerivatives {
  const A = table(p, 1, ([i]) => imaginary(jet(), jet(i!)));
  const dA = table(p, 2, ([i, k]) => imaginary(jet(k!), jet(i!)) + imaginary(jet(), jet(i!, k!)));
  const ddA = table(
    p,
    3,
    ([i, k, l]) =>
      imaginary(jet(k!, l!), jet(i!)) +
      imaginary(jet(k!), jet(i!, l!)) +
      imaginary(jet(l!), jet(i!, k!)) +
      imaginary(jet(), jet(i!, k!, l!)),
  );
  const first = Array.from({ length: p }, (_, k) =>
    table(
      p,
      2,
      ([i, j]) =>
        real(jet(i!, k), jet(j!)) + real(jet(i!), jet(j!, k)) - dA[i! * p + k]! * A[j!]! - A[i!]! * dA[j! * p + k]!,
    ),
  );
  const second = Array.from({ length: p }, (_, k) =>
    Array.from({ length: p }, (_, l) =>
      table(p, 2, ([i, j]) => {
        const moved =
          real(jet(i!, k, l), jet(j!)) +
          real(jet(i!, k), jet(j!, l)) +
          real(jet(i!, l), jet(j!, k)) +
          real(jet(i!), jet(j!, k, l));
        const connection =
          ddA[(i! * p + k) * p + l]! * A[j!]! +
          dA[i! * p + k]! * dA[j! * p + l]! +
          dA[i! * p + l]! * dA[j! * p + k]! +
          A[i!]! * ddA[(j! * p + k) * p + l]!;
        return moved - connection;
      }),
    ),
  );
  return { first, second };
}

const IDENTITY = { flip: 0, sign: 0, quarterTurns: 0 };
const real = (a: ComplexVector, b: ComplexVector): number => innerProduct(a, b)[0];
const imaginary = (a: ComplexVector, b: ComplexVector): number => innerProduct(a, b)[1];

/** An array of `rank` indices below p, row-major. */
function table(p: number, rank: number, entryAt: (indices: readonly number[]) => number): Float64Array {
  return Float64Array.from({ length: p ** rank }, (_, at) =>
    entryAt(Array.from({ length: rank }, (_, slot) => Math.floor(at / p ** (rank - 1 - slot)) % p)),
  );
}

/** Ascending lists of up to `order` parameters, shorter ones first. */
function multisets(parameters: number, order: number): readonly (readonly number[])[] {
  const all: (readonly number[])[] = [[]];
  let longest: readonly (readonly number[])[] = [[]];
  for (let length = 1; length <= order; length++) {
    longest = longest.flatMap((list) =>
      Array.from({ length: parameters - (list.at(-1) ?? 0) }, (_, k) => [...list, (list.at(-1) ?? 0) + k]),
    );
    all.push(...longest);
  }
  return all;
}
