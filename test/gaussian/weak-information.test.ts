import { describe, expect, test } from 'vitest';
import { harmonicRing } from '../../src/gaussian/boson-models.ts';
import { entropiesOfGaussian, gaussianEntropy, gaussianInformation } from '../../src/gaussian/entropies.ts';
import { type GaussianState, gaussianState, gaussianVacuum, restricted } from '../../src/gaussian/gaussian-state.ts';
import { gaussianGroundState } from '../../src/gaussian/ground-state.ts';
import { infiniteXyChain } from '../../src/gaussian/infinite-chain.ts';
import { localFrame, weakInformation } from '../../src/gaussian/weak-information.ts';
import { randomGaussian } from '../helpers/random-gaussian.ts';

/** The state with the correlations between modes 0, 1 and 2, 3 made weaker by a factor. */
function weakened(state: GaussianState, factor: number): GaussianState {
  const side = (row: number): boolean => (state.statistics === 'fermion' ? row >= 4 : row % 4 >= 2);
  const data = state.covariance.data.map((x, at) => (side(Math.floor(at / 8)) === side(at % 8) ? x : factor * x));
  return gaussianState(state.statistics, { ...state.covariance, data });
}

describe.each([
  ['fermion', [0.9, 0.5, 0.2, 0.7]],
  ['boson', [1.2, 2, 3, 1.5]],
] as const)('%s correlations', (statistics, values) => {
  const state = randomGaussian(statistics, values, 11);

  test('have the second order of the difference of entropies, with an error of fourth order', () => {
    const share = [0.1, 0.05].map((factor) => {
      const weak = weakened(state, factor);
      const entropy = (modes: number[]): number => gaussianEntropy(restricted(weak, modes));
      const exact = entropy([0, 1]) + entropy([2, 3]) - entropy([0, 1, 2, 3]);
      const second = weakInformation(
        weakened(state, factor * 1e-4),
        localFrame(weak, [0, 1]),
        localFrame(weak, [2, 3]),
      );
      return (second! * 1e8) / exact - 1;
    });
    expect(Math.abs(share[0]!)).toBeLessThan(0.05);
    expect(share[0]! / share[1]!).toBeCloseTo(4, 0);
  });

  test('are followed far below the rounding of entropies', () => {
    const [near, far] = [1e-4, 1e-12].map((factor) => gaussianInformation(weakened(state, factor), [0, 1], [2, 3]));
    expect((far! * 1e16) / near!).toBeCloseTo(1, 6);
    expect(far!).toBeGreaterThan(0);
  });
});

test('two modes with ⟨c†c′⟩ = x at half filling have I = 4x² + …', () => {
  for (const x of [1e-12, 1e-6, 0.1]) {
    const data = new Float64Array(16);
    data[4 * 0 + 3] = data[4 * 2 + 1] = 2 * x;
    data[4 * 3 + 0] = data[4 * 1 + 2] = -2 * x;
    const information = gaussianInformation(gaussianState('fermion', { rows: 4, cols: 4, data }), [0], [1]);
    const [p, q] = [0.5 + x, 0.5 - x];
    const exact = x > 1e-3 ? 2 * (Math.LN2 + p * Math.log(p) + q * Math.log(q)) : 4 * x * x;
    expect(information / exact).toBeCloseTo(1, 9);
  }
});

test('the table of a chain: twice the entropy on the diagonal, and I ∝ r^−2 of the sites of a critical Ising chain', () => {
  const entropies = entropiesOfGaussian(infiniteXyChain(65));
  const table = entropies.information!();
  expect(table[3]![3]).toBeCloseTo(2 * entropies.entropy([3]), 12);
  expect(table[2]![3]).toBeCloseTo(entropies.entropy([2]) + entropies.entropy([3]) - entropies.entropy([2, 3]), 12);
  expect(table[3]![2]).toBe(table[2]![3]);
  // Correlations of Majorana operators fall as 1/r, I as their square.
  expect(Math.log2(table[0]![32]! / table[0]![64]!)).toBeCloseTo(2, 1);
  expect(entropiesOfGaussian(infiniteXyChain(3), undefined, { order: 2 }).information).toBeUndefined();
});

test('distant oscillators of a massive ring share exponentially little', () => {
  const { state } = gaussianGroundState(harmonicRing(80, { mass: 2 }));
  const logs = [4, 8, 12].map((r) => Math.log(gaussianInformation(state, [0], [r])));
  // cosh κ = 1 + m²/2: correlations fall as e^{−κr} times a power of r, their square is I.
  const rate = 2 * Math.acosh(3);
  const rates = [1, 2].map((k) => (logs[k - 1]! - logs[k]!) / 4 / rate);
  expect(logs[2]!).toBeLessThan(-40);
  expect(rates[1]!).toBeGreaterThan(1);
  expect(rates[1]!).toBeLessThan(rates[0]!);
  expect(rates[1]!).toBeLessThan(1.1);
});

test('empty regions and the vacuum share nothing; a mode cannot be in both', () => {
  const vacuum = gaussianVacuum('fermion', 3);
  expect(gaussianInformation(vacuum, [], [1])).toBe(0);
  expect(gaussianInformation(vacuum, [0], [1])).toBe(0);
  expect(() => gaussianInformation(vacuum, [0], [0])).toThrow('different sites below 3 required');
});
