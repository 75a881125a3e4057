import { describe, expect, test } from 'vitest';
import { thermal } from '../../datasets/thermal.ts';
import {
  bothWays,
  type CurveStep,
  complexityAlongCurve,
  unitaryComplexityAlongCurve,
} from '../../src/comparison/complexity-along-curve.ts';
import { evolutionOperator, growthOf, precursor } from '../../src/comparison/complexity-growth.ts';
import type { ComplexMatrix } from '../../src/linalg/complex.ts';
import { columnOf } from '../../src/linalg/matrix.ts';
import { pauliSumMatrix } from '../../src/operator/pauli-sum.ts';
import { evolution, phaselessDistance } from '../geodesic/unitary/unitaries.ts';

const local = { maxSize: 2, maxRange: 1, penalty: Infinity };
const H = {
  qubits: 2,
  terms: [
    { word: 'ZZ', coefficient: 1 },
    { word: 'XI', coefficient: 0.9 },
    { word: 'IX', coefficient: 0.7 },
    { word: 'ZI', coefficient: 0.4 },
  ],
};
const speed = Math.hypot(...H.terms.map(({ coefficient }) => coefficient));
const X = pauliSumMatrix({ qubits: 2, terms: [{ word: 'XI', coefficient: 1 }] });
const settings = { slices: 4, starts: 1, maxSteps: 80 };

/** Runs a sweep to its end. */
function ended<Value>(steps: Generator<CurveStep, Value>): Value {
  for (;;) {
    const { done, value } = steps.next();
    if (done) return value as Value;
  }
}

describe('both ways', () => {
  // A point can be reached at cost 9 on its own, at one more than its neighbour's from there; point 2 alone knows cost 1.
  const search = (point: number, neighbour?: number): number =>
    neighbour === undefined ? (point === 2 ? 1 : 9) : neighbour + 1;

  test('a short path found anywhere is carried up and down the curve', () => {
    const points = ended(bothWays(5, search, (a, b) => a < b));
    expect(points.map(({ path }) => path)).toEqual([3, 2, 1, 2, 3]);
    expect(points.map(({ origin }) => origin)).toEqual(['after', 'after', 'start', 'before', 'before']);
  });

  test('nothing is followed where there is one point, or none', () => {
    expect(ended(bothWays(1, search, (a, b) => a < b)).length).toBe(1);
    expect(ended(bothWays(0, search, (a, b) => a < b))).toEqual([]);
  });
});

describe('complexity of evolution', () => {
  const times = [0, 0.15, 0.3, 0.45, 0.6, 0.75];
  const operators = times.map((time) => evolutionOperator(H, time));

  test('the evolution operator is the exponential', () => {
    expect(phaselessDistance(operators[3]!, evolution(H, 0.45))).toBeLessThan(1e-12);
    const complex = {
      qubits: 2,
      terms: [...H.terms, { word: 'YX', coefficient: 0.6 }, { word: 'IY', coefficient: -1 }],
    };
    expect(phaselessDistance(evolutionOperator(complex, 0.45), evolution(complex, 0.45))).toBeLessThan(1e-12);
  });

  test('of unitaries: t·F(H) at first, for a geodesic is shortest until it is cut', () => {
    const points = ended(unitaryComplexityAlongCurve(local, operators.slice(0, 3), settings));
    points.forEach(({ path }, k) => {
      expect(path.infidelity).toBeLessThan(1e-16);
      expect(path.length).toBeCloseTo(speed * times[k]!, 6);
    });
  });

  test('of states: Lipschitz with constant F(H), and no longer than that of the unitary', () => {
    const points = ended(
      complexityAlongCurve(
        local,
        operators.map((U) => columnOf(U, 0)),
        settings,
      ),
    );
    const lengths = points.map(({ path }) => path.value.length);
    expect(lengths[0]).toBeLessThan(1e-6);
    lengths.forEach((length, k) => {
      expect(points[k]!.path.result).toBe('converged');
      expect(length).toBeLessThan(speed * times[k]! + 1e-6);
      if (k > 0) expect(Math.abs(length - lengths[k - 1]!)).toBeLessThan(speed * 0.15 + 1e-6);
    });
  });

  test('of mixed states: cooling a Gibbs state changes only its eigenvalues', () => {
    const densities = [0.5, 1, 2].map((beta) => thermal(H, beta).density);
    const lengths = ended(complexityAlongCurve(local, densities, settings)).map(({ path }) => path.value.length);
    expect(lengths[1]).toBeCloseTo(lengths[0]!, 5);
    expect(lengths[2]).toBeCloseTo(lengths[0]!, 5);
  });
});

describe('growth', () => {
  const times = Array.from({ length: 30 }, (_, k) => 0.1 * k);

  test('of a line that waits and then saturates is read off', () => {
    const values = times.map((t) => 0.5 + Math.min(2, Math.max(0, 3 * (t - 0.35))));
    const { rate, delay, plateau, saturation, unrest } = growthOf(times, values);
    expect(rate).toBeCloseTo(3, 6);
    expect(delay).toBeCloseTo(0.35, 6);
    expect(plateau).toBeCloseTo(2.5, 10);
    expect(saturation).toBeCloseTo(1, 10);
    expect(unrest).toBeLessThan(1e-10);
  });

  test('on uneven times: the line is fitted from the last point below a tenth to the first above two thirds', () => {
    const uneven = [0, 1, 2, 3, 5, 6, 7, 8, 10];
    const rising = [1, 1, 1, 2, 4, 4.9, 5, 5.5, 4.5];
    expect(growthOf(uneven, rising)).toEqual({
      rate: expect.closeTo(1, 13),
      delay: expect.closeTo(2, 13),
      plateau: expect.closeTo(5, 13),
      saturation: 6,
      unrest: expect.closeTo(0.2, 13),
    });
    const falling = rising.map((value) => 10 - 2 * value);
    expect(growthOf(uneven, falling)).toMatchObject({ rate: expect.closeTo(-2, 13), delay: expect.closeTo(2, 13) });
  });

  test('at once is a line between two points', () => {
    expect(growthOf([0, 0.5, 1, 2], [0, 8, 8, 8])).toEqual({
      rate: 16,
      delay: 0,
      plateau: 8,
      saturation: 0.5,
      unrest: 0,
    });
  });

  test('bends where a line does not fit: least squares over (0, 0), (1, 1), (2, 4), (3, 8)', () => {
    const { rate, delay } = growthOf([0, 1, 2, 3, 4, 5], [0, 1, 4, 8, 8, 8]);
    // Of eight 1 is more than a tenth, and 8 the first above two thirds.
    expect(rate).toBeCloseTo((-1.5 * -3.25 - 0.5 * -2.25 + 0.5 * 0.75 + 1.5 * 4.75) / 5, 13);
    expect(delay).toBeCloseTo(1.5 - 3.25 / rate, 13);
  });

  test('of a curve that falls back is that of its first rise', () => {
    const times = [0, 1, 2, 3, 4, 5, 6, 7, 8];
    expect(growthOf(times, [0, 8, 0, 8, 8, 8, 8, 8, 8])).toMatchObject({ rate: 8, delay: 0, saturation: 1 });
  });

  test('of two values is the line between them', () => {
    expect(growthOf([1, 3], [0, 5])).toEqual({ rate: 2.5, delay: 1, plateau: 5, saturation: 3, unrest: 0 });
  });

  test('of what stays as it is, is none', () => {
    expect(growthOf([0, 1, 2, 3], [2, 2, 2, 2])).toEqual({ rate: 0, delay: 0, plateau: 2, saturation: 0, unrest: 0 });
  });

  test('the precursor of a word that commutes with H stays where it is; others leave', () => {
    const Z = pauliSumMatrix({ qubits: 2, terms: [{ word: 'ZI', coefficient: 1 }] });
    const ising = { qubits: 2, terms: [{ word: 'ZZ', coefficient: 1 }] };
    expect(phaselessDistance(precursor(ising, Z, 0.8), Z)).toBeLessThan(1e-12);
    expect(phaselessDistance(precursor(ising, X, 0.4), X)).toBeCloseTo(Math.abs(Math.sin(0.8)), 10);
  });

  test('the switchback: the precursor is shorter than there and back, by more than the perturbation itself costs', () => {
    const at = [0, 0.2, 0.4].map((time) => precursor(H, X, time));
    const lengths = ended(unitaryComplexityAlongCurve(local, at as ComplexMatrix[], settings)).map(
      ({ path }) => path.length,
    );
    expect(lengths[0]).toBeCloseTo(Math.PI / 2, 6); // a word W with W² = 1
    expect(lengths[2]).toBeLessThan(2 * speed * 0.4 + Math.PI / 2 - 0.2);
  });
});
