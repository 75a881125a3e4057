// A holographic code: the entropy of an arc of the boundary is the length of the shortest cut through the bulk.
import { tilingGraph } from 'bulkweave/bulk';
import { entropiesOfStabiliserNetwork } from 'bulkweave/stabiliser';
import { entanglementWedge, ryuTakayanagi } from 'bulkweave/systems/holography';
import { holographicCode } from 'bulkweave/systems/tiling';

const { tiling, network } = holographicCode(); // 21 pentagons, 55 sites
const entropies = entropiesOfStabiliserNetwork(network);
const graph = tilingGraph(tiling, { bond: 2, bulk: 2 });

for (const length of [5, 15, 27]) {
  const arc = Array.from({ length }, (_, site) => site);
  const { area, bulkEntropy, entropy } = ryuTakayanagi(entropies, graph, [arc]).regions[0]!;
  const [cut, within, total] = [area, bulkEntropy, entropy].map((nats) => nats / Math.LN2);
  const inputs = entanglementWedge(entropies, arc).length;
  console.log(`${length} sites: cut ${cut} + bulk ${within} = entropy ${total} bits; recovers ${inputs} inputs`);
}
