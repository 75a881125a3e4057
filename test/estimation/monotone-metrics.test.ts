import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { thermal } from '../../datasets/thermal.ts';
import type { Circuit } from '../../src/circuit/circuit.ts';
import type { DensityTangent } from '../../src/estimation/density-tangent.ts';
import { MONOTONE_METRICS, type MonotoneMetric, monotoneMetric } from '../../src/estimation/monotone-metrics.ts';
import { densityTangent } from '../../src/fisher/density-tangent.ts';
import { quantumFisherInformation } from '../../src/fisher/quantum-fisher-information.ts';
import { complexMatrix } from '../../src/linalg/complex.ts';
import { hermitianEigenvalues } from '../../src/linalg/hermitian-eigen.ts';
import { addScaledMatrix, scaledMatrix } from '../../src/linalg/matrix.ts';
import type { PauliSum } from '../../src/operator/pauli-sum.ts';
import { pauliSumMatrix } from '../../src/operator/pauli-sum.ts';
import { arbitraryCircuit } from '../helpers/arbitrary-circuit.ts';

/** ρ = (1 + rσ_z)/2 moved along the radius and along σ_x. */
const qubit = (r: number): DensityTangent => ({
  rho: complexMatrix([
    [(1 + r) / 2, 0],
    [0, (1 - r) / 2],
  ]),
  derivatives: [
    complexMatrix([
      [1 / 2, 0],
      [0, -1 / 2],
    ]),
    complexMatrix([
      [0, r / 2],
      [r / 2, 0],
    ]),
  ],
});

/** g along a rotation of the Bloch vector of length r. */
const TANGENTIAL: Readonly<Record<MonotoneMetric, (r: number) => number>> = {
  SLD: (r) => r * r,
  Bures: (r) => (r * r) / 4,
  BKM: (r) => r * Math.atanh(r),
  RLD: (r) => (r * r) / (1 - r * r),
  'Wigner–Yanase': (r) => 2 * (1 - Math.sqrt(1 - r * r)),
};

describe.each(MONOTONE_METRICS)('%s', (name) => {
  test.each([0.1, 0.6, 0.95])('on a qubit with Bloch vector %d: closed form', (r) => {
    const [radial, mixed, , tangential] = monotoneMetric(qubit(r), name).data;
    expect(radial).toBeCloseTo((name === 'Bures' ? 1 / 4 : 1) / (1 - r * r), 10);
    expect(mixed).toBeCloseTo(0, 12);
    expect(tangential).toBeCloseTo(TANGENTIAL[name](r), 10);
  });

  test('of a thermal state along the temperature is the variance of the energy', () => {
    const { rho, energyVariance, derivative } = heated(0.7);
    const g = monotoneMetric({ rho, derivatives: [derivative] }, name).data[0]!;
    expect(g).toBeCloseTo(name === 'Bures' ? energyVariance / 4 : energyVariance, 7);
  });

  test('decreases when a qubit is lost', () => {
    fc.assert(
      fc.property(arbitraryCircuit(3, 8), fc.nat(2), ({ circuit, theta }, lost) => {
        const size = 2 ** circuit.qubits;
        const spectrum = Array.from({ length: size }, (_, k) => (2 * (k + 1)) / (size * (size + 1)));
        const mixed: Circuit = { ...circuit, reference: { spectrum } };
        const kept = [0, 1, 2].slice(0, circuit.qubits).filter((site) => site !== lost);
        if (kept.length === 0) return;
        const whole = monotoneMetric(densityTangent(mixed, theta), name);
        const less = monotoneMetric(densityTangent(mixed, theta, kept), name);
        const difference = { ...whole, data: whole.data.map((x, at) => x - less.data[at]!) };
        const rows = Array.from({ length: whole.rows }, (_, i) =>
          Array.from(difference.data.subarray(i * whole.rows, (i + 1) * whole.rows)),
        );
        expect(hermitianEigenvalues(complexMatrix(rows))[0]).toBeGreaterThan(-1e-10);
      }),
      { numRuns: 25, seed: 7 },
    );
  });
});

test('the Kubo–Mori metric of e^{−H−sK} is the Hessian of log Z, no other is', () => {
  const H: PauliSum = {
    qubits: 2,
    terms: [
      { word: 'ZZ', coefficient: 0.8 },
      { word: 'XI', coefficient: 0.5 },
    ],
  };
  const K: PauliSum = {
    qubits: 2,
    terms: [
      { word: 'ZI', coefficient: 1 },
      { word: 'YX', coefficient: 0.4 },
    ],
  };
  const shifted = (s: number): PauliSum => ({
    qubits: 2,
    terms: [...H.terms, ...K.terms.map(({ word, coefficient }) => ({ word, coefficient: s * coefficient }))],
  });
  const logPartition = (s: number): number =>
    Math.log(hermitianEigenvalues(pauliSumMatrix(shifted(s))).reduce((sum, energy) => sum + Math.exp(-energy), 0));
  const step = 0.01;
  const [a, b, c, d, e] = [-2, -1, 0, 1, 2].map((k) => logPartition(k * step)) as [
    number,
    number,
    number,
    number,
    number,
  ];
  const hessian = (-a + 16 * b - 30 * c + 16 * d - e) / (12 * step * step);
  const density = (s: number) => thermal(shifted(s), 1).density;
  const derivative = scaledMatrix([1 / 2e-4, 0], addScaledMatrix(density(1e-4), [-1, 0], density(-1e-4)));
  const tangent = { rho: density(0), derivatives: [derivative] };
  expect(monotoneMetric(tangent, 'BKM').data[0]).toBeCloseTo(hessian, 6);
  expect(monotoneMetric(tangent, 'SLD').data[0]).toBeLessThan(hessian - 1e-2);
});

test('SLD ≤ Wigner–Yanase ≤ BKM ≤ RLD', () => {
  for (const r of [0.2, 0.7, 0.99]) {
    const values = (['SLD', 'Wigner–Yanase', 'BKM', 'RLD'] as const).map(
      (name) => monotoneMetric(qubit(r), name).data[3]!,
    );
    expect(values).toEqual([...values].sort((x, y) => x - y));
  }
});

test('for pure states SLD is 4·Re Q and Wigner–Yanase twice that; BKM and RLD are infinite', () => {
  const gates = ['XY', 'ZI', 'YZ'].map((word, parameter) => ({ word, angle: { parameter } }));
  const circuit: Circuit = { kind: 'circuit', qubits: 2, parameters: 3, gates };
  const theta = Float64Array.of(0.3, 1.2, -0.7);
  const tangent = densityTangent(circuit, theta);
  const F = quantumFisherInformation(circuit, theta).data;
  const skew = monotoneMetric(tangent, 'Wigner–Yanase').data;
  monotoneMetric(tangent, 'SLD').data.forEach((entry, at) => {
    expect(entry).toBeCloseTo(F[at]!, 12);
    expect(skew[at]).toBeCloseTo(2 * F[at]!, 7);
  });
  for (const name of ['BKM', 'RLD'] as const) expect(() => monotoneMetric(tangent, name)).toThrow(/support of ρ/);
});

/** A thermal state of two coupled spins, its derivative in β by exact weights, and the variance of its energy. */
function heated(beta: number) {
  const hamiltonian: PauliSum = {
    qubits: 2,
    terms: [
      { word: 'ZZ', coefficient: 1 },
      { word: 'XI', coefficient: 0.6 },
      { word: 'IX', coefficient: 0.4 },
    ],
  };
  const density = (at: number) => thermal(hamiltonian, at).density;
  const step = 1e-4;
  const derivative = scaledMatrix(
    [1 / (2 * step), 0],
    addScaledMatrix(density(beta + step), [-1, 0], density(beta - step)),
  );
  const energies = hermitianEigenvalues(pauliSumMatrix(hamiltonian));
  const weights = energies.map((energy) => Math.exp(-beta * energy));
  const Z = weights.reduce((sum, weight) => sum + weight);
  const mean = energies.reduce((sum, energy, k) => sum + (energy * weights[k]!) / Z, 0);
  const energyVariance = energies.reduce((sum, energy, k) => sum + ((energy - mean) ** 2 * weights[k]!) / Z, 0);
  return { rho: density(beta), derivative, energyVariance };
}
