/** @file From where in the bulk of a circuit does a region of the boundary recover what enters there? */

import type { Circuit } from '../circuit/circuit.ts';
import { support } from '../operator/pauli.ts';
import { bulkGraph } from './bulk-graph.ts';
import { recoverability } from './recoverability.ts';

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
  circuit: Circuit,
  theta: Float64Array,
  region: readonly number[],
): readonly (readonly (number | null)[])[] {
  const { nodes } = bulkGraph(circuit);
  const places = new Map(nodes.map((node) => [node.id, node]));
  const depth = Math.max(0, ...nodes.map((node) => node.depth));
  const map = Array.from({ length: depth }, () => new Array<number | null>(circuit.qubits).fill(null));
  circuit.gates.forEach(({ word }, gate) => {
    const place = places.get(`gate ${gate}`);
    const wires = support(word);
    if (place === undefined || wires.length === 0) return;
    const { share } = recoverability(circuit, theta, { wires, before: gate }, region);
    const row = map[place.depth - 1]!;
    const site = Math.round(place.site);
    row[site] = Math.min(row[site] ?? 1, share);
  });
  return map;
}
