/** @file The rules of target states: what every kind of state knows how to do. */

import { ShapeError } from '../errors.ts';
import { type ComplexMatrix, sizeOf, zeroMatrix } from '../linalg/complex.ts';
import { hermitianEigen } from '../linalg/hermitian-eigen.ts';
import { normalised } from '../linalg/vector.ts';
import { networkState } from '../network/network-state.ts';
import type { TensorNetwork } from '../network/tensor-network.ts';
import type { NetworkPoint } from '../network-point.ts';
import type { StabiliserGroup } from '../stabiliser/stabiliser-group.ts';
import { projector } from '../state/reduced-density-matrix.ts';
import { entropiesOfState } from '../state/region-entropies.ts';
import { fermionStateRules } from './fermion-rules.ts';
import { networkRules } from './network-rules.ts';
import { stabiliserStateRules } from './stabiliser-rules.ts';
import { symmetricStateRules } from './symmetric-rules.ts';
import type {
  FermionState,
  MixedState,
  NetworkState,
  PureState,
  StateRules,
  SymmetricState,
  TargetState,
} from './target-state.ts';

/** Most amplitudes up to which a network is made dense where anything but a network needs its state. */
export const LARGEST_DENSE = 2 ** 20;

const pureRules: StateRules<PureState> = {
  purification: ({ amplitudes }) => ({ rows: amplitudes.length, cols: 1, interleaved: amplitudes.interleaved }),
  entropies: ({ amplitudes, dimensions }) => entropiesOfState(amplitudes, dimensions),
  pure: (state) => state,
  mixed: null,
  density: ({ amplitudes }) => projector(amplitudes),
  networkPoint: null,
  stabilisers: null,
  fermions: null,
  symmetric: null,
};

const mixedRules: StateRules<MixedState> = {
  purification: ({ density }) => eigenColumns(density),
  entropies: ({ density, dimensions }) => entropiesOfState(density, dimensions),
  pure: null,
  mixed: (state) => state,
  density: ({ density }) => density,
  networkPoint: null,
  stabilisers: null,
  fermions: null,
  symmetric: null,
};

const networkStateRules: StateRules<NetworkState> = {
  purification: ({ network, theta, dimensions }) => {
    const size = sizeOf(dimensions);
    if (size > LARGEST_DENSE) {
      throw new ShapeError(
        `purification: at most ${LARGEST_DENSE} amplitudes possible, got ${size}; use a network model`,
      );
    }
    return { rows: size, cols: 1, interleaved: normalised(networkState(network, theta)).interleaved };
  },
  entropies: ({ network, theta }, largest) => networkRules.entropies(network, theta, largest),
  pure: null,
  mixed: null,
  density: null,
  networkPoint: (state) => state,
  stabilisers: null,
  fermions: null,
  symmetric: null,
};

/** The table of rules: one row for each kind. A new kind is a file with its rules and a line here. */
const STATE_RULES: {
  readonly [K in TargetState['kind']]: StateRules<Extract<TargetState, { readonly kind: K }>>;
} = {
  pure: pureRules,
  mixed: mixedRules,
  network: networkStateRules,
  stabiliser: stabiliserStateRules,
  gaussian: fermionStateRules,
  symmetric: symmetricStateRules,
};

/** The rules of a state's kind. */
export function stateRulesOf<State extends TargetState>(state: State): StateRules<State> {
  return STATE_RULES[state.kind] as unknown as StateRules<State>; // the row of the kind that the state has
}

/**
 * The target as a purification: a D × E matrix B with ρ = B B†, one column for a pure state, else one for each
 * non-zero eigenvalue.
 *
 * @throws {ShapeError} a network, a stabiliser, Gaussian or symmetric state of more than 2²⁰ amplitudes
 */
export function purification(target: TargetState): ComplexMatrix {
  return stateRulesOf(target).purification(target);
}

/** The target as a state given by its amplitudes; null if it is mixed or too large. */
export function asPure(target: TargetState): PureState | null {
  return stateRulesOf(target).pure?.(target) ?? null;
}

/** The target as a state given by its density matrix; null if it is pure or too large. */
export function asMixed(target: TargetState): MixedState | null {
  return stateRulesOf(target).mixed?.(target) ?? null;
}

/** The density matrix of a state that is given by amplitudes or entries; null for other kinds. */
export function densityOf(target: TargetState): ComplexMatrix | null {
  return stateRulesOf(target).density?.(target) ?? null;
}

/** The network and parameters of a state that is given by them; null for other kinds. */
export function networkPointOf(target: TargetState): NetworkPoint<TensorNetwork> | null {
  return stateRulesOf(target).networkPoint?.(target) ?? null;
}

/** The stabiliser group of a state that is given by it; null for other kinds. */
export function stabilisersOf(target: TargetState): StabiliserGroup | null {
  return stateRulesOf(target).stabilisers?.(target) ?? null;
}

/** The Gaussian state of fermions of a state that is given by it; null for other kinds. */
export function fermionsOf(target: TargetState): FermionState | null {
  return stateRulesOf(target).fermions?.(target) ?? null;
}

/** The symmetric state of a state that is given by Dicke components; null for other kinds. */
export function symmetricOf(target: TargetState): SymmetricState | null {
  return stateRulesOf(target).symmetric?.(target) ?? null;
}

/** √λ_k |k⟩ for all eigenvalues that are not zero. */
function eigenColumns(density: ComplexMatrix): ComplexMatrix {
  const { values, vectors } = hermitianEigen(density);
  const kept = [...values.keys()].filter((k) => values[k]! > 1e-15);
  const columns = zeroMatrix(vectors.rows, kept.length);
  kept.forEach((k, column) => {
    for (let row = 0; row < vectors.rows; row++) {
      const to = 2 * (row * kept.length + column);
      const from = 2 * (row * vectors.cols + k);
      columns.interleaved[to] = Math.sqrt(values[k]!) * vectors.interleaved[from]!;
      columns.interleaved[to + 1] = Math.sqrt(values[k]!) * vectors.interleaved[from + 1]!;
    }
  });
  return columns;
}
