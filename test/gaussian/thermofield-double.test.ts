import { describe, expect, test } from 'vitest';
import { gaussianEntropy, gaussianInformation } from '../../src/gaussian/entropies.ts';
import { gaussianEvolution } from '../../src/gaussian/evolution.ts';
import { hopping } from '../../src/gaussian/fermion-models.ts';
import { type GaussianState, restricted } from '../../src/gaussian/gaussian-state.ts';
import { type QuadraticHamiltonian, quadraticHamiltonian } from '../../src/gaussian/quadratic-hamiltonian.ts';
import { gaussianThermal, gaussianThermofieldDouble } from '../../src/gaussian/thermal.ts';
import { evolvingThermofieldDouble } from '../../src/gaussian/thermofield-double.ts';
import type { RealMatrix } from '../../src/linalg/matrix.ts';
import { ring } from '../../src/operator/lattice.ts';
import { largestDifference } from '../helpers/largest-difference.ts';
import { randomQuadratic } from '../helpers/random-gaussian.ts';

/** H_L·left + H_R·right, H_R the complex conjugate of H_L. */
function bothSides({ statistics, modes: n, matrix }: QuadraticHamiltonian, left: number, right: number) {
  const size = 4 * n;
  const data = new Float64Array(size * size);
  const isFermion = statistics === 'fermion';
  const place = (k: number, copy: number): number =>
    isFermion ? k + 2 * n * copy : k < n ? k + n * copy : k + n + n * copy;
  const flip = (k: number): number => ((isFermion ? k % 2 === 1 : k >= n) ? -1 : 1);
  for (let i = 0; i < 2 * n; i++) {
    for (let j = 0; j < 2 * n; j++) {
      const x = matrix.data[i * 2 * n + j]!;
      data[place(i, 0) * size + place(j, 0)] = left * x;
      data[place(i, 1) * size + place(j, 1)] = right * (isFermion ? -1 : 1) * flip(i) * flip(j) * x;
    }
  }
  return quadraticHamiltonian(statistics, { rows: size, cols: size, data });
}

describe('a thermofield double in time', () => {
  const sizeOf = ({ data }: RealMatrix): Float64Array => data;

  test.each(['fermion', 'boson'] as const)(
    'of %ss is the double, evolved on both sides; H_L − H_R leaves it alone',
    (statistics) => {
      const hamiltonian = randomQuadratic(statistics, 3, 5);
      const beta = 0.9;
      const still = gaussianThermofieldDouble(hamiltonian, beta);
      const { state, modes } = evolvingThermofieldDouble(hamiltonian, beta);
      expect(modes).toBe(3);
      const moved = (left: number, right: number): GaussianState =>
        gaussianEvolution(bothSides(hamiltonian, left, right), still, 1);
      for (const [left, right] of [
        [0, 0],
        [0.7, 0],
        [0, 0.7],
        [1.1, 0.4],
        [0.8, -0.8],
      ] as const) {
        const expected = moved(left, right).covariance;
        expect(largestDifference(sizeOf(state(left + right).covariance), sizeOf(expected))).toBeLessThan(1e-11);
      }
      const region = restricted(moved(0.5, 0.2), [2, 0, 4]);
      expect(largestDifference(sizeOf(state(0.7, [2, 0], [1]).covariance), sizeOf(region.covariance))).toBeLessThan(
        1e-11,
      );
    },
  );

  test('of real hopping is the same by the faster form', () => {
    const hamiltonian = hopping(ring(6), { amplitude: 0.5, chemicalPotential: 0.1 });
    const { state } = evolvingThermofieldDouble(hamiltonian, 2);
    const expected = gaussianEvolution(bothSides(hamiltonian, 0.6, 0.7), gaussianThermofieldDouble(hamiltonian, 2), 1);
    expect(largestDifference(sizeOf(state(1.3).covariance), sizeOf(expected.covariance))).toBeLessThan(1e-12);
  });

  test('keeps each side thermal, and what both sides know of each other', () => {
    const hamiltonian = hopping(ring(6), { amplitude: 0.5 });
    const { state } = evolvingThermofieldDouble(hamiltonian, 3);
    const all = [0, 1, 2, 3, 4, 5];
    const thermal = gaussianThermal(hamiltonian, 3);
    for (const time of [0, 2, 9]) {
      expect(largestDifference(sizeOf(state(time, all, []).covariance), sizeOf(thermal.covariance))).toBeLessThan(
        1e-14,
      );
      expect(
        gaussianInformation(
          state(time),
          all,
          all.map((mode) => mode + 6),
        ),
      ).toBeCloseTo(2 * gaussianEntropy(thermal), 9);
    }
    const half = [0, 1, 2];
    expect(gaussianEntropy(state(3, half, half))).toBeGreaterThan(gaussianEntropy(state(0, half, half)) + 0.1);
  });

  test('refuses times and modes that are none', () => {
    const { state } = evolvingThermofieldDouble(hopping(ring(3)), 1);
    expect(() => state(Number.NaN)).toThrow(/a finite time required, got NaN/);
    expect(() => state(0, [3], [])).toThrow(/different modes below 3 required, got \[3\]/);
    expect(() => state(0, [], [])).toThrow(/at least one mode required/);
  });
});
