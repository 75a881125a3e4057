/** @file A bulk that is excited in few places: on a fixed background a local operator of the bulk means something. */

import { DomainError } from '../../errors.ts';
import { tiling } from '../../geometry/tiling.ts';
import { sourceOfGroup } from '../../network/stabiliser-source.ts';
import type { NetworkNode, TensorNetwork } from '../../network/tensor-network.ts';
import { perfectState } from '../../stabiliser/perfect-state.ts';
import type { BidirectionalCodeOptions } from './bidirectional-code.ts';
import { codeSubspace, pluperfectTensor } from './pluperfect-tensor.ts';
import { tilingNetwork } from './tiling-network.ts';

/**
 * The network of pluperfect tensors in which the bulk is in its reference state everywhere, a network of perfect tensors,
 * but for some tiles: there it is confined to a subspace, see `codeSubspace`, and is a logical input. If these are few,
 * the network encodes them isometrically: see `codeOfNetwork`, which says so if not.
 *
 * @param open - tiles whose bulk is an input
 * @param words - generators of the subgroup with fixed eigenvalues in these tiles
 * @throws {DomainError} a tile that does not exist or occurs twice, words that fix all of the bulk or do not belong to the
 *   perfect state, or as `bidirectionalCode`
 */
export function sparseCode(
  options: BidirectionalCodeOptions,
  open: readonly number[],
  words: readonly string[],
): TensorNetwork {
  const { prime = 2, p = 6, q = 4, ...growth } = options;
  const patch = tiling(p, q, growth);
  const wrong = open.find((tile, k) => patch.tiles[tile] === undefined || open.indexOf(tile) !== k);
  if (wrong !== undefined) {
    throw new DomainError(`sparseCode: different tiles below ${patch.tiles.length} required, got ${wrong}`);
  }
  const { encoding, inputs } = codeSubspace(pluperfectTensor(prime, p), words);
  if (inputs.length === 0) throw new DomainError('sparseCode: words that leave some of the bulk free required');
  const background = tilingNetwork(patch, { bond: prime, source: sourceOfGroup(perfectState(prime, p)) });
  const bulk = open.map((tile) => `bulk ${tile}`);
  const tensor = sourceOfGroup(encoding);
  return {
    ...background,
    dimensions: { ...background.dimensions, ...Object.fromEntries(bulk.map((leg) => [leg, prime ** inputs.length])) },
    nodes: background.nodes.map(
      (node, tile): NetworkNode =>
        open.includes(tile) ? { ...node, legs: [...node.legs, `bulk ${tile}`], tensor } : node,
    ),
    bulk,
  };
}
