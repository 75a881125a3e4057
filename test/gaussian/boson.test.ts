import { describe, expect, test } from 'vitest';
import { harmonicLattice, harmonicRing } from '../../src/gaussian/boson-models.ts';
import { gaussianEntropy } from '../../src/gaussian/entropies.ts';
import { evolutionMatrix, gaussianEvolution, modeTransform, transformed } from '../../src/gaussian/evolution.ts';
import { gaussianDistance, gaussianFidelity, gaussianOverlap } from '../../src/gaussian/fidelity.ts';
import { type GaussianState, gaussianState, gaussianVacuum, restricted } from '../../src/gaussian/gaussian-state.ts';
import { gaussianGroundState } from '../../src/gaussian/ground-state.ts';
import { gaussianModularHamiltonian, gaussianRelativeEntropy } from '../../src/gaussian/modular-hamiltonian.ts';
import { gaussianParity, occupations } from '../../src/gaussian/parity.ts';
import { gaussianEnergy, quadraticHamiltonian } from '../../src/gaussian/quadratic-hamiltonian.ts';
import { omegaTimes } from '../../src/gaussian/symplectic-form.ts';
import { gaussianFreeEnergy, gaussianThermal, purification } from '../../src/gaussian/thermal.ts';
import { complexOf, scaled } from '../../src/linalg/matrix.ts';
import { matrixExponential } from '../../src/linalg/matrix-exponential.ts';
import { randomStream, randomUnitary } from '../../src/linalg/random.ts';
import { grid, ring } from '../../src/operator/lattice.ts';
import { distance } from '../helpers/dense-fermions.ts';
import { randomGaussian, randomQuadratic, randomSymplectic } from '../helpers/random-gaussian.ts';

/** One mode: ν·R(φ) diag(e^{2r}, e^{−2r}) R(φ)ᵀ. */
function oneMode(nu: number, r: number, phi: number): GaussianState {
  const [c, s, up, down] = [Math.cos(phi), Math.sin(phi), nu * Math.exp(2 * r), nu * Math.exp(-2 * r)];
  const x = c * s * (up - down);
  const data = Float64Array.of(c * c * up + s * s * down, x, x, s * s * up + c * c * down);
  return gaussianState('boson', { rows: 2, cols: 2, data });
}
const det2 = (a: Float64Array): number => a[0]! * a[3]! - a[1]! * a[2]!;

/** V of two independent modes. */
function product(a: GaussianState, b: GaussianState): GaussianState {
  const data = new Float64Array(16);
  [a, b].forEach(({ covariance }, mode) => {
    for (let i = 0; i < 2; i++) {
      for (let j = 0; j < 2; j++) data[(2 * i + mode) * 4 + 2 * j + mode] = covariance.data[2 * i + j]!;
    }
  });
  return gaussianState('boson', { rows: 4, cols: 4, data });
}

describe('fidelity', () => {
  const spectra = [
    [1.4, 2.2],
    [1, 3],
    [1, 1],
    [1.0001, 1.3],
  ] as const;
  const cases = spectra.map(([nu, mu]) => [oneMode(nu, 0.3, 0.2), oneMode(mu, -0.5, 1.1)] as const);

  test('of one mode is 2/(√(Δ + Λ) − √Λ), after Scutaru', () => {
    cases.forEach(([a, b], at) => {
      const [nu, mu] = spectra[at]!;
      const Delta = det2(a.covariance.data.map((x, k) => x + b.covariance.data[k]!));
      const Lambda = (nu ** 2 - 1) * (mu ** 2 - 1);
      const F = 2 / (Math.sqrt(Delta + Lambda) - Math.sqrt(Lambda));
      expect(gaussianFidelity(a, b)).toBeCloseTo(F, 12);
      expect(gaussianFidelity(b, a)).toBeCloseTo(F, 12);
    });
  });

  test('of two modes factorises, in whatever frame', () => {
    const S = randomSymplectic(2, 4);
    const [a, b] = [product(cases[0]![0], cases[1]![0]), product(cases[0]![1], cases[1]![1])];
    const F = gaussianFidelity(...cases[0]!) * gaussianFidelity(...cases[1]!);
    expect(gaussianFidelity(a, b)).toBeCloseTo(F, 12);
    expect(gaussianFidelity(transformed(a, S), transformed(b, S))).toBeCloseTo(F, 11);
  });

  test('of a state with itself is 1, of pure states the overlap', () => {
    const mixed = randomGaussian('boson', [1.2, 1.7, 2.5], 3);
    expect(gaussianFidelity(mixed, mixed)).toBeCloseTo(1, 11);
    const [a, b] = [randomGaussian('boson', [1, 1], 3), randomGaussian('boson', [1, 1], 5)];
    expect(gaussianFidelity(a, b)).toBeCloseTo(gaussianOverlap(a, b), 7);
  });

  test('of squeezed vacua is 1/cosh(r − s); close ones keep their distance', () => {
    expect(gaussianOverlap(oneMode(1, 0.7, 0.3), oneMode(1, 0.2, 0.3))).toBeCloseTo(1 / Math.cosh(0.5), 13);
    const near = gaussianDistance(oneMode(1, 0.7, 0), oneMode(1, 0.7 + 1e-9, 0));
    expect(near * 1e9).toBeCloseTo(Math.SQRT1_2, 5); // g = ½dr²
  });
});

test('relative entropy is ⟨K_σ⟩ − S, of thermal oscillators that of their distributions', () => {
  const [a, b] = [randomGaussian('boson', [1.2, 1.7, 2.5], 3), randomGaussian('boson', [1.3, 1.1, 3], 5)];
  const K = gaussianModularHamiltonian(b).hamiltonian;
  expect(gaussianRelativeEntropy(a, b)).toBeCloseTo(gaussianEnergy(K, a) - gaussianEntropy(a), 11);
  expect(gaussianEnergy(gaussianModularHamiltonian(a).hamiltonian, a)).toBeCloseTo(gaussianEntropy(a), 11);
  expect(gaussianRelativeEntropy(a, a)).toBeLessThan(1e-12);
  const [n, m] = [0.3, 1.1]; // mean numbers
  const [p, q] = [n / (n + 1), m / (m + 1)];
  const exact = Math.log((1 - p) / (1 - q)) + n * Math.log(p / q);
  expect(gaussianRelativeEntropy(oneMode(2 * n + 1, 0, 0), oneMode(2 * m + 1, 0, 0))).toBeCloseTo(exact, 12);
  expect(gaussianRelativeEntropy(oneMode(3, 0, 0), oneMode(1, 0, 0))).toBe(Infinity);
  expect(gaussianRelativeEntropy(oneMode(1, 0.2, 0), oneMode(1, 0.2, 0))).toBe(0);
});

describe('oscillators', () => {
  test('on a ring have ω² = m² + 4κ sin²(k/2); on a grid the energy of their frequencies', () => {
    const { energy, excitations } = gaussianGroundState(harmonicRing(9, { mass: 0.4, coupling: 1.7 }));
    const exact = Array.from({ length: 9 }, (_, k) => Math.sqrt(0.16 + 6.8 * Math.sin((Math.PI * k) / 9) ** 2));
    expect(
      distance(
        excitations,
        exact.sort((x, y) => x - y),
      ),
    ).toBeLessThan(1e-13);
    expect(energy).toBeCloseTo(
      exact.reduce((sum, w) => sum + w / 2, 0),
      12,
    );
    const torus = harmonicLattice(grid(3, 4), { mass: 1 });
    const ground = gaussianGroundState(torus);
    expect(gaussianEnergy(torus, ground.state)).toBeCloseTo(ground.energy, 12);
  });

  test('of general form agree with those of unit masses, and are checked', () => {
    const h = harmonicRing(5, { mass: 0.6 });
    const rotated = modeTransform(randomUnitary(5, randomStream(2, 'modes')), 'boson');
    const general = quadraticHamiltonian(
      'boson',
      transformed({ ...gaussianVacuum('boson', 5), covariance: h.matrix }, rotated).covariance,
    );
    const [plain, turned] = [gaussianGroundState(h), gaussianGroundState(general)];
    expect(distance(plain.excitations, turned.excitations)).toBeLessThan(1e-12);
    expect(distance(transformed(plain.state, rotated).covariance.data, turned.state.covariance.data)).toBeLessThan(
      1e-12,
    );
    expect(gaussianEnergy(general, turned.state)).toBeCloseTo(plain.energy, 12);
    expect(gaussianFreeEnergy(general, 0.7)).toBeCloseTo(gaussianFreeEnergy(h, 0.7), 11);
    expect(
      distance(
        gaussianThermal(general, 0.7).covariance.data,
        transformed(gaussianThermal(h, 0.7), rotated).covariance.data,
      ),
    ).toBeLessThan(1e-11);
    expect(() => gaussianGroundState(quadraticHamiltonian('boson', scaled(-1, h.matrix)))).toThrow(
      'a positive definite boson Hamiltonian required',
    );
    expect(() => harmonicRing(4, { mass: 0 })).toThrow('a mass > 0 required, got 0');
  });

  test('move by e^{Ωht}, stable or not', () => {
    const unstable = quadraticHamiltonian('boson', { rows: 2, cols: 2, data: Float64Array.of(-0.5, 0, 0, 1) });
    const free = quadraticHamiltonian('boson', { rows: 2, cols: 2, data: Float64Array.of(0, 0, 0, 1) });
    for (const h of [harmonicLattice(ring(3), { mass: 0.5 }), unstable, free, randomQuadratic('boson', 2, 6)]) {
      const exact = matrixExponential(complexOf(scaled(1.3, omegaTimes(h.matrix)))).interleaved.filter(
        (_, k) => k % 2 === 0,
      );
      expect(distance(evolutionMatrix(h, 1.3).data, exact)).toBeLessThan(1e-12);
      const state = gaussianEvolution(h, randomGaussian('boson', new Array(h.modes).fill(1.5), 1), 1.3);
      expect(gaussianEntropy(state)).toBeCloseTo(h.modes * gaussianEntropy(oneMode(1.5, 0, 0)), 10);
    }
  });

  test('have the free energy F = E − S/β, as fermions have', () => {
    for (const h of [
      randomQuadratic('boson', 3, 5),
      harmonicRing(4, { mass: 0.7 }),
      randomQuadratic('fermion', 3, 5),
    ]) {
      const state = gaussianThermal(h, 0.8);
      expect(gaussianFreeEnergy(h, 0.8)).toBeCloseTo(gaussianEnergy(h, state) - gaussianEntropy(state) / 0.8, 11);
    }
    const single = harmonicRing(1, { mass: 2, coupling: 0 });
    expect(gaussianFreeEnergy(single, 0.6)).toBeCloseTo(Math.log(2 * Math.sinh(0.6)) / 0.6, 13);
    expect(() => gaussianFreeEnergy(single, 0)).toThrow('a positive inverse temperature required, got 0');
  });

  test('in thermal states have Planck numbers, and purifications that are pure', () => {
    const state = gaussianThermal(harmonicRing(1, { mass: 1, coupling: 0 }), 0.9);
    expect(occupations(state)[0]).toBeCloseTo(1 / Math.expm1(0.9), 13);
    expect(gaussianParity(state)).toBeCloseTo(Math.tanh(0.45), 13);
    const mixed = randomGaussian('boson', [1.4, 2.2], 8);
    const pure = purification(mixed);
    expect(gaussianEntropy(pure)).toBeLessThan(1e-10);
    expect(distance(restricted(pure, [0, 1]).covariance.data, mixed.covariance.data)).toBe(0);
  });
});

test('a matrix that is not symplectic, orthogonal or unitary is refused', () => {
  const state = gaussianVacuum('boson', 2);
  expect(() => transformed(state, { rows: 4, cols: 4, data: new Float64Array(16) })).toThrow(
    'a symplectic matrix required',
  );
  expect(() => transformed(state, { rows: 2, cols: 2, data: Float64Array.of(2, 0, 0, 1) })).toThrow(
    'a unitary matrix required',
  );
  expect(() => transformed(state, { rows: 3, cols: 3, data: new Float64Array(9) })).toThrow('got 3 × 3');
});

test('the fidelity of states without x–p correlations is that of the same states with turned quadratures', () => {
  const [a, b] = [
    gaussianThermal(harmonicRing(7, { mass: 0.5 }), 1),
    gaussianThermal(harmonicRing(7, { mass: 0.9, coupling: 2 }), 0.4),
  ] as const;
  const phases = { rows: 7, cols: 7, interleaved: new Float64Array(2 * 49) };
  for (let k = 0; k < 7; k++) phases.interleaved.set([Math.cos(k + 0.3), Math.sin(k + 0.3)], 2 * (8 * k));
  const turned = gaussianFidelity(transformed(a, phases), transformed(b, phases));
  expect(gaussianFidelity(a, b) / turned).toBeCloseTo(1, 12);
  expect(turned).toBeGreaterThan(0.01);
  expect(turned).toBeLessThan(0.9);
});
