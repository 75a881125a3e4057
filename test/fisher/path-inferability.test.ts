import { describe, expect, test } from 'vitest';
import { runCircuit } from '../../src/circuit/run-circuit.ts';
import { pathInferability } from '../../src/fisher/path-inferability.ts';
import { stateFamilyMetric } from '../../src/fisher/state-family-metric.ts';
import type { ComplexVector } from '../../src/linalg/complex.ts';
import { exponentialAction } from '../../src/linalg/exponential-action.ts';
import { pauliSumOperator } from '../../src/operator/pauli-sum.ts';
import { slicePathCircuit } from '../../src/path/slice-path-circuit.ts';
import { greatestDifference } from '../oracle/read-oracle.ts';

const words = ['XI', 'IY', 'ZZ', 'XY'];
const velocity = [
  [0.9, -0.4, 0.7, 0.2],
  [-0.3, 0.8, 0.5, -0.6],
  [0.4, 0.1, -0.9, 0.7],
];
/** exp(−iH_K/K) … exp(−iH_1/K)|00⟩, by Krylov's method. */
const followed = (h: Float64Array): ComplexVector => {
  let state: ComplexVector = { length: 4, interleaved: Float64Array.of(1, 0, 0, 0, 0, 0, 0, 0) };
  for (let k = 0; k < 3; k++) {
    const terms = words.map((word, w) => ({ word, coefficient: h[4 * k + w]! }));
    state = exponentialAction(pauliSumOperator({ qubits: 2, terms }), state, 1 / 3);
  }
  return state;
};
const flat = Float64Array.from(velocity.flat());

test('the circuit of a path ends where the path ends, with an error of fourth order in the steps', () => {
  const error = (steps: number): number =>
    greatestDifference(runCircuit(slicePathCircuit(words, 3, steps), flat).interleaved, followed(flat).interleaved);
  expect(error(1)).toBeLessThan(1e-4);
  expect(error(1) / error(2)).toBeGreaterThan(12);
  expect(error(8)).toBeLessThan(2e-8);
});

describe('a path of Hamiltonians seen from its end', () => {
  const whole = pathInferability({ words, velocity }, undefined, 6);

  test('has the Fisher information of the exact path by differences', () => {
    const exact = stateFamilyMetric(followed, 0.05)(flat).data.map((x) => 4 * x);
    expect(greatestDifference(whole.fisher.data, exact)).toBeLessThan(1e-6);
  });

  test('is mapped slice by word, and sums to slices and words', () => {
    const F = whole.fisher;
    expect(whole.information[2]![1]).toBe(F.data[9 * (F.rows + 1)]);
    expect(whole.bySlice.reduce((a, b) => a + b)).toBeCloseTo(
      whole.byWord.reduce((a, b) => a + b),
      12,
    );
    expect(whole.resolutions).toHaveLength(3);
    expect(whole.rank).toBeLessThanOrEqual(6); // two qubits move in six directions
  });

  test('moves by 4·Var(P)/K² with a word of the last slice that commutes with it', () => {
    // One slice of one word: |0⟩ turned by X about h: F = 4 Var(X) for K = 1; for two slices a quarter of it each.
    const one = pathInferability({ words: ['X'], velocity: [[0.3]] });
    expect(one.information[0]![0]).toBeCloseTo(4, 10);
    const two = pathInferability({ words: ['X'], velocity: [[0.3], [-0.2]] });
    expect(two.bySlice).toEqual([expect.closeTo(1, 10), expect.closeTo(1, 10)]);
    expect(two.resolutions).toEqual([[null], [null]]); // only the sum is seen
  });

  test('is seen less by a part of the boundary, and not at all where it never came', () => {
    const part = pathInferability({ words, velocity }, [1]);
    part.information.flat().forEach((value, k) => {
      expect(value).toBeLessThanOrEqual(whole.information.flat()[k]! + 1e-6);
    });
    const apart = pathInferability({ words: ['XI', 'IY'], velocity: [[0.3, 0.4]] }, [1]);
    expect(apart.byWord[0]).toBeCloseTo(0, 12);
    expect(apart.byWord[1]).toBeCloseTo(4, 10);
  });

  test('needs as many coefficients as words, and no identity', () => {
    expect(() => pathInferability({ words, velocity: [[1]] })).toThrow(/4 coefficients in every slice/);
    expect(() => slicePathCircuit(['II'], 1)).toThrow(/other than the identity/);
  });
});
