/** @file A Gaussian state of fermions as a matrix-product state, against which tensor networks are compared. */

import { chainOfCircuit } from '../chain/circuit-chain.ts';
import { type Chain, networkOfChain } from '../chain/matrix-product-state.ts';
import { localCircuitOfGaussian } from '../circuit/local-fermion-circuit.ts';
import { entropiesOfGaussian, isPure } from '../gaussian/entropies.ts';
import type { GaussianState } from '../gaussian/gaussian-state.ts';
import type { ComplexArray } from '../linalg/complex.ts';
import { multiply } from '../linalg/matrix.ts';
import type { TensorNetwork } from '../network/tensor-network.ts';
import type { NetworkPoint } from '../network-point.ts';
import type { FermionState } from './target-state.ts';

/** A matrix-product state, and about how far it is from the Gaussian state. */
export interface FermionChain extends NetworkPoint<TensorNetwork> {
  /** Infidelity of the circuit plus all weights dropped, to first order. */
  readonly error: number;
}

/** Blocks of the circuit that makes the chain; its bonds. */
const BLOCK = 12;
const TRUNCATION = { bond: 256, tolerance: 1e-13 };
/** Most infidelity of the chain. */
const LARGEST_ERROR = 1e-6;
/** Most entropy of a cut, in nats, for which a chain is tried: its bond would be some hundreds. */
const LARGEST_ENTROPY = 3;

const known = new WeakMap<GaussianState, Map<string, FermionChain | null>>();

/**
 * A pure Gaussian state as a matrix-product state: `localCircuitOfGaussian` with blocks of 12 modes applied gate by
 * gate, `chainOfCircuit`, each gate dropping at most 1e-13. Remembered.
 *
 * @returns null if the state is mixed, or so entangled along the chain that the error would exceed 1e-6
 *
 * A critical Ising chain of 200 sites has bond 48, an error of 1e-10, and takes about ten seconds.
 */
export function chainOfFermions(target: FermionState): FermionChain | null {
  const { state, string, dimensions } = target;
  const chains = known.get(state) ?? new Map<string, FermionChain | null>();
  known.set(state, chains);
  const key = `${string} ${dimensions}`;
  const found = chains.get(key);
  const chain = found === undefined ? computed(target) : found;
  chains.set(key, chain);
  return chain;
}

function computed({ state, string, dimensions }: FermionState): FermionChain | null {
  if (!isPure(state) || state.modes < 2 || largestCut(state) > LARGEST_ENTROPY) return null;
  const circuit = localCircuitOfGaussian(state, { block: BLOCK, tolerance: TRUNCATION.tolerance, string });
  if (circuit.infidelity > LARGEST_ERROR) return null;
  const { chain, lost } = chainOfCircuit(circuit.network, circuit.theta, TRUNCATION);
  const error = circuit.infidelity + lost;
  return error > LARGEST_ERROR ? null : { ...networkOfChain(grouped(chain, dimensions)), error };
}

/** The largest entropy of a cut of the chain. */
function largestCut(state: GaussianState): number {
  const { entropy } = entropiesOfGaussian(state);
  const cuts = Array.from({ length: state.modes - 1 }, (_, k) => Array.from({ length: k + 1 }, (_, site) => site));
  return cuts.reduce((most, region) => Math.max(most, entropy(region)), 0);
}

/** Neighbouring qubits joined to sites of these dimensions. */
function grouped(chain: Chain, dimensions: readonly number[]): Chain {
  let next = 0;
  return dimensions.map((dimension) => {
    let site: ComplexArray = chain[next++]!;
    while (site.shape[1]! < dimension) site = joined(site, chain[next++]!);
    return site;
  });
}

function joined(a: ComplexArray, b: ComplexArray): ComplexArray {
  const [left, first, middle] = a.shape as [number, number, number];
  const [, second, right] = b.shape as [number, number, number];
  const { interleaved } = multiply(
    { rows: left * first, cols: middle, interleaved: a.interleaved },
    { rows: middle, cols: second * right, interleaved: b.interleaved },
  );
  return { shape: [left, first * second, right], interleaved };
}
