/** @file Planted redundancy-constrained states: Bell pairs along the edges of a weighted graph in the plane. */

import { stabiliserGraph } from '../../../datasets/stabilisers.ts';
import { entanglementGeometry } from '../../../src/bulk/entanglement-geometry.ts';
import { redundancyDefect } from '../../../src/bulk/redundancy-defect.ts';
import { randomStream } from '../../../src/linalg/random.ts';
import { entropiesOfStabilisers } from '../../../src/stabiliser/stabiliser-entropy.ts';
import { informationTable } from '../../../src/state/mutual-information.ts';

export interface PlantedState {
  readonly sites: number;
  readonly pairs: number;
  readonly defect: number;
  /** Relative distance of the embedded points from the planted ones. */
  readonly procrustes: number | null;
  readonly shuffled: number | null;
}

/**
 * Random points of the unit square; between two at a distance r there are round(5 e^{−r/λ}) Bell pairs, a qubit of each
 * at either.
 */
export function plantedState(sites: number, seed: number): PlantedState {
  const { uniform } = randomStream(seed, 'planted points');
  const layout = Array.from({ length: sites }, () => [uniform(), uniform()] as const);
  const range = 0.7 / Math.sqrt(sites);
  const groups: number[][] = layout.map(() => []);
  const edges: (readonly [number, number])[] = [];
  layout.forEach(([x, y], a) => {
    for (let b = 0; b < a; b++) {
      const count = Math.round(5 * Math.exp(-Math.hypot(x - layout[b]![0], y - layout[b]![1]) / range));
      for (let k = 0; k < count; k++) {
        const first = 2 * edges.length;
        edges.push([first, first + 1]);
        groups[a]!.push(first);
        groups[b]!.push(first + 1);
      }
    }
  });
  const { group } = stabiliserGraph({ sites: 2 * edges.length, edges });
  const kept = groups.map((_, site) => site).filter((site) => groups[site]!.length > 0);
  const entropies = entropiesOfStabilisers(group, { sites: kept.map((site) => groups[site]!) });
  const { greatest } = redundancyDefect(entropies, { pairs: 12, exhaustive: 0, seed });
  const { shape, shuffled } = entanglementGeometry(informationTable(entropies), {
    layout: kept.map((site) => layout[site]!),
    seed,
  });
  return {
    sites: kept.length,
    pairs: edges.length,
    defect: greatest ?? 0,
    procrustes: shape?.procrustes ?? null,
    shuffled: shuffled?.procrustes ?? null,
  };
}
