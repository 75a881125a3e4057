/** @file How far is a circuit of blocks from a long target? By matrix-product states, without amplitudes. */

import { BLOCK_TRUNCATION, chainObstacle } from '../chain/block-chain.ts';
import {
  blockChainInfidelity,
  blockChainNegativeLog,
  type ChainInfidelity,
  truncatedInfidelity,
} from '../chain/block-overlap.ts';
import { type Chain, chainOf, isOpenChain } from '../chain/matrix-product-state.ts';
import type { BlockCircuit } from '../circuit/block-circuit.ts';
import { sizeOf } from '../linalg/complex.ts';
import type { Truncation } from '../linalg/kept-values.ts';
import type { Objective } from '../optimise/objective.ts';
import type { GenerativeNetwork } from './rules.ts';
import { networkPointOf } from './state-rules.ts';
import type { TargetState } from './target-state.ts';

/** Amplitudes above which circuits of blocks are compared with matrix-product states on chains. */
export const LARGEST_DENSE_BLOCKS = 2 ** 14;

/** A circuit of blocks on neighbours, and a target as a chain of as many qubits. */
interface ChainCase {
  readonly circuit: BlockCircuit;
  readonly target: Chain;
}

/**
 * The pair as a circuit on a chain and a matrix-product state; null for other networks and targets, and for at most 2¹⁴
 * amplitudes, where these are cheaper.
 */
export function blockChainCase(network: GenerativeNetwork, target: TargetState): ChainCase | null {
  if (network.kind !== 'block-circuit' || sizeOf(target.dimensions) <= LARGEST_DENSE_BLOCKS) return null;
  const chain = chainOfTarget(target);
  const fits = chain !== null && chain.length === network.qubits && chainObstacle(network) === null;
  return fits ? { circuit: network, target: chain } : null;
}

/** The target as a matrix-product state of qubits; null if it is none, or given by amplitudes. */
export function chainOfTarget(target: TargetState): Chain | null {
  const point = networkPointOf(target);
  if (point === null || target.dimensions.some((dimension) => dimension !== 2)) return null;
  return isOpenChain(point.network) ? chainOf(point.network, point.theta) : null;
}

/**
 * −log F of a circuit of blocks from a long target, see `blockChainNegativeLog`.
 *
 * @returns null where `blockChainCase` is
 */
export function blockNegativeLog(
  network: GenerativeNetwork,
  target: TargetState,
  truncation: Partial<Truncation> = {},
): Objective | null {
  const found = blockChainCase(network, target);
  return found && blockChainNegativeLog(found.circuit, found.target, truncation);
}

/** The infidelity 1 − F of the same. */
export function blockInfidelityOfChain(network: GenerativeNetwork, target: TargetState): Objective | null {
  const found = blockChainCase(network, target);
  return found && blockChainInfidelity(found.circuit, found.target);
}

/** How far a circuit of blocks is from a long target, with what the cuts of bonds can have hidden. */
export interface BlockTruncation extends ChainInfidelity {
  /** Bond dimension and weight at which bonds were cut. */
  readonly limits: Truncation;
}

/** The infidelity 1 − F of the same with its truncation error. */
export function blockTruncation(
  network: GenerativeNetwork,
  theta: Float64Array,
  target: TargetState,
  limits: Truncation = BLOCK_TRUNCATION,
): BlockTruncation | null {
  const found = blockChainCase(network, target);
  return found && { ...truncatedInfidelity(found.circuit, theta, found.target, limits), limits };
}
