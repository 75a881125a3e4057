import { describe, expect, test } from 'vitest';
import { gaussianEvolution } from '../../src/gaussian/evolution.ts';
import { hopping } from '../../src/gaussian/fermion-models.ts';
import { restricted } from '../../src/gaussian/gaussian-state.ts';
import { evolvedGenerator, generatorInformation, generatorTangent } from '../../src/gaussian/generator-information.ts';
import { pauliSumOfQuadratic } from '../../src/gaussian/jordan-wigner.ts';
import { quadraticOfHopping } from '../../src/gaussian/quadratic-hamiltonian.ts';
import { gaussianThermal } from '../../src/gaussian/thermal.ts';
import { hermitianEigen } from '../../src/linalg/hermitian-eigen.ts';
import { commutator, complexOf, frobeniusNorm, multiply, type RealMatrix } from '../../src/linalg/matrix.ts';
import { randomStream } from '../../src/linalg/random.ts';
import { ring } from '../../src/operator/lattice.ts';
import { pauliSumMatrix } from '../../src/operator/pauli-sum.ts';
import { denseThermal } from '../helpers/dense-fermions.ts';
import { largestDifference } from '../helpers/largest-difference.ts';
import { randomGaussian, randomQuadratic } from '../helpers/random-gaussian.ts';

function randomSymmetric(n: number, seed: number): RealMatrix {
  const stream = randomStream(seed, 'symmetric');
  const data = new Float64Array(n * n);
  for (let i = 0; i < n; i++) for (let j = 0; j <= i; j++) data[i * n + j] = data[j * n + i] = stream.normal();
  return { rows: n, cols: n, data };
}

describe('information about the angle of a gate', () => {
  test('is that of the dense state, Σ 2|G_ab|²(p_a − p_b)²/(p_a + p_b)', () => {
    const [hamiltonian, generator] = [randomQuadratic('fermion', 3, 2), randomQuadratic('fermion', 3, 3)];
    const rho = denseThermal(pauliSumOfQuadratic(hamiltonian), 0.8);
    const G = pauliSumMatrix(pauliSumOfQuadratic(generator));
    const { values: p, vectors } = hermitianEigen(rho);
    const inBasis = multiply(multiply(vectors, G, { adjointA: true }), vectors).interleaved;
    let expected = 0;
    for (let a = 0; a < 8; a++) {
      for (let b = 0; b < 8; b++) {
        const at = 2 * (8 * a + b);
        expected += (2 * (inBasis[at]! ** 2 + inBasis[at + 1]! ** 2) * (p[a]! - p[b]!) ** 2) / (p[a]! + p[b]!);
      }
    }
    const [F] = generatorInformation(gaussianThermal(hamiltonian, 0.8), [generator]).data;
    expect(F! / expected).toBeCloseTo(1, 12);
  });

  test('is 2 Σ |g_ij|²(n_i − n_j)²/(n_i + n_j − 2n_i n_j), and ¼‖[h, g]‖² β² when hot', () => {
    const [h, g] = [randomSymmetric(6, 1), randomSymmetric(6, 2)];
    const information = (beta: number): number =>
      generatorInformation(gaussianThermal(quadraticOfHopping(h), beta), [quadraticOfHopping(g)]).data[0]!;
    const { values, vectors } = hermitianEigen(complexOf(h));
    const n = values.map((energy) => 1 / (Math.exp(0.7 * energy) + 1));
    const inBasis = multiply(multiply(vectors, complexOf(g), { adjointA: true }), vectors).interleaved;
    let expected = 0;
    for (let i = 0; i < 6; i++) {
      for (let j = 0; j < 6; j++) {
        if (i === j) continue;
        const size = inBasis[2 * (6 * i + j)]! ** 2 + inBasis[2 * (6 * i + j) + 1]! ** 2;
        expected += (2 * size * (n[i]! - n[j]!) ** 2) / (n[i]! + n[j]! - 2 * n[i]! * n[j]!);
      }
    }
    expect(information(0.7) / expected).toBeCloseTo(1, 12);
    const hot = frobeniusNorm(commutator(complexOf(h), complexOf(g))) ** 2 / 4;
    expect(information(1e-3) / 1e-6 / hot).toBeCloseTo(1, 4);
    expect(information(0)).toBeCloseTo(0, 14);
  });

  test.each(['fermion', 'boson'] as const)(
    'of %ss: the tangent is the derivative along the gate, in regions less is known',
    (statistics) => {
      const state = randomGaussian(statistics, statistics === 'fermion' ? [0.2, 0.5, 0.9] : [1.2, 1.5, 2.2], 4);
      const generator = randomQuadratic(statistics, 3, 6);
      const step = 1e-4;
      const [after, before] = [step, -step].map((time) => gaussianEvolution(generator, state, time).covariance.data);
      const differences = after!.map((x, at) => (x - before![at]!) / (2 * step));
      expect(largestDifference(generatorTangent(state, generator).data, differences)).toBeLessThan(1e-5);
      const F = (region?: readonly number[]): number => generatorInformation(state, [generator], region).data[0]!;
      expect(F([0, 1, 2])).toBeCloseTo(F(), 10);
      expect(F([0, 2])).toBeLessThanOrEqual(F() + 1e-12);
      expect(F([2])).toBeLessThanOrEqual(F([0, 2]) + 1e-12);
      // A gate a time t ago: the state after it is e^{−iHt} of the state after the gate.
      const hamiltonian = randomQuadratic(statistics, 3, 7);
      const later = gaussianEvolution(hamiltonian, state, 0.3);
      const [up, down] = [step, -step].map(
        (time) => gaussianEvolution(hamiltonian, gaussianEvolution(generator, state, time), 0.3).covariance.data,
      );
      const moved = up!.map((x, at) => (x - down![at]!) / (2 * step));
      const old = evolvedGenerator(generator, hamiltonian, 0.3);
      expect(largestDifference(generatorTangent(later, old).data, moved)).toBeLessThan(1e-4);
      expect(restricted(later, [0]).modes).toBe(1);
    },
  );

  test('unlike arguments are refused', () => {
    const hamiltonian = hopping(ring(3));
    expect(() => evolvedGenerator(hopping(ring(4)), hamiltonian, 1)).toThrow(/as many modes required/);
    expect(() => generatorTangent(gaussianThermal(hamiltonian, 1), randomQuadratic('boson', 3, 1))).toThrow(
      /same statistics/,
    );
  });
});
