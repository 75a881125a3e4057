/** @file Networks of several kinds for one state: learned from random tensors, cut from the state, or made of gates. */

import { isometricMera } from '../../../models/isometric-mera.ts';
import { treeTensorNetwork } from '../../../models/tree-tensor-network.ts';
import { chainOfCircuit } from '../../../src/chain/circuit-chain.ts';
import { chainOfVector, networkOfChain } from '../../../src/chain/matrix-product-state.ts';
import { infidelity as infidelityTo } from '../../../src/generative/infidelity.ts';
import { asPure, fermionsOf } from '../../../src/generative/state-rules.ts';
import type { PureState, TargetState } from '../../../src/generative/target-state.ts';
import { type RandomStream, randomStream } from '../../../src/linalg/random.ts';
import { balancedLbfgs, isBalanceable } from '../../../src/network/balanced-lbfgs.ts';
import { initialParameters } from '../../../src/network/initial-parameters.ts';
import { manifoldOf } from '../../../src/network/network-manifold.ts';
import type { TensorNetwork } from '../../../src/network/tensor-network.ts';
import { lbfgs } from '../../../src/optimise/lbfgs.ts';
import { minimised } from '../../../src/optimise/minimise.ts';
import { productManifold } from '../../../src/optimise/stiefel.ts';
import type { PartStep } from '../../study.ts';
import { described, type StateNetwork } from './networks.ts';
import type { NetworkKind, Options } from './options.ts';

/** A network of one kind for a state, or why there is none. */
export interface NetworkOfKind {
  readonly kind: NetworkKind;
  readonly network: StateNetwork | string;
}

/** Most qubits of a state whose networks are learned from its amplitudes; random starts of each. */
const MOST_QUBITS = 16;
const STARTS = 3;
/** An infidelity with which no further start is needed. */
const LEARNED = 1e-3;
/** Bond dimension of the matrix-product state of a Gaussian state. */
const GAUSSIAN_BOND = 32;

/** The networks of a state, kind by kind. */
export function* networksOfKinds(
  target: TargetState,
  own: StateNetwork | string,
  options: Options,
  seed: number,
): Generator<PartStep, readonly NetworkOfKind[]> {
  const found: NetworkOfKind[] = [];
  for (const [k, kind] of options.networks.entries()) {
    yield { message: `network: ${kind}`, progress: k / options.networks.length };
    found.push({ kind, network: networkOfKind(kind, target, own, options, seed) });
  }
  return found;
}

function networkOfKind(
  kind: NetworkKind,
  target: TargetState,
  own: StateNetwork | string,
  options: Options,
  seed: number,
): StateNetwork | string {
  const fermions = fermionsOf(target);
  if (kind === 'gaussian-circuit') return fermions === null ? 'not made: no Gaussian state' : own;
  if (kind === 'circuit') {
    const isLearned = typeof own !== 'string' && own.network.kind === 'block-circuit';
    return isLearned ? own : 'not learned: circuits of blocks are learned from the amplitudes of 3 to 8 qubits';
  }
  if (fermions !== null) {
    if (kind === 'matrix-product-state') return chainOfGaussian(own);
    return kind === 'tree'
      ? 'not learned: trees are learned from amplitudes'
      : 'not learned: the Gaussian MERA is one of an infinite chain, the other is learned from amplitudes';
  }
  const pure = asPure(target);
  const n = target.dimensions.length;
  if (pure === null || n > MOST_QUBITS || pure.dimensions.some((dimension) => dimension !== 2)) {
    return `not learned: amplitudes of at most ${MOST_QUBITS} qubits required`;
  }
  return learnedOfKind(kind, pure, options, randomStream(seed, `network: ${kind}`));
}

/** The matrices of the circuit of a Gaussian state, cut to a few; its infidelity and all weights dropped, to first order. */
function chainOfGaussian(own: StateNetwork | string): StateNetwork | string {
  if (typeof own === 'string' || own.network.kind !== 'circuit')
    return 'not made: a circuit of Gaussian gates required';
  const { chain, lost } = chainOfCircuit(own.network, own.theta, { bond: GAUSSIAN_BOND, tolerance: 1e-12 });
  const kind = `matrix-product state, bond ${GAUSSIAN_BOND} at most`;
  return described(networkOfChain(chain), kind, own.infidelity + lost);
}

function learnedOfKind(
  kind: 'matrix-product-state' | 'tree' | 'mera',
  target: PureState,
  { networkBond: bond, steps }: Options,
  stream: RandomStream,
): StateNetwork | string {
  const n = target.dimensions.length;
  if (kind === 'matrix-product-state') {
    const cut = networkOfChain(chainOfVector(target.amplitudes, target.dimensions, { bond, tolerance: 1e-14 }));
    const { theta, infidelity } = descent(cut.network, target, cut.theta, steps);
    return described({ network: cut.network, theta }, `matrix-product state, bond ${bond} at most`, infidelity);
  }
  if (kind === 'mera' && !Number.isInteger(Math.log2(n))) {
    return `not learned: the MERA has a power of two of sites, not ${n}`;
  }
  const network = kind === 'tree' ? treeTensorNetwork(target.dimensions, { bond }) : isometricMera(n, { bond });
  let best = descent(network, target, initialParameters(network, stream), steps);
  for (let start = 1; start < STARTS && best.infidelity > LEARNED; start++) {
    const next = descent(network, target, initialParameters(network, stream), steps);
    if (next.infidelity < best.infidelity) best = next;
  }
  const name = kind === 'tree' ? 'binary tree' : 'isometric MERA';
  return described({ network, theta: best.theta }, `${name}, bond ${bond} at most`, best.infidelity);
}

/** The infidelity brought down: in balanced coordinates where there are no cycles, on Stiefel manifolds for isometries. */
function descent(
  network: TensorNetwork,
  target: PureState,
  start: Float64Array,
  maxSteps: number,
): { readonly theta: Float64Array; readonly infidelity: number } {
  const objective = infidelityTo(network, target);
  const stop = { maxSteps, valueTolerance: 1e-10 };
  const { value } = isBalanceable(network)
    ? minimised(objective, balancedLbfgs(network), start, stop)
    : minimised(objective, lbfgs({ manifold: productManifold(manifoldOf(network)) }), start, stop);
  return { theta: value.x, infidelity: value.evaluation.value };
}
