/**
 * @file The state of a circuit together with all its partial derivatives up to some order, carried through the gates.
 */

import type { Circuit } from '../circuit/circuit.ts';
import { anglesAt } from '../circuit/circuit.ts';
import { referenceState } from '../circuit/run-circuit.ts';
import { currentEngine } from '../engine/engine.ts';
import { leibniz, multiIndices } from '../linalg/multi-index.ts';
import { bitOperator } from '../operator/pauli.ts';

/**
 * Partial derivatives of the circuit's state along directions v_a of its parameters, at θ + Σ_a x_a v_a with x = 0. A
 * rotation whose angle changes by w_a along v_a takes
 *
 *     ∂^α ψ to Σ count · Π_{a in left} (−i w_a P/2) · R ∂^right ψ.
 *
 * @param theta - parameters, shape (P,)
 * @param directions - v_a, each of shape (P,)
 * @param order - greatest order of a derivative
 * @returns by multi-index over the directions, `index.join()`, interleaved
 *
 * Cost O(C(directions + order, order) · gates · 2ⁿ) if each gate depends on one direction, up to 2^order times that;
 * memory C(directions + order, order) states: 84 for 6 directions to third order.
 */
export function circuitJet(
  circuit: Circuit,
  theta: Float64Array,
  directions: readonly Float64Array[],
  order: number,
): ReadonlyMap<string, Float64Array> {
  const initial = referenceState(circuit);
  const idle = 'I'.repeat(Math.log2(initial.length) - circuit.qubits);
  const indices = multiIndices(directions.length, order);
  const states = new Map(indices.map((index) => [index.join(), new Float64Array(initial.interleaved.length)]));
  states.get('')!.set(initial.interleaved);
  // Highest orders first: each is made from lower ones that the gate has not yet differentiated.
  const sums = indices.toReversed().map((index) => ({
    target: states.get(index.join())!,
    terms: leibniz(index)
      .filter(({ left }) => left.length > 0)
      .map(({ left, right, count }) => ({ left, count, source: states.get(right.join())! })),
  }));
  const angles = anglesAt(circuit, theta);
  for (const [g, { word, angle }] of circuit.gates.entries()) {
    const operator = bitOperator(word + idle);
    for (const state of states.values()) currentEngine().rotate(state, operator, angles[g]!);
    if (typeof angle === 'number') continue;
    const half = directions.map((direction) => ((angle.scale ?? 1) * direction[angle.parameter]!) / 2);
    for (const { target, terms } of sums) {
      for (const { left, count, source } of terms) {
        const weight = left.reduce((product, a) => product * half[a]!, count);
        if (weight === 0) continue;
        const [re, im] = POWERS[left.length % 4]!;
        currentEngine().accumulate(
          target,
          source,
          left.length % 2 === 1 ? operator : IDENTITY,
          weight * re,
          weight * im,
        );
      }
    }
  }
  return states;
}

const IDENTITY = { flip: 0, sign: 0, quarterTurns: 0 };
/** (−i)^m. */
const POWERS = [
  [1, 0],
  [0, -1],
  [-1, 0],
  [0, 1],
] as const;
