/** @file The state of a sweep: a chain in canonical form about one or two sites, and the environments on both sides of them. */

import { splitGraded } from '../grading/graded-split.ts';
import type { GradedTensor } from '../grading/graded-tensor.ts';
import type { Truncation } from '../linalg/kept-values.ts';
import {
  betweenNeighbours,
  grownLeftBlock,
  grownRightBlock,
  leftBlock,
  pairOfBlocks,
  rightBlock,
  siteOfBlocks,
} from './block-operator.ts';
import {
  type EffectiveOperator,
  gradedOperator,
  grownLeft,
  grownRight,
  leftEdge,
  pairOperator,
  rightEdge,
  siteOperator,
} from './effective-operator.ts';
import { type GradedChain, sectorOf, unitGraded } from './graded-chain.ts';
import type { ChargedOperator } from './matrix-product-operator.ts';
import { type NeighbourParts, neighbourParts } from './neighbour-parts.ts';
import { addLeft, addRight, type PenalisedState, penalisedState } from './penalised-states.ts';

/** What every sweep carries along. It is changed in place; tensors are replaced, never changed. */
export interface ChainSweep {
  readonly operator: readonly GradedTensor[];
  /** The same by site, where terms go no farther than to neighbours; null elsewhere. */
  readonly parts: readonly (NeighbourParts | null)[];
  readonly chain: GradedTensor[];
  /** left[k]: all sites before k; right[k]: all sites from k on. Those that the centre has passed are out of date. */
  readonly left: GradedTensor[];
  readonly right: GradedTensor[];
  readonly others: readonly PenalisedState[];
  /** The blocks made last, and of which environment. */
  readonly made: { left?: MadeBlock; right?: MadeBlock };
}

interface MadeBlock {
  readonly of: GradedTensor;
  readonly block: GradedTensor;
}

/**
 * A sweep that begins at site 0 of a right-canonical chain.
 *
 * @param byBlocks - whether effective Hamiltonians are made of blocks where terms go no farther than to neighbours
 */
export function chainSweep(
  charged: ChargedOperator,
  chain: GradedChain,
  others: readonly GradedChain[] = [],
  byBlocks = true,
): ChainSweep {
  const n = chain.length;
  const { modulus } = chain[0]!.shape;
  const right = new Array<GradedTensor>(n + 1).fill(rightEdge(sectorOf(chain), modulus));
  const beside = others.map((state) => penalisedState(state, chain));
  const operator = gradedOperator(charged);
  const parts = byBlocks ? neighbourParts(charged) : operator.map(() => null);
  const sweep = { operator, parts, chain: [...chain], left: [leftEdge(modulus)], right, others: beside, made: {} };
  for (let k = n - 1; k > 0; k--) passLeft(sweep, k);
  return sweep;
}

/** Site k, now an isometry, joins the left environment. */
export function passRight(sweep: ChainSweep, k: number): void {
  const { operator, parts, chain, left, others } = sweep;
  left[k + 1] = parts[k]
    ? grownLeftBlock(leftBlockAt(sweep, k), chain[k]!, parts[k])
    : grownLeft(left[k]!, chain[k]!, operator[k]!);
  for (const other of others) addLeft(other, chain[k]!, k);
}

/** Site k, now a co-isometry, joins the right environment. */
export function passLeft(sweep: ChainSweep, k: number): void {
  const { operator, parts, chain, right, others } = sweep;
  right[k] = parts[k]
    ? grownRightBlock(rightBlockAt(sweep, k), chain[k]!, parts[k])
    : grownRight(right[k + 1]!, chain[k]!, operator[k]!);
  for (const other of others) addRight(other, chain[k]!, k);
}

/** ⟨ψ|H|ψ⟩ of a chain whose centre is site 0. */
export const sweepEnergy = ({ right, chain, operator }: ChainSweep): number =>
  grownRight(right[1]!, chain[0]!, operator[0]!).interleaved[0]!;

/** The effective Hamiltonian of sites k and k + 1. */
export function pairAround(sweep: ChainSweep, k: number, pair: GradedTensor): EffectiveOperator {
  const { operator, parts, left, right } = sweep;
  const [first, second] = [parts[k]!, parts[k + 1]!];
  return first && second
    ? pairOfBlocks(pair, leftBlockAt(sweep, k), rightBlockAt(sweep, k + 1), betweenNeighbours(first, second))
    : pairOperator(pair, [left[k]!, operator[k]!, operator[k + 1]!, right[k + 2]!]);
}

/** The effective Hamiltonian of site k. */
export function siteAround(sweep: ChainSweep, k: number): EffectiveOperator {
  const { operator, parts, chain, left, right } = sweep;
  return parts[k]
    ? siteOfBlocks(chain[k]!, leftBlockAt(sweep, k), rightBlockAt(sweep, k), parts[k])
    : siteOperator(chain[k]!, [left[k]!, operator[k]!, right[k + 1]!]);
}

function leftBlockAt({ left, parts, made }: ChainSweep, k: number): GradedTensor {
  if (made.left?.of !== left[k]) made.left = { of: left[k]!, block: leftBlock(left[k]!, parts[k]!) };
  return made.left!.block;
}

function rightBlockAt({ right, parts, made }: ChainSweep, k: number): GradedTensor {
  if (made.right?.of !== right[k + 1]) made.right = { of: right[k + 1]!, block: rightBlock(right[k + 1]!, parts[k]!) };
  return made.right!.block;
}

/** Puts a pair back as two tensors, the centre on the side of the motion; the weight dropped is returned. */
export function setPair(
  { chain }: ChainSweep,
  k: number,
  pair: GradedTensor,
  rightwards: boolean,
  truncation: Truncation,
  perturbation?: GradedTensor,
): number {
  const { left, right, lost } = splitGraded(pair, 2, rightwards, truncation, perturbation);
  chain[k] = rightwards ? left : unitGraded(left);
  chain[k + 1] = rightwards ? unitGraded(right) : right;
  return lost;
}
