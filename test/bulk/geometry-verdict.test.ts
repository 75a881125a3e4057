import { describe, expect, test } from 'vitest';
import { ghz } from '../../datasets/ghz.ts';
import { haarRandom } from '../../datasets/haar-random.ts';
import { product } from '../../datasets/product.ts';
import { randomStabiliser, stabiliserGraph } from '../../datasets/stabilisers.ts';
import { w } from '../../datasets/w.ts';
import { geometryVerdict } from '../../src/bulk/geometry-verdict.ts';
import { lawPredictions, regionTerms } from '../../src/bulk/region-laws.ts';
import { sampledRegions } from '../../src/bulk/sampled-regions.ts';
import { entropiesOfGaussian } from '../../src/gaussian/entropies.ts';
import { hopping } from '../../src/gaussian/fermion-models.ts';
import { gaussianGroundState } from '../../src/gaussian/ground-state.ts';
import { gaussianThermal } from '../../src/gaussian/thermal.ts';
import { regionEntropies } from '../../src/generative/generated-entropies.ts';
import { chain, ring } from '../../src/operator/lattice.ts';

describe('verdicts', () => {
  test('product states and Bell pairs are disconnected', () => {
    const nested = stabiliserGraph({ sites: 16, edges: Array.from({ length: 8 }, (_, k) => [k, 15 - k] as const) });
    for (const [state, parts] of [
      [product(9), 9],
      [nested, 8],
    ] as const) {
      const verdict = geometryVerdict(regionEntropies(state), { pairs: 10 });
      expect(verdict.class).toBe('disconnected');
      expect(verdict.geometry!.components).toHaveLength(parts);
    }
  });

  test('random states have a volume law, at Page’s entropy', () => {
    const dense = geometryVerdict(regionEntropies(haarRandom(10)), { pairs: 20 });
    expect(dense.class).toBe('volume law');
    expect(dense.pageRatio).toBeCloseTo(1, 1);
    const stabiliser = geometryVerdict(regionEntropies(randomStabiliser(60)), { pairs: 20 });
    expect(stabiliser.class).toBe('volume law');
    expect(stabiliser.reading).toBe('volume law, no low-dimensional geometry found');
    expect(stabiliser.terms!.volume.coefficient).toBeCloseTo(Math.LN2, 1);
    expect(stabiliser.redundancy!.mean).toBeCloseTo(1, 1);
  });

  test('a ring of hopping fermions is critical and a circle in two dimensions', () => {
    const lattice = ring(82);
    const entropies = entropiesOfGaussian(gaussianGroundState(hopping(lattice)).state);
    const { class: found, laws, geometry, locality } = geometryVerdict(entropies, { lattice, pairs: 20 });
    expect(found).toBe('critical');
    expect(laws[0]!.error).toBeLessThan(0.01);
    expect(laws[1]!.error).toBeGreaterThan(0.1);
    expect(geometry!.shape!.gapDimension).toBe(2);
    expect(locality!.probability).toBeLessThan(0.01);
  });

  test('a dimerised chain has an area law, a cluster state one that pairs do not see', () => {
    const amplitude = Array.from({ length: 59 }, (_, k) => (k % 2 ? 0.5 : 1));
    const dimers = entropiesOfGaussian(gaussianGroundState(hopping(chain(60), { amplitude })).state);
    expect(geometryVerdict(dimers, { pairs: 20 }).class).toBe('area law');
    const cluster = geometryVerdict(regionEntropies(stabiliserGraph(chain(40))), { pairs: 20 });
    expect(cluster.class).toBe('area law');
    expect(cluster.reading).toContain('unseen by pairs');
  });

  test('GHZ and W have no site nearer than another', () => {
    for (const state of [ghz(10), w(10)]) {
      const { locality, reading, geometry } = geometryVerdict(regionEntropies(state), { pairs: 10 });
      expect(locality!.saving).toBeCloseTo(0, 10);
      expect(reading).toContain('no site is nearer than another');
      expect(geometry!.shape).toBeNull();
    }
  });

  test('a hot chain has the volume law of a mixture, S = n s', () => {
    const entropies = entropiesOfGaussian(gaussianThermal(hopping(chain(40)), 0.5));
    const { class: found, terms, isPure, reading } = geometryVerdict(entropies, { pairs: 20 });
    expect(isPure).toBe(false);
    expect(found).toBe('volume law');
    expect(reading).toContain('of a mixed state');
    const bulk = (entropies.entropy([...Array(30).keys()]) - entropies.entropy([...Array(20).keys()])) / 10;
    expect(terms!.volume.coefficient).toBeCloseTo(bulk, 2);
  });

  test('are refused for few sites and other lattices', () => {
    expect(() => geometryVerdict(regionEntropies(ghz(5)))).toThrow('at least eight sites required, got 5');
    expect(() => geometryVerdict(regionEntropies(ghz(8)), { lattice: chain(9) })).toThrow('a lattice of 8 sites');
  });
});

describe('laws of growth', () => {
  const n = 40;
  const sizes = Array.from({ length: n / 2 }, (_, k) => k + 1);
  const chord = (size: number): number => (n / Math.PI) * Math.sin((Math.PI * size) / n);

  test.each([
    ['area law', () => 0.7],
    ['critical', (size: number) => 0.3 + 0.2 * Math.log(chord(size))],
    ['volume law', (size: number) => 0.4 + 0.5 * size],
  ] as const)('planted %s is found without error', (law, entropy) => {
    const [best, second] = lawPredictions(
      sizes.map((size) => ({ size, boundary: 1, volume: size, entropy: entropy(size) })),
      n,
    );
    expect(best!.law).toBe(law);
    expect(best!.error).toBeCloseTo(0, 10);
    if (law !== 'area law') expect(second!.error).toBeGreaterThan(0.01); // the others contain it
  });

  test('the logarithm of intervals of a ring has the central charge as its coefficient', () => {
    const regions = sizes.map((size) => ({
      sites: Array.from({ length: size }, (_, k) => k),
      entropy: (1.5 / 3) * Math.log(chord(size)) + 0.7,
    }));
    expect(regionTerms(regions, ring(n), { isPure: true, resamples: 4 }).logarithm.coefficient).toBeCloseTo(1.5, 8);
  });

  test('the four terms of planted entropies are found, with their shares', () => {
    const lattice = chain(n);
    const regions = sampledRegions(lattice, 40, 2).map(({ sites }) => {
      const inside = new Set(sites);
      const cut = lattice.edges.filter(([a, b]) => inside.has(a) !== inside.has(b)).length;
      return { sites, entropy: 0.1 * sites.length + 0.3 * cut + 0.5 };
    });
    const { volume, area, logarithm, constant, misfit } = regionTerms(regions, lattice, { isPure: true });
    expect(volume.coefficient).toBeCloseTo(0.1, 8);
    expect(area.coefficient).toBeCloseTo(0.3, 8);
    expect(logarithm.coefficient).toBeCloseTo(0, 6);
    expect(constant.coefficient).toBeCloseTo(0.5, 6);
    expect(misfit).toBeLessThan(1e-7);
    expect(volume.spread).toBeLessThan(1e-6);
    expect(volume.share + area.share + logarithm.share + constant.share).toBeCloseTo(1, 10);
  });
});
