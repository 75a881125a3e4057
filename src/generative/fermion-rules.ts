/** @file The rules of Gaussian fermion states as targets: entropies at any size, amplitudes of small ones. */

import { circuitOfGaussian } from '../circuit/free-fermion-circuit.ts';
import { runCircuit } from '../circuit/run-circuit.ts';
import { DomainError, ShapeError } from '../errors.ts';
import { entropiesOfGaussian, isPure } from '../gaussian/entropies.ts';
import type { GaussianState } from '../gaussian/gaussian-state.ts';
import type { StringLetter } from '../gaussian/jordan-wigner.ts';
import { entropiesOfQubits } from '../gaussian/qubit-entropies.ts';
import { purification } from '../gaussian/thermal.ts';
import { type ComplexMatrix, type ComplexVector, sizeOf } from '../linalg/complex.ts';
import { multiply } from '../linalg/matrix.ts';
import { chainOfFermions } from './fermion-chain.ts';
import type { FermionState, StateRules } from './target-state.ts';

/** Most amplitudes of a state, and most entries of a density matrix, that are written out. */
const LARGEST = 2 ** 20;

/** How the modes of a Gaussian state are sites. */
export interface FermionSites {
  /** Modes of each site, in order; default one each. */
  readonly sites?: readonly number[];
  /** The letter of the Jordan–Wigner strings; default 'Z'. */
  readonly string?: StringLetter;
  /** Whether regions are read as qubits or as modes; default 'qubits'. */
  readonly regions?: FermionState['regions'];
}

/**
 * A Gaussian state of fermions as a target.
 *
 * @throws {DomainError} bosons, whose sites have no finite dimension
 * @throws {ShapeError} the sites do not have the modes of the state
 */
export function fermionState(
  name: string,
  state: GaussianState,
  { sites = new Array<number>(state.modes).fill(1), string = 'Z', regions = 'qubits' }: FermionSites = {},
): FermionState {
  if (state.statistics !== 'fermion') {
    throw new DomainError(
      `${name}: fermions required, got bosons, whose sites have no finite dimension; entropiesOfGaussian reads their geometry`,
    );
  }
  const total = sites.reduce((sum, modes) => sum + modes, 0);
  if (total !== state.modes) {
    throw new ShapeError(`${name}: sites of ${state.modes} modes in all required, got ${total}`);
  }
  return { kind: 'gaussian', name, dimensions: sites.map((modes) => 2 ** modes), state, string, regions };
}

/** The modes of each site. */
export function modesOfSites({ dimensions }: Pick<FermionState, 'dimensions'>): readonly (readonly number[])[] {
  let next = 0;
  return dimensions.map((dimension) => Array.from({ length: Math.round(Math.log2(dimension)) }, () => next++));
}

export const fermionStateRules: StateRules<FermionState> = {
  purification: (target) => {
    const { state, string } = target;
    const copies = isPureState(state) ? 1 : 2;
    const rows = sizeOf(target.dimensions);
    if (rows ** copies > LARGEST) {
      throw new ShapeError(
        `purification: at most ${LARGEST} amplitudes possible, got ${rows ** copies}; use a circuit of free fermions`,
      );
    }
    const { interleaved } = amplitudesOf(copies === 1 ? state : purification(state), string);
    return { rows, cols: rows ** (copies - 1), interleaved };
  },
  entropies: (target) => {
    const groups = modesOfSites(target);
    return target.regions === 'modes'
      ? entropiesOfGaussian(target.state, groups)
      : entropiesOfQubits(target.state, groups);
  },
  pure: ({ name, dimensions, state, string }) =>
    sizeOf(dimensions) <= LARGEST && isPureState(state)
      ? { kind: 'pure', name, dimensions, amplitudes: amplitudesOf(state, string) }
      : null,
  mixed: ({ name, dimensions, state, string }) =>
    sizeOf(dimensions) ** 2 <= LARGEST && !isPureState(state)
      ? { kind: 'mixed', name, dimensions, density: densityMatrix(state, string) }
      : null,
  density: ({ dimensions, state, string }) =>
    sizeOf(dimensions) ** 2 <= LARGEST ? densityMatrix(state, string) : null,
  networkPoint: (target) => (sizeOf(target.dimensions) > LARGEST ? chainOfFermions(target) : null),
  stabilisers: null,
  fermions: (target) => target,
  symmetric: null,
};

/** ρ, as what is left of a purification whose second half is traced out. */
function densityMatrix(state: GaussianState, string: StringLetter): ComplexMatrix {
  const size = 2 ** state.modes;
  const { interleaved } = amplitudesOf(purification(state), string);
  const root = { rows: size, cols: size, interleaved };
  return multiply(root, root, { adjointB: true });
}

const purities = new WeakMap<GaussianState, boolean>();

function isPureState(state: GaussianState): boolean {
  const known = purities.get(state) ?? isPure(state);
  purities.set(state, known);
  return known;
}

const amplitudes = new WeakMap<GaussianState, Partial<Record<StringLetter, ComplexVector>>>();

/** The amplitudes of a pure state, by the circuit that prepares it. */
function amplitudesOf(state: GaussianState, string: StringLetter): ComplexVector {
  const known = amplitudes.get(state) ?? {};
  const found = known[string] ?? prepared(state, string);
  amplitudes.set(state, { ...known, [string]: found });
  return found;
}

function prepared(state: GaussianState, string: StringLetter): ComplexVector {
  const { network, theta } = circuitOfGaussian(state, { string });
  return runCircuit(network, theta);
}
