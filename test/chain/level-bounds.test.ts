import fc from 'fast-check';
import { expect, test } from 'vitest';
import { levelBounds } from '../../src/chain/level-bounds.ts';

/** Energy and variance of the state Σ_k √p_k |k⟩ for levels of a diagonal H. */
function moments(levels: readonly number[], weights: readonly number[]) {
  const total = weights.reduce((sum, p) => sum + p, 0);
  const mean = (f: (x: number) => number): number =>
    levels.reduce((sum, x, k) => sum + (weights[k]! / total) * f(x), 0);
  const energy = mean((x) => x);
  return { energy, variance: mean((x) => (x - energy) ** 2) };
}

test('two levels 0 and 1, a share p of the upper: Temple’s bound with the exact gap is the lowest level itself', () => {
  const p = 0.01;
  const lowest = moments([0, 1], [1 - p, p]); // E = p, variance p(1 − p)
  const [bounds] = levelBounds([lowest, { energy: 1, variance: 0 }]);
  expect(bounds!.anyWithin).toBeCloseTo(Math.sqrt(p * (1 - p)), 14);
  expect(bounds!.interval![0]).toBeCloseTo(0, 14);
  expect(bounds!.interval![1]).toBe(lowest.energy);
});

test('a level between two others lies in its interval, which reaches it from both sides', () => {
  const found = moments([-1, 0, 2], [0.02, 0.96, 0.02]); // E = 0.02, variance 0.0996
  const [, own] = levelBounds([{ energy: -1, variance: 0 }, found, { energy: 2, variance: 0 }]);
  expect(own!.interval![0]).toBeCloseTo(0.02 - 0.0996 / 1.98, 14);
  expect(own!.interval![1]).toBeCloseTo(0.02 + 0.0996 / 1.02, 14);
});

test('random states near the levels of random spectra: √variance and intervals hold the eigenvalues', () => {
  const number = fc.double({ min: 0.1, max: 2, noNaN: true });
  const share = fc.double({ min: 0, max: 0.01, noNaN: true });
  fc.assert(
    fc.property(
      fc.array(number, { minLength: 6, maxLength: 6 }),
      fc.array(share, { minLength: 18, maxLength: 18 }),
      (steps, shares) => {
        let at = -3;
        const spectrum = steps.map((step) => {
          at += step;
          return at;
        });
        const found = [0, 1, 2].map((k) =>
          moments(
            spectrum,
            spectrum.map((_, j) => (j === k ? 1 : shares[6 * k + j]!)),
          ),
        );
        fc.pre(found[0]!.energy <= found[1]!.energy && found[1]!.energy <= found[2]!.energy);
        levelBounds(found).forEach(({ anyWithin, interval }, k) => {
          const nearest = Math.min(...spectrum.map((x) => Math.abs(x - found[k]!.energy)));
          expect(nearest).toBeLessThanOrEqual(anyWithin + 1e-12);
          // The neighbours of the level are where they are taken to be: then the interval is a theorem.
          const [below, above] = [found[k - 1], found[k + 1]];
          const isSo =
            (below === undefined || spectrum[k - 1]! <= below.energy + Math.sqrt(below.variance)) &&
            (above === undefined || spectrum[k + 1]! >= above.energy - Math.sqrt(above.variance));
          if (interval === null || !isSo) return;
          expect(interval[0]).toBeLessThanOrEqual(spectrum[k]! + 1e-12);
          expect(interval[1]).toBeGreaterThanOrEqual(spectrum[k]! - 1e-12);
        });
      },
    ),
  );
});

test('levels that coincide, and the last one, have no interval; what is not a list of levels is refused', () => {
  const levels = [
    { energy: 0, variance: 1e-4 },
    { energy: 0.005, variance: 1e-4 },
    { energy: 1, variance: 1e-4 },
  ];
  expect(levelBounds(levels).map(({ interval }) => interval === null)).toEqual([true, true, true]);
  expect(() => levelBounds([{ energy: 0, variance: -1 }])).toThrow(/got 0 and -1 for level 0/);
  expect(() =>
    levelBounds([
      { energy: 1, variance: 0 },
      { energy: 0, variance: 0 },
    ]),
  ).toThrow(/level 1/);
});
