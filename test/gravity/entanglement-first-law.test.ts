import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { groundState } from '../../datasets/ground-state.ts';
import { thermal } from '../../datasets/thermal.ts';
import { DomainError } from '../../src/errors.ts';
import { monotoneMetric } from '../../src/estimation/monotone-metrics.ts';
import {
  entanglementFirstLaw,
  entropyDerivative,
  modularHamiltonian,
  regionFirstLaw,
  relativeEntropy,
  relativeEntropyHessian,
} from '../../src/gravity/entanglement-first-law.ts';
import { type ComplexMatrix, complexMatrix } from '../../src/linalg/complex.ts';
import { addScaledMatrix, adjoint, diagonalMatrix, frobeniusNorm, multiply, trace } from '../../src/linalg/matrix.ts';
import { randomStream, randomVector } from '../../src/linalg/random.ts';
import { addScaled, normalised } from '../../src/linalg/vector.ts';
import { transverseFieldIsing } from '../../src/operator/hamiltonian.ts';
import { chain, ring } from '../../src/operator/lattice.ts';
import { pauliSumMatrix } from '../../src/operator/pauli-sum.ts';
import { entropy } from '../../src/state/entropy.ts';
import { reducedDensityMatrix } from '../../src/state/reduced-density-matrix.ts';

/** A full-rank density matrix and Hermitian directions without trace. */
function example(seed: number, size: number, directions: number) {
  const stream = randomStream(seed, 'first law');
  const root = (): ComplexMatrix => ({
    rows: size,
    cols: size,
    interleaved: Float64Array.from({ length: 2 * size * size }, () => stream.normal()),
  });
  const hermitian = (a: ComplexMatrix): ComplexMatrix => addScaledMatrix(a, [1, 0], adjoint(a));
  const identity = diagonalMatrix(new Array(size).fill(1));
  const factor = root();
  const wishart = multiply(factor, factor, { adjointB: true });
  // A share of the identity keeps the spectrum away from 0.
  const rho = addScaledMatrix(identity, [1, 0], wishart);
  const scaledRho = { ...rho, interleaved: rho.interleaved.map((x) => x / trace(rho)[0]) };
  const derivatives = Array.from({ length: directions }, () => {
    const h = hermitian(root());
    const traceless = addScaledMatrix(h, [-trace(h)[0] / size, 0], identity);
    const norm = frobeniusNorm(traceless) * 4 * size;
    return { ...traceless, interleaved: traceless.interleaved.map((x) => x / norm) };
  });
  return { rho: scaledRho, derivatives };
}

const slope = (f: (h: number) => number, h: number): number => Math.log2(f(h) / f(h / 2));
const energyOf = (rho: ComplexMatrix, h: ComplexMatrix): number => trace(multiply(rho, h))[0];

describe('the modular Hamiltonian', () => {
  test('of a thermal state is βH + log Z', () => {
    const hamiltonian = transverseFieldIsing(chain(3), { field: 0.7 });
    const beta = 0.8;
    const matrix = pauliSumMatrix(hamiltonian);
    const { density } = thermal(hamiltonian, beta);
    const constant = addScaledMatrix(modularHamiltonian(density), [-beta, 0], matrix);
    const logZ = constant.interleaved[0]!;
    expect(frobeniusNorm(addScaledMatrix(constant, [-logZ, 0], diagonalMatrix(new Array(8).fill(1))))).toBeLessThan(
      1e-11,
    );
    // log Z = S − β⟨H⟩
    expect(logZ).toBeCloseTo(entropy(density) - beta * energyOf(density, matrix), 11);
  });

  test('has the entropy as its expectation, in any state, of full rank or not', () => {
    const { rho } = example(1, 5, 0);
    expect(energyOf(rho, modularHamiltonian(rho))).toBeCloseTo(entropy(rho), 12);
    const lower = diagonalMatrix([0.25, 0.75, 0]);
    expect(energyOf(lower, modularHamiltonian(lower))).toBeCloseTo(entropy(lower), 13);
  });
});

describe('relative entropy', () => {
  test('of commuting states is that of Kullback and Leibler', () => {
    const [p, q] = [
      [0.5, 0.3, 0.2],
      [0.2, 0.2, 0.6],
    ] as const;
    const expected = p.reduce((sum, x, k) => sum + x * Math.log(x / q[k]!), 0);
    expect(relativeEntropy(diagonalMatrix(p), diagonalMatrix(q))).toBeCloseTo(expected, 13);
  });

  test('to the maximally mixed state is log D − S, of a state to a thermal one the difference of free energies', () => {
    const { rho } = example(2, 4, 0);
    const mixed = diagonalMatrix(new Array(4).fill(1 / 4));
    expect(relativeEntropy(rho, mixed)).toBeCloseTo(Math.log(4) - entropy(rho), 12);
    const hamiltonian = transverseFieldIsing(chain(2), { field: 1.3 });
    const matrix = pauliSumMatrix(hamiltonian);
    const { density } = thermal(hamiltonian, 0.6);
    const freeEnergy = (state: ComplexMatrix): number => 0.6 * energyOf(state, matrix) - entropy(state);
    expect(relativeEntropy(rho, density)).toBeCloseTo(freeEnergy(rho) - freeEnergy(density), 12);
  });

  test('is infinite outside the support, finite inside it', () => {
    const [half, up] = [diagonalMatrix([0.5, 0.5]), diagonalMatrix([1, 0])];
    expect(relativeEntropy(half, up)).toBe(Infinity);
    expect(relativeEntropy(up, half)).toBeCloseTo(Math.LN2, 14);
    expect(relativeEntropy(up, up)).toBe(0);
  });

  test('is not negative, and decreases when sites are lost', () => {
    fc.assert(
      fc.property(fc.nat(1000), (seed) => {
        const a = example(seed, 8, 0).rho;
        const b = example(seed + 5000, 8, 0).rho;
        const all = relativeEntropy(a, b);
        const kept = (state: ComplexMatrix) => reducedDensityMatrix(state, [2, 2, 2], [0, 2]);
        const part = relativeEntropy(kept(a), kept(b));
        expect(part).toBeGreaterThan(0);
        expect(part).toBeLessThan(all + 1e-12);
      }),
      { seed: 7, numRuns: 20 },
    );
  });
});

describe('the first law of entanglement', () => {
  test('is an identity with the relative entropy as its remainder', () => {
    const { rho, derivatives } = example(3, 6, 1);
    const changed = addScaledMatrix(rho, [0.7, 0], derivatives[0]!);
    const law = entanglementFirstLaw(rho, changed);
    expect(law.modularChange - law.entropyChange).toBeCloseTo(law.relativeEntropy, 13);
    expect(law.relativeEntropy).toBeGreaterThan(1e-4);
  });

  test('fails at second order only: the remainder has slope 2 in the size of the change', () => {
    const { rho, derivatives } = example(4, 6, 1);
    const at = (h: number) => entanglementFirstLaw(rho, addScaledMatrix(rho, [h, 0], derivatives[0]!));
    expect(slope((h) => at(h).relativeEntropy, 1e-4)).toBeCloseTo(2, 3);
    expect(slope((h) => Math.abs(at(h).entropyChange - at(h).modularChange), 2e-2)).toBeCloseTo(2, 1);
    expect(slope((h) => Math.abs(at(h).modularChange), 1e-3)).toBeCloseTo(1, 9);
  });

  test('holds for a region of a pure state that is perturbed', () => {
    const stream = randomStream(5, 'regions');
    const dimensions = [2, 2, 2, 2, 2];
    const [psi, phi] = [randomVector(32, stream), randomVector(32, stream)];
    const at = (h: number) => regionFirstLaw(psi, normalised(addScaled(psi, [h, 0], phi)), dimensions, [1, 3]);
    expect(slope((h) => Math.abs(at(h).entropyChange - at(h).modularChange), 1e-2)).toBeCloseTo(2, 1);
    const small = at(1e-4);
    expect(Math.abs(small.entropyChange)).toBeGreaterThan(1e-6);
    expect(small.entropyChange / small.modularChange).toBeCloseTo(1, 2);
  });

  test('holds for half of a gapped chain, whose spectrum falls below what numbers can resolve', () => {
    const dimensions = new Array<number>(8).fill(2);
    const at = (field: number) => groundState(transverseFieldIsing(ring(8), { field })).amplitudes;
    const law = (h: number) => regionFirstLaw(at(2), at(2 + h), dimensions, [0, 1, 2, 3]);
    const { entropyChange, modularChange, relativeEntropy: remainder } = law(0.02);
    expect(modularChange - entropyChange).toBeCloseTo(remainder, 12);
    expect(entropyChange).toBeLessThan(0); // away from the critical point
    expect(slope((h) => law(h).relativeEntropy, 0.01)).toBeCloseTo(2, 1);
  });

  test('of a thermal state is dS = β dE', () => {
    const hamiltonian = transverseFieldIsing(chain(3));
    const matrix = pauliSumMatrix(hamiltonian);
    const beta = 0.5;
    const [here, there] = [thermal(hamiltonian, beta).density, thermal(hamiltonian, beta + 1e-3).density];
    const { modularChange } = entanglementFirstLaw(here, there);
    expect(modularChange).toBeCloseTo(beta * (energyOf(there, matrix) - energyOf(here, matrix)), 12);
  });

  test('of a qubit state agrees with the derivative of the binary entropy', () => {
    const p = 0.3;
    const derivative = entropyDerivative(diagonalMatrix([p, 1 - p]), diagonalMatrix([1, -1]));
    expect(derivative).toBeCloseTo(Math.log((1 - p) / p), 14);
  });

  test('refuses a change that leaves the support', () => {
    expect(() => entropyDerivative(diagonalMatrix([1, 0]), diagonalMatrix([-1, 1]))).toThrow(DomainError);
    const off = complexMatrix([
      [0, 1],
      [1, 0],
    ]);
    expect(entropyDerivative(diagonalMatrix([1, 0]), off)).toBeCloseTo(0, 14); // a rotation, to first order
  });
});

describe('the Hessian of the relative entropy', () => {
  test.each([2, 4, 6])('is the Bogoliubov–Kubo–Mori metric, D = %d', (size) => {
    const tangent = example(10 + size, size, 3);
    const hessian = relativeEntropyHessian(tangent, 0.1).data;
    const metric = monotoneMetric(tangent, 'BKM').data;
    const scale = Math.max(...metric);
    hessian.forEach((value, k) => {
      expect(Math.abs(value - metric[k]!) / scale).toBeLessThan(1e-8);
    });
    // Not one of the other monotone metrics.
    const other = monotoneMetric(tangent, 'SLD').data;
    expect(Math.abs(other[0]! - hessian[0]!) / scale).toBeGreaterThan(1e-6);
  });

  test('of a Bloch vector of length r: r·artanh r across, 1/(1 − r²) along', () => {
    const r = 0.6;
    const rho = diagonalMatrix([(1 + r) / 2, (1 - r) / 2]);
    const across = complexMatrix([
      [0, r / 2],
      [r / 2, 0],
    ]);
    const along = diagonalMatrix([1 / 2, -1 / 2]);
    const { data } = relativeEntropyHessian({ rho, derivatives: [across, along] });
    expect(data[0]).toBeCloseTo(r * Math.atanh(r), 9);
    expect(data[3]).toBeCloseTo(1 / (1 - r * r), 9);
    expect(data[1]).toBeCloseTo(0, 9);
  });

  test('of thermal states along β is the variance of H', () => {
    const hamiltonian = transverseFieldIsing(chain(2), { field: 0.9 });
    const matrix = pauliSumMatrix(hamiltonian);
    const { density } = thermal(hamiltonian, 0.4);
    const mean = energyOf(density, matrix);
    const shifted = addScaledMatrix(matrix, [-mean, 0], diagonalMatrix(new Array(4).fill(1)));
    const derivative = multiply(shifted, density);
    const change = { ...derivative, interleaved: derivative.interleaved.map((x) => -x) };
    const variance = energyOf(density, multiply(shifted, shifted));
    expect(relativeEntropyHessian({ rho: density, derivatives: [change] }).data[0]).toBeCloseTo(variance, 8);
  });

  test('refuses a step out of the states', () => {
    const tangent = { rho: diagonalMatrix([0.99, 0.01]), derivatives: [diagonalMatrix([1, -1])] };
    expect(() => relativeEntropyHessian(tangent)).toThrow(DomainError);
  });
});
