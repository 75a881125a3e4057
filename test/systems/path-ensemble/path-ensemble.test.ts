import { expect, test } from 'vitest';
import { heatKernel } from '../../../src/complexity/heat-kernel.ts';
import type { ComplexMatrix, ComplexVector } from '../../../src/linalg/complex.ts';
import { randomStream } from '../../../src/linalg/random.ts';
import { checkGradient } from '../../../src/optimise/check-gradient.ts';
import { solution } from '../../../src/optimise/minimise.ts';
import {
  approach,
  meanPath,
  oneQubitMeans,
  type PathSamples,
  pathEnsemble,
  readComplexity,
  reweighted,
  sampledPaths,
  slicedKernel,
} from '../../../src/systems/path-ensemble/index.ts';
import { interrupted } from '../../helpers/interrupted.ts';

const metric = { penalty: 1 };

const vector = (...amplitudes: readonly number[]): ComplexVector => ({
  length: amplitudes.length,
  interleaved: Float64Array.from(amplitudes.flatMap((value) => [value, 0])),
});

/** exp(−iθZ). */
const turn = (theta: number): ComplexMatrix => ({
  rows: 2,
  cols: 2,
  interleaved: Float64Array.of(Math.cos(theta), -Math.sin(theta), 0, 0, 0, 0, Math.cos(theta), Math.sin(theta)),
});

const qubit = vector(Math.cos(0.6), Math.sin(0.6));

test('the action of a path of constant speed is β(½θ² + μ sin²), with its exact gradient', () => {
  const [slices, beta, mu] = [4, 3, 20];
  const action = pathEnsemble(metric, qubit, { slices, beta, mu });
  // h_Y = 0.4 turns |0⟩ by 0.4 of the 0.6 to the target; words X, Y, Z.
  const x = Float64Array.from({ length: 12 }, (_, i) => (i % 3 === 1 ? 0.4 / Math.sqrt(slices) : 0));
  expect(action(x).value).toBeCloseTo(beta * (0.08 + mu * Math.sin(0.2) ** 2), 12);
  const stream = randomStream(1, 'x');
  const rough = x.map(() => 0.3 * stream.normal());
  expect(checkGradient(action, rough).relativeError).toBeLessThan(1e-7);
  const ofGate = pathEnsemble(metric, turn(0.7), { slices, beta, mu });
  const straight = Float64Array.from({ length: 12 }, (_, i) => (i % 3 === 2 ? 0.4 / Math.sqrt(slices) : 0));
  expect(ofGate(straight).value).toBeCloseTo(beta * (0.08 + mu * Math.sin(0.3) ** 2), 12);
});

test('the sum over steps in closed form tends to the heat kernel at t = 1/2β as 1/K', () => {
  const [theta, beta] = [0.7, 4];
  const heat = heatKernel(turn(theta), 1 / (2 * beta));
  const errors = [16, 32, 64].map((slices) => slicedKernel(beta, slices, theta) / heat - 1);
  expect(Math.abs(errors[2]!)).toBeLessThan(0.01);
  expect(errors[0]! / errors[1]!).toBeCloseTo(2, 0);
  expect(errors[1]! / errors[2]!).toBeCloseTo(2, 0);
});

test('energies and misses of sampled paths to a gate are those of the sum in closed form', () => {
  const options = { slices: 3, mu: 10, betas: [5], chains: 2, burnIn: 60, draws: 220, seed: 2 };
  const { samples } = solution(sampledPaths(metric, turn(0.7), options));
  const [{ energy, miss, acceptance }] = samples as [(typeof samples)[number]];
  const exact = oneQubitMeans({ beta: 5, mu: 10, slices: 3, theta: 0.7 });
  expect(energy.error / exact.energy).toBeLessThan(0.06);
  expect(Math.abs(energy.mean - exact.energy)).toBeLessThan(3.5 * energy.error);
  expect(Math.abs(miss.mean - exact.miss)).toBeLessThan(3.5 * miss.error);
  expect(acceptance).toBeGreaterThan(0.6);
});

test.each([
  { name: 'a state', target: qubit, conditions: 2, length: 0.6, betas: [100, 200, 400] },
  { name: 'a gate', target: turn(0.7), conditions: 3, length: 0.7, betas: [200] },
])('degrees of freedom and complexity of $name are read off its paths', ({ target, conditions, length, betas }) => {
  const options = { slices: 3, mu: 30, betas, chains: 2, burnIn: 50, draws: 110, seed: 1 };
  const found = solution(sampledPaths(metric, target, options));
  expect(found.least.length).toBeCloseTo(length, 3);
  expect(found.least.conditions).toBe(conditions);
  expect(found.least.family).toBe(0);
  expect(found.freedom).toBe(9 - conditions);
  for (const { freedom, energy } of found.samples) {
    expect(Math.abs(freedom.value - found.freedom)).toBeLessThan(3.5 * freedom.error);
    expect(energy.shrinkage).toBeLessThan(1.1);
  }
  // The paths draw together: the energy of their mean is nearly all that is left.
  const sample = found.samples.at(-1)!;
  const mean = meanPath(found, sample);
  expect(mean.energy / sample.energy.mean).toBeGreaterThan(0.9);
  expect(mean.shares.reduce((sum, share) => sum + share, 0)).toBeCloseTo(1, 12);
  if (!('length' in target)) return;
  const { reading } = found;
  expect(reading!.error / length).toBeLessThan(0.05);
  expect(Math.abs(reading!.length - length)).toBeLessThan(3.5 * reading!.error);
  const way = approach(found, target, sample.paths);
  expect(way.mean[0]).toBeCloseTo(Math.cos(0.6) ** 2, 12);
  const misses = sample.paths.map((x) => approach(found, target, [x]).mean.at(-1)!);
  expect(way.mean.at(-1)).toBeCloseTo(misses.reduce((sum, value) => sum + value, 0) / misses.length, 12);
  expect(1 - way.mean.at(-1)!).toBeLessThan(3 * sample.miss.mean);
});

test('shortest paths to an orthogonal state are a circle, a direction without energy', () => {
  const options = { slices: 2, mu: 200, betas: [400], chains: 2, burnIn: 60, draws: 160, seed: 2 };
  const { least, freedom, samples } = solution(sampledPaths(metric, vector(0, 1), options));
  expect([least.conditions, least.family]).toEqual([2, 1]);
  expect(least.length).toBeCloseTo(Math.PI / 2, 3);
  expect(freedom).toBe(2 * 3 - 2 - 1);
  const [{ freedom: found }] = samples as [(typeof samples)[number]];
  expect(found.error).toBeLessThan(0.4);
  expect(Math.abs(found.value - freedom)).toBeLessThan(3.5 * found.error);
});

test.each([1, 60])('chains that are interrupted after every %i draws go on to the same bits', (draws) => {
  const options = { slices: 2, betas: [50, 90], chains: 2, burnIn: 33, draws: 41, kept: 30, seed: 3 };
  const whole = solution(sampledPaths(metric, qubit, options));
  const { found, interruptions } = interrupted(
    (journal) => sampledPaths(metric, qubit, { ...options, journal }),
    draws,
  );
  expect(interruptions).toBeGreaterThan(3);
  expect(found).toEqual(whole);
  for (const { actions, paths } of whole.samples) {
    expect(paths.length).toBe(28); // of 82 draws each third
    const action = pathEnsemble(metric, qubit, { slices: 2, beta: 1 });
    paths.forEach((x, k) => {
      expect(actions[3 * k]).toBeCloseTo(action(x).value, 10);
    });
  }
});

test('a limit in 1/β is fitted by least squares', () => {
  const at = (beta: number) => ({ mean: 0.18 + 5 / beta + 7 / beta ** 2, error: 0.001 / beta });
  const samples = [10, 20, 40, 80].map((beta) => ({ beta, arrived: at(beta) as PathSamples['samples'][0]['arrived'] }));
  const reading = readComplexity(samples)!;
  expect(reading.length).toBeCloseTo(0.6, 8);
  expect(reading.slope).toBeCloseTo(5, 6);
  expect(reading.misfit).toBeLessThan(1e-10);
  expect(readComplexity(samples.slice(0, 2))).toBeNull();
});

test('a line in 1/β through three means has the errors of least squares, and its misfit', () => {
  // u = β₀/β = 1, ½, ¼ and equal errors e: var(a) = e² Σu²/D, var(b) = 3e²/D with D = 3Σu² − (Σu)² = 0.875.
  const [e, beta] = [0.01, 10];
  const off = [e, -3 * e, 2 * e].map((x) => x / 2); // orthogonal to 1 and u
  const samples = [1, 0.5, 0.25].map((u, k) => ({
    beta: beta / u,
    arrived: { mean: 2 + 2 * u + off[k]!, error: e } as PathSamples['samples'][0]['arrived'],
  }));
  const { length, error, slope, slopeError, misfit } = readComplexity(samples)!;
  expect(length).toBeCloseTo(2, 12);
  expect(error).toBeCloseTo((e * Math.sqrt(1.5)) / 2, 12); // C = √(2a)
  expect(slope).toBeCloseTo(20, 10);
  expect(slopeError).toBeCloseTo(beta * e * Math.sqrt(3 / 0.875), 12);
  expect(misfit).toBeCloseTo(14 / 4, 10);
});

test('means of paths have velocities h = x √(K/w), and energies by words', () => {
  const samples = { words: ['Y', 'Z'], weights: Float64Array.of(4, 1), slices: 2 } as unknown as PathSamples;
  // x = √(w/K) h, with h_Y of 0.6 and −0.2, h_Z of 0 and ±0.5.
  const pathOf = (...h: readonly number[]) =>
    Float64Array.from(h, (value, i) => value * Math.sqrt((i % 2 ? 1 : 4) / 2));
  const paths = [pathOf(0.6, 0, -0.2, 0.5), pathOf(0.6, 0, -0.2, -0.5)];
  const { velocity, energy, shares } = meanPath(samples, { paths } as unknown as PathSamples['samples'][0]);
  [0.6, 0, -0.2, 0].forEach((value, i) => {
    expect(velocity[i >> 1]![i % 2]).toBeCloseTo(value, 14);
  });
  const ofY = (4 * (0.6 ** 2 + 0.2 ** 2)) / 4; // (1/2K) Σ w h²
  const ofZ = 0.5 ** 2 / 4;
  expect(energy).toBeCloseTo(ofY, 14);
  expect(shares[0]).toBeCloseTo(ofY / (ofY + ofZ), 14);
  expect(shares[1]).toBeCloseTo(ofZ / (ofY + ofZ), 14);
  // e^{−iφY} turns |0⟩ by φ; a slice lasts ½.
  const way = approach(samples, vector(Math.cos(0.3), Math.sin(0.3)), [pathOf(0.6, 0, 0.2, 0), pathOf(0.2, 0, 0.2, 0)]);
  expect(way.times).toEqual([0, 0.5, 1]);
  for (const [k, ...misses] of [
    [0, 0.3, 0.3],
    [1, 0, 0.2],
    [2, 0.1, 0.1],
  ] as const) {
    const [a, b] = misses.map((angle) => Math.cos(angle) ** 2) as [number, number];
    expect(way.mean[k]).toBeCloseTo((a + b) / 2, 14);
    expect(way.deviation[k]).toBeCloseTo(Math.abs(a - b) / 2, 7);
  }
});

test('another metric changes the weights of the same paths', () => {
  const paths = [Float64Array.of(1, 0, 0), Float64Array.of(0, 0, 1)];
  const samples = { words: ['X', 'Y', 'Z'], weights: Float64Array.of(1, 1, 1), slices: 1 } as unknown as PathSamples;
  const sample = { beta: 2, paths } as unknown as PathSamples['samples'][0];
  const same = reweighted(samples, sample, metric);
  expect(same.weights).toEqual([0.5, 0.5]);
  expect(same.effectivePaths).toBeCloseTo(2, 14);
  const dear = reweighted(samples, sample, { penalty: 1, words: { Z: 3 } });
  // E′ − E = 1 for the second path: weights 1 : e^{−2}.
  expect(dear.weights[1]! / dear.weights[0]!).toBeCloseTo(Math.exp(-2), 14);
  expect(dear.energy).toBeCloseTo((0.5 + 1.5 * Math.exp(-2)) / (1 + Math.exp(-2)), 14);
  expect(dear.mean.velocity[0]![0]).toBeCloseTo(1 / (1 + Math.exp(-2)), 14);
  const [light, heavy] = [Float64Array.of(1, 0, 0), Float64Array.of(0, 0, 2)];
  const weighted = { ...samples, weights: Float64Array.of(1, 1, 2) };
  const other = reweighted(weighted, { ...sample, paths: [light, heavy] }, { penalty: 1, words: { Z: 3 } });
  // Z from 2 to 3: E = 2 becomes 3, and E = ½ stays.
  expect(other.weights[1]! / other.weights[0]!).toBeCloseTo(Math.exp(-2), 14);
  expect(() => reweighted(samples, sample, { penalty: 1, words: { Z: Infinity } })).toThrow(
    'a finite weight of every word',
  );
});

test('targets and numbers that make no sense are refused', () => {
  expect(() => pathEnsemble(metric, vector(1, 1), { beta: 1 })).toThrow('a state of norm 1');
  expect(() => pathEnsemble(metric, vector(1, 0, 0), { beta: 1 })).toThrow('got 3 amplitudes');
  expect(() => pathEnsemble(metric, { ...turn(0.1), interleaved: new Float64Array(8) }, { beta: 1 })).toThrow(
    'a unitary',
  );
  expect(() => oneQubitMeans({ beta: 1, mu: 0, slices: 1, theta: 0 })).toThrow('μ above 0');
  expect(() => pathEnsemble(metric, qubit, { beta: 0 })).toThrow('a finite β above 0');
  expect(() => pathEnsemble(metric, qubit, { beta: 1, slices: 0 })).toThrow('a whole number of slices');
  expect(() => pathEnsemble(metric, qubit, { beta: 1, mu: 0 })).toThrow('a finite μ above 0');
  expect(() => sampledPaths(metric, qubit, { betas: [2, 1] }).next()).toThrow('rising β');
  expect(() => sampledPaths(metric, qubit, { draws: 2 }).next()).toThrow('draws (at least 8)');
});
