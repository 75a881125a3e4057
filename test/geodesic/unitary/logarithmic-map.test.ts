import { describe, expect, test } from 'vitest';
import { biInvariantLength } from '../../../src/complexity/bi-invariant-length.ts';
import { controlWords } from '../../../src/complexity/controls.ts';
import { weylCoordinates } from '../../../src/complexity/kak.ts';
import type { PenaltyMetric } from '../../../src/complexity/penalty-metric.ts';
import { weightedMetric } from '../../../src/complexity/right-invariant-metric.ts';
import { exponentialMap } from '../../../src/geodesic/unitary/exponential-map.ts';
import { logarithmicMap, logarithmicMaps } from '../../../src/geodesic/unitary/logarithmic-map.ts';
import { reachingPath, sampledPath, unitaryPathProblem } from '../../../src/geodesic/unitary/unitary-path.ts';
import { candidatesOf } from '../../../src/geodesic/unitary/unitary-search.ts';
import { type ComplexMatrix, identityMatrix } from '../../../src/linalg/complex.ts';
import { kronecker } from '../../../src/linalg/matrix.ts';
import { randomStream, randomUnitary } from '../../../src/linalg/random.ts';
import { coordinatesOfSum } from '../../../src/operator/pauli-coordinates.ts';
import { CCZ, CNOT, evolution, fourier, phaselessDistance, randomSum, SWAP, TOFFOLI } from './unitaries.ts';

const haar = (qubits: number, seed: number): ComplexMatrix => randomUnitary(2 ** qubits, randomStream(seed, 'target'));
/** SU(4) with weight 1 on one-qubit words and q on the others; SU(8) with q on three-qubit words. */
const split = (qubits: number, q: number): PenaltyMetric => ({ maxSize: qubits - 1, penalty: q });

describe('bi-invariant complexity', () => {
  /** Least standard deviation over all shifts of each phase by −2π, 0, 2π. */
  const bruteForce = (phases: readonly number[]): number => {
    let least = Infinity;
    for (let code = 0; code < 3 ** phases.length; code++) {
      const shifted = phases.map((phase, j) => phase + 2 * Math.PI * ((Math.floor(code / 3 ** j) % 3) - 1));
      const mean = shifted.reduce((sum, x) => sum + x, 0) / shifted.length;
      least = Math.min(least, Math.sqrt(shifted.reduce((sum, x) => sum + (x - mean) ** 2, 0) / shifted.length));
    }
    return least;
  };
  const { PI } = Math;
  test.each([
    ['CNOT', CNOT, (PI * Math.sqrt(3)) / 4, [0, 0, 0, PI]],
    ['SWAP', SWAP, (PI * Math.sqrt(3)) / 4, [0, 0, 0, PI]],
    ['CCZ', CCZ, (PI * Math.sqrt(7)) / 8, [0, 0, 0, 0, 0, 0, 0, PI]],
    ['Toffoli', TOFFOLI, (PI * Math.sqrt(7)) / 8, [0, 0, 0, 0, 0, 0, 0, PI]],
    // The Fourier transform on eight states has eigenvalues 1, −1, i, −i with multiplicities 3, 2, 2, 1: gap at −i.
    ['QFT₈', fourier(8), (3 * PI * Math.sqrt(7)) / 16, [0, 0, 0, PI, PI, PI / 2, PI / 2, -PI / 2]],
  ] as const)('of %s', (_name, V, known, phases) => {
    expect(Math.abs(bruteForce(phases) - biInvariantLength(V))).toBeLessThan(1e-10);
    expect(Math.abs(biInvariantLength(V) - known)).toBeLessThan(1e-10);
    const { value, result } = logarithmicMap({ penalty: 1 }, V);
    expect(result).toBe('converged');
    expect(Math.abs(value.length - known)).toBeLessThan(1e-10);
    expect(value.certificate.status).toBe('least length: it meets a lower bound');
    expect(phaselessDistance(exponentialMap({ penalty: 1 }, value).unitary, V)).toBeLessThan(1e-10);
  });

  test('is the norm of H for small H, and ignores the global phase', () => {
    const H = randomSum(3, 5, 0.05);
    const norm = Math.hypot(...H.terms.map(({ coefficient }) => coefficient));
    const withPhase = { ...H, terms: [...H.terms, { word: 'III', coefficient: 2 }] };
    expect(Math.abs(biInvariantLength(evolution(withPhase)) - norm)).toBeLessThan(1e-10);
  });
});

test.each([
  [1.5, 0.4],
  [4, 0.5],
  [4, 1.2],
  [10, 0.2],
  [10, 1.5],
  [Infinity, 0.3],
  [Infinity, 1.5],
])('Berger sphere of weight %d: exp(−iθZ) at θ = %d, on both sides of the cut', (q, theta) => {
  const known =
    theta <= Math.PI / q ? Math.sqrt(q) * theta : Math.sqrt(Math.PI ** 2 - (Math.PI - theta) ** 2 / (1 - 1 / q));
  const words = ['X', 'Y', ...(q < Infinity ? ['Z'] : [])];
  const search = {
    weights: weightedMetric(1, (word) => (word === 'Z' ? q : 1)),
    controls: { qubits: 1, words, weights: Float64Array.from(words, (word) => (word === 'Z' ? q : 1)) },
    unitary: evolution({ qubits: 1, terms: [{ word: 'Z', coefficient: theta }] }),
    slices: 8,
    tolerance: 1e-9,
    freeWords: [],
    phase: 'free' as const,
  };
  const reached = candidatesOf(search, { starts: 3, branches: 1, maxSteps: 100 }).filter(
    ({ residual }) => residual <= 1e-9,
  );
  expect(Math.abs(Math.min(...reached.map(({ length }) => length)) - known)).toBeLessThan(1e-10);
});

test('a triple of words weighed by name is a Berger sphere, beyond its cut, too', () => {
  const [q, theta] = [4, 1.2];
  const metric: PenaltyMetric = { words: { XI: 1, YZ: 1, ZZ: q }, penalty: Infinity };
  const { value } = logarithmicMap(metric, evolution({ qubits: 2, terms: [{ word: 'ZZ', coefficient: theta }] }));
  expect(value.length).toBeCloseTo(Math.sqrt(Math.PI ** 2 - (q / (q - 1)) * (Math.PI - theta) ** 2), 9);
  const forbidden = logarithmicMap(metric, evolution({ qubits: 2, terms: [{ word: 'XX', coefficient: theta }] }));
  expect(forbidden.value.certificate.status).toMatch(/unreachable/);
});

test('a chain-local word of three qubits that its neighbours generate costs no more than on its Berger sphere', () => {
  const V = evolution({ qubits: 3, terms: [{ word: 'ZYX', coefficient: 0.1 }] });
  const { value } = logarithmicMap({ maxSize: 2, maxRange: 1, penalty: 3 }, V, { starts: 1, branches: 1 });
  expect(Math.abs(value.length - 0.1 * Math.sqrt(3))).toBeLessThan(1e-9);
});

test.each([
  [2, 4],
  [2, 10],
  [2, 100],
  [3, Infinity],
])('a random target of %d qubits, penalty %d is reached by a geodesic with a consistent certificate', (qubits, q) => {
  const metric = split(qubits, q);
  const V = haar(qubits, 3);
  const { value, result } = logarithmicMap(metric, V, { starts: 2, branches: 0 });
  const { certificate, momentum, length } = value;

  expect(result).toBe('converged');
  expect(certificate.residual).toBeLessThan(1e-9);
  expect(phaselessDistance(exponentialMap(metric, { momentum }).unitary, V)).toBeLessThan(1e-9);
  expect(certificate.speedVariation).toBeLessThan(1e-10);
  expect(certificate.straightness).toBeCloseTo(1, 10);
  expect(certificate.momentumResidual).toBeLessThan(1e-10);
  expect(certificate.conjugatePoints).not.toBeNull();
  expect(length).toBeGreaterThanOrEqual(certificate.lowerBounds.biInvariant);
  expect(length).toBeGreaterThanOrEqual(certificate.lowerBounds.weyl ?? 0);
  expect(certificate.histogram.reduce((sum, { count }) => sum + count, 0)).toBeLessThanOrEqual(
    certificate.starts.length,
  );
  for (const { length: sliced, infidelity } of certificate.slicedLengths) {
    expect(infidelity).toBeLessThan(1e-18);
    expect(sliced).toBeGreaterThan(length);
  }
  // At q = 100 on two qubits the local frame turns too far within a slice for K = 8 to be near the limit.
  if (qubits === 2 && q === 100) return;
  const [coarse, fine] = certificate.slicedLengths.map((sliced) => sliced.length - length);
  expect(Math.log2(coarse! / fine!)).toBeGreaterThan(1.8);
  expect(Math.log2(coarse! / fine!)).toBeLessThan(2.3);
});

test('the direct method converges to the length found by shooting', () => {
  const metric = split(2, 4);
  const V = haar(2, 4);
  const { momentum, length } = logarithmicMap(metric, V, { starts: 2, branches: 0 }).value;
  const { flow } = exponentialMap(metric, { momentum });
  const direct = [8, 16, 32].map((slices) => {
    const problem = unitaryPathProblem(controlWords(metric, 2), slices, V);
    return reachingPath(problem, sampledPath(problem, flow), 300, flow.momentumAt(1)).length;
  }) as [number, number, number];
  // Romberg's extrapolation in 1/K².
  const [first, second] = [(4 * direct[1] - direct[0]) / 3, (4 * direct[2] - direct[1]) / 3];
  expect(Math.abs((16 * second - first) / 15 - length)).toBeLessThan(1e-6 * length);
});

test('with free local gates of two qubits C(V) is the norm of the Weyl coordinates', () => {
  const V = haar(2, 8);
  const weyl = Math.hypot(...weylCoordinates(V));
  const options = { starts: 2, branches: 3, conjugatePoints: false, slicedLengths: false };
  const lengths = [0.1, 0.01].map((a) => {
    const { value, result } = logarithmicMap({ sizeWeights: [a, 1], penalty: 1 }, V, options);
    expect(result).toBe('converged');
    return value.length;
  });
  for (const length of lengths) expect(length).toBeGreaterThanOrEqual(weyl);
  expect(lengths[1]! / weyl - 1).toBeLessThan(lengths[0]! / weyl - 1);
  expect(lengths[1]! / weyl - 1).toBeLessThan(0.05);
});

test('continuation up and down a list of penalties finds lengths that rise with the penalty', () => {
  const metrics = [2, 10, 100].map((penalty) => split(2, penalty));
  const found = logarithmicMaps(metrics, haar(2, 6), {
    starts: 1,
    branches: 1,
    conjugatePoints: false,
    slicedLengths: false,
  });
  expect(found.map(({ result }) => result)).toEqual(['converged', 'converged', 'converged']);
  const lengths = found.map(({ value }) => value.length);
  expect([...lengths].sort((a, b) => a - b)).toEqual(lengths);
});

test('paths of one slice or of three lead to the same geodesic, and by themselves to an upper bound', () => {
  const V = evolution(randomSum(2, 7, 0.3));
  const options = { starts: 2, branches: 0, conjugatePoints: false, slicedLengths: false };
  const lengths = [1, 3, 8].map((slices) => logarithmicMap(split(2, 4), V, { ...options, slices }).value.length);
  for (const length of lengths) expect(length).toBeCloseTo(lengths[2]!, 8);
  const direct = logarithmicMap(split(2, 4), V, { ...options, slices: 1, polish: false, tolerance: 1e-6 });
  expect(direct.result).toBe('converged');
  expect(direct.value.path.length).toBe(1);
  expect(direct.value.length).toBeGreaterThanOrEqual(lengths[2]!);
  expect(() => logarithmicMap(split(2, 4), V, { slices: 0 })).toThrow(/whole number of slices of at least 1 required/);
});

describe('what cannot be done is said', () => {
  test('two qubits without an interaction do not reach CNOT', () => {
    const { value, result } = logarithmicMap({ maxSize: 1, penalty: Infinity }, CNOT);
    expect(result).toBe('stalled');
    expect(value.length).toBe(Infinity);
    expect(value.certificate.status).toMatch(/unreachable/);
  });

  test('but they reach local gates', () => {
    const V = kronecker(haar(1, 1), haar(1, 2));
    const { value } = logarithmicMap({ maxSize: 1, penalty: Infinity }, V, { branches: 1 });
    expect(value.certificate.residual).toBeLessThan(1e-9);
    const parts = [haar(1, 1), haar(1, 2)].map((gate) => biInvariantLength(gate));
    expect(value.length).toBeCloseTo(Math.hypot(...parts), 8);
  });

  test('the identity costs nothing', () => {
    const { value, result } = logarithmicMap({ maxSize: 1, penalty: 5 }, identityMatrix(4), { starts: 1 });
    expect(result).toBe('converged');
    expect(value.length).toBeLessThan(1e-8);
  });

  test('matrices that are no unitaries of up to six qubits are named', () => {
    expect(() => logarithmicMap({ penalty: 1 }, identityMatrix(3))).toThrow(
      /2ⁿ × 2ⁿ matrix with n ≤ 6 required, got 3 × 3/,
    );
    expect(() => logarithmicMap({ penalty: 1 }, identityMatrix(128))).toThrow(/n ≤ 6/);
    const doubled = { ...CNOT, interleaved: CNOT.interleaved.map((x) => 2 * x) };
    expect(() => logarithmicMap({ penalty: 1 }, doubled)).toThrow(/a unitary required/);
    expect(() => logarithmicMap({ penalty: 0 }, CNOT)).toThrow(/penalty above 0/);
  });

  test('too few steps are a result', () => {
    const { value, result } = logarithmicMap(split(2, 10), haar(2, 1), {
      starts: 1,
      branches: 0,
      maxSteps: 0,
      polish: false,
      tolerance: 1e-300,
    });
    expect(result).toBe('stalled');
    expect(value.certificate.status).toMatch(/not converged/);
    expect(coordinatesOfSum(value.momentum).every(Number.isFinite)).toBe(true);
  });
});
