/** @file From where in the bulk of a circuit does a region of the boundary recover what enters there? */

import { byKind } from '../by-kind.ts';
import { type BlockCircuit, gateRotations, rotationCircuit } from '../circuit/block-circuit.ts';
import type { Circuit } from '../circuit/circuit.ts';
import { support } from '../operator/pauli.ts';
import { bulkGraph } from './bulk-graph.ts';
import { type BulkPlace, recoverability } from './recoverability.ts';

/**
 * Share of fresh qubits, inserted just before each gate on all its wires, that the region recovers, as a matrix:
 * `rows[d][s]` at depth d + 1 below the boundary and site s; null where there is no gate, the least where gates share a
 * place. It is 1 in the causal wedge of the region and 0 in that of the rest; between them the code decides.
 *
 * @param region - sites of the boundary
 *
 * Cost that of `recoverability` for every gate.
 */
export function recoverabilityMap(
  network: Circuit | BlockCircuit,
  theta: Float64Array,
  region: readonly number[],
): readonly (readonly (number | null)[])[] {
  const { circuit, theta: angles, places: before } = placesOf(network, theta);
  const { nodes } = bulkGraph(network);
  const places = new Map(nodes.map((node) => [node.id, node]));
  const depth = Math.max(0, ...nodes.map((node) => node.depth));
  const map = Array.from({ length: depth }, () => new Array<number | null>(circuit.qubits).fill(null));
  before.forEach((at, gate) => {
    const place = places.get(`gate ${gate}`);
    if (place === undefined || at.wires.length === 0) return;
    const { share } = recoverability(circuit, angles, at, region);
    const row = map[place.depth - 1]!;
    const site = Math.round(place.site);
    row[site] = Math.min(row[site] ?? 1, share);
  });
  return map;
}

/** A circuit of rotations that does the same, and the places before its gates or blocks. */
const placesOf = byKind<
  Circuit | BlockCircuit,
  [theta: Float64Array],
  { readonly circuit: Circuit; readonly theta: Float64Array; readonly places: readonly BulkPlace[] }
>({
  circuit: (circuit, theta) => {
    return { circuit, theta, places: circuit.gates.map(({ word }, before) => ({ wires: support(word), before })) };
  },
  'block-circuit': (circuit, theta) => {
    let next = 0;
    const places = gateRotations(circuit, theta).map((rotations, g) => {
      const before = next;
      next += rotations.length;
      return { wires: circuit.gates[g]!.sites, before };
    });
    return { circuit: rotationCircuit(circuit, theta), theta: new Float64Array(0), places };
  },
});
