import { describe, expect, test } from 'vitest';
import { ghz } from '../../../datasets/ghz.ts';
import { shotJacobian } from '../../../src/geodesic/state/shot-jacobian.ts';
import { stateFamilyDimension } from '../../../src/geodesic/state/state-family.ts';
import { stateFlow } from '../../../src/geodesic/state/state-flow.ts';
import { stateGeodesic } from '../../../src/geodesic/state/state-geodesic.ts';
import { polishedStateShot } from '../../../src/geodesic/state/state-shooting.ts';
import type { ComplexVector } from '../../../src/linalg/complex.ts';
import { determinant } from '../../../src/linalg/dense-real.ts';
import { times } from '../../../src/linalg/real-vector.ts';
import { solution } from '../../../src/optimise/minimise.ts';
import { wordTable } from '../../../src/path/word-table.ts';

const STEPS = 64;

/** Words of one qubit at these weights, and from |0⟩ the costate (0, c) whose geodesic ends at its first conjugate point. */
function conjugateShot(weights: readonly number[], c: readonly [number, number]) {
  const metric = {
    table: wordTable(['X', 'Y', 'Z'], 1),
    inverseWeights: Float64Array.from(weights, (weight) => 1 / weight),
  };
  const from: ComplexVector = { length: 2, interleaved: Float64Array.of(1, 0, 0, 0) };
  const costateAt = (scale: number): Float64Array => times(scale, Float64Array.of(0, 0, ...c));
  const endAt = (scale: number): ComplexVector => ({
    length: 2,
    interleaved: stateFlow(metric, { state: from.interleaved, costate: costateAt(scale) }, STEPS).points[STEPS]!.state,
  });
  // The sign of det J, against the frame of the end at hand.
  const signAt = (scale: number): number =>
    Math.sign(determinant(shotJacobian(metric, { from, to: endAt(scale) }, costateAt(scale), STEPS).matrix));
  let [low, high] = [0.1, 0.1];
  while (signAt(high) === signAt(0.1) && high < 20) [low, high] = [high, high + 0.1];
  for (let k = 0; k < 45; k++) {
    const middle = (low + high) / 2;
    if (signAt(middle) === signAt(0.1)) low = middle;
    else high = middle;
  }
  const ends = { from, to: endAt(low) };
  return { metric, ends, shot: polishedStateShot(metric, ends, costateAt(low), { tolerance: 1e-10, maxSteps: 0 }) };
}

describe('geodesics of one length between two states', () => {
  test('none are near a geodesic whose end is conjugate because others fold over there', () => {
    const { metric, ends, shot } = conjugateShot([1, 2, 5], [0.7, 0.5]);
    expect(shot.residual).toBeLessThan(1e-9);
    expect(stateFamilyDimension(metric, ends, shot, 1)).toBe(0);
  });

  test('all around a sphere lead to the antipode', () => {
    const { metric, ends, shot } = conjugateShot([1, 1, 1], [0.7, 0.5]);
    expect(Math.abs(ends.to.interleaved[0]!)).toBeLessThan(1e-6);
    expect(stateFamilyDimension(metric, ends, shot, 1)).toBe(1);
  });

  test('to GHZ of four qubits by all pairs has five dimensions, three of them by symmetries, and is a minimum', () => {
    const steps = stateGeodesic({ maxSize: 2, penalty: Infinity }, ghz(4).amplitudes, { starts: 1, polished: 1 });
    const { certificate, status } = solution(steps).value;
    expect([certificate.conjugatePoints, certificate.conjugateAtEnd, certificate.family]).toEqual([0, 5, 5]);
    expect(status).toBe('certified local minimum, an upper bound, best of 1 start');
  });
});
