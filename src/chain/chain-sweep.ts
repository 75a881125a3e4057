/** @file The state of a sweep: a chain in canonical form about one or two sites, and the environments on both sides of them. */

import { splitGraded } from '../grading/graded-split.ts';
import type { GradedTensor } from '../grading/graded-tensor.ts';
import type { Truncation } from '../linalg/kept-values.ts';
import { grownLeft, grownRight, leftEdge, rightEdge } from './effective-operator.ts';
import { type GradedChain, sectorOf, unitGraded } from './graded-chain.ts';
import { addLeft, addRight, type PenalisedState, penalisedState } from './penalised-states.ts';

/** What every sweep carries along. It is changed in place; tensors are replaced, never changed. */
export interface ChainSweep {
  readonly operator: readonly GradedTensor[];
  readonly chain: GradedTensor[];
  /** left[k]: all sites before k; right[k]: all sites from k on. Those that the centre has passed are out of date. */
  readonly left: GradedTensor[];
  readonly right: GradedTensor[];
  readonly others: readonly PenalisedState[];
}

/** A sweep that begins at site 0 of a right-canonical chain. */
export function chainSweep(
  operator: readonly GradedTensor[],
  chain: GradedChain,
  others: readonly GradedChain[] = [],
): ChainSweep {
  const n = chain.length;
  const { modulus } = chain[0]!.shape;
  const right = new Array<GradedTensor>(n + 1).fill(rightEdge(sectorOf(chain), modulus));
  const beside = others.map((state) => penalisedState(state, chain));
  const sweep = { operator, chain: [...chain], left: [leftEdge(modulus)], right, others: beside };
  for (let k = n - 1; k > 0; k--) passLeft(sweep, k);
  return sweep;
}

/** Site k, now an isometry, joins the left environment. */
export function passRight({ operator, chain, left, others }: ChainSweep, k: number): void {
  left[k + 1] = grownLeft(left[k]!, chain[k]!, operator[k]!);
  for (const other of others) addLeft(other, chain[k]!, k);
}

/** Site k, now a co-isometry, joins the right environment. */
export function passLeft({ operator, chain, right, others }: ChainSweep, k: number): void {
  right[k] = grownRight(right[k + 1]!, chain[k]!, operator[k]!);
  for (const other of others) addRight(other, chain[k]!, k);
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
