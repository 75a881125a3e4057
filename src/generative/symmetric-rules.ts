/** @file The rules of symmetric states as targets: entropies and a network at any size, amplitudes of small ones. */

import { networkOfChain } from '../chain/matrix-product-state.ts';
import { symmetricChain } from '../chain/symmetric-chain.ts';
import { DomainError, ShapeError } from '../errors.ts';
import { type ComplexVector, sizeOf } from '../linalg/complex.ts';
import { norm, normalised } from '../linalg/vector.ts';
import type { TensorNetwork } from '../network/tensor-network.ts';
import type { NetworkPoint } from '../network-point.ts';
import { projector } from '../state/reduced-density-matrix.ts';
import { entropiesOfSymmetric } from '../state/symmetric-entropies.ts';
import { refinedVector } from '../state/symmetric-vector.ts';
import type { StateRules, SymmetricState } from './target-state.ts';

/** Most amplitudes of a state, and most entries of a density matrix, that are written out. */
const LARGEST = 2 ** 20;
/** Amplitudes from which on networks are compared with a network. */
const LARGEST_COMPARED = 2 ** 14;
/** Most qubits, and most components. */
const [MOST_QUBITS, MOST_COMPONENTS] = [512, 4096];
/** Deviation of the norm that counts as rounding. */
const TOLERANCE = 1e-6;

/**
 * A symmetric state as a target.
 *
 * @param blocks - numbers of qubits, in order
 * @param components - amplitudes of products of Dicke states by the numbers of ones in the blocks, shape (Π(n_i + 1),), norm 1
 * @throws {ShapeError} no block, one without qubits, more than 512 qubits or 4096 components, another number of components
 * @throws {DomainError} a component that is not finite, or a norm other than 1
 */
export function symmetricState(name: string, blocks: readonly number[], components: ComplexVector): SymmetricState {
  checkBlocks(name, blocks);
  const required = blocks.reduce((product, n) => product * (n + 1), 1);
  if (components.length !== required) {
    const one = blocks.length === 1 ? 'one for each number of ones' : `blocks of ${blocks.join(' + ')} qubits`;
    throw new ShapeError(`${name}: ${required} Dicke components required (${one}), got ${components.length}`);
  }
  const wrong = components.interleaved.findIndex((x) => !Number.isFinite(x));
  if (wrong >= 0) {
    throw new DomainError(
      `${name}: finite Dicke components required, got ${components.interleaved[wrong]} in component ${wrong >> 1}`,
    );
  }
  const size = norm(components);
  if (!(Math.abs(size - 1) <= TOLERANCE)) {
    throw new DomainError(`${name}: Dicke components of norm 1 required, got norm ${size}`);
  }
  const qubits = blocks.reduce((sum, n) => sum + n, 0);
  return {
    kind: 'symmetric',
    name,
    dimensions: new Array<number>(qubits).fill(2),
    blocks,
    components: normalised(components),
  };
}

/**
 * Checks blocks before memory is taken.
 *
 * @throws {ShapeError} no block, one without qubits, more than 512 qubits or 4096 components
 */
export function checkBlocks(name: string, blocks: readonly number[]): void {
  if (blocks.length === 0 || blocks.some((n) => !(Number.isInteger(n) && n >= 1))) {
    throw new ShapeError(`${name}: blocks of at least one qubit required, got [${blocks}]`);
  }
  const qubits = blocks.reduce((sum, n) => sum + n, 0);
  if (qubits > MOST_QUBITS) throw new ShapeError(`${name}: at most ${MOST_QUBITS} qubits possible, got ${qubits}`);
  const components = blocks.reduce((product, n) => product * (n + 1), 1);
  if (components > MOST_COMPONENTS) {
    throw new ShapeError(
      `${name}: at most ${MOST_COMPONENTS} Dicke components possible, got ${components} of blocks [${blocks}]`,
    );
  }
}

export const symmetricStateRules: StateRules<SymmetricState> = {
  purification: (state) => {
    const size = sizeOf(state.dimensions);
    if (size > LARGEST) {
      throw new ShapeError(`purification: at most ${LARGEST} amplitudes possible, got ${size}; use a network model`);
    }
    return { rows: size, cols: 1, interleaved: amplitudesOf(state).interleaved };
  },
  entropies: entropiesOfSymmetric,
  pure: (state) => {
    const { name, dimensions } = state;
    return sizeOf(dimensions) <= LARGEST ? { kind: 'pure', name, dimensions, amplitudes: amplitudesOf(state) } : null;
  },
  mixed: null,
  density: (state) => (sizeOf(state.dimensions) ** 2 <= LARGEST ? projector(amplitudesOf(state)) : null),
  networkPoint: (state) => (sizeOf(state.dimensions) > LARGEST_COMPARED ? chainOfSymmetric(state) : null),
  stabilisers: null,
  fermions: null,
  symmetric: (state) => state,
};

/** 2ⁿ amplitudes. */
function amplitudesOf({ blocks, components, dimensions }: SymmetricState): ComplexVector {
  return refinedVector({ blocks }, { blocks: dimensions.map(() => 1) }, components);
}

const chains = new WeakMap<ComplexVector, NetworkPoint<TensorNetwork>>();

/** The exact matrix-product state, remembered. */
function chainOfSymmetric(state: SymmetricState): NetworkPoint<TensorNetwork> {
  const known = chains.get(state.components) ?? networkOfChain(symmetricChain(state));
  chains.set(state.components, known);
  return known;
}
