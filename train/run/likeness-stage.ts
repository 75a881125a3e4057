/** @file Target and learned state beside each other, and what the Hamiltonian of the target says of both. */

import { fermionHamiltonianOf, fermionHamiltonianSpec } from '../../datasets/fermion-hamiltonian.ts';
import { chainMoments } from '../../src/chain/chain-correlations.ts';
import { chainExpectations } from '../../src/chain/chain-expectation.ts';
import { matrixProductOperator } from '../../src/chain/matrix-product-operator.ts';
import { chainOf, isOpenChain, schmidtValues } from '../../src/chain/matrix-product-state.ts';
import { gaussianGroundState } from '../../src/gaussian/ground-state.ts';
import { environmentDimension, siteDimensions, stateVector } from '../../src/generative/generative-network.ts';
import { asPure, networkPointOf, purification } from '../../src/generative/state-rules.ts';
import type { TargetState } from '../../src/generative/target-state.ts';
import { type ComplexMatrix, type ComplexVector, sizeOf } from '../../src/linalg/complex.ts';
import { adjoint, columnOf, frobeniusNorm, matrixOfColumns, multiply } from '../../src/linalg/matrix.ts';
import { innerProduct, scaledVector } from '../../src/linalg/vector.ts';
import { type HamiltonianSpec, hamiltonianOfSpec, hamiltonianSpec } from '../../src/operator/hamiltonian-spec.ts';
import { localTerms } from '../../src/operator/local-terms.ts';
import { operatorOfSpec, spinForm } from '../../src/operator/operator-spec.ts';
import type { OperatorSum } from '../../src/operator/operator-sum.ts';
import { type PauliSum, pauliSumOperator } from '../../src/operator/pauli-sum.ts';
import type { EnergyRecord, LikenessRecord } from '../../src/record/likeness-record.ts';
import { entanglementSpectrum } from '../../src/state/entropy.ts';
import type { Problem } from '../loss.ts';
import type { Trained } from '../train.ts';
import {
  chainOfHandle,
  correlationLengthOf,
  isShort,
  letterOperators,
  lowestLevels,
  type StateHandle,
  varianceOf,
} from './energy-figures.ts';
import type { Experiment } from './experiment.ts';
import { loweredLevels, sweptLevels } from './swept-levels.ts';

/** Most amplitudes, or dimensions of a mixed state, that a record holds. */
const LARGEST_SHOWN = 2 ** 8;
/** Most amplitudes of a state whose spectrum and energy are computed from them. */
const LARGEST = 2 ** 12;
/** Most columns of a purification that are computed with. */
const MOST_COLUMNS = 2 ** 8;
/** Eigenvalues below this are rounding. */
const ROUNDING = 1e-16;

/** Both states beside each other; no part of it needs more than seconds. */
export function likenessStage(
  experiment: Experiment,
  { target }: Problem,
  { network, theta }: Trained,
  context: { readonly read: (path: string) => Uint8Array },
): LikenessRecord {
  const states = { target: targetHandle(target), learned: learnedHandle(network, theta) };
  const { dimensions } = target;
  return {
    ...shownEntries(states, sizeOf(dimensions)),
    spectra: both(states, (state) => spectrumOf(state, dimensions)),
    energy: energyOf(experiment, target, states, context),
  };
}

type Both<Value> = { readonly target: Value; readonly learned: Value };

/** A quantity of both states; null where either lacks it. */
function both<Value>(
  { target, learned }: Both<StateHandle>,
  of: (state: StateHandle) => Value | null,
): Both<Value> | null {
  const [first, second] = [of(target), of(learned)];
  return first === null || second === null ? null : { target: first, learned: second };
}

/** A quantity of each state, null where it lacks it. */
const eachOf = <Value>({ target, learned }: Both<StateHandle>, of: (state: StateHandle) => Value): Both<Value> => ({
  target: of(target),
  learned: of(learned),
});

function targetHandle(target: TargetState): StateHandle {
  const size = sizeOf(target.dimensions);
  const point = networkPointOf(target);
  const chain = point !== null && isOpenChain(point.network) ? chainOf(point.network, point.theta) : null;
  const pure = size <= LARGEST ? asPure(target) : null;
  if (pure !== null) return { columns: [pure.amplitudes], chain };
  return { columns: size <= LARGEST_SHOWN ? columnsOf(purification(target)) : null, chain };
}

function learnedHandle(network: Trained['network'], theta: Float64Array): StateHandle {
  const [rows, cols] = [sizeOf(siteDimensions(network)), environmentDimension(network)];
  const chain = network.kind === 'network' && isOpenChain(network) ? chainOf(network, theta) : null;
  if (rows > LARGEST || cols > MOST_COLUMNS) return { columns: null, chain };
  const { interleaved } = stateVector(network, theta);
  return { columns: columnsOf({ rows, cols, interleaved }), chain };
}

/** The columns of a matrix, scaled so that their squared norms sum to 1; null if there are too many. */
function columnsOf(matrix: ComplexMatrix): readonly ComplexVector[] | null {
  if (matrix.cols > MOST_COLUMNS) return null;
  const scale = 1 / frobeniusNorm(matrix);
  return Array.from({ length: matrix.cols }, (_, c) => scaledVector([scale, 0], columnOf(matrix, c)));
}

function shownEntries(states: Both<StateHandle>, size: number): Pick<LikenessRecord, 'amplitudes' | 'probabilities'> {
  const [target, learned] = [states.target.columns, states.learned.columns];
  if (target === null || learned === null || size > LARGEST_SHOWN) return { amplitudes: null, probabilities: null };
  const [first, second] = [target[0]!, learned[0]!];
  if (target.length > 1 || learned.length > 1) {
    return { amplitudes: null, probabilities: { target: diagonal(target), learned: diagonal(learned) } };
  }
  const [re, im] = innerProduct(second, first);
  const overlap = Math.hypot(re, im);
  const phase: readonly [number, number] = overlap > 0 ? [re / overlap, im / overlap] : [1, 0];
  const aligned = scaledVector(phase, second);
  return {
    amplitudes: { target: [...first.interleaved], learned: [...aligned.interleaved] },
    probabilities: null,
  };
}

/** Σ |c_b|² for each basis state b. */
function diagonal(columns: readonly ComplexVector[]): readonly number[] {
  return Array.from({ length: columns[0]!.length }, (_, b) =>
    columns.reduce((sum, { interleaved }) => sum + interleaved[2 * b]! ** 2 + interleaved[2 * b + 1]! ** 2, 0),
  );
}

function spectrumOf({ columns, chain }: StateHandle, dimensions: readonly number[]): readonly number[] | null {
  const half = Math.floor(dimensions.length / 2);
  if (half === 0) return null;
  const region = Array.from({ length: half }, (_, site) => site);
  const kept = (values: Iterable<number>): readonly number[] => [...values].filter((value) => value > ROUNDING);
  if (columns?.length === 1) return kept(entanglementSpectrum(columns[0]!, dimensions, region));
  if (columns !== null && columns[0]!.length <= LARGEST_SHOWN) {
    const factor = matrixOfColumns(columns);
    return kept(entanglementSpectrum(multiply(factor, adjoint(factor)), dimensions, region));
  }
  const values = chain === null ? undefined : schmidtValues(chain)[half - 1];
  if (values === undefined) return null;
  const total = values.reduce((sum, value) => sum + value * value, 0);
  return kept(values.map((value) => (value * value) / total));
}

/** Targets and curves whose Hamiltonian acts on all of their sites, and stays the same. */
const OWN_HAMILTONIAN: readonly unknown[] = [
  'ground-state',
  'chain-ground-state',
  'spin-ground-state',
  'gaussian-ground-state',
  'gaussian-thermal',
  'thermal',
  'quench',
  'imaginary-time',
];

function energyOf(
  { target: spec, curve }: Experiment,
  target: TargetState,
  states: Both<StateHandle>,
  context: { readonly read: (path: string) => Uint8Array },
): EnergyRecord | null {
  const chosen = (spec ?? curve) as { readonly name?: string; readonly hamiltonian?: unknown } | undefined;
  if (chosen?.hamiltonian === undefined || !OWN_HAMILTONIAN.includes(chosen.name)) return null;
  const sites = target.dimensions.length;
  if (chosen.name === 'spin-ground-state') {
    return spinEnergy(operatorOfSpec(spinForm.parse(chosen.hamiltonian), sites, context) as OperatorSum, states);
  }
  if (chosen.name?.startsWith('gaussian')) {
    const { hamiltonian } = fermionHamiltonianOf(fermionHamiltonianSpec.parse(chosen.hamiltonian), sites, context);
    const { energy, excitations, zeroModes } = gaussianGroundState(hamiltonian);
    const mean = { target: chosen.name === 'gaussian-ground-state' ? energy : null, learned: null };
    const gap = zeroModes > 0 ? 0 : excitations[0]!;
    return { mean, ground: energy, gap, degeneracy: 2 ** zeroModes, magnetisation: null };
  }
  const sum = hamiltonianOfSpec(hamiltonianSpec.parse(chosen.hamiltonian) as HamiltonianSpec, sites, context);
  const words = ['X', 'Y', 'Z'].map((letter) =>
    Array.from({ length: sites }, (_, k): PauliSum => {
      const word = `${'I'.repeat(k)}${letter}${'I'.repeat(sites - 1 - k)}`;
      return { qubits: sites, terms: [{ word, coefficient: 1 }] };
    }),
  );
  const mean = (of: PauliSum) => (state: StateHandle) => expectationOf(of, state);
  const known = expectationOf(words[0]![0]!, states.target) !== null;
  const magnetisation = known
    ? both(states, (state) =>
        expectationOf(words[0]![0]!, state) === null
          ? null
          : words.map((row) => row.map((word) => expectationOf(word, state)!)),
      )
    : null;
  const means = eachOf(states, mean(sum));
  return {
    mean: means,
    ...loweredLevels(lowestLevels(sum), [means.target, means.learned]),
    magnetisation,
    variance: eachOf(states, (state) => varianceOf(sum, state)),
    correlationLength: eachOf(states, (state) => correlationLengthOf(state, target.dimensions)),
  };
}

/** ⟨H⟩; null where the state is too large, or no chain on which the terms act on neighbours. */
function expectationOf(sum: PauliSum, { columns, chain }: StateHandle): number | null {
  if (columns !== null) {
    const apply = pauliSumOperator(sum);
    return columns.reduce((total, column) => total + innerProduct(column, apply(column))[0], 0);
  }
  const terms = localTerms(sum);
  const isLocal = terms.every(({ sites }) => sites.every((site, k) => site === sites[0]! + k) && sites.length <= 4);
  if (chain === null || !isLocal) return null;
  return chainExpectations(chain, terms).reduce((total, value) => total + value, 0);
}

/** Energies of chains of spins, all by matrices. */
function spinEnergy(sum: OperatorSum, states: Both<StateHandle>): EnergyRecord {
  const { dimensions } = sum;
  const operator = matrixProductOperator(sum);
  const letters = letterOperators(dimensions[0]!);
  const moments = eachOf(states, (state) => {
    const chain = chainOfHandle(state, dimensions);
    return chain !== null && isShort(chain) ? chainMoments(operator, chain) : null;
  });
  const magnetisation = both(states, (state) => {
    const chain = chainOfHandle(state, dimensions);
    if (chain === null) return null;
    const rows = letters.map((matrix) =>
      chainExpectations(
        chain,
        chain.map((_, site) => ({ sites: [site], matrix })),
      ),
    );
    return rows.map((row) => [...row]);
  });
  const means = { target: moments.target?.mean ?? null, learned: moments.learned?.mean ?? null };
  return {
    mean: means,
    ...loweredLevels(sweptLevels(sum), [means.target, means.learned]),
    magnetisation,
    variance: { target: moments.target?.variance ?? null, learned: moments.learned?.variance ?? null },
    correlationLength: eachOf(states, (state) => correlationLengthOf(state, dimensions)),
  };
}
