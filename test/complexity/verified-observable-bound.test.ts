import fc from 'fast-check';
import { expect, test } from 'vitest';
import { controlWords } from '../../src/complexity/controls.ts';
import type { PenaltyMetric } from '../../src/complexity/penalty-metric.ts';
import { cellBounds, cellEnds, verifiedObservableBound } from '../../src/complexity/verified-observable-bound.ts';
import { complexVector } from '../../src/linalg/complex.ts';
import { randomStream, randomVector } from '../../src/linalg/random.ts';
import { innerProduct } from '../../src/linalg/vector.ts';
import { wordAt } from '../../src/operator/pauli-coordinates.ts';
import { applyPauliSum, expectation, type PauliSum } from '../../src/operator/pauli-sum.ts';
import { evolve } from '../../src/path/evolution.ts';
import { hamiltonian } from '../../src/path/hamiltonian-action.ts';
import { wordTable } from '../../src/path/word-table.ts';
import { zeroState } from '../../src/state/zero-state.ts';

const randomObservable = (qubits: number, seed: number): PauliSum => {
  const stream = randomStream(seed, 'observable');
  const terms = Array.from({ length: 4 ** qubits - 1 }, (_, p) => ({
    word: wordAt(p + 1, qubits),
    coefficient: stream.normal(),
  }));
  return { qubits, terms };
};
const randomCells = (count: number, seed: number, size: number) => {
  const stream = randomStream(seed, 'cells');
  return Array.from({ length: count }, () => ({ b: size * stream.normal(), nu: stream.normal() }));
};

test('Z turns a qubit from pole to pole: S = 4(1 − x²), and the bound is the length π/2', () => {
  const controls = controlWords({ penalty: 1 }, 1);
  const Z = { qubits: 1, terms: [{ word: 'Z', coefficient: 1 }] };
  const [up, down] = [zeroState(1), complexVector([0, 1])];
  const [cell] = cellBounds(controls, up, down, Z, [{ b: 0, nu: -4 }]);
  expect(cell!.c).toBeCloseTo(0, 13);
  expect(verifiedObservableBound(controls, up, down, Z, [{ b: 0, nu: -4 }])).toBeCloseTo(Math.PI / 2, 3);
  expect(verifiedObservableBound(controls, up, down, Z, [{ b: 0, nu: -4 }])).toBeLessThan(Math.PI / 2);
  const heavy = { ...controls, weights: controls.weights.map(() => 9) };
  expect(verifiedObservableBound(heavy, up, down, Z, [{ b: 0, nu: -4 / 9 }])).toBeCloseTo((3 * Math.PI) / 2, 3);
  // Without ν nothing tells two copies from a triplet of spins, and S ≤ 8.
  expect(verifiedObservableBound(controls, up, down, Z, [{ b: 0, nu: 0 }])).toBeCloseTo(Math.SQRT1_2, 7);
});

test('no state is faster than a cell allows, whatever A, b and ν are', () => {
  const controls = controlWords({ maxSize: 1, sizeWeights: [2], penalty: 5 }, 2);
  fc.assert(
    fc.property(fc.integer({ min: 0, max: 1e6 }), (seed) => {
      const A = randomObservable(2, seed);
      const [from, to] = ['from', 'to'].map((name) => randomVector(4, randomStream(seed, name)));
      const cells = cellBounds(controls, from!, to!, A, randomCells(3, seed, 10));
      const [start, end] = [expectation(A, from!), expectation(A, to!)];
      const grid = cellEnds(3).map((u) => start + u * (end - start));
      for (let trial = 0; trial < 20; trial++) {
        const psi = randomVector(4, randomStream(trial, `state ${seed}`));
        const [x, image] = [expectation(A, psi), applyPauliSum(A, psi)];
        const speed = controls.words.reduce((sum, word, p) => {
          const moved = applyPauliSum({ qubits: 2, terms: [{ word, coefficient: 1 }] }, psi);
          return sum + (2 * innerProduct(moved, image)[1]) ** 2 / controls.weights[p]!; // ⟨i[P, A]⟩ = −2 Im⟨Pψ|Aψ⟩
        }, 0);
        cells.forEach(({ c, b, nu }, k) => {
          expect(speed).toBeLessThanOrEqual(c + b * x + nu * (x - grid[k]!) * (x - grid[k + 1]!) + 1e-9);
        });
      }
    }),
    { seed: 1, numRuns: 12 },
  );
});

test('an observable with a constant added gives the same bound', () => {
  const controls = controlWords({ maxSize: 1, sizeWeights: [2], penalty: 5 }, 2);
  const [A, from, to] = [randomObservable(2, 1), zeroState(2), randomVector(4, randomStream(1, 'to'))];
  const shifted = { ...A, terms: [...A.terms, { word: 'II', coefficient: 3 }] };
  const cells = randomCells(3, 1, 10);
  const bound = verifiedObservableBound(controls, from, to, A, cells);
  expect(bound).toBeGreaterThan(0.05);
  expect(verifiedObservableBound(controls, from, to, shifted, cells)).toBeCloseTo(bound, 9);
});

test.each<[string, PenaltyMetric]>([
  ['all words', { maxSize: 1, sizeWeights: [2], penalty: 1 }],
  ['one-qubit words', { maxSize: 1, penalty: Infinity }],
])('no path is shorter than its bound: %s', (_, metric) => {
  const controls = controlWords(metric, 2);
  const table = wordTable(controls.words, 2);
  let tightest = 0;
  for (let trial = 0; trial < 60; trial++) {
    const stream = randomStream(trial, 'path');
    const from = randomVector(4, stream);
    const h = Float64Array.from(controls.words, () => 0.1 * stream.normal());
    const length = Math.sqrt(h.reduce((sum, x, p) => sum + controls.weights[p]! * x * x, 0));
    const to = { length: 4, interleaved: evolve(hamiltonian(table, h), from.interleaved, 1).state };
    const cells = Array.from({ length: 2 }, () => ({ b: stream.normal(), nu: stream.normal() }));
    const value = verifiedObservableBound(controls, from, to, randomObservable(2, trial), cells);
    expect(value).toBeLessThanOrEqual(length);
    tightest = Math.max(tightest, value / length);
  }
  expect(tightest).toBeGreaterThan(0.1);
});

test('multiples of A, and of the states, give the same bound', () => {
  const controls = controlWords({ penalty: 1 }, 2);
  const [A, from, to] = [randomObservable(2, 3), zeroState(2), randomVector(4, randomStream(5, 'to'))];
  const cells = randomCells(3, 4, 1);
  const value = verifiedObservableBound(controls, from, to, A, cells);
  const tripled = {
    qubits: 2,
    terms: A.terms.map(({ word, coefficient }) => ({ word, coefficient: -3 * coefficient })),
  };
  const longer = { length: 4, interleaved: to.interleaved.map((x) => 2 * x) };
  const scaled = cells.map(({ b, nu }) => ({ b: -3 * b, nu }));
  // Q scales with 9 and V with 9, T with −3.
  expect(verifiedObservableBound(controls, from, longer, tripled, scaled)).toBeCloseTo(value, 12);
});

test('more copies give a greater bound, with the same A, b and ν', () => {
  const controls = controlWords({ maxSize: 1, sizeWeights: [2], penalty: 5 }, 2);
  for (let seed = 0; seed < 5; seed++) {
    const [from, to] = ['from', 'to'].map((name) => randomVector(4, randomStream(seed, name)));
    const cells = randomCells(2, seed, 3);
    const bounds = [2, 3, 4].map((copies) =>
      verifiedObservableBound(controls, from!, to!, randomObservable(2, seed), cells, copies),
    );
    expect(bounds[1]).toBeGreaterThan(bounds[0]! - 1e-12);
    expect(bounds[2]).toBeGreaterThan(bounds[1]! - 1e-12);
    expect(bounds[2]).toBeGreaterThan(1.001 * bounds[0]!);
  }
});

test('what is wrong is named', () => {
  const controls = controlWords({ penalty: 1 }, 1);
  const [Z, zero] = [{ qubits: 1, terms: [{ word: 'Z', coefficient: 1 }] }, zeroState(1)];
  const cell = { b: 0, nu: 0 };
  expect(verifiedObservableBound(controls, zero, zero, Z, [cell])).toBe(0);
  expect(() => verifiedObservableBound(controls, zero, zero, Z, [])).toThrow(
    'a cell required, got 1 qubits and 0 cells',
  );
  expect(() => verifiedObservableBound(controls, zero, zeroState(2), Z, [cell])).toThrow(
    '2 amplitudes required, got 4',
  );
  expect(() => verifiedObservableBound(controls, zero, complexVector([0, 0]), Z, [cell])).toThrow('positive norm');
  expect(() => verifiedObservableBound(controls, zero, zero, Z, [{ b: NaN, nu: 0 }])).toThrow('finite b and nu');
  expect(() => verifiedObservableBound(controls, zero, zero, Z, [cell], 1)).toThrow(
    'at least 2 copies required, got 1',
  );
  const seven = controlWords({ maxSize: 1, penalty: Infinity }, 7);
  expect(() => verifiedObservableBound(seven, zero, zero, Z, [cell])).toThrow('2 copies of 7 qubits');
  const free = { ...controls, weights: Float64Array.of(0, 1, 1) };
  expect(() => verifiedObservableBound(free, zero, zero, Z, [cell])).toThrow('weights above 0 required, got 0');
});
