/** @file The centre of a chain moves to a neighbour; nothing is truncated. */

import { contractGraded } from '../grading/graded-contraction.ts';
import { orthonormalGraded } from '../grading/graded-split.ts';
import { type ChainSweep, passLeft, passRight } from './chain-sweep.ts';

/** From site k to k + 1. */
export function moveCentreRight(sweep: ChainSweep, k: number): void {
  const { chain } = sweep;
  const { left, right } = orthonormalGraded(chain[k]!, 2, true);
  chain[k] = left;
  chain[k + 1] = contractGraded(['ab', 'bsc'], [right, chain[k + 1]!], 'asc');
  passRight(sweep, k);
}

/** From site k to k − 1. */
export function moveCentreLeft(sweep: ChainSweep, k: number): void {
  const { chain } = sweep;
  const { left, right } = orthonormalGraded(chain[k]!, 1, false);
  chain[k] = right;
  chain[k - 1] = contractGraded(['asb', 'bc'], [chain[k - 1]!, left], 'asc');
  passLeft(sweep, k);
}
