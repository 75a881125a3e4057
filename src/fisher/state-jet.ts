/** @file The normalised state of any network with its partial derivatives, which is what curvature is made of. */

import { byKind } from '../by-kind.ts';
import { DomainError, ShapeError } from '../errors.ts';
import type { GenerativeNetwork } from '../generative/generative-network.ts';
import type { ComplexVector } from '../linalg/complex.ts';
import { leibniz, type MultiIndex, multiIndices } from '../linalg/multi-index.ts';
import { networkOfBlocks } from '../network/from-block-circuit.ts';
import { networkJet } from '../network/network-jet.ts';
import { circuitJet } from './circuit-jet.ts';

/** ∂_{a₁}…∂_{aᵣ}ψ for any list of variables up to the order of the jet, in any order. */
export type StateJet = (...variables: readonly number[]) => ComplexVector;

/**
 * All partial derivatives of the normalised state along directions of the parameters, up to a given order: circuits by
 * `circuitJet`, circuits of blocks by `networkJet`, tensor networks by `networkJet` and division by the norm.
 *
 * @param theta - parameters, shape (P,)
 * @param order - greatest order of a derivative
 * @param directions - v_a, each of shape (P,); default the parameters themselves
 * @throws {ShapeError} theta or a direction does not have P entries
 */
export function stateJet(
  network: GenerativeNetwork,
  theta: Float64Array,
  order: number,
  directions: readonly Float64Array[] = unitDirections(network.parameters),
): StateJet {
  const wrong = [theta, ...directions].find(({ length }) => length !== network.parameters);
  if (wrong !== undefined) {
    throw new ShapeError(`stateJet: ${network.parameters} parameters required, got ${wrong.length}`);
  }
  const jet = jetOf(network, theta, directions, order);
  const size = jet.get('')!.length;
  const zero = { length: size / 2, interleaved: new Float64Array(size) };
  return (...variables) => {
    if (variables.length > order || variables.some((a) => directions[a] === undefined)) {
      throw new DomainError(
        `stateJet: up to ${order} variables below ${directions.length} required, got [${variables}]`,
      );
    }
    const interleaved = jet.get(ascending(variables).join());
    return interleaved === undefined ? zero : { length: size / 2, interleaved };
  };
}

const jetOf = byKind<
  GenerativeNetwork,
  [theta: Float64Array, directions: readonly Float64Array[], order: number],
  ReturnType<typeof circuitJet>
>({
  circuit: circuitJet,
  'block-circuit': (circuit, theta, directions, order) =>
    networkJet(networkOfBlocks(circuit), theta, directions, order),
  network: (network, theta, directions, order) =>
    normalisedJet(networkJet(network, theta, directions, order), multiIndices(directions.length, order)),
});

/** The unit vectors of parameter space. */
export function unitDirections(parameters: number): readonly Float64Array[] {
  return Array.from({ length: parameters }, (_, a) => Float64Array.from({ length: parameters }, (_, k) => +(k === a)));
}

/**
 * Derivatives of φ/√N, N = ⟨φ|φ⟩. Those of f = N^{−1/2} follow from N ∂_if = −½ f ∂_iN by Leibniz's rule.
 */
function normalisedJet(
  jet: ReadonlyMap<string, Float64Array>,
  indices: readonly MultiIndex[],
): ReadonlyMap<string, Float64Array> {
  const squared = new Map<string, number>();
  for (const index of indices) {
    const terms = leibniz(index).map(
      ({ left, right, count }) => count * overlap(jet.get(left.join()), jet.get(right.join())),
    );
    squared.set(
      index.join(),
      terms.reduce((sum, term) => sum + term, 0),
    );
  }
  const inverse = new Map([['', 1 / Math.sqrt(squared.get('')!)]]);
  for (const index of indices) {
    const [last] = index;
    if (last === undefined) continue;
    let sum = 0;
    for (const { left, right, count } of leibniz(index.slice(1))) {
      sum -= (count * inverse.get(right.join())! * squared.get(ascending([...left, last]).join())!) / 2;
      if (left.length > 0) sum -= count * inverse.get(ascending([...right, last]).join())! * squared.get(left.join())!;
    }
    inverse.set(index.join(), sum / squared.get('')!);
  }
  return new Map(
    indices.map((index) => {
      const total = new Float64Array(jet.get('')!.length);
      for (const { left, right, count } of leibniz(index)) {
        const derivative = jet.get(right.join());
        const factor = count * inverse.get(left.join())!;
        if (derivative !== undefined)
          for (let k = 0; k < total.length; k++) total[k] = total[k]! + factor * derivative[k]!;
      }
      return [index.join(), total];
    }),
  );
}

function overlap(a: Float64Array | undefined, b: Float64Array | undefined): number {
  if (a === undefined || b === undefined) return 0;
  let sum = 0;
  for (let k = 0; k < a.length; k++) sum += a[k]! * b[k]!;
  return sum;
}

const ascending = (index: readonly number[]): MultiIndex => [...index].sort((a, b) => a - b);
