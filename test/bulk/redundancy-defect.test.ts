import { describe, expect, test } from 'vitest';
import { ghz } from '../../datasets/ghz.ts';
import { graph } from '../../datasets/graph.ts';
import { haarRandom } from '../../datasets/haar-random.ts';
import { stabiliserGraph } from '../../datasets/stabilisers.ts';
import { redundancyDefect } from '../../src/bulk/redundancy-defect.ts';
import { nearestSites, regionShape, sampledRegions } from '../../src/bulk/sampled-regions.ts';
import { entropiesOfGaussian } from '../../src/gaussian/entropies.ts';
import { hopping } from '../../src/gaussian/fermion-models.ts';
import { gaussianGroundState } from '../../src/gaussian/ground-state.ts';
import { regionEntropies } from '../../src/generative/generated-entropies.ts';
import { randomStream } from '../../src/linalg/random.ts';
import { chain, grid, ring } from '../../src/operator/lattice.ts';
import { entropiesOfStabilisers } from '../../src/stabiliser/stabiliser-entropy.ts';

/** Bell pairs along the edges of any graph with weights: each pair is a pair of qubits, one at each end. */
function pairsOnGraph(sites: number, edges: readonly (readonly [number, number])[]) {
  const groups: number[][] = Array.from({ length: sites }, () => []);
  const bonds = edges.map(([a, b], k) => {
    groups[a]!.push(2 * k);
    groups[b]!.push(2 * k + 1);
    return [2 * k, 2 * k + 1] as const;
  });
  const { group } = stabiliserGraph({ sites: 2 * edges.length, edges: bonds });
  return entropiesOfStabilisers(group, { sites: groups });
}

describe('the defect of redundancy', () => {
  test('vanishes for pairs on any weighted graph, all regions and sampled ones', () => {
    const { integer } = randomStream(4, 'graph');
    for (const [sites, count] of [
      [8, 20],
      [120, 300],
    ] as const) {
      const edges = Array.from({ length: count }, () => {
        const a = integer(sites);
        return [a, (a + 1 + integer(sites - 1)) % sites] as const;
      });
      const { mean, greatest, isExhaustive } = redundancyDefect(pairsOnGraph(sites, edges), { pairs: 8 });
      expect(isExhaustive).toBe(sites === 8);
      expect(mean).toBeCloseTo(0, 12);
      expect(greatest).toBeCloseTo(0, 12);
    }
  });

  test('of GHZ is 1 − 2/(k(n − k)) for k sites: ½ Σ I = k(n − k)/2 · ln 2 against ln 2', () => {
    const n = 6;
    const { regions } = redundancyDefect(regionEntropies(ghz(n)));
    expect(regions).toHaveLength(2 ** n - 2);
    for (const { sites, defect } of regions) {
      const pairs = (sites.length * (n - sites.length)) / 2;
      expect(defect).toBeCloseTo(1 - 1 / pairs, 10);
    }
  });

  test('of a cluster state and of random states is nearly 1: pairs know nothing', () => {
    const { regions } = redundancyDefect(regionEntropies(graph(chain(7))));
    const inner = regions.find(({ sites }) => sites.join() === '2,3')!;
    expect(inner.entropy).toBeCloseTo(2 * Math.LN2, 12);
    expect(inner.defect).toBeCloseTo(1, 12);
    expect(redundancyDefect(regionEntropies(haarRandom(8))).mean).toBeGreaterThan(0.8);
  });

  test('of fermions on a square lattice with a staggered potential of 1.5 is 0.29 on squares, 0.32 at most', () => {
    const L = 22;
    const chemicalPotential = Array.from({ length: L * L }, (_, k) => ((k + Math.floor(k / L)) % 2 ? 1.5 : -1.5));
    const { state } = gaussianGroundState(hopping(grid(L, L), { chemicalPotential }));
    const squares = [2, 3, 4, 5, 6].map((k) => {
      const corner = (L - k) >> 1;
      return Array.from({ length: k * k }, (_, at) => (corner + Math.floor(at / k)) * L + corner + (at % k));
    });
    const { mean, greatest } = redundancyDefect(entropiesOfGaussian(state), { regions: squares });
    expect(mean).toBeCloseTo(0.3, 1);
    expect(greatest).toBeCloseTo(0.32, 2);
  });

  test('is refused where regions or sites do not fit', () => {
    const entropies = regionEntropies(ghz(4));
    expect(() => redundancyDefect(entropies, { lattice: chain(5) })).toThrow('a lattice of 4 sites required, got 5');
    expect(() => redundancyDefect(entropies, { exhaustive: 20 })).toThrow('at most 14 sites');
    expect(() => redundancyDefect(entropies, { regions: [[0, 9]] })).toThrow('below 4');
  });
});

describe('sampled regions', () => {
  test('are blocks of a lattice and sets of as many sites, the same for a seed', () => {
    const regions = sampledRegions(ring(20), 10, 3);
    expect(regions).toEqual(sampledRegions(ring(20), 10, 3));
    expect(regions).not.toEqual(sampledRegions(ring(20), 10, 4));
    for (let k = 0; k < regions.length; k += 2) {
      const [block, set] = [regions[k]!, regions[k + 1]!];
      expect(set.sites).toHaveLength(block.sites.length);
      expect(new Set(set.sites).size).toBe(set.sites.length);
      expect(regionShape(ring(20), block.sites)).toEqual({
        boundary: 2,
        parts: [{ size: block.sites.length, boundary: 2 }],
      });
    }
  });

  test('grow around a site, and know their boundary and parts', () => {
    expect(nearestSites(chain(5), 2)).toEqual([2, 1, 3, 0, 4]);
    const { boundary, parts } = regionShape(grid(3, 3), [0, 1, 8]);
    expect(boundary).toBe(5);
    expect(parts).toEqual([
      { size: 2, boundary: 3 },
      { size: 1, boundary: 2 },
    ]);
  });
});
