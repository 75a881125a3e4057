import { describe, expect, test } from 'vitest';
import { correlationsOfGaussian, gaussianOfCorrelation } from '../../src/gaussian/correlation.ts';
import { entropiesOfGaussian, gaussianEntropy } from '../../src/gaussian/entropies.ts';
import { gaussianEvolution, transformed } from '../../src/gaussian/evolution.ts';
import { xyChain } from '../../src/gaussian/fermion-models.ts';
import { gaussianDistance, gaussianFidelity, gaussianOverlap } from '../../src/gaussian/fidelity.ts';
import { type GaussianState, gaussianState, gaussianVacuum } from '../../src/gaussian/gaussian-state.ts';
import { gaussianGroundState } from '../../src/gaussian/ground-state.ts';
import { pauliSumOfQuadratic, quadraticOfPauliSum } from '../../src/gaussian/jordan-wigner.ts';
import { gaussianModularHamiltonian, gaussianRelativeEntropy } from '../../src/gaussian/modular-hamiltonian.ts';
import { gaussianExpectation, orderCorrelator } from '../../src/gaussian/order-correlator.ts';
import { gaussianParity, occupations } from '../../src/gaussian/parity.ts';
import { gaussianEnergy, quadraticOfHopping } from '../../src/gaussian/quadratic-hamiltonian.ts';
import { gaussianFreeEnergy, gaussianThermal, gaussianThermofieldDouble } from '../../src/gaussian/thermal.ts';
import { relativeEntropy } from '../../src/gravity/entanglement-first-law.ts';
import { zeroVector } from '../../src/linalg/complex.ts';
import { hermitianEigen, hermitianEigenvalues } from '../../src/linalg/hermitian-eigen.ts';
import { adjoint, multiply, scaledMatrix } from '../../src/linalg/matrix.ts';
import { matrixExponential } from '../../src/linalg/matrix-exponential.ts';
import { randomStream, randomUnitary } from '../../src/linalg/random.ts';
import { pauliSumMatrix } from '../../src/operator/pauli-sum.ts';
import { entropy } from '../../src/state/entropy.ts';
import { fidelity } from '../../src/state/fidelity.ts';
import { projector } from '../../src/state/reduced-density-matrix.ts';
import { contiguousEntropies, entropiesOfState } from '../../src/state/region-entropies.ts';
import {
  denseCovariance,
  denseExpectation,
  denseGroundState,
  denseThermal,
  distance,
} from '../helpers/dense-fermions.ts';
import { randomQuadratic } from '../helpers/random-gaussian.ts';

const N = 5;
const sums = [1, 2].map((seed) => pauliSumOfQuadratic(randomQuadratic('fermion', N, seed)));
const hamiltonians = [1, 2].map((seed) => randomQuadratic('fermion', N, seed)) as [
  ReturnType<typeof randomQuadratic>,
  ReturnType<typeof randomQuadratic>,
];
const rho = denseThermal(sums[0]!, 0.8);
const sigma = denseThermal(sums[1]!, 0.4);
const [ours, theirs] = [gaussianThermal(hamiltonians[0], 0.8), gaussianThermal(hamiltonians[1], 0.4)];
const covarianceOf = (state: GaussianState): Float64Array => state.covariance.data;

describe('thermal states of complex hopping and pairing', () => {
  test('have the covariance, energy and free energy of exp(−βH)', () => {
    expect(distance(covarianceOf(ours), denseCovariance(rho, N))).toBeLessThan(1e-12);
    const energies = hermitianEigenvalues(pauliSumMatrix(sums[0]!));
    const Z = energies.reduce((sum, e) => sum + Math.exp(-0.8 * e), 0);
    expect(gaussianFreeEnergy(hamiltonians[0], 0.8)).toBeCloseTo(-Math.log(Z) / 0.8, 12);
    const mean = energies.reduce((sum, e) => sum + e * Math.exp(-0.8 * e), 0) / Z;
    expect(gaussianEnergy(hamiltonians[0], ours)).toBeCloseTo(mean, 12);
  });

  test('have the entropies of all intervals, of any order', () => {
    for (const order of [0.5, 1, 3, Infinity]) {
      const values = (entropies: ReturnType<typeof entropiesOfState>) =>
        contiguousEntropies(entropies).map((one) => one.entropy);
      const dense = entropiesOfState(rho, new Array(N).fill(2), { order });
      expect(distance(values(dense), values(entropiesOfGaussian(ours, undefined, { order })))).toBeLessThan(1e-12);
    }
    expect(gaussianEntropy(ours)).toBeCloseTo(entropy(rho), 12);
  });

  test('have the overlap, fidelity, distance and relative entropy of the density matrices', () => {
    const overlap = multiply(rho, sigma).interleaved.reduce((s, x, k) => (k % (2 * (2 ** N + 1)) === 0 ? s + x : s), 0);
    expect(gaussianOverlap(ours, theirs)).toBeCloseTo(overlap, 13);
    const F = fidelity(rho, sigma);
    expect(gaussianFidelity(ours, theirs)).toBeCloseTo(F, 12);
    expect(gaussianDistance(ours, theirs)).toBeCloseTo(Math.acos(Math.sqrt(F)), 12);
    expect(gaussianRelativeEntropy(ours, theirs)).toBeCloseTo(relativeEntropy(rho, sigma), 11);
    const { vector } = denseGroundState(sums[1]!);
    const ground = gaussianGroundState(hamiltonians[1]).state;
    expect(gaussianFidelity(ours, ground)).toBeCloseTo(fidelity(rho, vector), 12);
    expect(gaussianFidelity(ground, ours)).toBeCloseTo(fidelity(rho, vector), 12);
    expect(gaussianRelativeEntropy(ours, ground)).toBe(Infinity);
    expect(gaussianRelativeEntropy(ground, ours)).toBeCloseTo(-Math.log(1) + crossEntropy(vector), 11);
  });

  test('are e^{−K} of their modular Hamiltonian', () => {
    const { hamiltonian, unresolved, energies } = gaussianModularHamiltonian(ours);
    const K = pauliSumMatrix(pauliSumOfQuadratic(hamiltonian));
    expect(distance(matrixExponential(scaledMatrix([-1, 0], K)).interleaved, rho.interleaved)).toBeLessThan(1e-13);
    expect([unresolved, energies.length]).toEqual([0, N]);
    expect(gaussianModularHamiltonian(gaussianGroundState(hamiltonians[0]).state).unresolved).toBe(N);
  });

  test('move with time as density matrices do', () => {
    const U = matrixExponential(scaledMatrix([0, -0.37], pauliSumMatrix(sums[1]!)));
    const moved = multiply(multiply(U, rho), adjoint(U));
    const evolved = gaussianEvolution(hamiltonians[1], ours, 0.37);
    expect(distance(covarianceOf(evolved), denseCovariance(moved, N))).toBeLessThan(1e-12);
  });

  test('have the expectations of all words', () => {
    const words = [
      'XIIII',
      'XYIII',
      'YZZXI',
      'IZIIZ',
      'ZZZZZ',
      'XXYYI',
      'IYXZX',
      'XIXII',
      'ZXZYZ',
      'IIIII',
      'YIIIX',
      'XXXXI',
    ];
    for (const word of words) expect(gaussianExpectation(ours, word)).toBeCloseTo(denseExpectation(word, rho), 13);
    expect(gaussianParity(ours)).toBeCloseTo(denseExpectation('ZZZZZ', rho), 13);
    expect(occupations(ours)[2]).toBeCloseTo((1 - denseExpectation('IIZII', rho)) / 2, 13);
  });
});

/** −⟨ψ|log ρ|ψ⟩. */
function crossEntropy(psi: { readonly length: number; readonly interleaved: Float64Array }): number {
  const { values, vectors } = hermitianEigen(rho);
  const amplitudes = multiply(vectors, { rows: psi.length, cols: 1, interleaved: psi.interleaved }, { adjointA: true });
  return values.reduce(
    (sum, p, k) => sum - Math.log(p) * Math.hypot(...amplitudes.interleaved.subarray(2 * k, 2 * k + 2)) ** 2,
    0,
  );
}

describe('correlators of the real XY chain', () => {
  const hamiltonian = xyChain(8, { anisotropy: 0.6, field: 0.7 });
  const { state } = gaussianGroundState(hamiltonian);
  const { vector } = denseGroundState(pauliSumOfQuadratic(hamiltonian));
  test.each(['X', 'Y', 'Z', 'string'] as const)('%s', (kind) => {
    for (const [a, b] of [
      [0, 1],
      [1, 6],
      [5, 2],
      [0, 7],
    ] as const) {
      const word = Array.from({ length: 8 }, (_, j) =>
        j === a || j === b
          ? kind === 'string'
            ? 'Z'
            : kind
          : kind === 'string' && j > Math.min(a, b) && j < Math.max(a, b)
            ? 'Z'
            : 'I',
      ).join('');
      expect(orderCorrelator(state, a, b, kind)).toBeCloseTo(denseExpectation(word, vector), 12);
    }
  });

  test('sites that do not exist, and bosons, are named', () => {
    expect(() => orderCorrelator(state, 3, 3)).toThrow('two different sites below 8 required, got 3 and 3');
    expect(() => orderCorrelator(state, 0, 8)).toThrow('two different sites below 8');
    expect(() => gaussianExpectation(state, 'XX')).toThrow('8 letters required');
  });
});

test('the thermofield double is Σ e^{−βE/2}|E⟩|E*⟩ up to the order of operators: its overlap with another temperature', () => {
  // |⟨TFD(a)|TFD(b)⟩|² = Z((a + b)/2)²/Z(a)Z(b).
  const [a, b] = [0.8, 1.7];
  const energies = hermitianEigenvalues(pauliSumMatrix(sums[0]!));
  const Z = (beta: number): number => energies.reduce((sum, e) => sum + Math.exp(-beta * (e - energies[0]!)), 0);
  const [left, right] = [a, b].map((beta) => gaussianThermofieldDouble(hamiltonians[0], beta)) as [
    GaussianState,
    GaussianState,
  ];
  expect(gaussianOverlap(left, right)).toBeCloseTo(Z((a + b) / 2) ** 2 / (Z(a) * Z(b)), 12);
});

test('as qubits the thermofield double is Σ e^{−βE/2}|E⟩|E*⟩ with a factor i where the parity of E is odd', () => {
  const [n, beta] = [3, 0.9];
  const hamiltonian = randomQuadratic('fermion', n, 3);
  const { values, vectors } = hermitianEigen(pauliSumMatrix(pauliSumOfQuadratic(hamiltonian)));
  const size = 2 ** n;
  const psi = zeroVector(size * size);
  let Z = 0;
  for (let k = 0; k < size; k++) {
    const weight = Math.exp((-beta * values[k]!) / 2);
    Z += weight * weight;
    for (let a = 0; a < size; a++) {
      for (let b = 0; b < size; b++) {
        const [re, im, x, y] = [a, b].flatMap((row) => {
          const at = 2 * (row * size + k);
          return [vectors.interleaved[at]!, vectors.interleaved[at + 1]!];
        }) as [number, number, number, number];
        const [real, imaginary] = [weight * (re * x + im * y), weight * (im * x - re * y)]; // v_a · conj v_b
        const isOdd = [...a.toString(2)].filter((bit) => bit === '1').length % 2 === 1;
        const at = 2 * (a * size + b);
        psi.interleaved[at] = psi.interleaved[at]! + (isOdd ? -imaginary : real);
        psi.interleaved[at + 1] = psi.interleaved[at + 1]! + (isOdd ? real : imaginary);
      }
    }
  }
  const normalised = { ...psi, interleaved: psi.interleaved.map((x) => x / Math.sqrt(Z)) };
  const double = gaussianThermofieldDouble(hamiltonian, beta);
  expect(distance(covarianceOf(double), denseCovariance(projector(normalised), 2 * n))).toBeLessThan(1e-12);
});

describe('correlations', () => {
  const { state } = gaussianGroundState(hamiltonians[0]);

  test('⟨c†c⟩ and ⟨cc⟩ of a complex state are those of words, and give it back', () => {
    const { correlation, anomalous } = correlationsOfGaussian(state);
    const { vector } = denseGroundState(sums[0]!);
    const at = (word: string): number => denseExpectation(word, vector);
    // c_0†c_1 = (X − iY)Z(X + iY)/4 = (XX + YY + i(XY − YX))/4, c_0c_1 = (X + iY)Z… = (−XX + YY − i(XY + YX))/4 up to Z.
    expect(correlation.interleaved[2]).toBeCloseTo((at('XXIII') + at('YYIII')) / 4, 12);
    expect(correlation.interleaved[3]).toBeCloseTo((at('XYIII') - at('YXIII')) / 4, 12);
    expect(Math.abs(anomalous.interleaved[2]!)).toBeCloseTo(Math.abs(at('YYIII') - at('XXIII')) / 4, 12);
    expect(Math.abs(anomalous.interleaved[3]!)).toBeCloseTo(Math.abs(at('XYIII') + at('YXIII')) / 4, 12);
    expect(distance(covarianceOf(gaussianOfCorrelation(correlation, anomalous)), covarianceOf(state))).toBeLessThan(
      1e-14,
    );
  });

  test('a unitary of modes takes C to ŪCUᵀ', () => {
    const U = randomUnitary(N, randomStream(5, 'modes'));
    const before = correlationsOfGaussian(ours).correlation;
    const after = correlationsOfGaussian(transformed(ours, U)).correlation;
    const conjugate = { ...U, interleaved: U.interleaved.map((x, k) => (k % 2 === 0 ? x : -x)) };
    const product = multiply(multiply(conjugate, before), conjugate, { adjointB: true });
    expect(distance(after.interleaved, product.interleaved)).toBeLessThan(1e-13);
  });
});

test('Pauli sums of quadratic Hamiltonians are quadratic, with any string', () => {
  for (const string of ['X', 'Y', 'Z'] as const) {
    const back = quadraticOfPauliSum(pauliSumOfQuadratic(hamiltonians[0], { string }), { string });
    expect(distance(back.matrix.data, hamiltonians[0].matrix.data)).toBeLessThan(1e-15);
    expect(back.constant).toBe(hamiltonians[0].constant);
  }
  const words = ['XX', 'ZI', 'XI', 'ZZ', 'XZ'].map((word) => ({ word, coefficient: 1 }));
  expect(() => quadraticOfPauliSum({ qubits: 2, terms: words })).toThrow('strings of Z required, got XI, ZZ, XZ');
});

test('hopping and pairing are what they say', () => {
  const A = { rows: 2, cols: 2, interleaved: Float64Array.of(0.3, 0, 0.5, 0.2, 0.5, -0.2, -0.1, 0) };
  const B = { rows: 2, cols: 2, interleaved: Float64Array.of(0, 0, 0.4, 0.7, -0.4, -0.7, 0, 0) };
  const state = gaussianThermal(quadraticOfHopping(A, B), 1.1);
  // H on |00⟩, |01⟩, |10⟩, |11⟩ with c_0†c_1†|0⟩ = |11⟩: E = Σ A_ij⟨c_i†c_j⟩ + Re Σ B_ij⟨c_i†c_j†⟩.
  const { correlation: C, anomalous: F } = correlationsOfGaussian(state);
  const [c, f] = [C.interleaved, F.interleaved];
  let energy = 0;
  for (let k = 0; k < 4; k++) {
    energy += A.interleaved[2 * k]! * c[2 * k]! - A.interleaved[2 * k + 1]! * c[2 * k + 1]!;
    // ⟨c_i†c_j†⟩ = conj⟨c_j c_i⟩ = −conj F_ij.
    energy -= B.interleaved[2 * k]! * f[2 * k]! + B.interleaved[2 * k + 1]! * f[2 * k + 1]!;
  }
  expect(gaussianEnergy(quadraticOfHopping(A, B), state)).toBeCloseTo(energy, 13);
});

describe('what is not a state is named', () => {
  const matrix = (...data: number[]) => ({ rows: 2, cols: 2, data: Float64Array.from(data) });
  test.each([
    [
      'too large',
      () => gaussianState('fermion', matrix(0, 1.2, -1.2, 0)),
      'singular values of Γ of at most 1 required, got 1.2',
    ],
    [
      'not antisymmetric',
      () => gaussianState('fermion', matrix(0, 1, 1, 0)),
      'a real antisymmetric matrix required, got 1 and 1',
    ],
    ['not a number', () => gaussianState('fermion', matrix(0, Number.NaN, 0, 0)), 'finite entries required'],
    ['of odd size', () => gaussianState('fermion', { rows: 1, cols: 1, data: new Float64Array(1) }), 'shape (2n, 2n)'],
    [
      'too certain',
      () => gaussianState('boson', matrix(0.5, 0, 0, 1)),
      'symplectic eigenvalues of at least 1 required, got 0.7',
    ],
    ['not positive', () => gaussianState('boson', matrix(-1, 0, 0, -1)), 'got a covariance that is not positive'],
    ['of other statistics', () => gaussianState('anyon' as 'boson', matrix(1, 0, 0, 1)), "got 'anyon'"],
    [
      'a correlation above 1',
      () => gaussianOfCorrelation({ rows: 1, cols: 1, data: Float64Array.of(1.5) }),
      'at most 1 required, got 2',
    ],
    ['too large for memory', () => gaussianVacuum('fermion', 1e6), 'between 1 and 8000 modes required, got 1000000'],
    ['a chain of two sites and a half', () => xyChain(2.5), 'at least 2 sites required, got 2.5'],
    ['a chain too long', () => xyChain(1e5), 'between 1 and 8000 modes required'],
    [
      'other modes',
      () => gaussianOverlap(ours, gaussianState('fermion', matrix(0, 1, -1, 0))),
      'as many modes required',
    ],
  ])('%s', (_, call, message) => expect(call).toThrow(message));
});
