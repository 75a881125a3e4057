import { describe, expect, test } from 'vitest';
import { ghz } from '../../datasets/ghz.ts';
import { pathComparison, rotationCnots } from '../../src/comparison/path-comparison.ts';
import { trotterCircuit } from '../../src/comparison/trotter.ts';
import { trotterStudy } from '../../src/comparison/trotter-study.ts';
import { stateGeodesic } from '../../src/geodesic/state/state-geodesic.ts';
import { type ComplexMatrix, zeroVector } from '../../src/linalg/complex.ts';
import { solution } from '../../src/optimise/minimise.ts';
import { geodesicPath } from '../../src/path/sliced-path.ts';
import { randomSum } from '../geodesic/unitary/unitaries.ts';

const local = { maxSize: 2, maxRange: 1, penalty: Infinity };
const none = new Float64Array(0);
const zeros = (qubits: number): ComplexMatrix => {
  const { length, interleaved } = zeroVector(2 ** qubits);
  interleaved[0] = 1;
  return { rows: length, cols: 1, interleaved };
};
/** exp(−iθP) as a gate. */
const gate = (word: string, theta: number) => ({ word, angle: 2 * theta });
const textbook = {
  kind: 'circuit' as const,
  qubits: 3,
  parameters: 0,
  gates: [
    gate('YII', Math.PI / 4),
    gate('ZYI', -Math.PI / 4),
    gate('IYI', Math.PI / 4),
    gate('IZY', -Math.PI / 4),
    gate('IIY', Math.PI / 4),
  ],
};

test('CNOTs of a rotation: 2(m − 1), one less by quarter turns, none by half turns', () => {
  const counts = [0.3, Math.PI / 2, -Math.PI / 2, (5 * Math.PI) / 2, Math.PI, 0].map((angle) =>
    rotationCnots('XYZ', angle),
  );
  expect(counts).toEqual([4, 3, 3, 3, 0, 0]);
  expect(rotationCnots('IZZ', { parameter: 0 })).toBe(2);
  expect([rotationCnots('IZI', 0.3), rotationCnots('III', Math.PI / 2)]).toEqual([0, 0]);
});

describe('GHZ on three qubits', () => {
  const { value } = solution(stateGeodesic(local, ghz(3).amplitudes, { slices: 8, starts: 2 }));
  const path = geodesicPath(value);
  const compared = pathComparison(local, path, { circuit: textbook, theta: none }, zeros(3));

  test('the textbook circuit is longer: 5π/4 gate after gate, and less in layers', () => {
    expect(compared.lengths.geodesic).toBeCloseTo(value.length, 10);
    expect(compared.lengths.gates).toBeCloseTo((5 * Math.PI) / 4, 10);
    expect(compared.excess.gates).toBeCloseTo((5 * Math.PI) / 4 - value.length, 10);
    expect(compared.excess.layers).toBeLessThan(compared.excess.gates);
    expect(compared.excess.relative).toBeGreaterThan(0.5);
    expect(compared.gates).toEqual({ gates: 5, interactions: 2, layers: 3, cnots: 2 });
  });

  test('the spectra of time add up to the times of ranges and pairs', () => {
    const sum = (values: readonly number[]): number => values.reduce((total, x) => total + x, 0);
    for (const which of ['geodesic', 'circuit'] as const) {
      const byWord = sum(compared.words.map((row) => row[which]));
      expect(sum(compared.ranges.map((row) => row[which]))).toBeCloseTo(byWord, 10);
      expect(sum(compared.profile[which].flat())).toBeCloseTo(byWord, 10);
      expect(sum(compared.pairs[which].flat())).toBeCloseTo(compared.ranges[1]![which], 10);
    }
    expect(compared.sharedTime).toBeGreaterThan(0);
    expect(compared.sharedTime).toBeLessThan(1);
  });

  test('both curves lead from |000⟩ to GHZ: no shorter than their distance, and apart in between', () => {
    for (const arc of compared.curves.arcs) expect(arc).toBeGreaterThan(Math.PI / 4 - 1e-6);
    expect(compared.curves.frechet).toBeGreaterThan(0.05);
    expect(compared.curves.frechet).toBeLessThan(Math.PI / 2);
  });

  test('the geodesic itself as a circuit is the same curve, in the same words', () => {
    const circuit = trotterCircuit(path, { order: 2, steps: 3 });
    const { curves, sharedTime, profile } = pathComparison(local, path, { circuit, theta: none }, zeros(3));
    expect(sharedTime).toBeCloseTo(1, 6);
    expect(curves.frechet).toBeLessThan(0.2);
    expect(curves.frechet).toBeLessThan(compared.curves.frechet);
    expect(profile.circuit[1]!.reduce((sum, time) => sum + time, 0)).toBeCloseTo(
      profile.geodesic[1]!.reduce((sum, time) => sum + time, 0),
      6,
    );
  });
});

describe('a path as a circuit', () => {
  test('the errors of the product formulas fall with their orders', () => {
    const { rows, slopes } = trotterStudy(
      [1, 2].map((seed) => randomSum(2, seed, 0.35)),
      zeros(2),
    );
    expect(rows.map(({ order, steps }) => [order, steps])).toEqual(
      [1, 2, 4].flatMap((order) => [1, 2, 4].map((steps) => [order, steps])),
    );
    for (const { order, slope } of slopes) expect(Math.abs(slope! - order)).toBeLessThan(0.5);
    const [first, second] = rows as [(typeof rows)[number], (typeof rows)[number]];
    expect(second.gates).toBeGreaterThan(first.gates);
  });

  test('words that commute leave no error, and no slope', () => {
    const path = [
      {
        qubits: 2,
        terms: [
          { word: 'XX', coefficient: 0.3 },
          { word: 'ZZ', coefficient: 0.2 },
        ],
      },
    ];
    expect(trotterStudy(path, zeros(2)).slopes.map(({ slope }) => slope)).toEqual([null, null, null]);
  });
});

test('a circuit of forbidden words is infinitely longer', () => {
  const circuit = { ...textbook, gates: [gate('YIY', 1)] };
  const path = [{ qubits: 3, terms: [{ word: 'YII', coefficient: 1 }] }];
  expect(pathComparison(local, path, { circuit, theta: none }, zeros(3)).excess.layers).toBe(Infinity);
});
