import { describe, expect, test } from 'vitest';
import { thermofieldDouble } from '../../datasets/thermal.ts';
import { DomainError } from '../../src/errors.ts';
import { monotoneMetric } from '../../src/estimation/monotone-metrics.ts';
import {
  entanglementSpectrumGeometry,
  entanglementSpectrumMetric,
  negativeEntropyHessian,
  type SpectrumFamily,
} from '../../src/gravity/entanglement-spectrum-metric.ts';
import { complexMatrix, complexVector } from '../../src/linalg/complex.ts';
import { exponentialAction } from '../../src/linalg/exponential-action.ts';
import { hermitianEigenvalues } from '../../src/linalg/hermitian-eigen.ts';
import { addScaledMatrix, diagonalMatrix, scaledMatrix } from '../../src/linalg/matrix.ts';
import { transverseFieldIsing } from '../../src/operator/hamiltonian.ts';
import { chain } from '../../src/operator/lattice.ts';
import { pauliSumMatrix, pauliSumOperator } from '../../src/operator/pauli-sum.ts';
import { scalarCurvature } from '../../src/riemann/curvature.ts';
import type { MetricField } from '../../src/riemann/metric-field.ts';
import { reducedDensityMatrix } from '../../src/state/reduced-density-matrix.ts';

const close = (actual: ArrayLike<number>, expected: ArrayLike<number>, digits: number): void => {
  expect(actual.length).toBe(expected.length);
  for (let k = 0; k < actual.length; k++) expect(actual[k]).toBeCloseTo(expected[k]!, digits);
};

/** Σ_n √λ_n |n⟩|n⟩ of a family of weights. */
const schmidtFamily = (size: number, weights: (x: Float64Array) => readonly number[]): SpectrumFamily => ({
  state: (x) => {
    const amplitudes = new Array<number>(size * size).fill(0);
    weights(x).forEach((weight, n) => {
      amplitudes[n * (size + 1)] = Math.sqrt(weight);
    });
    return complexVector(amplitudes);
  },
  dimensions: [size, size],
  region: [0],
});

/** λ ∝ exp(Σ_k θ_k F_k(n)). */
const gibbs = (features: readonly (readonly number[])[]) => (x: Float64Array) => {
  const weights = features[0]!.map((_, n) => Math.exp(features.reduce((sum, F, k) => sum + x[k]! * F[n]!, 0)));
  const total = weights.reduce((sum, w) => sum + w, 0);
  return weights.map((w) => w / total);
};

/** Cumulants ∂_i∂_j log Z and ∂_i∂_j∂_k log Z of an exponential family. */
const cumulants = (features: readonly (readonly number[])[], x: Float64Array) => {
  const p = gibbs(features)(x);
  const centred = features.map((F) => {
    const mean = F.reduce((sum, f, n) => sum + f * p[n]!, 0);
    return F.map((f) => f - mean);
  });
  const moment = (...indices: readonly number[]): number =>
    p.reduce((sum, weight, n) => sum + indices.reduce((product, k) => product * centred[k]![n]!, weight), 0);
  return moment;
};

describe('the Fisher metric of an entanglement spectrum', () => {
  test('of cos(x/2)|00⟩ + sin(x/2)|11⟩ is 1; of a two-level spectrum p it is 1/p(1 − p)', () => {
    const angle = schmidtFamily(2, ([x]) => [Math.cos(x! / 2) ** 2, Math.sin(x! / 2) ** 2]);
    close(entanglementSpectrumMetric(angle)(Float64Array.of(0.9)).data, [1], 11);
    const p = schmidtFamily(2, ([x]) => [x!, 1 - x!]);
    close(entanglementSpectrumMetric(p)(Float64Array.of(0.3)).data, [1 / 0.21], 10);
  });

  test('does not see rotations and phases of the Schmidt bases, and has no curvature along them', () => {
    const operator = pauliSumOperator({
      qubits: 2,
      terms: [
        { word: 'YI', coefficient: 1 },
        { word: 'IZ', coefficient: 1 },
      ],
    });
    const family: SpectrumFamily = {
      state: ([x, y]) => exponentialAction(operator, complexVector([Math.cos(x! / 2), 0, 0, Math.sin(x! / 2)]), y!),
      dimensions: [2, 2],
      region: [0],
    };
    close(entanglementSpectrumMetric(family)(Float64Array.of(0.9, 0.4)).data, [1, 0, 0, 0], 10);
    expect(() => entanglementSpectrumGeometry(family, Float64Array.of(0.9, 0.4))).toThrow(DomainError);
  });

  test('of all spectra of four weights is a sphere of radius 2: R = 3/2, G = −g/4', () => {
    const simplex = schmidtFamily(4, ([a, b, c]) => [a!, b!, c!, 1 - a! - b! - c!]);
    const x = Float64Array.of(0.22, 0.27, 0.24);
    const differences = { step: 0.02 };
    const { metric, scalarCurvature, einstein, label } = entanglementSpectrumGeometry(simplex, x, { differences });
    const rest = 1 - 0.73;
    close(
      metric.data,
      Array.from({ length: 9 }, (_, k) => (k % 4 === 0 ? 1 / x[k / 4]! : 0) + 1 / rest),
      9,
    );
    expect(scalarCurvature.value).toBeCloseTo(1.5, 5);
    close(
      einstein.value.data,
      Array.from(metric.data, (g) => -g / 4),
      4,
    );
    expect(label).toBe('analogy');
  });

  test('of a thermofield double is the variance of H along β, its spectrum degenerate or not', () => {
    for (const field of [0, 0.8]) {
      const hamiltonian = transverseFieldIsing(chain(2), { field });
      const family: SpectrumFamily = {
        state: ([beta]) => thermofieldDouble(hamiltonian, beta!).amplitudes,
        dimensions: [2, 2, 2, 2],
        region: [0, 1],
      };
      const energies = [...hermitianEigenvalues(pauliSumMatrix(hamiltonian))];
      const variance = cumulants([energies.map((e) => -e)], Float64Array.of(0.7))(0, 0);
      close(entanglementSpectrumMetric(family)(Float64Array.of(0.7)).data, [variance], 10);
    }
  });

  test('of thermofield doubles with commuting couplings is the Gibbs family’s Fisher metric, with its curvature', () => {
    // H = −x ZZ − y(ZI + IZ): the two-site Ising magnet, θ = (x, y) at β = 1.
    const features = [
      [1, -1, -1, 1],
      [2, 0, 0, -2],
    ];
    const family: SpectrumFamily = {
      state: ([x, y]) =>
        thermofieldDouble(
          {
            qubits: 2,
            terms: [
              { word: 'ZZ', coefficient: -x! },
              { word: 'ZI', coefficient: -y! },
              { word: 'IZ', coefficient: -y! },
            ],
          },
          1,
        ).amplitudes,
      dimensions: [2, 2, 2, 2],
      region: [2, 3],
    };
    const x = Float64Array.of(0.5, 0.3);
    const exact: MetricField = (y) => {
      const moment = cumulants(features, y);
      const data = Float64Array.of(moment(0, 0), moment(0, 1), moment(1, 0), moment(1, 1));
      return { rows: 2, cols: 2, data };
    };
    const { metric, einstein, scalarCurvature: curvature } = entanglementSpectrumGeometry(family, x);
    close(metric.data, exact(x).data, 10);
    // Three different weights p₊₊, p₋₋, 2p₊₋: again the sphere of radius 2, now with R = 1/2.
    expect(curvature.value).toBeCloseTo(0.5, 6);
    expect(scalarCurvature(exact, x).value).toBeCloseTo(0.5, 6);
    close(einstein.value.data, [0, 0, 0, 0], 6);
  });

  test('of a Gibbs family has the curvature of its third cumulants, R = g^mn (T_12m T_12n − T_11m T_22n) / 2 det g', () => {
    const features = [
      [1, 0, -0.4, 0.7],
      [0.2, 1.1, 0, -0.8],
    ];
    const curvatures = [
      [0.3, -0.2],
      [1.2, 0.9],
    ].map((point) => {
      const x = Float64Array.from(point);
      const moment = cumulants(features, x);
      const [a, b, d] = [moment(0, 0), moment(0, 1), moment(1, 1)];
      const determinant = a * d - b * b;
      const inverse = [d, -b, -b, a].map((entry) => entry / determinant);
      const expected = inverse.reduce((sum, entry, at) => {
        const [m, n] = [at >> 1, at & 1];
        return sum + entry * (moment(0, 1, m) * moment(0, 1, n) - moment(0, 0, m) * moment(1, 1, n));
      }, 0);
      const family = schmidtFamily(4, gibbs(features));
      const { scalarCurvature: curvature } = entanglementSpectrumGeometry(family, x);
      expect(curvature.value).toBeCloseTo(expected / (2 * determinant), 6);
      return curvature.value;
    });
    expect(Math.abs(curvatures[0]! - curvatures[1]!)).toBeGreaterThan(0.01); // not a sphere
  });

  test('is at most the SLD metric of the reduced state, and less where eigenvectors turn', () => {
    const family: SpectrumFamily = {
      state: ([x, y]) => thermofieldDouble(transverseFieldIsing(chain(2), { coupling: x!, field: y! }), 1).amplitudes,
      dimensions: [2, 2, 2, 2],
      region: [0, 1],
    };
    const x = Float64Array.of(0.9, 0.6);
    const rhoAt = (dx: number, dy: number) =>
      reducedDensityMatrix(family.state(Float64Array.of(0.9 + dx, 0.6 + dy)), [2, 2, 2, 2], [0, 1]);
    const difference = (dx: number, dy: number) =>
      scaledMatrix([1 / 2e-4, 0], addScaledMatrix(rhoAt(dx, dy), [-1, 0], rhoAt(-dx, -dy)));
    const derivatives = [difference(1e-4, 0), difference(0, 1e-4)];
    const sld = monotoneMetric({ rho: rhoAt(0, 0), derivatives }, 'SLD');
    const own = entanglementSpectrumMetric(family)(x);
    const gap = { ...sld, data: sld.data.map((value, k) => value - own.data[k]!) };
    const values = hermitianEigenvalues(complexMatrix([[...gap.data.subarray(0, 2)], [...gap.data.subarray(2)]]));
    expect(values[0]).toBeGreaterThan(-1e-6);
    expect(values[1]).toBeGreaterThan(1e-2);
  });

  test('at a degenerate point needs no choice of eigenvectors', () => {
    const family: SpectrumFamily = {
      state: ([x, y]) =>
        complexMatrix([
          [(1 + x!) / 2, y! / 2],
          [y! / 2, (1 - x!) / 2],
        ]),
      dimensions: [2],
      region: [0],
    };
    close(entanglementSpectrumMetric(family)(Float64Array.of(0, 0)).data, [1, 0, 0, 1], 11);
    close(entanglementSpectrumMetric(family)(Float64Array.of(0.6, 0)).data, [1 / 0.64, 0, 0, 0], 10);
    close(
      entanglementSpectrumMetric({ ...family, state: () => diagonalMatrix([2, 1]) })(new Float64Array(1)).data,
      [0],
      14,
    );
  });
});

describe('the Hessian of the entropy', () => {
  const features = [
    [1, 0, 0],
    [0, 1, 0],
  ];

  test('is minus the metric where the weights are affine in the coordinates', () => {
    const family = schmidtFamily(3, ([a, b]) => [a!, b!, 1 - a! - b!]);
    const x = Float64Array.of(0.3, 0.45);
    const metric = entanglementSpectrumMetric(family)(x).data;
    close(negativeEntropyHessian(family, x, { step: 0.03 }).value.data, metric, 5);
    close(metric, [1 / 0.3 + 4, 4, 4, 1 / 0.45 + 4], 9);
  });

  test('is something else in natural coordinates, by Σ θ_k ∂_i∂_j∂_k log Z', () => {
    const family = schmidtFamily(3, gibbs(features));
    const theta = Float64Array.of(0.8, -0.5);
    const metric = entanglementSpectrumMetric(family)(theta).data;
    const hessian = negativeEntropyHessian(family, theta).value.data;
    const moment = cumulants(features, theta);
    const [i, j] = [
      [0, 0, 1, 1],
      [0, 1, 0, 1],
    ];
    close(
      metric,
      i.map((a, k) => moment(a, j[k]!)),
      10,
    );
    close(
      hessian,
      i.map((a, k) => moment(a, j[k]!) + theta[0]! * moment(a, j[k]!, 0) + theta[1]! * moment(a, j[k]!, 1)),
      7,
    );
    expect(Math.abs(hessian[0]! - metric[0]!)).toBeGreaterThan(0.01);
  });
});
