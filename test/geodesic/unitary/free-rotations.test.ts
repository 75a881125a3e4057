import { describe, expect, test } from 'vitest';
import { weylCoordinates } from '../../../src/complexity/kak.ts';
import { type PenaltyMetric, penaltyWeight } from '../../../src/complexity/penalty-metric.ts';
import { exponentialMap } from '../../../src/geodesic/unitary/exponential-map.ts';
import { exponentialOf, localLogarithm } from '../../../src/geodesic/unitary/free-rotations.ts';
import { logarithmicMap, type UnitaryGeodesic } from '../../../src/geodesic/unitary/logarithmic-map.ts';
import type { ComplexMatrix } from '../../../src/linalg/complex.ts';
import { kronecker, multiply } from '../../../src/linalg/matrix.ts';
import { randomStream, randomUnitary } from '../../../src/linalg/random.ts';
import { CNOT, evolution, phaselessDistance, SWAP, TOFFOLI } from './unitaries.ts';

const haar = (qubits: number, seed: number): ComplexMatrix => randomUnitary(2 ** qubits, randomStream(seed, 'target'));
const local = (qubits: number, seed: number): ComplexMatrix =>
  Array.from({ length: qubits }, (_, q) => haar(1, seed + q)).reduce((product, factor) => kronecker(product, factor));
const { PI } = Math;

/** k·U(1) with the free rotation k, from the momentum alone. */
function endOf({ metric, momentum, freeRotation, qubits }: UnitaryGeodesic): ComplexMatrix {
  const { words, coefficients } = freeRotation!;
  const k = evolution({ qubits, terms: words.map((word, j) => ({ word, coefficient: coefficients[j]! })) });
  return multiply(k, exponentialMap(metric, { momentum }).unitary);
}

describe('rotations of single qubits', () => {
  test.each([1, 2, 3])('are found from their product on %d qubits, each the shorter way', (qubits) => {
    const k = local(qubits, 5 + qubits);
    const A = localLogarithm(k)!;
    expect(phaselessDistance(exponentialOf(A), k)).toBeLessThan(1e-10);
    expect(Math.hypot(...A)).toBeLessThanOrEqual((Math.sqrt(qubits) * PI) / 2);
  });

  test('are all that a product consists of', () => {
    expect(localLogarithm(TOFFOLI)).toBeUndefined();
    expect(localLogarithm(CNOT)).toBeUndefined();
  });
});

describe('two qubits with free rotations', () => {
  test.each([
    ['CNOT', CNOT, PI / 4],
    ['SWAP', SWAP, (PI * Math.sqrt(3)) / 4],
    ['a random gate', haar(2, 8), Math.hypot(...weylCoordinates(haar(2, 8)))],
  ])('%s: the length is √w₂ times the norm of the Weyl coordinates', (_name, V, norm) => {
    for (const w of [1, 3]) {
      const { value, result } = logarithmicMap({ sizeWeights: [0, w], penalty: Infinity }, V);
      expect(result).toBe('converged');
      expect(Math.abs(value.length - Math.sqrt(w) * norm)).toBeLessThan(1e-9);
      expect(value.certificate.status).toBe('least length: it meets a lower bound');
      expect(phaselessDistance(endOf(value), V)).toBeLessThan(1e-9);
      for (const { word } of [...value.velocity.terms, ...value.momentum.terms]) expect(word).not.toMatch(/I/);
    }
  });

  test('local gates cost nothing', () => {
    const V = local(2, 3);
    const { value, result } = logarithmicMap({ sizeWeights: [0, 1], penalty: Infinity }, V);
    expect(result).toBe('converged');
    expect(value.length).toBeLessThan(1e-8);
    expect(phaselessDistance(endOf(value), V)).toBeLessThan(1e-8);
  });
});

/** Weight 1 on pairs of neighbours, w₁ on single qubits, nothing else: a chain of spins with couplings of any kind. */
const spins = (w1: number): PenaltyMetric => ({ maxSize: 2, maxRange: 1, sizeWeights: [w1, 1], penalty: Infinity });
const trilinear = (theta: number): ComplexMatrix =>
  evolution({ qubits: 3, terms: [{ word: 'ZZZ', coefficient: theta }] });
const quick = { branches: 0, conjugatePoints: false, slicedLengths: false } as const;

describe('three spins in a chain', () => {
  test.each([0.25, 0.5])('exp(−iκπ/4·ZZZ), κ = %d, costs (π/√8)√(κ(4 − κ))', (kappa) => {
    const V = trilinear((kappa * PI) / 4);
    const { value, result } = logarithmicMap(spins(0), V, { ...quick, starts: 4 });
    expect(result).toBe('converged');
    expect(Math.abs(value.length - (PI / Math.sqrt(8)) * Math.sqrt(kappa * (4 - kappa)))).toBeLessThan(1e-8);
    expect(phaselessDistance(endOf(value), V)).toBeLessThan(1e-8);
    expect(value.certificate.lowerBounds.biInvariant).toBe(0);
  });

  test('from κ = 2 − √2 on couplings of other kinds are shorter, π/2 for every κ', () => {
    const V = trilinear((0.75 * PI) / 4);
    const { value, result } = logarithmicMap(spins(0), V, { ...quick, starts: 3 });
    expect(result).toBe('converged');
    expect(Math.abs(value.length - PI / 2)).toBeLessThan(1e-8);
    expect(Math.abs((PI / Math.sqrt(8)) * Math.sqrt((2 - Math.SQRT2) * (2 + Math.SQRT2)) - PI / 2)).toBeLessThan(1e-12);
  });

  test('rotations before and after do not change the length', () => {
    const theta = PI / 16;
    const V = multiply(multiply(local(3, 20), trilinear(theta)), local(3, 30));
    const { value } = logarithmicMap(spins(0), V, { ...quick, starts: 1, seed: 1 });
    expect(Math.abs(value.length - Math.sqrt(2 * theta * (PI - theta)))).toBeLessThan(1e-8);
    expect(phaselessDistance(endOf(value), V)).toBeLessThan(1e-8);
    // The path is one of words that the metric allows, to the last digit.
    for (const { word } of value.path.flatMap(({ terms }) => terms)) expect(penaltyWeight(spins(0), word)).toBe(1);
  });

  test('rotations that cost little turn the word: a frame that rotates by θ adds w₁θ² to the square', () => {
    const [theta, w1] = [PI / 16, 0.01];
    const { value, result } = logarithmicMap(spins(w1), trilinear(theta), { ...quick, starts: 2 });
    expect(result).toBe('converged');
    expect(Math.abs(value.length - Math.sqrt(2 * theta * (PI - theta) + w1 * theta ** 2))).toBeLessThan(1e-9);
    expect(value.certificate.starts.map(({ start }) => start)).toContain('rotating 1');
    expect(value.freeRotation).toBeNull();
  });

  test('sliced paths that begin with a rotation converge to the geodesic', () => {
    const { value } = logarithmicMap(spins(0), trilinear(PI / 16), { branches: 0, starts: 2 });
    const [coarse, fine] = value.certificate.slicedLengths;
    expect(coarse!.infidelity).toBeLessThan(1e-16);
    const slope = Math.log2((coarse!.length - value.length) / (fine!.length - value.length));
    expect(slope).toBeGreaterThan(1.8);
    expect(slope).toBeLessThan(2.3);
  });
});

test('a geodesic for free rotations starts one for nearly free ones, and the other way round', () => {
  const V = trilinear(PI / 16);
  const free = logarithmicMap(spins(0), V, { ...quick, starts: 1 }).value;
  const paid = logarithmicMap(spins(0.1), V, { ...quick, starts: 0, from: [free] }).value;
  const back = logarithmicMap(spins(0), V, { ...quick, starts: 0, from: [paid] }).value;
  expect(paid.length).toBeGreaterThan(free.length);
  expect(paid.length).toBeLessThan(1.01 * free.length);
  expect(Math.abs(back.length - free.length)).toBeLessThan(1e-8);
});

test('where words are free no start has them', () => {
  const start = { velocity: { qubits: 2, terms: [{ word: 'XI', coefficient: 1 }] } };
  expect(() => exponentialMap({ sizeWeights: [0, 1], penalty: Infinity }, start)).toThrow(/no words that are free.*XI/);
});
