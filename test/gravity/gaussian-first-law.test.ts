import { describe, expect, test } from 'vitest';
import { gaussianOfCorrelation } from '../../src/gaussian/correlation.ts';
import type { GaussianState } from '../../src/gaussian/gaussian-state.ts';
import { gaussianFirstLaw } from '../../src/gravity/gaussian-first-law.ts';
import { type ComplexMatrix, zeroMatrix } from '../../src/linalg/complex.ts';
import { hermitianEigen } from '../../src/linalg/hermitian-eigen.ts';
import { randomGaussian } from '../helpers/random-gaussian.ts';

const near = ({ covariance, ...state }: GaussianState, other: GaussianState, share: number): GaussianState => ({
  ...state,
  covariance: {
    ...covariance,
    data: covariance.data.map((x, at) => (1 - share) * x + share * other.covariance.data[at]!),
  },
});

/** C_ij = (1/N) Σ_k e^{−ik(i − j)} over these momenta, of the first `length` sites. */
function filled(sites: number, momenta: readonly number[], length: number): GaussianState {
  const C: ComplexMatrix = zeroMatrix(length, length);
  for (let i = 0; i < length; i++) {
    for (let j = 0; j < length; j++) {
      for (const m of momenta) {
        const angle = (-2 * Math.PI * m * (i - j)) / sites;
        C.interleaved[2 * (i * length + j)]! += Math.cos(angle) / sites;
        C.interleaved[2 * (i * length + j) + 1]! += Math.sin(angle) / sites;
      }
    }
  }
  return gaussianOfCorrelation(C);
}

describe('the first law of Gaussian states', () => {
  test.each(['fermion', 'boson'] as const)(
    'of %ss: Δ⟨K⟩ − ΔS = S(ρ′‖ρ), and ΔS − Δ⟨K⟩ is of second order',
    (statistics) => {
      const values = statistics === 'fermion' ? [0.3, 0.5, 0.8] : [1.3, 2, 2.7];
      const [state, other] = [1, 2].map((seed) => randomGaussian(statistics, values, seed)) as [
        GaussianState,
        GaussianState,
      ];
      const [far, middle, close] = gaussianFirstLaw(state, [other, near(state, other, 1e-2), near(state, other, 5e-3)]);
      for (const law of [far!, middle!, close!]) {
        expect(law.modularChange - law.entropyChange).toBeCloseTo(law.relativeEntropy, 10);
      }
      expect(middle!.relativeEntropy / close!.relativeEntropy).toBeCloseTo(4, 0);
    },
  );

  test('Δ⟨K⟩ is Tr(δC k) with k = log((1 − C)/C)', () => {
    const [before, after] = [filled(30, [-3, -2, -1, 0, 1, 2], 3), filled(30, [-4, -2, -1, 0, 1, 3], 3)];
    const correlation = (momenta: readonly number[]): ComplexMatrix => {
      const C = zeroMatrix(3, 3);
      for (let i = 0; i < 3; i++) {
        for (let j = 0; j < 3; j++) {
          for (const m of momenta) {
            C.interleaved[2 * (3 * i + j)]! += Math.cos((2 * Math.PI * m * (i - j)) / 30) / 30;
            C.interleaved[2 * (3 * i + j) + 1]! -= Math.sin((2 * Math.PI * m * (i - j)) / 30) / 30;
          }
        }
      }
      return C;
    };
    const [C, D] = [correlation([-3, -2, -1, 0, 1, 2]), correlation([-4, -2, -1, 0, 1, 3])];
    const { values, vectors } = hermitianEigen(C);
    let expected = 0;
    values.forEach((n, a) => {
      for (let i = 0; i < 3; i++) {
        for (let j = 0; j < 3; j++) {
          const [x, y] = [vectors.interleaved[2 * (3 * i + a)]!, vectors.interleaved[2 * (3 * i + a) + 1]!];
          const [u, v] = [vectors.interleaved[2 * (3 * j + a)]!, vectors.interleaved[2 * (3 * j + a) + 1]!];
          const [re, im] = [0, 1].map(
            (part) => D.interleaved[2 * (3 * i + j) + part]! - C.interleaved[2 * (3 * i + j) + part]!,
          );
          // ⟨a|δC|a⟩
          expected += Math.log((1 - n) / n) * ((x * u + y * v) * re! - (x * v - y * u) * im!);
        }
      }
    });
    expect(gaussianFirstLaw(before, [after])[0]!.modularChange).toBeCloseTo(expected, 10);
  });

  test('excited primaries: ΔS → (2π²/3)(h + h̄)(ℓ/N)²', () => {
    const [sites, length] = [402, 10];
    const half = 100; // momenta −100 … 100 are filled: 201 of 402
    const sea = Array.from({ length: 2 * half + 1 }, (_, k) => k - half);
    const excited = (...moves: readonly (readonly [from: number, to: number])[]): GaussianState =>
      filled(sites, [...sea.filter((m) => !moves.some(([from]) => from === m)), ...moves.map(([, to]) => to)], length);
    const laws = gaussianFirstLaw(filled(sites, sea, length), [
      excited([half, half + 1]), // i∂φ: h = 1
      excited([half, half + 2]), // h = 2 on one side
      excited([half, half + 1], [-half, -half - 1]), // (1, 1)
    ]);
    const unit = ((2 * Math.PI ** 2) / 3) * (length / sites) ** 2;
    expect(laws.map(({ entropyChange }) => Number((entropyChange / unit).toFixed(3)))).toEqual([0.987, 1.964, 1.973]);
  });
});
