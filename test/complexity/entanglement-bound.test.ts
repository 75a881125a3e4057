import { describe, expect, test } from 'vitest';
import { productVector } from '../../src/circuit/run-circuit.ts';
import { controlWords, splitControls } from '../../src/complexity/controls.ts';
import { entanglementBound } from '../../src/complexity/entanglement-bound.ts';
import type { PenaltyMetric } from '../../src/complexity/penalty-metric.ts';
import { type ComplexVector, complexVector } from '../../src/linalg/complex.ts';
import { randomStream, randomVector } from '../../src/linalg/random.ts';
import { lattice } from '../../src/operator/lattice.ts';
import { evolve } from '../../src/path/evolution.ts';
import { hamiltonian } from '../../src/path/hamiltonian-action.ts';
import { wordTable } from '../../src/path/word-table.ts';

const zero = (n: number) => complexVector(Array.from({ length: 2 ** n }, (_, b) => (b === 0 ? 1 : 0)));
const ghz = (n: number) =>
  complexVector(Array.from({ length: 2 ** n }, (_, b) => (b === 0 || b === 2 ** n - 1 ? Math.SQRT1_2 : 0)));
const bound = (metric: PenaltyMetric, to: ComplexVector, from = zero(Math.log2(to.length))): number =>
  entanglementBound(controlWords(metric, Math.log2(to.length)), from, to);

describe('what it amounts to', () => {
  test('product states by one-qubit words: √Σ(polar/2)², which they attain', () => {
    const polars = [0.7, 2.1, 1.2];
    const product = productVector(polars.map((polar, k) => ({ polar, azimuth: k })));
    const expected = Math.hypot(...polars.map((polar) => polar / 2));
    expect(bound({ maxSize: 1, penalty: Infinity }, product)).toBeCloseTo(expected, 10);
    expect(bound({ maxSize: 1, sizeWeights: [4], penalty: Infinity }, product)).toBeCloseTo(2 * expected, 10);
  });

  test('GHZ on a chain: π/4 across each of n − 1 bonds at the rate √2', () => {
    for (const n of [2, 3, 5]) {
      const value = bound({ maxSize: 2, maxRange: 1, penalty: Infinity }, ghz(n));
      expect(value).toBeCloseTo((Math.sqrt(n - 1) * Math.PI) / 4 / Math.SQRT2, 9);
    }
  });

  test('two qubits and free rotations: the Schmidt angle over √2, at the weight of the pair', () => {
    const { controls } = splitControls({ sizeWeights: [0, 9], penalty: 1 }, 2);
    const schmidt = complexVector([Math.cos(0.4), 0, 0, Math.sin(0.4)]);
    expect(entanglementBound(controls, zero(2), schmidt, true)).toBeCloseTo((3 * 0.4) / Math.SQRT2, 10);
  });

  test('0 from a state to itself, and infinite between parts that no word joins', () => {
    expect(bound({ maxSize: 2, penalty: Infinity }, zero(3))).toBe(0);
    const parts = lattice(3, [[0, 1]]);
    expect(bound({ maxSize: 2, maxRange: 1, penalty: Infinity, lattice: parts }, ghz(3))).toBe(Infinity);
  });
});

test.each<[string, PenaltyMetric]>([
  ['all words', { sizeWeights: [1, 2, 5], penalty: 1 }],
  ['pairs', { maxSize: 2, penalty: Infinity }],
  ['a chain', { maxSize: 2, maxRange: 1, penalty: Infinity }],
])('no path is shorter than its bound: %s', (_, metric) => {
  const controls = controlWords(metric, 3);
  const table = wordTable(controls.words, 3);
  let [tightest, stream] = [0, randomStream(2, 'paths')];
  for (let trial = 0; trial < 60; trial++) {
    const from = trial % 2 === 0 ? zero(3) : randomVector(8, randomStream(trial, 'from'));
    let state = from.interleaved;
    let length = 0;
    for (let slice = 0; slice < 2; slice++) {
      const few = Float64Array.from(controls.words, () => (stream.uniform() < 0.15 ? 0.3 * stream.normal() : 0));
      state = evolve(hamiltonian(table, few), state, 1).state;
      length += Math.sqrt(few.reduce((sum, h, p) => sum + controls.weights[p]! * h * h, 0));
    }
    const value = entanglementBound(controls, from, { length: 8, interleaved: state });
    expect(value).toBeLessThanOrEqual(length * (1 + 1e-9) + 1e-12);
    if (length > 0) tightest = Math.max(tightest, value / length);
  }
  expect(tightest).toBeGreaterThan(0.15);
});
