import { describe, expect, test } from 'vitest';
import { gaussianEvolution } from '../../src/gaussian/evolution.ts';
import { xyChain } from '../../src/gaussian/fermion-models.ts';
import { gaussianVacuum } from '../../src/gaussian/gaussian-state.ts';
import { gaussianGroundState } from '../../src/gaussian/ground-state.ts';
import {
  pairFields,
  pairVectors,
  type RingGenerator,
  ringMomenta,
  ringSpeed,
  vectorsOfAngles,
  xyPairAngles,
} from '../../src/gaussian/pair-space.ts';
import { straightPath } from '../../src/gaussian/straight-path.ts';
import { randomStream } from '../../src/linalg/random.ts';
import { expectation } from '../../src/operator/pauli-sum.ts';
import { fidelity } from '../../src/state/fidelity.ts';
import { evolvedByWords, groundStateOf, ringWords, turned } from '../helpers/ring-words.ts';

const N = 8;

describe('pseudo-spins of a ring', () => {
  test('follow a random Hamiltonian of all ranges as 2⁸ amplitudes do', () => {
    const stream = randomStream(3, 'ring generator');
    const some = (): number[] => Array.from({ length: N / 2 }, () => 0.3 * stream.normal());
    const generator: RingGenerator = { g: 0.4, A: some().slice(1), B: some(), D: some() }; // no A of range N/2: it is 0
    const psi = evolvedByWords(N, [ringWords(N, generator)]);
    const m = turned(vectorsOfAngles(new Float64Array(N / 2)), pairFields(N, generator));
    const momenta = ringMomenta(N);
    const meanZ = expectation(ringWords(N, { g: 1, A: [], B: [], D: [] }), psi);
    const meanD = expectation(ringWords(N, { g: 0, A: [], B: [], D: [1] }), psi);
    const meanB = expectation(ringWords(N, { g: 0, A: [], B: [0, 1], D: [] }), psi);
    const sumOf = (term: (x: number, y: number, z: number, k: number) => number): number =>
      momenta.reduce((sum, k, j) => sum + term(m[3 * j]!, m[3 * j + 1]!, m[3 * j + 2]!, k), 0);
    expect(meanZ).toBeCloseTo(
      sumOf((_x, _y, z) => 2 * z),
      12,
    );
    expect(meanD).toBeCloseTo(
      sumOf((_x, y, _z, k) => 4 * Math.sin(k) * y),
      12,
    );
    expect(meanB).toBeCloseTo(
      sumOf((x, _y, _z, k) => 4 * Math.sin(2 * k) * x),
      12,
    );
  });

  test('cost what their words cost, range N/2 once', () => {
    const generator: RingGenerator = { g: 0.3, A: [0.1, -0.2], B: [0.5, 0, 0, 0.7], D: [0, 0.4, 0.2, -0.6] };
    const weightOf = (r: number): number => 1 + r * r;
    const square = ringWords(N, generator).terms.reduce((sum, { word, coefficient }) => {
      const size = [...word].filter((letter) => letter !== 'I').length;
      return sum + weightOf(size - 1) * coefficient ** 2;
    }, 0);
    expect(ringSpeed(N, generator, weightOf)).toBeCloseTo(Math.sqrt(square), 12);
  });

  test('are read from the covariance of a ground state', () => {
    for (const couplings of [{}, { field: 1.3, anisotropy: 0.4 }, { field: -0.6, coupling: 0.7 }]) {
      const { state } = gaussianGroundState(xyChain(12, couplings, 'antiperiodic'), { parity: 'even' });
      const [read, closed] = [pairVectors(state), vectorsOfAngles(xyPairAngles(12, couplings))];
      expect(Math.max(...read.map((x, i) => Math.abs(x - closed[i]!)))).toBeLessThan(1e-13);
    }
  });

  test('are read from a state that a quench sets in motion', () => {
    const couplings = { field: 0.4, anisotropy: 0.7 };
    const moved = gaussianEvolution(xyChain(12, couplings, 'antiperiodic'), gaussianVacuum('fermion', 12), 0.3);
    const H = { g: -0.4, A: [-0.5], B: [-0.35], D: [] };
    const m = turned(
      vectorsOfAngles(new Float64Array(6)),
      pairFields(12, H).map((x) => 0.3 * x),
    );
    expect(Math.max(...pairVectors(moved).map((x, i) => Math.abs(x - m[i]!)))).toBeLessThan(1e-13);
  });

  test('are refused where there are none', () => {
    const { state } = gaussianGroundState(xyChain(8, {}, 'open'));
    expect(() => pairVectors(state)).toThrow(
      'pairVectors: a state required that translations of the antiperiodic ring keep',
    );
    expect(() => ringMomenta(7)).toThrow('ringMomenta: an even number of sites required, got 7');
    expect(() => pairFields(4, { g: 0, A: [1, 1, 1], B: [], D: [] })).toThrow('ranges up to 2 required, got 3');
  });
});

describe('the straight path', () => {
  test('to the critical Ising ring has the length π√((N² − 1)/(192N)), up to 10⁴ sites', () => {
    for (const n of [2, 8, 30, 1024, 10_000]) {
      const { length } = straightPath(n, xyPairAngles(n), () => 1);
      const closed = Math.PI * Math.sqrt((n * n - 1) / (192 * n));
      expect(Math.abs(length / closed - 1)).toBeLessThan(1e-12);
    }
  });

  test('turns 8D_r = (π/N)/sin(πr/N) at criticality', () => {
    const { rates } = straightPath(16, xyPairAngles(16), () => 1);
    rates.forEach((rate, i) => {
      const closed = Math.PI / 16 / Math.sin((Math.PI * (i + 1)) / 16) / (i === 7 ? 2 : 1);
      expect(8 * rate).toBeCloseTo(closed, 14);
    });
  });

  test('reaches the ground state of 2⁸ amplitudes, and costs what its words cost', () => {
    const { length, rates } = straightPath(N, xyPairAngles(N), () => 1);
    const words = ringWords(N, { g: 0, A: [], B: [], D: rates });
    const psi = evolvedByWords(N, [words]);
    const ground = groundStateOf(ringWords(N, { g: -1, A: [-0.5], B: [-0.5], D: [] }));
    expect(1 - fidelity(psi, ground)).toBeLessThan(1e-12);
    expect(length).toBeCloseTo(Math.sqrt(words.terms.reduce((sum, { coefficient }) => sum + coefficient ** 2, 0)), 13);
    expect(length).toBeCloseTo(0.636245, 6);
  });

  test('grows as √N, √(N ln N) and N for weights 1, r and r², and as √N off criticality', () => {
    const scaled = (n: number, p: number, field = 1): number =>
      straightPath(n, xyPairAngles(n, { field }), (r) => r ** p).length / Math.sqrt(n);
    expect(scaled(4096, 0)).toBeCloseTo(Math.PI / Math.sqrt(192), 7);
    expect(scaled(4096, 1) ** 2 - scaled(1024, 1) ** 2).toBeCloseTo(Math.log(4) / 32, 6);
    expect(scaled(4096, 2) / Math.sqrt(4096)).toBeCloseTo(Math.sqrt(Math.LN2 / 32), 4);
    const saturated = [
      [1.1, 0.1879, 0.2339, 0.3858],
      [2, 0.0915, 0.0948, 0.1021],
    ] as const;
    for (const [field, ...values] of saturated) {
      values.forEach((value, p) => {
        expect(scaled(1024, p, field)).toBeCloseTo(value, 4);
        expect(scaled(4096, p, field)).toBeCloseTo(scaled(1024, p, field), 8);
      });
    }
  });

  test('is infinite where a range that it needs is no control', () => {
    expect(straightPath(8, xyPairAngles(8), (r) => (r < 3 ? 1 : Infinity)).length).toBe(Infinity);
    const product = straightPath(8, new Float64Array(4), () => Infinity);
    expect(product.length).toBe(0);
    expect(() => straightPath(8, [1, 2], () => 1)).toThrow('straightPath: 4 angles of 8 sites required, got 2');
    expect(() => straightPath(8, [1, 2, 3, 4], () => -1)).toThrow('weights ≥ 0 required, got -1 for range 1');
  });
});
