/** @file Chains of spin 1 without end: the AKLT point, Heisenberg's chain, and a trivial phase as control. */

import { transferSpectrum } from '../../../src/chain/transfer-spectrum.ts';
import { type UniformChain, uniformGroundState } from '../../../src/chain/uniform-chain.ts';
import { uniformExcitations } from '../../../src/chain/uniform-excitations.ts';
import { fromLeft } from '../../../src/chain/uniform-tensors.ts';
import { uniformTerm } from '../../../src/chain/uniform-term.ts';
import { currentEngine } from '../../../src/engine/engine.ts';
import { type ComplexArray, type ComplexMatrix, identityMatrix } from '../../../src/linalg/complex.ts';
import { diagonalMatrix, multiply, trace } from '../../../src/linalg/matrix.ts';
import { chain as chainLattice } from '../../../src/operator/lattice.ts';
import { heisenbergSpins } from '../../../src/operator/spin-models.ts';
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
  /** ⟨S_z exp(iπ Σ S_z) S_z⟩ by distance, from 1. */
  readonly string: readonly number[];
  /** (−1)^r ⟨S_z S_z⟩ by distance, from 1. */
  readonly staggered: readonly number[];
  readonly schmidt: readonly number[];
}

const DISTANCES = 40;

export function* spinChains({ spinBond }: Options): Generator<PartStep, readonly SpinChain[]> {
  const chains = [
    { name: 'AKLT', bond: 2, couplings: { biquadratic: 1 / 3 } },
    { name: 'Heisenberg', bond: spinBond, couplings: {} },
    { name: 'large D = 2', bond: Math.min(spinBond, 12), couplings: { uniaxial: 2 } },
  ];
  const found: SpinChain[] = [];
  for (const { name, bond, couplings } of chains) {
    yield { message: `${name}, bond dimension ${bond}`, progress: found.length / chains.length };
    const term = uniformTerm(heisenbergSpins(chainLattice(4), couplings));
    const { value } = uniformGroundState(term, { bond, tolerance: 1e-7, maxSteps: 150 });
    const [level] = uniformExcitations(term, value, [Math.PI]).value;
    found.push({
      name,
      bond,
      energy: value.energy,
      gradient: value.gradient,
      correlationLength: transferSpectrum(value).value.correlationLength,
      gap: level!.energies[0]!,
      string: correlator(value, [-1, 1, -1]),
      staggered: correlator(value, [1, 1, 1]).map((value, k) => (k % 2 === 0 ? -value : value)),
      schmidt: [...value.schmidt],
    });
  }
  return found;
}

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

/** The tensor with an operator on its site. */
function withOperator({ shape, interleaved }: ComplexArray, operator: ComplexMatrix): ComplexArray {
  const [a, d, b] = shape as [number, number, number];
  const sites = currentEngine().permute(interleaved, shape, [1, 0, 2]);
  const moved = multiply(operator, { rows: d, cols: a * b, interleaved: sites }).interleaved;
  return { shape, interleaved: currentEngine().permute(moved, [d, a, b], [1, 0, 2]) };
}
