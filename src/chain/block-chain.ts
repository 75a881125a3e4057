/** @file The state of a circuit of blocks as a matrix-product state, layer by layer, with the error made. */

import { type BlockCircuit, blockLayers, checkBlockCircuit, gateEvolutions } from '../circuit/block-circuit.ts';
import { DomainError } from '../errors.ts';
import type { ComplexMatrix } from '../linalg/complex.ts';
import type { Truncation } from '../linalg/kept-values.ts';
import { applyToNeighbours, type CentredChain, productChain } from './centred-chain.ts';
import type { Chain } from './matrix-product-state.ts';

/** What was lost where bonds were cut. */
export interface TruncationError {
  /** Σ of all weights dropped: about the infidelity from the exact state. */
  readonly discarded: number;
  /**
   * Σ arcsin √weight, at least the Fubini–Study angle from the exact state, radians: unitaries keep angles, and each cut is a
   * projection that turns the state by arcsin √weight.
   */
  readonly angle: number;
  /** Greatest bond dimension on the way. */
  readonly bond: number;
}

/** The chain that a circuit of blocks makes, of norm 1. */
export interface BlockChain extends TruncationError {
  readonly chain: Chain;
}

/** Bond χ and weight that may be dropped at each cut, where a circuit of blocks is run on a chain. */
export const BLOCK_TRUNCATION: Truncation = { bond: 64, tolerance: 1e-13 };

/**
 * Why a circuit of blocks cannot be run on a chain: a gate on other than neighbouring qubits in ascending order, or a mixed
 * reference; null if it can.
 */
export function chainObstacle({ qubits, gates, reference = [] }: BlockCircuit): string | null {
  if (qubits < 2) return `at least two qubits required, got ${qubits}`;
  if ('spectrum' in reference) return 'a product state as reference required, got a spectrum';
  const apart = gates.find(({ sites }) => sites.some((site, k) => site !== sites[0]! + k));
  return apart === undefined ? null : `gates on neighbours in ascending order required, got one on [${apart.sites}]`;
}

/**
 * The state of a circuit of blocks on neighbouring qubits as a matrix-product state: each gate with the centre of the
 * canonical form at its sites, and their bonds cut by singular values. Layers are swept to and fro. A gate whose
 * coefficients all vanish costs nothing.
 *
 * @param generators - h, shape (P,)
 * @param truncation - bond χ, default 64; tolerance: weight that may be dropped at each cut, default 1e-13
 * @throws {DomainError} fewer than two qubits, gates on other qubits, a reference that is a spectrum
 * @throws {ShapeError | DomainError} a malformed circuit, or h of the wrong length or not finite
 *
 * Cost O(gates · χ³), and O(χ³) for each site between one gate and the next.
 *
 * @see Vidal, arXiv:quant-ph/0301063 (2003)
 *
 * @example
 * ```ts
 * import { blockCircuit } from 'bulkweave/circuit';
 * import { brickworkLayout } from 'bulkweave/complexity';
 * import { chainOfBlocks } from 'bulkweave/network';
 * import { chain } from 'bulkweave/operator';
 *
 * const circuit = blockCircuit(40, brickworkLayout(chain(40), 4));
 * const generators = Float64Array.from({ length: circuit.parameters }, (_, k) => 0.1 * Math.sin(k));
 * const { bond, discarded } = chainOfBlocks(circuit, generators, { tolerance: 1e-12 });
 * console.log(bond, discarded < 1e-9); // 8, true
 * ```
 */
export function chainOfBlocks(
  circuit: BlockCircuit,
  generators: Float64Array,
  truncation: Partial<Truncation> = {},
): BlockChain {
  checkBlockCircuit(circuit);
  const obstacle = chainObstacle(circuit);
  if (obstacle !== null) throw new DomainError(`chainOfBlocks: ${obstacle}`);
  const unitaries = gateEvolutions(circuit, generators).map(({ value }) => value);
  const state = productChain(circuit, 'chainOfBlocks');
  const error = noError();
  for (const layer of gatesByLayer(circuit)) {
    applyLayer(state, circuit, layer, unitaries, { ...BLOCK_TRUNCATION, ...truncation }, error);
  }
  return { chain: state.tensors, ...error };
}

/** The chains after each layer of a circuit of blocks, see `chainOfBlocks`. */
export function chainsOfLayers(
  circuit: BlockCircuit,
  generators: Float64Array,
  truncation: Partial<Truncation> = {},
): readonly Chain[] {
  const unitaries = gateEvolutions(circuit, generators).map(({ value }) => value);
  const state = productChain(circuit, 'chainsOfLayers');
  return gatesByLayer(circuit).map((layer) => {
    applyLayer(state, circuit, layer, unitaries, { ...BLOCK_TRUNCATION, ...truncation }, noError());
    return [...state.tensors];
  });
}

/** No error yet; summed up in place. */
export const noError = (): { -readonly [K in keyof TruncationError]: TruncationError[K] } => ({
  discarded: 0,
  angle: 0,
  bond: 1,
});

/** The gates of each layer, in the order of their sites. */
export function gatesByLayer(circuit: BlockCircuit): readonly (readonly number[])[] {
  const layerOf = blockLayers(circuit);
  const layers: number[][] = Array.from({ length: Math.max(0, ...layerOf.map((layer) => layer + 1)) }, () => []);
  layerOf.forEach((layer, g) => {
    layers[layer]!.push(g);
  });
  const first = (g: number): number => circuit.gates[g]!.sites[0]!;
  return layers.map((gates) => gates.sort((a, b) => first(a) - first(b)));
}

/**
 * Applies the unitaries of a layer, from the end that is nearer to the centre; the error grows.
 *
 * @param unitaries - of all gates of the circuit; null for one that does nothing
 */
export function applyLayer(
  state: CentredChain,
  { gates }: BlockCircuit,
  layer: readonly number[],
  unitaries: readonly (ComplexMatrix | null)[],
  truncation: Truncation,
  error: ReturnType<typeof noError>,
): void {
  const active = layer.filter((g) => unitaries[g] !== null);
  if (active.length === 0) return;
  const [low, high] = [gates[active[0]!]!.sites[0]!, gates[active.at(-1)!]!.sites.at(-1)!];
  const rightwards = Math.abs(state.centre - low) <= Math.abs(state.centre - high);
  for (const g of rightwards ? active : active.toReversed()) {
    const { sites } = gates[g]!;
    const lost = applyToNeighbours(state, sites[0]!, sites.length, unitaries[g]!, truncation, rightwards);
    for (const weight of lost) {
      error.discarded += Math.max(0, weight);
      error.angle += Math.asin(Math.sqrt(Math.min(1, Math.max(0, weight))));
    }
    for (const site of sites.slice(0, -1)) error.bond = Math.max(error.bond, state.tensors[site]!.shape[2]!);
  }
}
