import { describe, expect, test } from 'vitest';
import { ghz } from '../../../datasets/ghz.ts';
import { thermal } from '../../../datasets/thermal.ts';
import { noisyGhz, werner } from '../../../datasets/werner.ts';
import { productVector } from '../../../src/circuit/run-circuit.ts';
import { biInvariantLength } from '../../../src/complexity/bi-invariant-length.ts';
import { controlWords } from '../../../src/complexity/controls.ts';
import type { PenaltyMetric } from '../../../src/complexity/penalty-metric.ts';
import type { MixedGeodesic } from '../../../src/geodesic/mixed/mixed-certificate.ts';
import { type MixedGeodesicOptions, mixedGeodesic } from '../../../src/geodesic/mixed/mixed-geodesic.ts';
import { stateGeodesic } from '../../../src/geodesic/state/state-geodesic.ts';
import { exponentialMap } from '../../../src/geodesic/unitary/exponential-map.ts';
import { type ComplexMatrix, identityMatrix, zeroMatrix } from '../../../src/linalg/complex.ts';
import { hermitianEigen } from '../../../src/linalg/hermitian-eigen.ts';
import {
  addScaledMatrix,
  adjoint,
  diagonalMatrix,
  frobeniusNorm,
  multiply,
  scaledMatrix,
} from '../../../src/linalg/matrix.ts';
import { randomStream, randomVector } from '../../../src/linalg/random.ts';
import { pauliSumMatrix } from '../../../src/operator/pauli-sum.ts';
import { solution } from '../../../src/optimise/minimise.ts';
import { projector } from '../../../src/state/reduced-density-matrix.ts';
import { evolution, randomSum } from '../unitary/unitaries.ts';

const local: PenaltyMetric = { maxSize: 2, maxRange: 1, penalty: Infinity };
const shortest = (metric: PenaltyMetric, density: ComplexMatrix, options: MixedGeodesicOptions = {}): MixedGeodesic =>
  solution(mixedGeodesic(metric, density, { slices: 4, starts: 2, tolerance: 1e-10, polished: false, ...options }))
    .value;
const gibbs = (qubits: number, seed: number): ComplexMatrix => thermal(randomSum(qubits, seed, 0.6), 1).density;

/** The unitary of a path, slice by slice. */
const unitaryOf = ({ words, velocity, slices }: MixedGeodesic): ComplexMatrix =>
  velocity.reduce(
    (U, h) => {
      const terms = words.map((word, p) => ({ word, coefficient: h[p]! }));
      return multiply(evolution({ qubits: words[0]!.length, terms }, 1 / slices), U);
    },
    identityMatrix(2 ** words[0]!.length),
  );

describe('closed forms', () => {
  test.each([0.4, 1.3, 2.5])('one qubit at polar angle %d: half the angle to the nearer pole', (polar) => {
    const density = addScaledMatrix(
      scaledMatrix([0.7, 0], projector(productVector([{ polar, azimuth: 0.8 }]))),
      [0.15, 0],
      identityMatrix(2),
    );
    const { length, status } = shortest({ penalty: 1 }, density);
    expect(length).toBeCloseTo(Math.min(polar, Math.PI - polar) / 2, 8);
    expect(status).toMatch(/^least length for the target/);
    expect(shortest({ penalty: 1 }, density, { sorted: true }).length).toBeCloseTo(polar / 2, 8);
  });

  test('a Werner state is √½·π/4 away, whatever its weight: the singlet is turned from |01⟩', () => {
    for (const weight of [0.1, 0.5, 0.99]) {
      const { length, eigenspaces } = shortest(local, werner(weight).density);
      expect(length).toBeCloseTo((Math.SQRT1_2 * Math.PI) / 4, 8);
      expect(eigenspaces.map(({ dimension }) => dimension)).toEqual([1, 3]);
    }
  });

  test('a state near a diagonal one is found near it, to its lower bound, whatever the start', () => {
    for (const [sum, seed] of [
      [0, 0],
      [0, 1],
      [2, 1],
      [4, 2],
    ] as const) {
      const U = evolution(randomSum(2, sum, 1), 0.04);
      const density = multiply(multiply(U, diagonalMatrix([0.45, 0.3, 0.17, 0.08])), adjoint(U));
      const { length, lowerBound } = shortest({ maxSize: 2, penalty: 1 }, density, { starts: 1, seed });
      expect(length).toBeGreaterThan(lowerBound * (1 - 1e-9));
      expect(length).toBeLessThan(1.002 * lowerBound);
    }
  });

  test('a diagonal state is at distance 0, from its own ordering; sorted, its eigenvalues must be moved', () => {
    const density = diagonalMatrix([0.1, 0.4, 0.2, 0.3]);
    const found = shortest(local, density);
    expect(found.length).toBeLessThan(1e-12);
    expect(found.spectrum).toEqual([0.1, 0.4, 0.2, 0.3].map((x) => expect.closeTo(x, 12)));
    expect(shortest(local, density, { sorted: true }).length).toBeGreaterThan(1);
    expect(shortest(local, scaledMatrix([0.25, 0], identityMatrix(4))).length).toBe(0); // one eigenspace
  });
});

test('a pure state is the special case: the length of its state geodesic from |0…0⟩', () => {
  const psi = randomVector(8, randomStream(1, 'target'));
  const pure = solution(stateGeodesic(local, psi, { slices: 4, starts: 2, tolerance: 1e-10, polished: 0 })).value;
  const mixed = shortest(local, projector(psi), { sorted: true });
  expect(mixed.length).toBeCloseTo(pure.length, 7);
  expect(mixed.lowerBound).toBeCloseTo(pure.certificate.lowerBounds.fubiniStudy, 10);
  expect(mixed.infidelity).toBeLessThan(1e-12);
  expect(shortest(local, projector(psi)).length).toBeLessThan(mixed.length + 1e-9);
});

describe('two qubits of full rank', () => {
  const density = gibbs(2, 3);
  const biInvariant = shortest({ penalty: 1 }, density, { slices: 8 });

  test('the path makes the state from the diagonal state with its spectrum', () => {
    const U = unitaryOf(biInvariant);
    const made = multiply(multiply(U, diagonalMatrix(biInvariant.spectrum)), U, { adjointB: true });
    expect(frobeniusNorm(addScaledMatrix(made, [-1, 0], density))).toBeLessThan(1e-9);
    expect(biInvariant.distance).toBeLessThan(1e-18);
    const { values } = hermitianEigen(density);
    expect([...biInvariant.spectrum].sort((a, b) => a - b)).toEqual([...values].map((x) => expect.closeTo(x, 10)));
  });

  test('bi-invariant: the length is that of the logarithm, and no phases on the eigenvectors make it shorter', () => {
    const U = unitaryOf(biInvariant);
    expect(biInvariantLength(U)).toBeCloseTo(biInvariant.length, 6);
    const stream = randomStream(5, 'phases');
    for (let trial = 0; trial < 60; trial++) {
      const phases = zeroMatrix(4, 4);
      for (let b = 0; b < 4; b++) {
        const angle = trial < 30 ? 0.1 * stream.normal() : 6.3 * stream.uniform();
        phases.interleaved.set([Math.cos(angle), Math.sin(angle)], 10 * b);
      }
      expect(biInvariantLength(multiply(U, phases))).toBeGreaterThan(biInvariant.length - 1e-9);
    }
  });

  test('the momentum vanishes on the centraliser of the diagonal state, better with more slices', () => {
    const metric = { maxSize: 1, penalty: 3 };
    const shares = [4, 8].map((slices) =>
      diagonalShare(metric, shortest(metric, density, { slices, sorted: true, starts: 1 })),
    );
    expect(shares[0]).toBeLessThan(0.02);
    const slope = Math.log2(shares[0]! / shares[1]!);
    expect(slope).toBeGreaterThan(1.7);
    expect(slope).toBeLessThan(2.3);
  });

  test('polished by shooting, it is the limit of the sliced paths, which converge to it as 1/K²', () => {
    const metric = { maxSize: 1, penalty: 3 };
    const found = [4, 8].map((slices) =>
      shortest(metric, density, { slices, polished: true, sorted: true, starts: 1 }),
    );
    const [a, b] = found.map(({ geodesic }) => geodesic!);
    expect(b!.residual).toBeLessThan(1e-9);
    expect(a!.length).toBeCloseTo(b!.length, 8);
    const slope = Math.log2((found[0]!.length - b!.length) / (found[1]!.length - b!.length));
    expect(slope).toBeGreaterThan(1.9);
    expect(slope).toBeLessThan(2.1);
    expect(found[1]!.costateResidual).toBeLessThan(1e-6);
  });

  test('the polished momentum shoots from the diagonal state to the state, and vanishes on the diagonal', () => {
    const metric = { maxSize: 1, penalty: 3 };
    const { geodesic, spectrum } = shortest(metric, density, { polished: true, sorted: true, starts: 1 });
    const { unitary, length } = exponentialMap(metric, { momentum: geodesic!.momentum });
    expect(length).toBeCloseTo(geodesic!.length, 10);
    const made = multiply(multiply(unitary, diagonalMatrix(spectrum)), unitary, { adjointB: true });
    expect(frobeniusNorm(addScaledMatrix(made, [-1, 0], density))).toBeLessThan(1e-8);
    const L = pauliSumMatrix(geodesic!.momentum);
    for (let b = 0; b < 4; b++) expect(Math.abs(L.interleaved[10 * b]!)).toBeLessThan(1e-12);
  });

  test('orderings below the bound are all searched, and the nearest wins', () => {
    const { orderings, length } = shortest({ maxSize: 1, penalty: 4 }, density, { starts: 1 });
    expect(orderings.count).toBe(24);
    expect(orderings.searched).toBeGreaterThan(1);
    expect(length).toBeLessThan(
      shortest({ maxSize: 1, penalty: 4 }, density, { sorted: true, starts: 1 }).length + 1e-9,
    );
  });

  test('a path given is a start, and alone if no other is asked for', () => {
    const again = shortest({ penalty: 1 }, density, { slices: 8, starts: 0, paths: [biInvariant] });
    expect(again.length).toBeCloseTo(biInvariant.length, 8);
    expect(again.starts.length).toBe(1);
  });
});

describe('half as many slices', () => {
  const cut = { slices: 8, starts: 1, maxSteps: 1, sorted: true };

  test.each([1, 2, 3, 4])('cut short, the search finds nothing longer in K slices than in K/2: seed %d', (seed) => {
    const { slices, length, coarseLength, distance } = shortest(local, gibbs(2, seed), { ...cut, seed });
    expect(slices).toBe(8);
    expect(distance).toBeLessThan(1e-10);
    expect(coarseLength).toBeLessThan(Infinity);
    expect(length).toBeLessThan(coarseLength * (1 + 1e-12));
  });

  test('have no length where they have too few coefficients to meet the target', () => {
    const options = { ...cut, slices: 4, maxSteps: 10 };
    const { distance, coarseLength } = shortest(local, gibbs(3, 1), options); // 54 coefficients for 56 conditions
    expect(distance).toBeLessThan(1e-10);
    expect(coarseLength).toBe(Infinity);
  });
});

describe('white noise', () => {
  test('leaves the length as it is, and takes all of it away at the end', () => {
    const lengths = [0.9, 0.2, 1e-6].map((p) => shortest(local, noisyGhz(2, p).density).length);
    expect(lengths[1]).toBeCloseTo(lengths[0]!, 8);
    expect(lengths[2]).toBeCloseTo(lengths[0]!, 7);
    expect(shortest(local, noisyGhz(2, 0).density).length).toBe(0);
    expect(shortest(local, projector(ghz(2).amplitudes)).length).toBeCloseTo(lengths[0]!, 8);
  });

  test('the gap of the spectrum tells how near the jump is', () => {
    expect(shortest(local, noisyGhz(2, 0.2).density).gap).toBeCloseTo(0.2, 10);
    expect(shortest(local, noisyGhz(2, 0).density).gap).toBeNull();
  });
});

test('three qubits: the orderings are too many, and a free end finds one at least as near as the sorted one', () => {
  const density = noisyGhz(3, 0.5).density;
  const rank = addScaledMatrix(
    scaledMatrix([0.8, 0], density),
    [0.2, 0],
    projector(randomVector(8, randomStream(3, 'v'))),
  );
  const options = { starts: 1, maxSteps: 60 };
  const free = shortest(local, rank, options);
  expect(free.orderings.count).toBe(56);
  expect(free.distance).toBeLessThan(1e-12);
  expect(free.length).toBeLessThan(shortest(local, rank, { ...options, sorted: true }).length + 1e-6);
});

test.each([
  [zeroMatrix(3, 3), {}, /2\^n × 2\^n matrix required, got 3 × 3/],
  [identityMatrix(4), {}, /trace 1 required/],
  [werner(0.5).density, { slices: 0 }, /a whole number of slices of at least 1 required, got 0/],
])('what is wrong is named', (density, options, message) => {
  expect(() => shortest(local, density, options)).toThrow(message);
});

/** |diagonal part of L(0)| / |L(0)|, with L(0) the mean of U† G(H_k) U at the middles of the slices. */
function diagonalShare(metric: PenaltyMetric, { words, velocity, slices }: MixedGeodesic): number {
  const { weights } = controlWords(metric, 2);
  let U = identityMatrix(4);
  let mean = zeroMatrix(4, 4);
  for (const h of velocity) {
    const half = evolution({ qubits: 2, terms: words.map((word, p) => ({ word, coefficient: h[p]! })) }, 0.5 / slices);
    U = multiply(half, U);
    const L = pauliSumMatrix({
      qubits: 2,
      terms: words.map((word, p) => ({ word, coefficient: weights[p]! * h[p]! })),
    });
    mean = addScaledMatrix(mean, [1 / slices, 0], multiply(multiply(U, L, { adjointA: true }), U));
    U = multiply(half, U);
  }
  const diagonal = Math.hypot(...[0, 1, 2, 3].map((b) => mean.interleaved[10 * b]!));
  return diagonal / frobeniusNorm(mean);
}
