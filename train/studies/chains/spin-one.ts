/** @file Chains of spin 1 without end: the AKLT point, Heisenberg's chain, and a trivial phase as control. */

import { correlationLengthFromDispersion } from '../../../src/chain/dispersion-length.ts';
import { transferSpectrum } from '../../../src/chain/transfer-spectrum.ts';
import { type UniformChain, uniformGroundState } from '../../../src/chain/uniform-chain.ts';
import { uniformExcitations } from '../../../src/chain/uniform-excitations.ts';
import { fromLeft, withOperator } from '../../../src/chain/uniform-tensors.ts';
import { uniformTerm } from '../../../src/chain/uniform-term.ts';
import { type ComplexMatrix, identityMatrix } from '../../../src/linalg/complex.ts';
import { diagonalMatrix, multiply, trace } from '../../../src/linalg/matrix.ts';
import { chain as chainLattice } from '../../../src/operator/lattice.ts';
import { heisenbergSpins, type SpinCouplings } from '../../../src/operator/spin-models.ts';
import type { PartStep } from '../../study.ts';
import type { Options } from './options.ts';

/** One chain of spins 1. */
export interface SpinChain {
  readonly name: string;
  readonly bond: number;
  readonly energy: number;
  readonly gradient: number;
  readonly correlationLength: number;
  /** Lowest level at momentum π. */
  readonly gap: number;
  /** Of the particle about momentum π, by its dispersion, with at most 24 states; null where it is not asked for. */
  readonly particle: { readonly correlationLength: number; readonly error: number } | null;
  /** ⟨S_z exp(iπ Σ S_z) S_z⟩ by distance, from 1. */
  readonly string: readonly number[];
  /** (−1)^r ⟨S_z S_z⟩ by distance, from 1. */
  readonly staggered: readonly number[];
  readonly schmidt: readonly number[];
}

const DISTANCES = 60;
/** Where two magnons have more energy than one, and the series of ε² converges fast. */
const MAGNON = { points: 8, between: [0.6 * Math.PI, Math.PI] } as const;
/** Most states of the chain whose dispersion is taken: their number changes ξ less than the series does. */
const MAGNON_BOND = 24;

export function* spinChains({ spinBond }: Options): Generator<PartStep, readonly SpinChain[]> {
  const chains = [
    { name: 'AKLT', bond: 2, couplings: { biquadratic: 1 / 3 } },
    { name: 'Heisenberg', bond: spinBond, couplings: {} },
    { name: 'large D = 2', bond: Math.min(spinBond, 12), couplings: { uniaxial: 2 } },
  ];
  const found: SpinChain[] = [];
  for (const { name, bond, couplings } of chains) {
    yield { message: `${name}, bond dimension ${bond}`, progress: found.length / chains.length };
    found.push(spinChain(name, couplings, bond, name === 'Heisenberg'));
  }
  return found;
}

/** One chain; with its particle where asked for, which takes most of the time. */
export function spinChain(name: string, couplings: SpinCouplings, most: number, hasParticle = false): SpinChain {
  const term = uniformTerm(heisenbergSpins(chainLattice(4), couplings));
  const state = (bond: number): UniformChain =>
    uniformGroundState(term, { bond, tolerance: 1e-9, maxSteps: 150 }).value;
  const value = state(most);
  const [level] = uniformExcitations(term, value, [Math.PI]).value;
  return {
    name,
    bond: value.schmidt.length,
    energy: value.energy,
    gradient: value.gradient,
    correlationLength: transferSpectrum(value).value.correlationLength,
    gap: level!.energies[0]!,
    particle: hasParticle ? particleOf(term, most <= MAGNON_BOND ? value : state(MAGNON_BOND)) : null,
    string: correlator(value, [-1, 1, -1]),
    staggered: correlator(value, [1, 1, 1]).map((value, k) => (k % 2 === 0 ? -value : value)),
    schmidt: [...value.schmidt],
  };
}

const particleOf = (term: ComplexMatrix, chain: UniformChain): SpinChain['particle'] =>
  correlationLengthFromDispersion(term, chain, MAGNON).value;

/** ⟨S_z U … U S_z⟩ with U diagonal between the two sites, by distance from 1. */
function correlator({ tensors: { left, centre } }: UniformChain, between: readonly number[]): readonly number[] {
  const spin = withOperator(left, diagonalMatrix([1, 0, -1]));
  const passed = withOperator(left, diagonalMatrix(between));
  const rest = multiply(centre, centre, { adjointB: true });
  let X = fromLeft(spin, identityMatrix(centre.rows), left);
  return Array.from({ length: DISTANCES }, () => {
    const value = trace(multiply(fromLeft(spin, X, left), rest))[0];
    X = fromLeft(passed, X, left);
    return value;
  });
}
