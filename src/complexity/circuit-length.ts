/** @file The cost of a circuit: its length, energy and number of gates, as differentiable functions of its angles. */

import { angleAt, type Circuit } from '../circuit/circuit.ts';
import { DomainError } from '../errors.ts';
import type { PauliWord } from '../operator/pauli.ts';
import type { Objective } from '../optimise/objective.ts';
import { checkMetric } from './controls.ts';
import { type PenaltyMetric, penaltyWeight } from './penalty-metric.ts';

/** Options of `circuitLength`. */
export interface LengthOptions {
  /** ε, radians: |a| becomes √(a² + ε²) − ε, differentiable at zero. Default 0: the length itself. */
  readonly smoothing?: number;
}

/**
 * Length of a circuit under a penalty metric,
 *
 *     L(θ) = Σ_g √w(P_g) · |a_g| / 2,
 *
 * for the rotation exp(−i·a·P/2) is a path of speed √w along P. An upper bound of the complexity of what the circuit
 * makes. At a = 0 the derivative is taken to be 0.
 *
 * @throws {DomainError} a gate's word has infinite weight: the metric does not allow it
 */
export function circuitLength(circuit: Circuit, metric: PenaltyMetric, options: LengthOptions = {}): Objective {
  const { smoothing = 0 } = options;
  const roots = gateWeights(circuit, metric).map(Math.sqrt);
  return sumOverGates(circuit, (angle, gate) => {
    const modulus = Math.hypot(angle, smoothing);
    const slope = modulus > 0 ? angle / modulus : 0;
    return [(roots[gate]! * (modulus - smoothing)) / 2, (roots[gate]! * slope) / 2];
  });
}

/**
 * Energy ½∫F²dt of a circuit of G gates that takes the time 1/G for each,
 *
 *     E(θ) = (G/8) Σ_g w(P_g) · a_g²,        L² ≤ 2E, with equality if all gates are of one length.
 *
 * @throws {DomainError} a gate's word has infinite weight
 */
export function circuitEnergy(circuit: Circuit, metric: PenaltyMetric): Objective {
  const weights = gateWeights(circuit, metric);
  const factor = circuit.gates.length / 8;
  return sumOverGates(circuit, (angle, gate) => [
    factor * weights[gate]! * angle * angle,
    2 * factor * weights[gate]! * angle,
  ]);
}

/**
 * Smooth number of gates Σ_g a²/(a² + ε²): a gate counts 0 at angle 0, ½ at angle ε, and 1 far above. A rotation about the
 * identity is a global phase, which no gate makes: it counts 0, as it has length 0.
 *
 * @param width - ε > 0, radians
 */
export function gateCount(circuit: Circuit, width: number): Objective {
  if (!(width > 0)) throw new DomainError(`gateCount: a width above 0 required, got ${width}`);
  const isPhase = circuit.gates.map(({ word }) => !/[^I]/.test(word));
  return sumOverGates(circuit, (angle, gate) => {
    if (isPhase[gate]) return [0, 0];
    const sum = angle * angle + width * width;
    return [(angle * angle) / sum, (2 * angle * width * width) / (sum * sum)];
  });
}

/** w(P_g) for each gate; 0 for the identity.
 *
 * @throws {DomainError} a word has infinite weight
 */
export function gateWeights(circuit: Circuit, metric: PenaltyMetric): readonly number[] {
  checkMetric(metric, circuit.qubits, true);
  const known = new Map<PauliWord, number>();
  return circuit.gates.map(({ word }) => {
    const weight = known.get(word) ?? (/[^I]/.test(word) ? penaltyWeight(metric, word) : 0);
    if (weight === Infinity) {
      throw new DomainError(`circuitLength: words of finite weight required, got ${word}, which the metric forbids`);
    }
    known.set(word, weight);
    return weight;
  });
}

/** θ ↦ Σ_g f(a_g(θ), g), where f returns the value and its derivative with respect to the angle. */
function sumOverGates(
  circuit: Circuit,
  cost: (angle: number, gate: number) => readonly [value: number, slope: number],
): Objective {
  return (theta) => {
    const gradient = new Float64Array(theta.length);
    let value = 0;
    circuit.gates.forEach(({ angle }, gate) => {
      const [term, slope] = cost(angleAt(angle, theta), gate);
      value += term;
      if (typeof angle !== 'number') {
        gradient[angle.parameter] = gradient[angle.parameter]! + (angle.scale ?? 1) * slope;
      }
    });
    return { value, gradient };
  };
}
