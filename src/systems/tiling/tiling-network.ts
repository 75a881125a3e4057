/** @file A tensor network on a hyperbolic tiling: the same tensor, or another, in each tile. */

import type { Leg } from '../../contraction/contraction-graph.ts';
import { DomainError } from '../../errors.ts';
import type { Tiling } from '../../geometry/tiling.ts';
import { edgeLeg } from '../../geometry/tiling-graph.ts';
import { checkNetwork } from '../../network/check-network.ts';
import { quditsOfLeg } from '../../network/stabiliser-source.ts';
import type { NetworkNode, StabiliserSource, TensorNetwork, TensorSource } from '../../network/tensor-network.ts';
import { parameterRange } from '../../network/tensor-sources.ts';

/** The tensors of the tiles: legs are the sides of the tile, counter-clockwise from side 0, then the logical input. */
export interface TileTensors {
  /** Dimension of each side. */
  readonly bond: number;
  /** Dimension of the logical input; absent for tensors that have none. */
  readonly bulk?: number;
  /** The tensor of a tile, or of all tiles. */
  readonly source: TensorSource | ((tile: number) => TensorSource);
}

const BULK_LEGS = ['open', 'zero', 'centre', 'black-hole'] as const;

/**
 * What becomes of the logical inputs.
 *
 * - `open`:       each is a bulk leg;
 * - `zero`:       each is |0⟩, which leaves a state of the boundary;
 * - `centre`:     that of the central tile is a bulk leg, the others are |0⟩;
 * - `black-hole`: the central tile is left out: its sides are bulk legs, and so are the other inputs.
 */
export type BulkLegs = (typeof BULK_LEGS)[number];

/**
 * The tensor network of a tiling: tensors `tile k` joined through the sides `bond k`, open at the boundary in `leg k`,
 * counter-clockwise. Its graph is `tilingGraph`, with the same names of nodes and legs.
 *
 *         ■───■        boundary: the sides at the edge of the patch, of the outer tiles ■
 *        ╱ ╲ ╱ ╲
 *       ■───●───■      bulk:     a logical input in each tile, as it were towards the reader
 *        ╲ ╱ ╲ ╱
 *         ■───■
 *
 * @param tensors - tensors of shape (bond, …, bond[, bulk]), p sides
 * @param bulk - default 'open'
 * @throws {DomainError} a dimension that is not a whole number ≥ 1, tensors that do not fit; 'centre' without logical
 * inputs, 'black-hole' without a ring
 *
 * The parameters of free tensors and isometries are those that the sources name.
 */
export function tilingNetwork(tiling: Tiling, tensors: TileTensors, bulk: BulkLegs = 'open'): TensorNetwork {
  const { bond, bulk: input, source } = tensors;
  if (!BULK_LEGS.includes(bulk)) {
    throw new DomainError(`tilingNetwork: logical inputs ${BULK_LEGS.join(', ')} required, got '${bulk}'`);
  }
  const hole = bulk === 'black-hole';
  if (bulk === 'centre' && input === undefined) {
    throw new DomainError("tilingNetwork: tensors with a logical input required for 'centre', got none");
  }
  if (hole && tiling.tiles.length === 1) {
    throw new DomainError("tilingNetwork: a ring of tiles required around a 'black-hole', got none");
  }
  const tiles = tiling.tiles.map((_, k) => k).slice(hole ? 1 : 0);
  const sidesOf = (tile: number): readonly Leg[] => tiling.tiles[tile]!.edges.map((edge) => edgeLeg(tiling, edge));
  const sourceOf = (tile: number): TensorSource => (typeof source === 'function' ? source(tile) : source);
  const nodes = tiles.map(
    (k): NetworkNode => ({
      id: `tile ${k}`,
      legs: input === undefined ? sidesOf(k) : [...sidesOf(k), inputOf(k)],
      tensor: sourceOf(k),
    }),
  );
  const inputs = input === undefined ? [] : tiles;
  const isOpen = (tile: number): boolean => bulk === 'open' || hole || (bulk === 'centre' && tile === 0);
  const closed = inputs.filter((k) => !isOpen(k));
  const size = bond ** tiling.p * (input ?? 1);
  const network: TensorNetwork = {
    kind: 'network',
    parameters: nodes.reduce((most, { tensor }) => Math.max(most, lastParameter(tensor, size)), 0),
    dimensions: Object.fromEntries<number>([
      ...tiling.edges.map((_, edge) => [edgeLeg(tiling, edge), bond] as const),
      ...inputs.map((k) => [inputOf(k), input!] as const),
    ]),
    nodes: [...nodes, ...closed.map((k) => zeroAt(inputOf(k), input!, sourceOf(k)))],
    boundary: tiling.boundary.map((edge) => edgeLeg(tiling, edge)),
    bulk: [...(hole ? sidesOf(0) : []), ...inputs.filter(isOpen).map(inputOf)],
    environment: [],
  };
  checkNetwork(network);
  return network;
}

const inputOf = (tile: number): Leg => `bulk ${tile}`;

/** Number of parameters up to the last on which the tensor depends. */
function lastParameter(tensor: TensorSource, size: number): number {
  const range = parameterRange(tensor, size);
  return range === null ? 0 : range.offset + range.length;
}

/** The vector |0⟩ on a leg, for a stabiliser tensor as a stabiliser state. */
function zeroAt(leg: Leg, dimension: number, at: TensorSource): NetworkNode {
  const interleaved = Array.from({ length: 2 * dimension }, (_, k) => (k === 0 ? 1 : 0));
  const constant: TensorSource = { kind: 'constant', interleaved };
  return { id: `zero ${leg}`, legs: [leg], tensor: at.kind === 'stabiliser' ? zeroSource(dimension, at) : constant };
}

/** Z on each qudit of the leg. */
function zeroSource(dimension: number, { prime }: StabiliserSource): TensorSource {
  const qudits = quditsOfLeg(dimension, prime) ?? 0;
  const generators = Array.from({ length: qudits }, (_, row) =>
    Array.from({ length: 2 * qudits }, (_, column) => Number(column === qudits + row)),
  );
  return { kind: 'stabiliser', prime, generators };
}
