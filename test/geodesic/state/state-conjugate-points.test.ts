import { describe, expect, test } from 'vitest';
import { controlWords } from '../../../src/complexity/controls.ts';
import type { PenaltyMetric } from '../../../src/complexity/penalty-metric.ts';
import { wordGenerators } from '../../../src/geodesic/state/generators.ts';
import { horizontalFrame } from '../../../src/geodesic/state/horizontal-frame.ts';
import {
  rotationsOf,
  stateConjugatePoints,
  symmetricFields,
} from '../../../src/geodesic/state/state-conjugate-points.ts';
import { speedAt } from '../../../src/geodesic/state/state-flow.ts';
import { type ComplexVector, complexVector } from '../../../src/linalg/complex.ts';
import { randomStream, randomVector } from '../../../src/linalg/random.ts';
import { stateMetric } from './state-metrics.ts';

/** Conjugate points of the geodesic of this length in a random direction. */
function pointsAt(qubits: number, length: number): number | undefined {
  const metric = stateMetric({ penalty: 1 }, qubits);
  const from = randomVector(2 ** qubits, randomStream(3, 'from'));
  const frame = horizontalFrame(from.interleaved);
  const stream = randomStream(4, 'direction');
  const costate = frame.vectorOf(Float64Array.from({ length: 2 ** (qubits + 1) - 2 }, () => stream.normal()));
  const speed = speedAt(metric, { state: from.interleaved, costate });
  const scaled = costate.map((p) => (p * length) / speed);
  return stateConjugatePoints(metric, from, scaled, 48)?.count;
}

describe('at equal weights the space of states is complex projective space', () => {
  // √(2/2ⁿ) times the Fubini–Study angle: the complex line through both states closes at angle π/2, everything at π.
  test.each([
    [1, 0.49, 0],
    [1, 0.51, 1],
    [1, 1.02, 2],
    [2, 0.49, 0],
    [2, 0.51, 1],
    [2, 0.99, 1],
    [2, 1.01, 1 + 1 + 4],
    [3, 0.51, 1],
    [3, 1.01, 1 + 1 + 12],
  ])('%d qubits, angle %d π: %d conjugate points', (qubits, angle, count) => {
    expect(pointsAt(qubits, Math.sqrt(2 / 2 ** qubits) * angle * Math.PI)).toBe(count);
  });
});

describe('directions that do not move the end are left out', () => {
  /** exp(−iφX) of the first of two qubits. */
  const turned = (maxSize: number, angle: number) => {
    const from = complexVector([1, 0, 0, 0]);
    const costate = Float64Array.of(0, 0, 0, 0, 0, -angle, 0, 0);
    return stateConjugatePoints(stateMetric({ maxSize, penalty: Infinity }, 2), from, costate, 32)!;
  };

  test.each([
    [0.49, 0],
    [0.51, 1],
    [1.02, 2],
  ])('words of one qubit turn spheres: at angle %d π are %d points, and no path leaves them', (angle, count) => {
    expect(turned(1, angle * Math.PI)).toMatchObject({ count, abnormality: 0 });
  });

  test('on a chain of three, a turn of the first qubit by X and XZ is abnormal: it never has a part in |101⟩', () => {
    const from = complexVector([1, 0, 0, 0, 0, 0, 0, 0]);
    const costate = new Float64Array(16);
    costate[9] = -0.3 * Math.PI; // of |100⟩
    const metric = stateMetric({ maxSize: 2, maxRange: 1, penalty: Infinity }, 3);
    expect(stateConjugatePoints(metric, from, costate, 32)!.abnormality).toBe(2);
  });
});

describe('symmetries that keep both ends', () => {
  const zero = (n: number): ComplexVector => complexVector(Array.from({ length: 2 ** n }, (_, b) => (b === 0 ? 1 : 0)));

  test('none move a geodesic to a random state', () => {
    const target = randomVector(8, randomStream(1, 'target'));
    const costate = horizontalFrame(zero(3).interleaved).vectorOf(new Float64Array(14).fill(0.3));
    expect(symmetricFields(zero(3), target, costate)).toBe(0);
  });

  test('relative phases of three qubits keep |000⟩ and GHZ, and move a costate that has more than both', () => {
    const ghz = complexVector(Array.from({ length: 8 }, (_, b) => (b === 0 || b === 7 ? Math.SQRT1_2 : 0)));
    const frame = horizontalFrame(zero(3).interleaved);
    expect(symmetricFields(zero(3), ghz, frame.vectorOf(new Float64Array(14).fill(0.3)))).toBe(2);
    const along = new Float64Array(16);
    along[15] = 1; // i|111⟩
    expect(symmetricFields(zero(3), ghz, along)).toBe(0);
  });

  test('are rotations about those words of one qubit that keep the weights', () => {
    const rotations = (metric: PenaltyMetric) => rotationsOf(wordGenerators(controlWords(metric, 2)));
    expect(rotations({ maxSize: 2, penalty: Infinity })).toEqual(['XI', 'YI', 'ZI', 'IX', 'IY', 'IZ']);
    // XY is rotated into XX, XZ, YY and ZY, all lighter or heavier
    expect(rotations({ words: { XY: 3 }, maxSize: 2, penalty: Infinity })).toEqual(['XI', 'IY']);
    expect(rotations({ words: { ZZ: 1, XI: 1, YI: 1 }, penalty: Infinity })).toEqual(['ZI', 'IZ']);
    expect(rotations({ words: { ZZ: 1, XI: 1, YI: 2 }, penalty: Infinity })).toEqual(['IZ']);
  });
});
