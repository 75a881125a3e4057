/** @file The centre of a chain moves to a neighbour; nothing is truncated. */

import { contractGraded } from '../grading/graded-contraction.ts';
import { splitGraded } from '../grading/graded-split.ts';
import { type ChainSweep, passLeft, passRight } from './chain-sweep.ts';

const WHOLE = { tolerance: 0, bond: Infinity };

/** From site k to k + 1. */
export function moveCentreRight(sweep: ChainSweep, k: number): void {
  const { chain } = sweep;
  const { left, right } = splitGraded(chain[k]!, 2, true, WHOLE);
  chain[k] = left;
  chain[k + 1] = contractGraded(['ab', 'bsc'], [right, chain[k + 1]!], 'asc');
  passRight(sweep, k);
}

/** From site k to k − 1. */
export function moveCentreLeft(sweep: ChainSweep, k: number): void {
  const { chain } = sweep;
  const { left, right } = splitGraded(chain[k]!, 1, false, WHOLE);
  chain[k] = right;
  chain[k - 1] = contractGraded(['asb', 'bc'], [chain[k - 1]!, left], 'asc');
  passLeft(sweep, k);
}
