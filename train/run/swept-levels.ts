/** @file The lowest levels of a Hamiltonian whose amplitudes are too many, by sweeps of bounded effort. */

import { chainMoments } from '../../src/chain/chain-correlations.ts';
import { levelBounds } from '../../src/chain/level-bounds.ts';
import { levelPenalty } from '../../src/chain/level-penalty.ts';
import { matrixProductOperator } from '../../src/chain/matrix-product-operator.ts';
import { chainOf } from '../../src/chain/matrix-product-state.ts';
import { groundStateBySweeps, type SweptState } from '../../src/chain/two-site-sweep.ts';
import { significant } from '../../src/number-format.ts';
import type { OperatorSum } from '../../src/operator/operator-sum.ts';
import { support } from '../../src/operator/pauli.ts';
import type { PauliSum } from '../../src/operator/pauli-sum.ts';

/** The lowest levels of a Hamiltonian, null where they are not known. */
export interface LowestLevels {
  readonly ground: number | null;
  readonly gap: number | null;
  /** How many of the levels that were sought coincide with the lowest. */
  readonly degeneracy: number | null;
  /** How the levels were found and how good they are, or why not; none where they are exact. */
  readonly levelNote?: string;
}

/** Most sites, and sites that a term spans. */
const MOST_SITES = 128;
const MOST_SPAN = 4;
/** Most n·D·d³·χ³ of a search, with which it takes seconds. */
const EFFORT = 4e8;
const BONDS = { least: 8, most: 24 } as const;
const SWEEPS = 10;
const LEVELS = 3;
/** Levels nearer than this, relative to the lowest energy, coincide. */
const SAME = 1e-8;

/** The three lowest levels of a chain by sweeps, each orthogonal to those below. */
export function sweptLevels(sum: PauliSum | OperatorSum): LowestLevels {
  const unknown = (why: string): LowestLevels => ({
    ground: null,
    gap: null,
    degeneracy: null,
    levelNote: `levels not computed: ${why}`,
  });
  const sites = 'qubits' in sum ? sum.qubits : sum.dimensions.length;
  if (sites < 2 || sites > MOST_SITES) return unknown(`${sites} sites, 2 to ${MOST_SITES} are in reach`);
  const span = spanOf(sum);
  if (span > MOST_SPAN) return unknown(`a term spans ${span} sites, ${MOST_SPAN} are in reach`);
  const operator = matrixProductOperator(sum);
  const work = operator.reduce((total, { shape }) => total + shape[0]! * shape[1]! ** 3, 0);
  const bond = Math.min(BONDS.most, Math.floor((EFFORT / work) ** (1 / 3)));
  if (bond < BONDS.least) return unknown(`bond dimensions below ${BONDS.least} are all that is in reach`);
  const found: SweptState[] = [];
  const penalty = levelPenalty(operator);
  for (let level = 0; level < LEVELS; level++) {
    const options = { bond, sweeps: SWEEPS, orthogonalTo: found, penalty, seed: 1 + level };
    found.push(groundStateBySweeps(operator, options).value);
  }
  found.sort((a, b) => a.energy - b.energy);
  const [ground, next] = found.map(({ energy }) => energy) as [number, number];
  const bounds = levelBounds(
    found.map(({ network, theta, energy }) => {
      const { variance } = chainMoments(operator, chainOf(network, theta));
      return { energy, variance: Math.max(0, variance) };
    }),
  );
  const within = Math.max(...bounds.map(({ anyWithin }) => anyWithin));
  const near = Math.max(within, SAME * Math.max(1, Math.abs(ground)));
  const degeneracy = found.filter(({ energy }) => energy - ground <= near).length;
  const [least, following] = bounds.map(({ interval }) => interval);
  const lowest = least
    ? `; if none was missed, the lowest eigenvalue is at most ${significant(ground - least[0], 2)} below`
    : '';
  const between =
    least && following
      ? ` and the gap is between ${significant(following[0] - ground, 8)} and ${significant(following[1] - least[0], 8)}`
      : '';
  const levelNote =
    `${LEVELS} levels by sweeps at bond dimension ${bond}: each is within ${significant(within, 2)} of an eigenvalue${lowest}${between}` +
    (degeneracy === LEVELS ? '; more may coincide with the lowest' : '');
  return { ground, gap: next - ground, degeneracy, levelNote };
}

/** Levels that sweeps have found, with the lowest no higher than the energies of states that are known: these, too, are upper bounds. */
export function loweredLevels(levels: LowestLevels, energies: readonly (number | null)[]): LowestLevels {
  const { ground, gap, levelNote } = levels;
  if (ground === null || gap === null || levelNote === undefined) return levels;
  const lowest = Math.min(ground, ...energies.filter((energy) => energy !== null));
  return { ...levels, ground: lowest, gap: gap + ground - lowest };
}

/** Most sites from the first to the last on which a term acts. */
function spanOf(sum: PauliSum | OperatorSum): number {
  const places =
    'qubits' in sum
      ? sum.terms.map(({ word }) => support(word))
      : sum.terms.map(({ factors }) => factors.map(({ site }) => site).sort((a, b) => a - b));
  return Math.max(0, ...places.map((own) => (own.length === 0 ? 0 : own.at(-1)! - own[0]! + 1)));
}
