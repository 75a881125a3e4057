import { expect, test } from 'vitest';
import { gaussianEvolution } from '../../src/gaussian/evolution.ts';
import { hopping } from '../../src/gaussian/fermion-models.ts';
import { gaussianGroundState } from '../../src/gaussian/ground-state.ts';
import { type AreaTable, areasOf, areasOfGaussian } from '../../src/gravity/area-table.ts';
import { waveFit } from '../../src/gravity/wave-fit.ts';
import { ring } from '../../src/operator/lattice.ts';

const N = 24;
const bump = (x: number): number => Math.exp(2 * (Math.cos((2 * Math.PI * x) / N) - 1));
const tablesOf = (area: (x: number, length: number, time: number) => number, step: number): readonly AreaTable[] =>
  Array.from({ length: 5 }, (_, k) =>
    areasOf(N, (start, length) => area(start + length / 2, length, k * step), { ring: true }),
  );

test('what moves to the left and to the right has its speed, and nothing is unexplained', () => {
  const moving = (x: number, length: number, t: number) =>
    Math.log(length + 1) + bump(x - 5 - 2.5 * t) * length + bump(x - 11 + 2.5 * t);
  // A step of time in which it moves by one site: the differences are exact.
  const exact = waveFit(tablesOf(moving, 0.4), 0.4);
  expect(exact.velocity).toBeCloseTo(2.5, 9);
  expect(exact.unexplained).toBeLessThan(1e-9);
  expect(exact.probability).toBeCloseTo(1 / 200, 12);
  expect(exact.points).toBe(3 * N * N);
  expect(waveFit(tablesOf(moving, 0.1), 0.1).velocity).toBeCloseTo(2.5, 1);
  expect(waveFit(tablesOf(moving, 0.4), 0.4, { velocity: 5 }).unexplained).toBeCloseTo(0.75, 9); // |v²/25 − 1|
});

test('what decays in place obeys no wave equation, and what changes alike everywhere is not asked', () => {
  const decaying = waveFit(
    tablesOf((x, _, t) => Math.exp(t) * bump(x - 7), 0.4),
    0.4,
  );
  expect(decaying.unexplained).toBeGreaterThan(0.9);
  const still = waveFit(tablesOf(bump, 0.4), 0.4);
  expect(still).toMatchObject({ velocity: null, unexplained: 1, inTime: 0 });
  const uniform = waveFit(
    tablesOf((_, length, t) => length * t * t, 0.4),
    0.4,
  );
  expect(uniform).toMatchObject({ velocity: null, unexplained: null, probability: null });
  expect(uniform.inTime).toBeGreaterThan(1);
});

test('a bump of energy in hopping fermions moves at the Fermi velocity 2', () => {
  const sites = 62;
  const uniform = hopping(ring(sites));
  const amplitude = Array.from({ length: sites }, (_, j) => 1 + 0.02 * Math.exp(-0.5 * ((j - 30.5) / 6) ** 2));
  const start = gaussianGroundState(hopping(ring(sites), { amplitude })).state;
  const tables = [6, 6.5, 7, 7.5, 8].map((t) => areasOfGaussian(gaussianEvolution(uniform, start, t), { ring: true }));
  const { velocity, unexplained, probability } = waveFit(tables, 0.5, { shortest: 8 });
  expect(velocity).toBeCloseTo(2, 1);
  expect(unexplained).toBeLessThan(0.1);
  expect(probability).toBeLessThan(0.01);
});

test('too few tables and a wrong speed are refused', () => {
  const [one, two] = tablesOf(bump, 1);
  expect(() => waveFit([one!, two!], 1)).toThrow('three times at least required, got 2');
  expect(() => waveFit([one!, two!, one!], 1, { velocity: 0 })).toThrow('a velocity > 0 required, got 0');
  expect(() => waveFit([one!, two!, one!], 0)).toThrow('a step and a velocity > 0');
});
