import { describe, expect, test } from 'vitest';
import { evolutionMatrix, gaussianEvolution, transformed } from '../../src/gaussian/evolution.ts';
import { xyChain } from '../../src/gaussian/fermion-models.ts';
import { gaussianDistance, gaussianFidelity } from '../../src/gaussian/fidelity.ts';
import { gaussianFisherInformation, gaussianMetric } from '../../src/gaussian/gaussian-metric.ts';
import { type GaussianState, gaussianState } from '../../src/gaussian/gaussian-state.ts';
import { gaussianGroundState } from '../../src/gaussian/ground-state.ts';
import { pauliSumOfQuadratic } from '../../src/gaussian/jordan-wigner.ts';
import { quadraticHamiltonian } from '../../src/gaussian/quadratic-hamiltonian.ts';
import { gaussianThermal } from '../../src/gaussian/thermal.ts';
import { hermitianEigenvalues } from '../../src/linalg/hermitian-eigen.ts';
import { pauliSumMatrix } from '../../src/operator/pauli-sum.ts';
import { scalarCurvature } from '../../src/riemann/curvature.ts';
import { randomGaussian, randomQuadratic } from '../helpers/random-gaussian.ts';

/** Squeezed vacua with r and the angle φ of squeezing. */
function squeezed([r, phi]: Float64Array): GaussianState {
  const [c, s] = [Math.cosh(2 * r!), Math.sinh(2 * r!)];
  const x = s * Math.sin(phi!);
  return gaussianState('boson', {
    rows: 2,
    cols: 2,
    data: Float64Array.of(c + s * Math.cos(phi!), x, x, c - s * Math.cos(phi!)),
  });
}

/** cos ϑ|00⟩ + e^{iφ} sin ϑ|11⟩, by two fermion modes: H = ½(cos 2ϑ(ZZ…) …) read off its covariance. */
function paired([theta, phi]: Float64Array): GaussianState {
  const [c, s] = [Math.cos(2 * theta!), Math.sin(2 * theta!)];
  const [x, y] = [s * Math.cos(phi!), s * Math.sin(phi!)];
  const data = new Float64Array(16);
  const set = (a: number, b: number, value: number) => {
    data[4 * a + b] = value;
    data[4 * b + a] = -value;
  };
  set(0, 1, -c);
  set(2, 3, -c);
  set(0, 3, x);
  set(2, 1, -x);
  set(0, 2, y);
  set(1, 3, -y);
  return gaussianState('fermion', { rows: 4, cols: 4, data });
}

describe('closed forms', () => {
  test('squeezed vacua: g = ½dr² + ⅛ sinh²2r dφ², R = −16', () => {
    const metric = gaussianMetric(squeezed);
    const { data } = metric(Float64Array.of(0.6, 0.3));
    expect(data[0]).toBeCloseTo(0.5, 10);
    expect(data[1]).toBeCloseTo(0, 10);
    expect(data[3]).toBeCloseTo(Math.sinh(1.2) ** 2 / 8, 10);
    const { value } = scalarCurvature(metric, Float64Array.of(0.6, 0.3), { step: 0.05 });
    expect(value).toBeCloseTo(-16, 3);
  });

  test('fermion pairs: a sphere of radius ½, g = dϑ² + ¼ sin²2ϑ dφ²', () => {
    const metric = gaussianMetric(paired);
    const { data } = metric(Float64Array.of(0.4, 0.3));
    expect(data[0]).toBeCloseTo(1, 10);
    expect(data[1]).toBeCloseTo(0, 10);
    expect(data[3]).toBeCloseTo(Math.sin(0.8) ** 2 / 4, 10);
  });

  test('the Ising ground state in a field: g = ¼ Σ sin²k/(1 + h² − 2h cos k)² over pairs of momenta', () => {
    const [sites, h] = [20, 1.4];
    const metric = gaussianMetric(
      ([field]) => gaussianGroundState(xyChain(sites, { field: field! }, 'antiperiodic')).state,
    );
    let exact = 0;
    for (let j = 0; j < sites / 2; j++) {
      const k = (Math.PI * (2 * j + 1)) / sites;
      exact += (Math.sin(k) / (1 + h * h - 2 * h * Math.cos(k))) ** 2 / 4;
    }
    expect(metric(Float64Array.of(h)).data[0]).toBeCloseTo(exact, 9);
  });

  test('thermal states along β: F = Var H', () => {
    const hamiltonian = randomQuadratic('fermion', 3, 4);
    const energies = hermitianEigenvalues(pauliSumMatrix(pauliSumOfQuadratic(hamiltonian)));
    const beta = 0.7;
    const weights = energies.map((e) => Math.exp(-beta * e));
    const Z = weights.reduce((sum, w) => sum + w, 0);
    const moment = (power: number) => energies.reduce((sum, e, k) => sum + (e ** power * weights[k]!) / Z, 0);
    const metric = gaussianMetric(([b]) => gaussianThermal(hamiltonian, b!));
    expect(4 * metric(Float64Array.of(beta)).data[0]!).toBeCloseTo(moment(2) - moment(1) ** 2, 9);
  });
});

test('distances of fermion pairs are angles, however small', () => {
  for (const angle of [1e-9, 0.3, 1.2]) {
    const d = gaussianDistance(paired(Float64Array.of(0.2, 0.3)), paired(Float64Array.of(0.2 + angle, 0.3)));
    expect(d / angle).toBeCloseTo(1, 6);
  }
});

describe.each([
  ['fermions', 'fermion', [0.9, 0.4, 0.7]],
  ['fermions, one mode pure', 'fermion', [1, 0.4, 0.7]],
  ['fermions, pure', 'fermion', [1, 1, 1]],
  ['bosons', 'boson', [1.3, 2, 1.1]],
  ['bosons, one mode pure', 'boson', [1, 2, 1.1]],
] as const)('%s', (_, statistics, values) => {
  test('8(1 − √F)/4 = g dx² for fidelities of neighbours, by another formula', () => {
    // A curve of states along which the frame moves, not the spectrum.
    const start = randomGaussian(statistics, values, 7);
    const hamiltonian = randomQuadratic(statistics, 3, 9);
    const family = ([t]: Float64Array) => gaussianEvolution(hamiltonian, start, t!);
    const g = gaussianMetric(family)(Float64Array.of(0.1)).data[0]!;
    const h = 2e-3;
    const root = Math.sqrt(gaussianFidelity(family(Float64Array.of(0.1 - h)), family(Float64Array.of(0.1 + h))));
    expect((2 * (1 - root)) / (2 * h) ** 2 / g).toBeCloseTo(1, 3);
  });

  test('is invariant under transformations of the modes, and along time constant', () => {
    const start = randomGaussian(statistics, values, 7);
    const hamiltonian = randomQuadratic(statistics, 3, 9);
    const M = evolutionMatrix(randomQuadratic(statistics, 3, 10), 0.3);
    const metric = gaussianMetric(([t]) => gaussianEvolution(hamiltonian, start, t!));
    const turned = gaussianMetric(([t]) => transformed(gaussianEvolution(hamiltonian, start, t!), M));
    const g = metric(Float64Array.of(0.2)).data[0]!;
    expect(turned(Float64Array.of(0.2)).data[0]! / g).toBeCloseTo(1, 8);
    expect(metric(Float64Array.of(0.9)).data[0]! / g).toBeCloseTo(1, 8);
  });
});

test('exact tangents are taken where they are given; wrong ones are named', () => {
  const zero = quadraticHamiltonian('fermion', { rows: 2, cols: 2, data: Float64Array.of(0, 1, -1, 0) });
  const state = gaussianThermal(zero, 1);
  const tangent = { rows: 2, cols: 2, data: Float64Array.of(0, 1, -1, 0) };
  const t = Math.tanh(0.5);
  expect(gaussianFisherInformation(state, [tangent]).data[0]).toBeCloseTo(1 / (1 - t * t), 13);
  expect(gaussianMetric(() => state, { tangents: () => [tangent] })(Float64Array.of(0)).data[0]).toBeCloseTo(
    0.25 / (1 - t * t),
    13,
  );
  expect(() => gaussianFisherInformation(state, [{ rows: 1, cols: 1, data: new Float64Array(1) }])).toThrow(
    'tangents 2 × 2 required, got 1 × 1',
  );
});
